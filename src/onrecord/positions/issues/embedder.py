"""What finding asks of a network: vectors of texts."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Embedder(Protocol):
    """Whatever turns texts into vectors."""

    def embed(self, texts: Sequence[str]) -> Floats:
        """(texts, width) vectors of unit length; their products tell how alike two texts are."""
        ...
