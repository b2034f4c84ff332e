"""Forms to places in the calendar, counted from a day and from what the text said before."""

from dataclasses import dataclass, replace
from datetime import date

from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.times.anchors import Anchor, Anchors
from onrecord.times.cells import Cell, moved
from onrecord.times.choosing import nearest
from onrecord.times.forms import Calendar, Direction, Form, Origin, Range, Shift, Unit
from onrecord.times.granularity import date_unit, rank
from onrecord.times.placing import cells, fixed
from onrecord.times.values import time_of_day

SAME_DAY_REACH = 200
"""How many characters after a day a time of day is still of that day: about a sentence."""
_TIMES = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
_SIGNS = {Direction.PAST: -1, Direction.PRESENT: 0, Direction.FUTURE: 1}


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the calendar with its TIMEX3 value.

    `stated` is false where it was counted from the day of publication or from the text; `anchor`
    is what it was counted from in the text.
    """

    value: str
    unit: Unit
    period: Period | None
    stated: bool = False
    anchor: Span | None = None


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What expressions are counted from: a day of publication, and what the text said before."""

    today: date | None
    anchors: Anchors
    hint: Direction | None = None
    hint_sure: bool = False
    start: int = 0
    """Where in the text the expression begins."""


def place(form: Form, at: Standpoint) -> Place | None:
    """Where a form lies; None where what it is counted from is not known."""
    try:
        if isinstance(form, Calendar):
            return _calendar(form, at)
        if isinstance(form, Shift):
            return _shift(form, at)
        return _range(form, at) if isinstance(form, Range) else None
    except ValueError:  # beyond the calendar: `10,000 years ago`
        return None


def _of_cell(cell: Cell, *, stated: bool = False, anchor: Span | None = None) -> Place:
    return Place(cell.value, cell.unit, cell.period, stated, anchor)


def _calendar(form: Calendar, at: Standpoint) -> Place | None:
    if form.hour is not None or form.daypart is not None:
        return _timed(form, at)
    if form.of is not None:
        return _inside(form, form.of, at)
    cell = fixed(form, at.today)
    if cell is not None:
        return _fiscal(form, _of_cell(cell, stated=form.decade is None or not form.short_year))
    if form.from_text:
        return _from_anchor(form, at)
    if at.today is None:
        return None
    near = nearest(form, at.today, at.hint, sure=at.hint_sure)
    return None if near is None else _fiscal(form, _of_cell(near))


def _from_anchor(form: Calendar, at: Standpoint) -> Place | None:
    """`the following May`, `that Friday`: as seen from what the text spoke of last."""
    anchor = at.anchors.at_most(Unit.YEAR)
    day = anchor.period.first if anchor is not None else at.today
    near = None if day is None else nearest(replace(form, from_text=False), day, None)
    return None if near is None else _of_cell(near, anchor=anchor.span if anchor else None)


def _fiscal(form: Calendar, found: Place) -> Place:
    """A fiscal year's days are not known."""
    return replace(found, period=None) if form.fiscal else found


def _timed(form: Calendar, at: Standpoint) -> Place | None:
    """A day with its time; a time without a day is of the day that the text spoke of last."""
    dateless = replace(form, hour=None, minute=None, second=None, daypart=None, zone=None)
    if form.of is not None and date_unit(form) is None:
        day = place(form.of, at)
    elif date_unit(form) is not None:
        day = place(dateless, at)
    else:
        day = _day_at_hand(at)
    if day is None:
        return None
    value = day.value.partition("T")[0] + time_of_day(form)
    return replace(day, value=value, unit=Unit.HOUR)


def _day_at_hand(at: Standpoint) -> Place | None:
    """The day of a time without one: that spoken of just before, or that of publication."""
    anchor = at.anchors.exactly(Unit.DAY, Unit.HOUR)
    near = anchor is not None and at.start - anchor.span.end <= SAME_DAY_REACH
    if anchor is not None and near and anchor.period.days == 1:
        return _of_cell(Cell(Unit.DAY, anchor.period.first), anchor=anchor.span)
    return None if at.today is None else _of_cell(Cell(Unit.DAY, at.today))


def _inside(form: Calendar, outer: Form, at: Standpoint) -> Place | None:
    around = place(outer, at)
    if around is None or around.period is None:
        return around if around is not None and date_unit(form) is None else None
    if date_unit(form) is None and form.week is None:
        return _fiscal(form, around)
    found = next(cells(replace(form, of=None), around.period), None)
    if found is None:
        return None
    whole = _of_cell(found, stated=around.stated, anchor=around.anchor)
    return _fiscal(form, whole)


def _shift(form: Shift, at: Standpoint) -> Place | None:
    if form.unit in _TIMES:
        return _hours(at)
    if isinstance(form.origin, Origin):
        if form.origin is Origin.TEXT:
            return _from_text(form, at)
        if at.today is None:
            return None
        return _year_before(form, at) or _from_day(form, at.today, None)
    if isinstance(form.origin, Shift) and not form.origin.snapped and form.origin.amount:
        return _by_parts(form, at)
    origin = place(form.origin, at)
    if origin is None or origin.period is None:
        return None
    return _from_place(form, origin)


