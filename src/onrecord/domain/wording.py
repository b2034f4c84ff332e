"""How two wordings of one utterance differ."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.span import Span


class Wording(StrEnum):
    """What one wording is to another."""

    EXACT = "exact"
    CUT = "cut"
    """The same words, some left out."""
    WIRE_COPY = "wire_copy"
    """The same words with the same sentence around them: copied from one report."""
    PARAPHRASED = "paraphrased"
    TRANSLATED = "translated"
    """The same said in other words throughout, as by another translator."""
    ALTERED = "altered"
    """Nearly the same words, but not what was said: see the changes."""


class ChangeKind(StrEnum):
    """A difference that may change what is said."""

    NEGATION_DROPPED = "negation_dropped"
    NEGATION_ADDED = "negation_added"
    NUMBER_CHANGED = "number_changed"
    NUMBER_DROPPED = "number_dropped"
    NUMBER_ADDED = "number_added"
    NAME_CHANGED = "name_changed"
    NAME_DROPPED = "name_dropped"
    NAME_ADDED = "name_added"
    CONDITION_DROPPED = "condition_dropped"
    CONDITION_ADDED = "condition_added"


@dataclass(frozen=True, slots=True)
class Change:
    """One such difference; `left` and `right` are the words in the two texts, where there are any.

    Dropped is what `left` has and `right` has not.
    """

    kind: ChangeKind
    left: Span | None = None
    right: Span | None = None


class StepKind(StrEnum):
    """What happens to a stretch of words on the way from left to right."""

    SAME = "same"
    DROPPED = "dropped"
    ADDED = "added"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class DiffStep:
    """A stretch of both texts; an absent side has no words there."""

    kind: StepKind
    left: Span | None = None
    right: Span | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two wordings side by side: `steps` cover all words of both in order.

    `likeness` is 0 to 1: the share of words that both have in the same order, of the shorter text.
    """

    wording: Wording
    likeness: float
    steps: tuple[DiffStep, ...]
    changes: tuple[Change, ...] = ()
