"""Days and units beside others of their kind: `yesterday`, `last week`, `next May`, `that day`."""

from dataclasses import dataclass, replace

from onrecord.lexicon.times import time_words
from onrecord.times.forms import (
    Calendar,
    Daypart,
    Direction,
    Form,
    Length,
    Origin,
    Season,
    Shift,
    Unit,
)
from onrecord.times.grammar.days import day
from onrecord.times.grammar.measures import plural, unit_of
from onrecord.times.grammar.parse import Doubt, Parse, longest
from onrecord.times.grammar.quarters import ordered
from onrecord.times.grammar.tokens import Tokens

_STEPS = {Direction.PAST: 1.0, Direction.PRESENT: 0.0, Direction.FUTURE: 1.0}
_NO_DAYS = ("last", "past", "current", "coming", "upcoming", "latest")
"""Before `day` these say which of several: `his last day in office`."""
_MANY_YEARS = {Unit.DECADE: 10.0, Unit.CENTURY: 100.0, Unit.MILLENNIUM: 1000.0}
"""`The past decade` is the past ten years, not the 2000s."""
_HERE = Direction.PRESENT
_TOO_SHORT = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
_QUALITIES = (
    "fiscal", "calendar", "working", "full", "entire", "whole", "financial", "academic", "school",
    "crucial", "very", "same", "current", "business", "trading",
)  # fmt: skip
_ENDED = ("ended", "ending", "through", "to")


@dataclass(frozen=True, slots=True)
class _Side:
    """Which of its kind is meant, and as seen from what."""

    direction: Direction
    origin: Origin

    def shift(self, unit: Unit) -> Shift:
        return Shift(_STEPS[self.direction], unit, self.direction, self.origin, snapped=True)

    def on(self, form: Calendar) -> Calendar:
        """A place in the calendar, on that side."""
        return replace(form, which=self.direction, from_text=self.origin is Origin.TEXT)


def relative(tokens: Tokens, index: int) -> Parse | None:
    """The longest of them that starts at a token."""
    return longest(
        _by_distance(tokens, index),
        _part_of_day(tokens, index),
        _beside(tokens, index),
        _definite(tokens, index),
    )


def _by_distance(tokens: Tokens, index: int) -> Parse | None:
    """`yesterday`, `the day after tomorrow`."""
    found = tokens.wording(index, time_words().days)
    return None if found is None else Parse(found[0], _day_at(found[1]))


def _day_at(distance: int) -> Shift:
    if not distance:
        return Shift(0, Unit.DAY, Direction.PRESENT)
    return Shift(abs(distance), Unit.DAY, Direction.PAST if distance < 0 else Direction.FUTURE)


def _part_of_day(tokens: Tokens, index: int) -> Parse | None:
    """`tonight`, `overnight`, `this morning`, `last night`, `the next morning`."""
    if tokens.word(index) in ("tonight", "overnight"):
        return Parse(index + 1, Calendar(daypart=Daypart.NIGHT, of=_day_at(0)))
    start = index + tokens.says(index, "the")
    part = time_words().dayparts.get(tokens.word(start + 1))
    side = _side(tokens, start, definite=start > index) if part else None
    if side is None or part is None or not tokens.spaced(start + 1):
        return None
    return Parse(start + 2, Calendar(daypart=Daypart(part), of=side.shift(Unit.DAY)))


def _side(tokens: Tokens, index: int, *, definite: bool) -> _Side | None:
    """What `last`, `next`, `that` say of what follows; `definite` after `the`.

    `the next day`, `the next morning` are counted from the text, `next week` from publication,
    and so is `over the next week`.
    """
    words = time_words()
    word, after = tokens.word(index), tokens.word(index + 1)
    if word in words.relative_in_text:
        return _Side(Direction(words.relative_in_text[word]), Origin.TEXT)
    if word not in words.relative:
        return None
    told = unit_of(after) is not None and tokens.word(index - 2) not in words.before_dates
    counted = definite and word == "next" and (told or after in words.dayparts)
    return _Side(Direction(words.relative[word]), Origin.TEXT if counted else Origin.PUBLICATION)


def _beside(tokens: Tokens, index: int) -> Parse | None:
    """`last week`, `this past spring`, `the following month`, `next Friday`, `that quarter`."""
    more = tokens.word(index) in ("the", "this") and _is_side(tokens.word(index + 1))
    start = index + (more and tokens.spaced(index + 1))
    side = _side(tokens, start, definite=start > index)
    at = _past_qualities(tokens, start + 1)
    if side is None or not tokens.spaced(at):
        return None
    return longest(_unit(tokens, start, at, side), _named(tokens, at, side))


