"""The network that codes sentences, as far as coding needs to know it."""

from collections.abc import Sequence
from typing import Protocol

from onrecord.domain.act import Root
from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span

LABELS = tuple(Root)
"""In the order of the network's answers: the fifteen roots, then none."""


class Chances(Protocol):
    """Sixteen numbers that sum to one."""

    def __getitem__(self, index: int, /) -> float: ...


class ScoredActs(Protocol):
    """What the network says of one sentence."""

    @property
    def chances(self) -> Chances:
        """The chance of each of `LABELS`."""
        ...

    @property
    def words(self) -> Sequence[tuple[Span, float]]:
        """How far each word of the sentence was looked at; the weights sum to one."""
        ...


class ActNetwork(Protocol):
    """Sentences with source and target marked to the chances of the sixteen labels."""

    def acts(self, sentences: Sequence[MarkedSentence], /) -> Sequence[ScoredActs]:
        """One answer a sentence, in order."""
        ...
