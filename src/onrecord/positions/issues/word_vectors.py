"""Vectors of texts by their rare words, for want of a network."""

import math
import zlib
from collections import Counter
from collections.abc import Sequence

import numpy as np

from onrecord.positions.issues.embedder import Floats
from onrecord.positions.issues.stems import stems

WIDTH = 1024


def word_vectors(texts: Sequence[str]) -> Floats:
    """(texts, WIDTH) vectors of unit length; each stem adds its rarity at a place of its own.

    >>> left, right, other = word_vectors(["The envoy left.", "The envoys left.", "It rains."])
    >>> float(left @ right) > float(left @ other)
    True
    """
    bags = [stems(text) for text in texts]
    counts = Counter(stem for bag in bags for stem in bag)
    vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
    for row, bag in zip(vectors, bags, strict=True):
        for stem in bag:
            row[zlib.crc32(stem.encode()) % WIDTH] += math.log((len(texts) + 1) / counts[stem])
        length = float(np.linalg.norm(row))
        if length:
            row /= length
    return vectors
