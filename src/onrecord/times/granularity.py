"""How fine an expression is: the unit of the calendar that it names."""

from onrecord.times.forms import Calendar, Form, Origin, Range, Shift, Unit

_RANKS = {
    Unit.SECOND: 0,
    Unit.MINUTE: 1,
    Unit.HOUR: 2,
    Unit.DAY: 3,
    Unit.WEEKEND: 4,
    Unit.WEEK: 5,
    Unit.MONTH: 6,
    Unit.UNKNOWN: 7,
    Unit.QUARTER: 7,
    Unit.SEASON: 8,
    Unit.HALF: 8,
    Unit.YEAR: 9,
    Unit.DECADE: 10,
    Unit.CENTURY: 11,
    Unit.MILLENNIUM: 12,
}


def rank(unit: Unit) -> int:
    """Larger for longer units."""
    return _RANKS[unit]


def unit_of_form(form: Form) -> Unit | None:
    """The unit that a form names, None for those that name none in the calendar."""
    if isinstance(form, Shift):
        return form.unit
    if isinstance(form, Range):
        return unit_of_form(form.start)
    if not isinstance(form, Calendar):
        return None
    if form.hour is not None or form.daypart is not None:
        return Unit.HOUR
    unit = date_unit(form)
    return unit_of_form(form.of) if unit is None and form.of is not None else unit


def date_unit(form: Calendar) -> Unit | None:
    """The unit of its date, whatever time of day it says; None where it says no date of its own."""
    if form.weekend:
        return Unit.WEEKEND
    if form.day is not None or form.weekday is not None or form.feast is not None:
        return Unit.DAY
    if form.week is not None:
        return Unit.WEEK
    if form.month is not None:
        return Unit.MONTH
    return _long_unit(form)


def _long_unit(form: Calendar) -> Unit | None:
    if form.quarter is not None:
        return Unit.QUARTER
    if form.season is not None:
        return Unit.SEASON
    if form.half is not None:
        return Unit.HALF
    if form.year is not None:
        return Unit.YEAR
    if form.decade is not None:
        return Unit.DECADE
    return None if form.century is None else Unit.CENTURY


def finer(form: Form, than: Form) -> bool:
    """Whether one form names a shorter unit than another."""
    one, other = unit_of_form(form), unit_of_form(than)
    return one is not None and other is not None and rank(one) < rank(other)


def counted_from_text(form: Form) -> bool:
    """Whether it needs another expression of the text to be resolved."""
    if isinstance(form, Shift):
        origin = form.origin
        return origin is Origin.TEXT or (
            not isinstance(origin, Origin) and counted_from_text(origin)
        )
    if isinstance(form, Calendar):
        return form.of is not None and counted_from_text(form.of)
    return False


def is_comparison(form: Form) -> bool:
    """Whether it is a year before something else: `a year ago`, `the year-earlier quarter`."""
    if isinstance(form, Calendar):
        return form.of is not None and is_comparison(form.of)
    return isinstance(form, Shift) and form.unit is Unit.YEAR and not form.snapped


def is_time_alone(form: Form) -> bool:
    """Whether it is a time of day and says nothing of the day."""
    if not isinstance(form, Calendar) or form.of is not None or date_unit(form) is not None:
        return False
    return form.hour is not None or form.daypart is not None
