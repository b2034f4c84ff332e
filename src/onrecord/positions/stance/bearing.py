"""Whether statements bear on an issue, after people said of some whether they do."""

from collections.abc import Mapping, Sequence

import numpy as np

from onrecord.positions.issues.embedder import Floats
from onrecord.positions.stance.learning import Kernel, corrected, softmax

KERNEL = Kernel(common=0.0, alike=4.0, answer=0.0, width=0.15)
"""Narrow: that one statement does not bear on an issue says nothing of those unlike it."""

SUREST = 0.99
"""A hit's score is taken as no surer than this, so that judgements can move it."""


def bearing(chances: Sequence[float], vectors: Floats, verdicts: Mapping[int, bool]) -> list[float]:
    """The chances corrected; `verdicts` tell of a row whether it bears on the issue."""
    if not verdicts:
        return list(chances)
    clipped = np.clip(np.array(chances), 1 - SUREST, SUREST)
    scores = np.stack([np.zeros_like(clipped), np.log(clipped / (1 - clipped))], axis=1)
    rows = list(verdicts)
    labels = np.array([int(verdicts[row]) for row in rows], dtype=np.int64)
    found = softmax(
        corrected(scores, vectors, scores[rows], vectors[rows], labels, np.ones(len(rows)), KERNEL)
    )
    return [float(chance) for chance in found[:, 1]]
