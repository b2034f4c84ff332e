"""Distances from the day of publication or from the text: `two days ago`, `a year earlier`."""

from dataclasses import replace

from onrecord.times.forms import Calendar, Daypart, Direction, Form, Length, Origin, Shift, Unit
from onrecord.times.grammar.measures import Parts, measure, one_unit, unit_of
from onrecord.times.grammar.parse import Parse, longest
from onrecord.times.grammar.quarters import ordered
from onrecord.times.grammar.tokens import Tokens

_FROM_PUBLICATION = (
    (("ago",), Direction.PAST),
    (("back",), Direction.PAST),
    (("hence",), Direction.FUTURE),
    (("from", "now"), Direction.FUTURE),
    (("from", "today"), Direction.FUTURE),
)
_FROM_TEXT = (
    (("earlier",), Direction.PAST),
    (("before",), Direction.PAST),
    (("previously",), Direction.PAST),
    (("later",), Direction.FUTURE),
    (("afterward",), Direction.FUTURE),
    (("afterwards",), Direction.FUTURE),
    (("thereafter",), Direction.FUTURE),
)
_TOWARDS = {
    "before": Direction.PAST,
    "prior": Direction.PAST,
    "after": Direction.FUTURE,
    "following": Direction.FUTURE,
    "from": Direction.FUTURE,
    "since": Direction.FUTURE,
}
_WHOLE_DAYS = (
    Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE, Unit.CENTURY,
)  # fmt: skip
_PERIODS = ("period", "periods", "term")
_COMPARED = ("comparable", "corresponding", "similar", "same")


def shift(tokens: Tokens, index: int) -> Parse | None:
    """The longest distance that starts at a token."""
    return longest(_counted(tokens, index), _year_ago(tokens, index), _day_before(tokens, index))


def shifted(parts: Parts, direction: Direction, origin: Origin | Form) -> Shift:
    """The Shift by several measures, the largest nearest to the origin."""
    (number, unit), *rest = parts
    shift = Shift(number, unit, direction, origin)
    return shifted(tuple(rest), direction, shift) if rest else shift


def towards(tokens: Tokens, index: int, parts: Parts) -> tuple[int, Direction] | None:
    """Where a date may follow that the measure is counted from: `after`, `from`, `prior to`."""
    direction = _TOWARDS.get(tokens.word(index))
    if direction is None or not tokens.spaced(index) or parts[0][1] not in _WHOLE_DAYS:
        return None
    return index + (2 if tokens.says(index, "prior", "to") else 1), direction


def _counted(tokens: Tokens, index: int) -> Parse | None:
    """`two days ago`, `three months from now`, `a week later`."""
    found = measure(tokens, index + tokens.says(index, "the"))
    if found is None or not tokens.joined(found.end):
        return None
    for words, direction in _FROM_PUBLICATION:
        if tokens.says(found.end, *words):
            form: Form = shifted(found.parts, direction, Origin.PUBLICATION)
            return Parse(found.end + len(words), form)
    for words, direction in _FROM_TEXT:
        if tokens.says(found.end, *words):
            return _in_text(tokens, found.end + len(words), found.parts, direction)
    return None


def _in_text(tokens: Tokens, end: int, parts: Parts, direction: Direction) -> Parse | None:
    """What is counted in whole days lies somewhere; `an hour later` is a duration."""
    if tokens.says(end - 1, "before") and not tokens.gap(end):
        return None
    amount, unit = parts[0]
    if amount is None or unit not in _WHOLE_DAYS:
        return Parse(end, Length(parts))
    return Parse(end, shifted(parts, direction, Origin.TEXT))


def _year_ago(tokens: Tokens, index: int) -> Parse | None:
    """`year-earlier`, `the year-ago quarter`, `the comparable year-earlier nine months`."""
    start = index + tokens.says(index, "the")
    start += tokens.word(start) in _COMPARED
    unit = unit_of(tokens.word(start))
    if unit is None or tokens.word(start + 1) not in ("ago", "earlier"):
        return None
    if not tokens.hyphened(start + 1):
        return None
    back = Shift(unit[0], unit[1], Direction.PAST, Origin.TEXT)
    return longest(Parse(start + 2, back), _what_was_then(tokens, start + 2, back))


def _what_was_then(tokens: Tokens, at: int, back: Shift) -> Parse | None:
    """`period`, `quarter`, `third quarter`, `nine months`."""
    if not tokens.joined(at):
        return None
    if tokens.word(at) in _PERIODS:
        return Parse(at + 1, back)
    unit = unit_of(tokens.word(at))
    if unit is not None:
        now = Shift(0, unit[1], Direction.PRESENT, Origin.TEXT)
        return Parse(at + 1, replace(back, origin=now))
    quarter = ordered(tokens, at)
    if quarter is not None and isinstance(quarter.form, Calendar):
        return Parse(quarter.end, replace(quarter.form, of=replace(back, snapped=True)))
    found = measure(tokens, at)
    return None if found is None else Parse(found.end, Length(found.parts))


def _day_before(tokens: Tokens, index: int) -> Parse | None:
    """`the day before`, `the month after`, `the night before`, where nothing follows it."""
    found = one_unit(tokens, index)
    at = index + 2
    if found is None or tokens.word(at) not in ("before", "after") or not tokens.gap(at + 1):
        return None
    moved = shifted(found.parts, _TOWARDS[tokens.word(at)], Origin.TEXT)
    night = tokens.says(index + 1, "night")
    return Parse(at + 1, Calendar(daypart=Daypart.NIGHT, of=moved) if night else moved)
