"""What telling stances asks of a network."""

from collections.abc import Sequence
from typing import Protocol

from onrecord.domain.issue import Stance
from onrecord.positions.issues.embedder import Floats

STANCES = (Stance.FOR, Stance.AGAINST, Stance.CONDITIONAL, Stance.UNCLEAR)
"""In the order in which a network gives their chances."""

FOR, AGAINST, CONDITIONAL, UNCLEAR = range(4)


class StanceNetwork(Protocol):
    """Whatever tells how a text stands to a proposition, and turns texts into vectors."""

    def stances(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """(pairs, 4) chances, in the order of STANCES, of text and proposition; rows sum to 1."""
        ...

    def embed(self, texts: Sequence[str]) -> Floats:
        """(texts, width) vectors of unit length."""
        ...
