"""Back from what an expression means to the day it was written on.

`Monday`, `last week` and `two years ago` are counted from the day of the report. Where it is known
which day they mean, they say when that was.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from onrecord.domain.period import Period
from onrecord.times.dating.days import Days, days_between, union
from onrecord.times.forms import Calendar, Direction, Origin, Range, Shift, Unit
from onrecord.times.phrase import TimePhrase

WEEK = 7

EXACT_DAYS = 2
"""So many days are counted, more are often rounded."""

MONTH_REACH = 335
"""A month without a year is at most eleven months away; the twelfth has the same name."""


def written_on(phrase: TimePhrase, meant: Period, hint: Direction | None = None) -> Days | None:
    """The days on which somebody may have written the phrase for that stretch of days.

    `hint` says on which side of the report the days lie. None where the phrase is not counted from
    the day of the report, or says nothing about it.
    """
    form = phrase.form.start if isinstance(phrase.form, Range) else phrase.form
    if isinstance(form, Calendar):
        return _of_calendar(form, meant, hint)
    if isinstance(form, Shift) and form.origin is Origin.PUBLICATION:
        return _of_shift(form, meant)
    return None


def _of_calendar(form: Calendar, meant: Period, hint: Direction | None) -> Days | None:
    if form.year is not None or form.decade is not None or form.century is not None:
        return None
    if form.from_text:
        return None
    if isinstance(form.of, Shift):
        return _of_shift(form.of, meant) if _lies_in(form, meant) else None
    if form.of is not None:
        return None
    if form.weekday is not None and form.month is None:
        return _of_weekday(form, meant, hint)
    if form.month is not None:
        return _of_month(form, meant, hint) if _lies_in(form, meant) else 0
    return None


def _lies_in(form: Calendar, meant: Period) -> bool:
    """Whether the month and the day of a form are among the days meant."""
    if form.month is None:
        return True
    day, last = meant.first, meant.last
    while day <= last and (day - meant.first).days < 62:
        if day.month == form.month and form.day in (None, day.day):
            return True
        day += timedelta(1)
    return False


def _of_weekday(form: Calendar, meant: Period, hint: Direction | None) -> Days:
    """`Monday`: the one before, or the one to come, no more than a week away."""
    found = []
    for distance in range(min(meant.days, WEEK)):
        day = meant.first + timedelta(distance)
        if day.isoweekday() == form.weekday:
            found.append(_within_a_week(day, form.which, hint))
    return union(found)


def _within_a_week(day: date, which: Direction | None, hint: Direction | None) -> Days:
    week = timedelta(WEEK)
    if which is Direction.PAST:
        return days_between(day, day + 2 * week)
    if which is Direction.FUTURE:
        return days_between(day - 2 * week, day)
    first = day if hint is Direction.PAST else day - week
    last = day if hint is Direction.FUTURE else day + week
    return days_between(first, last)


def _of_month(form: Calendar, meant: Period, hint: Direction | None) -> Days:
    """`in May`, `on May 7`: of the same year, or of the one before or after."""
    reach = timedelta(MONTH_REACH)
    if form.which is Direction.PAST:
        return days_between(meant.first, meant.last + timedelta(MONTH_REACH + 365))
    first = meant.first if hint is Direction.PAST else meant.first - reach
    last = meant.last if hint is Direction.FUTURE else meant.last + reach
    return days_between(first, last)


def _of_shift(form: Shift, meant: Period) -> Days | None:
    if form.amount is None or form.amount != int(form.amount):
        return None
    count = (
        int(form.amount)
        * {Direction.PAST: 1, Direction.PRESENT: 0, Direction.FUTURE: -1}[form.direction]
    )
    reach = _SNAPPED.get(form.unit) if form.snapped or not count else _LOOSE.get(form.unit)
    return reach(meant, count) if reach else None


def _days(meant: Period, count: int) -> Days:
    """`yesterday`; the report may bear the day after."""
    shift = timedelta(count)
    return days_between(meant.first + shift, meant.last + shift + timedelta(1))


def _days_ago(meant: Period, count: int) -> Days:
    """`yesterday` to the day, `ten days ago` a day more or less."""
    return _days(meant, count) if abs(count) <= EXACT_DAYS else _loosely(1)(meant, count)


def _weeks(meant: Period, count: int) -> Days:
    """`last week`, of weeks that begin on Sunday or Monday."""
    first = meant.first - timedelta(meant.first.isoweekday() % WEEK)
    last = meant.last + timedelta(WEEK - meant.last.isoweekday())
    shift = timedelta(WEEK * count)
    return days_between(first + shift, last + shift)


def _months(meant: Period, count: int) -> Days:
    first, last = _month(meant.first, count), _month(meant.last, count)
    return days_between(first.first, last.last)


def _years(meant: Period, count: int) -> Days:
    first, last = meant.first.year + count, meant.last.year + count
    return days_between(date(first, 1, 1), date(last, 12, 31))


def _month(day: date, count: int) -> Period:
    months = day.year * 12 + day.month - 1 + count
    return Period.month(months // 12, months % 12 + 1)


def _loosely(unit_days: float) -> Callable[[Period, int], Days]:
    """`two months ago`: half a unit more or less, a tenth of the distance at least."""

    def reach(meant: Period, count: int) -> Days:
        middle = timedelta(round(unit_days * count))
        slack = timedelta(max(round(unit_days / 2) + 1, round(abs(unit_days * count) / 10)))
        return days_between(meant.first + middle - slack, meant.last + middle + slack)

    return reach


_SNAPPED: Mapping[Unit, Callable[[Period, int], Days]] = {
    Unit.DAY: _days,
    Unit.WEEK: _weeks,
    Unit.WEEKEND: _weeks,
    Unit.MONTH: _months,
    Unit.YEAR: _years,
}
_LOOSE: Mapping[Unit, Callable[[Period, int], Days]] = {
    Unit.DAY: _days_ago,
    Unit.WEEK: _loosely(7),
    Unit.MONTH: _loosely(30.44),
    Unit.YEAR: _loosely(365.25),
}
