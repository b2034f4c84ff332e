"""What a rule of the grammar returns."""

from dataclasses import dataclass
from enum import Enum, auto

from onrecord.domain.time import TimeType
from onrecord.times.forms import Form


class Doubt(Enum):
    """Why an expression may be none: its words have other uses, and the context must decide."""

    YEAR = auto()
    """Four figures, with nothing about them that makes them a year."""
    MONTH = auto()
    """`May`, `March`, a month that may be someone's name."""
    WEEKDAY = auto()
    """`Sun`, `Sat`: an abbreviation alone."""
    SEASON = auto()
    """`fall`, `spring`."""
    DAY = auto()
    """`the 5th`, with no month."""
    CLOCK = auto()
    """`9:30`, with no a.m. or p.m."""
    DAYPART = auto()
    """`morning`, of no day."""
    WORD = auto()
    """`recent`, `current`, `soon`: a reference that is not always meant."""
    UNIT = auto()
    """`years`, `a second`: a unit with no amount, or one with other uses."""
    DEFINITE = auto()
    """`the day`, `the year`."""
    RATE = auto()
    """`annual`, `a year` after an amount of money."""


@dataclass(frozen=True, slots=True)
class Parse:
    """A stretch of tokens that ends before the token `end`, and what it says."""

    end: int
    form: Form
    mod: str | None = None
    doubt: Doubt | None = None
    type: TimeType | None = None
    """Given where the form does not tell it."""


def longest(*parses: Parse | None) -> Parse | None:
    """The parse that reaches furthest; of those that reach as far, the first without doubt."""
    best: Parse | None = None
    for parse in parses:
        if parse is not None and (best is None or _better(parse, best)):
            best = parse
    return best


def _better(parse: Parse, best: Parse) -> bool:
    surer = best.doubt is not None and parse.doubt is None
    return parse.end > best.end or (parse.end == best.end and surer)
