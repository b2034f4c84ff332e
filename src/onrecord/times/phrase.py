"""An expression of time as the words give it."""

from dataclasses import dataclass

from onrecord.domain.span import Span
from onrecord.domain.time import TimeType
from onrecord.times.forms import Direction, Form


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """One expression of time and what it says by itself.

    `mod` is TIMEX3's. `hint` is where the words around it put an expression that does not say so
    itself: `will start Feb. 25` FUTURE, `said on Friday` PAST; `hint_sure` tells a finite verb or
    `since` from a mere participle. `score` is 0 to 1.
    """

    span: Span
    type: TimeType
    form: Form
    mod: str | None = None
    hint: Direction | None = None
    hint_sure: bool = False
    score: float = 1.0
