"""The days that an expression covers where its value alone does not say it."""

from datetime import date, timedelta

from onrecord.domain.period import Period
from onrecord.times.cells import moved
from onrecord.times.forms import Direction, Length, Unit

_UNCOUNTED = (Unit.HOUR, Unit.MINUTE, Unit.SECOND, Unit.UNKNOWN)


def adjoining(form: Length, day: date) -> Period | None:
    """The days of `the past three months`, `the next week`, as seen from a day.

    None for durations that adjoin nothing, or whose days cannot be counted.
    """
    if form.direction not in (Direction.PAST, Direction.FUTURE):
        return None
    sign = -1 if form.direction is Direction.PAST else 1
    edge = day
    for amount, unit in form.parts:
        if amount is None or unit in _UNCOUNTED:
            return None
        try:
            edge = moved(edge, unit, sign * int(amount))
        except ValueError:
            return None
    return Period(min(edge, day), max(edge, day))


def narrowed(period: Period, mod: str | None, today: date | None) -> Period:
    """The days that a part of a stretch is certain to lie in.

    Early is its first half, late its second, the middle the half about its midst; what is earlier
    or later in a stretch that goes on is counted from the day of publication.
    """
    if mod in ("BEFORE", "AFTER") and today is not None and period.contains(today):
        return Period(period.first, today) if mod == "BEFORE" else Period(today, period.last)
    half = timedelta((period.days - 1) // 2)
    if mod == "START":
        return Period(period.first, period.first + half)
    if mod == "END":
        return Period(period.last - half, period.last)
    if mod == "MID":
        return Period(period.first + half / 2, period.last - half / 2)
    return period
