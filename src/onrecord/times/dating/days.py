"""Sets of days, each a bit of a number, so that hundreds of periods a text allows meet at once."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from onrecord.domain.period import Period

FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2035, 12, 31)
"""Reports of other days are not dated by their text: the tables of events begin later."""

Days = int
"""Bit `n` stands for the n-th day from FIRST_DAY on."""

_COUNT = (LAST_DAY - FIRST_DAY).days + 1
ALL_DAYS: Days = (1 << _COUNT) - 1
_WEEK = 7
_EDGE = 366
YEARS = range(FIRST_DAY.year, LAST_DAY.year + 1)


def days_between(first: date | None, last: date | None) -> Days:
    """The days from `first` to `last`; an open end is None.

    >>> period_of(days_between(date(2013, 9, 6), date(2013, 9, 9))).days
    4
    """
    low = 0 if first is None else max(0, (first - FIRST_DAY).days)
    high = _COUNT - 1 if last is None else min(_COUNT - 1, (last - FIRST_DAY).days)
    if high < low:
        return 0
    return ((1 << (high - low + 1)) - 1) << low


@cache
def days_of(month: int, day: int) -> Days:
    """That day of every year that has it."""
    found = 0
    for year in YEARS:
        try:
            at = date(year, month, day)
        except ValueError:
            continue
        found |= days_between(at, at)
    return found


@cache
def on_weekdays(weekday: int, after: int) -> Days:
    """All days that fall on a weekday (ISO, Monday is 1), or up to so many days after it."""
    first = (weekday - FIRST_DAY.isoweekday()) % _WEEK
    found = 0
    for distance in range(after + 1):
        start = (first + distance) % _WEEK
        found |= sum(1 << number for number in range(start, _COUNT, _WEEK))
    return found


def union(sets: Iterable[Days]) -> Days:
    """The days of any of the sets."""
    found = 0
    for days in sets:
        found |= days
    return found


def period_of(days: Days) -> Period | None:
    """From the first to the last of the days; None where there is none."""
    if not days:
        return None
    return Period(_day(_lowest(days)), _day(days.bit_length() - 1))


def runs(days: Days) -> Iterator[Period]:
    """The unbroken stretches, in order."""
    while days:
        low = _lowest(days)
        length = _lowest(~(days >> low))
        yield Period(_day(low), _day(low + length - 1))
        days &= ~(((1 << length) - 1) << low)


def open_period(days: Days) -> tuple[date | None, date | None]:
    """The first and the last of the days; None for an end that nothing bounds."""
    period = period_of(days)
    if period is None:
        return None, None
    return (
        None if period.first == FIRST_DAY else period.first,
        None if period.last == LAST_DAY else period.last,
    )


def has_both_ends(days: Days) -> bool:
    """Whether evidence bounds the days on both sides.

    A day of every year, such as that of a dateline alone, reaches into the first and the last one.
    """
    edges = ((1 << _EDGE) - 1) | ((1 << _EDGE) - 1) << (_COUNT - _EDGE)
    return bool(days) and not days & edges


def _lowest(days: Days) -> int:
    return (days & -days).bit_length() - 1


def _day(number: int) -> date:
    return FIRST_DAY + timedelta(number)