def _by_parts(form: Shift, at: Standpoint) -> Place | None:
    """`two years and three weeks ago`: each part from the day that the larger ones lead to."""
    parts = [form]
    while isinstance(parts[-1].origin, Shift):
        parts.append(parts[-1].origin)
    first = parts[-1]
    start = place(replace(first, unit=Unit.DAY, amount=0, direction=Direction.PRESENT), at)
    if start is None or start.period is None or any(part.amount is None for part in parts):
        return None
    day = start.period.first
    for part in reversed(parts):
        day = moved(day, part.unit, int(_SIGNS[part.direction] * (part.amount or 0)))
    return _of_cell(Cell.around(form.unit, day), anchor=start.anchor)


def _hours(at: Standpoint) -> Place | None:
    """`two hours ago`: the day of publication, at a time not known."""
    if at.today is None:
        return None
    today = _of_cell(Cell(Unit.DAY, at.today))
    return replace(today, value=today.value + "TXX", unit=Unit.HOUR, period=None)


def _from_day(form: Shift, day: date, anchor: Span | None) -> Place | None:
    """So many units from a day, as a whole unit: `last month`, `two weeks ago`."""
    if form.amount is None:
        return None
    steps = int(_SIGNS[form.direction] * form.amount)
    if form.snapped or form.amount == 0:
        return _of_cell(Cell.around(form.unit, day).moved(steps), anchor=anchor)
    unit = Unit.YEAR if rank(form.unit) > rank(Unit.YEAR) else form.unit
    return _of_cell(Cell.around(unit, moved(day, form.unit, steps)), anchor=anchor)


def _year_before(form: Shift, at: Standpoint) -> Place | None:
    """`a year ago` beside a quarter is that quarter of the year before."""
    if form.unit is not Unit.YEAR or form.snapped or form.amount != 1:
        return None
    last = at.anchors.compared()
    return _keeping_unit(form, last) if last is not None and last.unit is Unit.QUARTER else None


def _from_text(form: Shift, at: Standpoint) -> Place | None:
    """`two days later`, `that year`; where the text spoke of nothing suitable, from publication."""
    anchor = _anchor_for(form, at)
    if anchor is None:
        return None if at.today is None else _from_day(_for_publication(form), at.today, None)
    if form.amount is None:
        return None
    if form.unit is Unit.UNKNOWN or (form.unit is Unit.YEAR and not form.snapped):
        return _keeping_unit(form, anchor)
    return _from_day(form, anchor.period.first, anchor.span)


def _for_publication(form: Shift) -> Shift:
    """`the quarter`, `the same period` of a report that names none: the quarter before it."""
    if form.unit is Unit.UNKNOWN or (form.unit is Unit.QUARTER and not form.amount):
        return Shift(1, Unit.QUARTER, Direction.PAST, snapped=True)
    return form


def _anchor_for(form: Shift, at: Standpoint) -> Anchor | None:
    anchors = at.anchors
    if form.unit is Unit.QUARTER:
        return anchors.quarter(at.today)
    if form.unit is Unit.UNKNOWN:
        return anchors.exactly(Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.MONTH)
    if form.unit is Unit.YEAR and not form.snapped and form.amount:
        return anchors.compared()
    return anchors.at_most(form.unit)


def _keeping_unit(form: Shift, anchor: Anchor) -> Place | None:
    """`a year earlier`, of a month or a quarter: that month or quarter of the year before."""
    unit = form.unit if rank(anchor.unit) < rank(Unit.MONTH) else anchor.unit
    steps = int(_SIGNS[form.direction] * (form.amount or 0))
    by = Unit.YEAR if form.unit is Unit.UNKNOWN else form.unit
    day = moved(anchor.period.first, by, steps)
    return _of_cell(Cell.around(unit, day), anchor=anchor.span)


def _from_place(form: Shift, origin: Place) -> Place | None:
    """Counted from a date of the same expression: `two weeks after Christmas`."""
    if form.amount is None or origin.period is None:
        return None
    steps = int(_SIGNS[form.direction] * form.amount)
    if form.amount == 0:
        return replace(_of_cell(Cell.around(form.unit, origin.period.first)), stated=origin.stated)
    start = moved(origin.period.first, form.unit, steps)
    found = _of_cell(Cell.around(Unit.DAY if origin.unit in _TIMES else origin.unit, start))
    return replace(found, stated=origin.stated, anchor=origin.anchor)


def _range(form: Range, at: Standpoint) -> Place | None:
    start, end = place(form.start, at), place(form.end, at)
    if start is None or end is None or start.period is None or end.period is None:
        return None
    if end.period.last < start.period.first:
        return None
    whole = Period(start.period.first, end.period.last)
    return Place(f"{start.value}/{end.value}", start.unit, whole, start.stated and end.stated)