def _is_side(word: str) -> bool:
    words = time_words()
    return word in words.relative or word in words.relative_in_text


def _past_qualities(tokens: Tokens, at: int) -> int:
    while tokens.word(at) in _QUALITIES and tokens.joined(at):
        at += 1
    return at


def _unit(tokens: Tokens, start: int, at: int, side: _Side) -> Parse | None:
    """`last week`, `this fiscal year`, `the same period`, `the past decade`."""
    word = tokens.word(at)
    if word == "period" and side.origin is Origin.TEXT:
        return Parse(at + 1, side.shift(Unit.UNKNOWN))
    unit = _calendar_unit(tokens, at)
    if unit is None or tokens.hyphened(at + 1):
        return None
    if unit is Unit.DAY and tokens.word(at - 1) in _NO_DAYS:
        return None
    if unit is Unit.WEEKEND and side.origin is Origin.PUBLICATION:
        return Parse(at + 1, Calendar(weekend=True, which=side.direction))
    if unit in _MANY_YEARS and side.origin is Origin.PUBLICATION and side.direction != _HERE:
        return Parse(at + 1, Length(((_MANY_YEARS[unit], Unit.YEAR),), side.direction))
    if unit is Unit.YEAR and "fiscal" in tokens.words[start:at]:
        return Parse(at + 1, Calendar(fiscal=True, of=side.shift(unit)))
    return Parse(at + 1, side.shift(unit))


def _calendar_unit(tokens: Tokens, at: int) -> Unit | None:
    """A unit of a day or more, in the singular."""
    word = tokens.word(at)
    unit = unit_of(word)
    if unit is None or unit[0] != 1 or unit[1] in _TOO_SHORT or plural(word) or word == "night":
        return None
    return unit[1]


def _named(tokens: Tokens, at: int, side: _Side) -> Parse | None:
    """`last Friday`, `next May`, `this summer`, `next Christmas`, `last Oct. 23`."""
    words, word = time_words(), tokens.word(at)
    feast = tokens.wording(at, words.feast_names)
    if feast is not None:
        return Parse(feast[0], side.on(Calendar(feast=feast[1])))
    if word in words.weekdays and tokens.capital(at):
        return _weekday(tokens, at, side)
    if word in words.months and tokens.capital(at):
        found = day(tokens, at)
        if found is None or not isinstance(found.form, Calendar) or found.form.year:
            return found
        return Parse(found.end, side.on(found.form))
    if word in words.seasons:
        return Parse(at + 1, side.on(Calendar(season=Season(words.seasons[word]))))
    return _quarter(tokens, at, side)


def _weekday(tokens: Tokens, at: int, side: _Side) -> Parse | None:
    """`next Friday` is that of next week, `last Friday` the one before, `this` one this week's."""
    words, word = time_words(), tokens.word(at)
    if word in words.weekday_abbreviations and not tokens.gap(at + 1).startswith("."):
        return None
    form = Calendar(weekday=words.weekdays[word])
    if tokens.says(at - 1, "next"):
        week: Form = side.shift(Unit.WEEK)
        return Parse(at + 1, replace(form, of=week))
    return Parse(at + 1, side.on(form))


def _quarter(tokens: Tokens, at: int, side: _Side) -> Parse | None:
    """`this first quarter`; after `that` it begins a clause."""
    found = None if tokens.says(at - 1, "that") else ordered(tokens, at)
    if found is None or not isinstance(found.form, Calendar) or not found.form.quarter:
        return None
    return Parse(found.end, side.on(found.form))


def _definite(tokens: Tokens, index: int) -> Parse | None:
    """`the day`, `the quarter`, `the full year`: what the text spoke of, where it is meant."""
    if not tokens.says(index, "the"):
        return None
    at = _past_qualities(tokens, index + 1)
    unit = _calendar_unit(tokens, at) if tokens.spaced(at) else None
    if unit is None:
        return None
    if unit is not Unit.QUARTER and tokens.word(at + 1) in _ENDED and tokens.spaced(at + 1):
        return Parse(at + 1, Length(((1.0, unit),)))
    if unit is Unit.WEEKEND:
        return Parse(at + 1, Calendar(weekend=True))
    spoken_of = Shift(0, unit, Direction.PRESENT, Origin.TEXT, snapped=True)
    return Parse(at + 1, spoken_of, doubt=Doubt.DEFINITE)
