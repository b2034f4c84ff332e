"""Which of the days, months, quarters of the same name is meant: this year's or the last one's."""

from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from onrecord.domain.period import Period
from onrecord.times.cells import Cell
from onrecord.times.forms import Calendar, Direction, Unit
from onrecord.times.granularity import date_unit
from onrecord.times.placing import cells

MAX_HINTED = 240
MAX_SURELY_HINTED = 320
MAX_HINTED_QUARTER = 120
"""Tense is believed up to so many days away: where it points further, news gives the year.

On 150 texts of TBAQ values between 200 and 360 days gave the same accuracy within half a point.
"""
_WEEKS_AROUND = 3
_YEARS_AROUND = 1
"""How far about the day is looked for a weekday, and for everything else."""
_LONG = (Unit.QUARTER, Unit.SEASON, Unit.HALF)


def nearest(
    form: Calendar, today: date, hint: Direction | None, *, sure: bool = False
) -> Cell | None:
    """The cell that a Calendar without a year means, as seen from a day.

    `last` and `next` skip the cell that the day lies in, `this` keeps to its week or year. Else
    `hint` decides, and without it the nearest one - of weekdays the one before, as news has it.
    A weekday that no such date has is overlooked.
    """
    around = _around(form, today)
    found = list(cells(form, around)) or list(cells(replace(form, weekday=None), around))
    if not found:
        return None
    if form.which is not None:
        return _by_which(form, found, today)
    if hint is None and _is_weekly(form) and not form.weekend:
        hint = Direction.PAST
    closest = min(found, key=lambda cell: _distance(cell.period, today))
    if hint is None:
        return closest
    hinted = _hinted(found, today, hint)
    return hinted if _distance(hinted.period, today) <= _believed(hinted, sure=sure) else closest


def _is_weekly(form: Calendar) -> bool:
    """Whether it comes again every week or month: `Friday`, `the weekend`, `the 5th`."""
    return form.month is None and form.feast is None and date_unit(form) in (Unit.DAY, Unit.WEEKEND)


def _around(form: Calendar, today: date) -> Period:
    if _is_weekly(form) and form.day is None:
        reach = timedelta(weeks=_WEEKS_AROUND)
        return Period(today - reach, today + reach)
    first, last = max(today.year - _YEARS_AROUND, 1), min(today.year + _YEARS_AROUND, MAXYEAR)
    return Period(date(first, 1, 1), date(last, 12, 31))


def _distance(period: Period, today: date) -> int:
    return max((period.first - today).days, (today - period.last).days, 0)


def _hinted(found: list[Cell], today: date, hint: Direction) -> Cell:
    """The last that has begun, or the first that is not over."""
    if hint is Direction.PAST:
        return next((cell for cell in reversed(found) if cell.first <= today), found[0])
    return next((cell for cell in found if cell.period.last >= today), found[-1])


def _believed(cell: Cell, *, sure: bool) -> int:
    """How many days away the tense is believed."""
    if cell.unit in _LONG:
        return MAX_HINTED_QUARTER
    return MAX_SURELY_HINTED if sure else MAX_HINTED


def _by_which(form: Calendar, found: list[Cell], today: date) -> Cell:
    if form.which is Direction.PAST:
        return next((cell for cell in reversed(found) if cell.period.last < today), found[0])
    if form.which is Direction.FUTURE:
        return next((cell for cell in found if cell.first > today), found[-1])
    home = Cell.around(Unit.WEEK if _is_weekly(form) else Unit.YEAR, today).period
    closest = min(found, key=lambda cell: _distance(cell.period, today))
    return next((cell for cell in found if home.contains(cell.first)), closest)
