"""Expressions of time in a text, and what they stand for.

Types and values are those of TIMEX3 (ISO-TimeML; TempEval-3, UzZaman et al. 2013).
"""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.period import Period
from onrecord.domain.span import Span


class TimeType(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeMark:
    """Words that the reader takes for an expression of time; `score` is 0 to 1."""

    span: Span
    type: TimeType
    score: float


class TimeStep(StrEnum):
    """What an expression's value rests on."""

    STATED = "stated"
    """The expression says it all: `May 7, 2013`."""
    PUBLICATION = "publication"
    """It is counted from the day of publication: `on Friday`, `last year`."""
    TEXT = "text"
    """It is counted from another expression, the `anchor`: `two days later`."""
    UNRESOLVED = "unresolved"
    """What it is counted from is not known; the value has X for what is missing."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time in one document.

    `value` is TIMEX3's, always present: `2013-05-07`, `P2Y`, `PAST_REF`, `XXXX-WXX-5` for an
    undated `Friday`. `mod` is TIMEX3's (`START`, `MID`, `END`, `APPROX`, `BEFORE`, ...). `period`
    has the days it covers, None where it covers none or they are not known. `anchor` is the
    expression it was counted from, if one in the text. `score` is 0 to 1.
    """

    span: Span
    type: TimeType
    value: str
    step: TimeStep
    mod: str | None = None
    period: Period | None = None
    anchor: Span | None = None
    score: float = 1.0
