"""What an expression of time says by itself, before it is counted from anything.

`May 7` says a month and a day and no year; `two days later` says a distance and that it is counted
from something in the text. Forms nest: `the third quarter of last year` is a Calendar inside a
Shift, `a week from Friday` a Shift with a Calendar as its origin.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Unit(StrEnum):
    """Units of time, by their letter in ISO 8601 and TIMEX3 (minutes and months share M)."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    UNKNOWN = "unknown"
    """A stretch whose unit the words do not say: `a while`, `that period`."""


class Direction(StrEnum):
    """Where something lies as seen from what it is counted from."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Season(StrEnum):
    """TIMEX3's letters for seasons."""

    SPRING = "SP"
    SUMMER = "SU"
    AUTUMN = "FA"
    WINTER = "WI"


class Daypart(StrEnum):
    """TIMEX3's letters for parts of the day."""

    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    DAYTIME = "DT"


class Origin(StrEnum):
    """What a Shift is counted from."""

    PUBLICATION = "publication"
    TEXT = "text"
    """The nearest suitable expression earlier in the text: `two days later`, `that year`."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar, as far as the words say it; whatever they do not say is None.

    `May 7` is month 5, day 7; `Friday` weekday 5 (ISO: Monday is 1); `the 1990s` decade 199 and
    `the '90s` decade 9 with `short_year`; `the 20th century` century 20. `week` is a week of a
    month or year (`the second week of May`: week 2), -1 the last; so may `weekday` be counted by
    `nth` (`the second Tuesday of March`). `feast` names a day of `lexicon/times.toml`. `which` is
    the direction that a word of the expression itself gives (`last Friday` PAST, `this June`
    PRESENT, `next May` FUTURE), as seen from publication or, with `from_text`, from what the text
    spoke of (`the following May`, `that May`). `of` is what it is a part of, said in the same
    expression. `hour` is 0 to 24.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: Season | None = None
    decade: int | None = None
    century: int | None = None
    weekend: bool = False
    feast: str | None = None
    daypart: Daypart | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    which: Direction | None = None
    from_text: bool = False
    fiscal: bool = False
    short_year: bool = False
    of: "Form | None" = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after its origin, as `two days ago`, `yesterday`, `that year`.

    `amount` is None for `several years ago`, 0 for the unit that the origin lies in (`this week`,
    `today`, `that year`). `snapped` tells `last month` (a calendar month) from `a month ago`.
    """

    amount: float | None
    unit: Unit
    direction: Direction
    origin: "Origin | Form" = Origin.PUBLICATION
    snapped: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """The past, the present or the future and nothing closer: `recently`, `now`, `soon`."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: `two years and six months`. An amount of None is not said (`several years`).

    `direction` is set where it adjoins the present or what the text speaks of: `the past three
    months` PAST, `the next two weeks` FUTURE.
    """

    parts: tuple[tuple[float | None, Unit], ...]
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """Something that comes again: `daily`, `every two weeks`, `each Monday`, `twice a week`.

    `frequency` is the number of times in each `every` (`twice a week` 2), `quantifier` TIMEX3's
    `quant` (`EVERY`, `EACH`).
    """

    every: "Length | Calendar"
    frequency: int | None = None
    quantifier: str | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From `start` to `end`, both included, said in one expression: `February 15-16`, `1990-95`."""

    start: "Calendar | Shift"
    end: "Calendar | Shift"


Form: TypeAlias = Calendar | Shift | Reference | Length | Repeated | Range
