"""Where in the calendar a Calendar lies, by what it says and the day it is looked at from."""

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.domain.period import Period
from onrecord.times.cells import Cell
from onrecord.times.feasts import feast_day, nth_weekday
from onrecord.times.forms import Calendar, Season, Unit
from onrecord.times.granularity import date_unit

_SATURDAY = 6
_SEASON_MONTHS = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}
_SHORT_YEARS_AHEAD = 20
"""How far ahead two figures may point: `'38` is 2038 in 2018 and 1938 in 2017."""
_UNDATED_PIVOT = 50
"""Where no day is known: `'51` is 1951, `'50` is 2050."""


def full_year(short: int, today: date | None) -> int:
    """The year that two figures stand for, as seen from a day."""
    if today is None:
        return 1900 + short if short > _UNDATED_PIVOT else 2000 + short
    limit = today.year + _SHORT_YEARS_AHEAD
    return limit - (limit - short) % 100


def fixed(form: Calendar, today: date | None) -> Cell | None:
    """The cell of a Calendar that says its year, decade or century itself."""
    if form.decade is not None:
        return _decade(form, today)
    if form.century is not None:
        return Cell(Unit.CENTURY, date(max(form.century * 100 - 100, 1), 1, 1))
    if form.year is None:
        return None
    year = full_year(form.year, today) if form.short_year else form.year
    whole = Period.year(year)
    return next(cells(form, whole), Cell(Unit.YEAR, whole.first))


def _decade(form: Calendar, today: date | None) -> Cell:
    decade = form.decade or 0
    if form.short_year:
        latest = (today.year if today else 2000) // 10
        decade = latest - (latest - decade) % 10
    return Cell(Unit.DECADE, date(decade * 10, 1, 1))


def cells(form: Calendar, within: Period) -> Iterator[Cell]:
    """The cells of that description which begin within a period, in order."""
    unit = date_unit(form)
    if form.week is not None:
        yield from _weeks(form.week, within)
    elif unit is Unit.DAY and form.month is None and form.feast is None:
        yield from _days(form, within)
    elif unit in (Unit.WEEKEND, Unit.WEEK):
        yield from _weekends(form, within)
    else:
        for year in range(within.first.year, within.last.year + 1):
            cell = _in_year(form, year)
            if cell is not None and within.contains(cell.first):
                yield cell


def _in_year(form: Calendar, year: int) -> Cell | None:
    if form.feast is not None:
        return Cell(Unit.DAY, feast_day(form.feast, year))
    if form.month is not None and form.day is None and form.weekday and form.nth:
        return Cell(Unit.DAY, nth_weekday(year, form.month, form.weekday, form.nth))
    if form.month is not None and form.day is None:
        return Cell(Unit.MONTH, date(year, form.month, 1))
    if form.month is not None and form.day is not None:
        return _day_of_month(form, year, form.month)
    if form.quarter is not None:
        return Cell(Unit.QUARTER, date(year, form.quarter * 3 - 2, 1))
    if form.half is not None:
        return Cell(Unit.HALF, date(year, form.half * 6 - 5, 1))
    if form.season is not None:
        return Cell(Unit.SEASON, date(year, _SEASON_MONTHS[form.season], 1))
    return None


def _day_of_month(form: Calendar, year: int, month: int) -> Cell | None:
    try:
        day = date(year, month, form.day or 1)
    except ValueError:
        return None
    if form.weekday is not None and form.year is None and day.isoweekday() != form.weekday:
        return None
    return Cell(Unit.DAY, day)


def _days(form: Calendar, within: Period) -> Iterator[Cell]:
    """The weekdays or days of the month within a period; only the n-th of them if it says so."""
    counted = form.nth is not None and form.weekday is None
    found = (
        day
        for day in _each_day(within)
        if counted
        or (
            (form.weekday is None or day.isoweekday() == form.weekday)
            and (form.day is None or day.day == form.day)
        )
    )
    return _numbered(form.nth, (Cell(Unit.DAY, day) for day in found))


def _weekends(form: Calendar, within: Period) -> Iterator[Cell]:
    saturdays = (day for day in _each_day(within) if day.isoweekday() == _SATURDAY)
    return _numbered(form.nth, (Cell(Unit.WEEKEND, day) for day in saturdays))


def _each_day(within: Period) -> Iterator[date]:
    return (within.first + timedelta(distance) for distance in range(within.days))


def _numbered(nth: int | None, found: Iterator[Cell]) -> Iterator[Cell]:
    """All of them, or the n-th alone, from the end if it is negative."""
    if nth is None:
        return found
    every = list(found)
    place = nth - 1 if nth > 0 else nth
    return iter(every[place : place + 1 or None])


def _weeks(number: int, within: Period) -> Iterator[Cell]:
    """The week of that number: of a year as ISO counts them, else by the days of the period."""
    if within == Period.year(within.first.year) and number > 0:
        yield Cell(Unit.WEEK, date.fromisocalendar(within.first.year, number, 1))
        return
    day = within.last if number < 0 else within.first + timedelta(7 * (number - 1))
    if within.contains(day):
        yield Cell.around(Unit.WEEK, day)
