"""What a person decided; it outlives every re-run."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether two nodes are one actor."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One verdict on two nodes, or the undoing of an earlier one; never changed once made.

    A node is a profile's id, or `profile@document` for the actor as it appears in one document.
    `number` counts from 1 in the order of making; `made_at` is UTC, ISO 8601. `undoes` is the
    number of the judgement that this one takes back, whose verdict and nodes it repeats.
    """

    number: int
    verdict: Verdict
    left: str
    right: str
    made_at: str
    by: str = ""
    reason: str = ""
    undoes: int | None = None
