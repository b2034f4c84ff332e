"""TIMEX3 values of what no day of the calendar is known for: durations, sets, references, X."""

from onrecord.lexicon.times import time_words
from onrecord.times.forms import (
    Calendar,
    Direction,
    Form,
    Length,
    Range,
    Reference,
    Repeated,
    Shift,
    Unit,
)
from onrecord.times.granularity import date_unit, unit_of_form

_REFERENCES = {
    Direction.PAST: "PAST_REF",
    Direction.PRESENT: "PRESENT_REF",
    Direction.FUTURE: "FUTURE_REF",
}
_DATE_LETTERS = {
    Unit.DAY: "D", Unit.WEEK: "W", Unit.WEEKEND: "W", Unit.MONTH: "M", Unit.QUARTER: "Q",
    Unit.HALF: "H", Unit.SEASON: "M", Unit.YEAR: "Y", Unit.DECADE: "E", Unit.CENTURY: "C",
    Unit.MILLENNIUM: "L",
}  # fmt: skip
"""E, C and L for decades, centuries and millennia are TimeML's; ISO 8601 has none."""
_TIME_LETTERS = {Unit.HOUR: "H", Unit.MINUTE: "M", Unit.SECOND: "S"}
_UNKNOWN = {
    Unit.DAY: "XXXX-XX-XX", Unit.WEEKEND: "XXXX-WXX-WE", Unit.WEEK: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX", Unit.QUARTER: "XXXX-QX", Unit.HALF: "XXXX-HX",
    Unit.SEASON: "XXXX-XX", Unit.YEAR: "XXXX", Unit.DECADE: "XXXX", Unit.CENTURY: "XXXX",
    Unit.MILLENNIUM: "XXXX", Unit.HOUR: "XXXX-XX-XX", Unit.MINUTE: "XXXX-XX-XX",
    Unit.SECOND: "XXXX-XX-XX", Unit.UNKNOWN: "XXXX-XX-XX",
}  # fmt: skip


def reference_value(form: Reference) -> str:
    """`PAST_REF`, `PRESENT_REF`, `FUTURE_REF`."""
    return _REFERENCES[form.direction]


def length_value(form: Length) -> str:
    """`P2Y6M`, `PT36H`, `PXD`; a quarter is three months."""
    if all(unit is Unit.UNKNOWN for _, unit in form.parts):
        return "PXX"
    days = "".join(_part(n, unit) for n, unit in form.parts if unit not in _TIME_LETTERS)
    hours = "".join(_part(n, unit) for n, unit in form.parts if unit in _TIME_LETTERS)
    return "P" + days + ("T" + hours if hours else "")


def _part(amount: float | None, unit: Unit) -> str:
    if unit is Unit.QUARTER and amount is not None:
        amount, unit = amount * 3, Unit.MONTH
    letter = _DATE_LETTERS.get(unit) or _TIME_LETTERS.get(unit, "X")
    return ("X" if amount is None else f"{amount:g}") + letter


def repeated_value(form: Repeated) -> str:
    """The value of what is repeated: `P1D`, `XXXX-WXX-1`, `XXXX-07`."""
    return length_value(form.every) if isinstance(form.every, Length) else unknown(form.every)


def unknown(form: Form) -> str:
    """What is known of a date when no year is: `XXXX-05-07`, `XXXX-WXX-5TNI`, `XXXX-QX`."""
    if isinstance(form, Shift):
        return _UNKNOWN[form.unit]
    if isinstance(form, Range):
        return f"{unknown(form.start)}/{unknown(form.end)}"
    if isinstance(form, Calendar):
        inside = form.of if date_unit(form) is None else None
        return (_unknown_date(form) if inside is None else unknown(inside)) + time_of_day(form)
    return "XXXX-XX-XX"


def _unknown_date(form: Calendar) -> str:
    year = "XXXX" if form.year is None or form.short_year else f"{form.year:04}"
    if form.feast is not None:
        rule = time_words().feasts[form.feast]
        return f"{year}-{rule.date[0]:02}-{rule.date[1]:02}" if rule.date else f"{year}-XX-XX"
    if form.month is not None and form.day is not None:
        return f"{year}-{form.month:02}-{form.day:02}"
    if form.month is not None:
        return f"{year}-{form.month:02}"
    if form.weekday is not None:
        return f"{year}-WXX-{form.weekday}"
    return _coarse(form, year)


def _coarse(form: Calendar, year: str) -> str:
    if form.quarter is not None:
        return f"{year}-Q{form.quarter}"
    if form.half is not None:
        return f"{year}-H{form.half}"
    if form.season is not None:
        return f"{year}-{form.season}"
    if form.decade is not None:
        return f"XX{form.decade}X"
    if form.day is not None:
        return f"{year}-XX-{form.day:02}"
    if form.year is not None and not form.weekend:
        return year
    unit = unit_of_form(form)
    return _UNKNOWN[unit] if unit else "XXXX-XX-XX"


def time_of_day(form: Calendar) -> str:
    """`T18:30`, `TNI`, or nothing."""
    if form.hour is not None:
        minute = "" if form.minute is None else f":{form.minute:02}"
        second = "" if form.second is None else f":{form.second:02}"
        return f"T{form.hour:02}{minute}{second}"
    return "" if form.daypart is None else f"T{form.daypart}"


def common(first: str, last: str) -> str | None:
    """What two values of the same shape share: `2013-05-XX`; None where the years differ."""
    one, other = first.split("-"), last.split("-")
    if one[0] != other[0] or len(one) != len(other):
        return None
    return "-".join(a if a == b else _crossed(a) for a, b in zip(one, other, strict=True))


def _crossed(part: str) -> str:
    date, mark, time = part.partition("T")
    kept = date[:1] if date[:1] in ("W", "Q", "H") else ""
    return kept + "X" * (len(date) - len(kept)) + mark + time
