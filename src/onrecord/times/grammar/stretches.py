"""Stretches with a name: seasons, named days, the end of the year; with years and quarters."""

from onrecord.lexicon.times import time_words
from onrecord.times.forms import Calendar, Direction, Season, Shift, Unit
from onrecord.times.grammar.days import year_at
from onrecord.times.grammar.measures import plural, unit_of
from onrecord.times.grammar.parse import Doubt, Parse, longest
from onrecord.times.grammar.quarters import ordered, quarter_mark
from onrecord.times.grammar.tokens import Tokens
from onrecord.times.grammar.years import years

_ENDING = (Unit.YEAR, Unit.MONTH, Unit.QUARTER)
_AROUND_FEASTS = (Unit.WEEK, Unit.WEEKEND)


def stretch(tokens: Tokens, index: int) -> Parse | None:
    """The longest of them that starts at a token."""
    return longest(
        years(tokens, index),
        ordered(tokens, index),
        quarter_mark(tokens, index),
        _season(tokens, index),
        _feast(tokens, index),
        _end(tokens, index),
    )


def _season(tokens: Tokens, index: int) -> Parse | None:
    """`the summer`, `spring 1998`."""
    at = index + tokens.says(index, "the")
    season = time_words().seasons.get(tokens.word(at))
    if season is None:
        return None
    year = year_at(tokens, at + 1)
    if year is not None and tokens.joined(at + 1):
        return Parse(year[0], Calendar(season=Season(season), year=year[1]))
    return Parse(at + 1, Calendar(season=Season(season)), doubt=Doubt.SEASON)


def _feast(tokens: Tokens, index: int) -> Parse | None:
    """`Christmas`, `New Year's Day`, `Easter 2018`, `Easter week`."""
    found = tokens.wording(index, time_words().feast_names)
    if found is None or not tokens.capital(found[0] - 1):
        return None
    if not tokens.capital(index) and not tokens.says(index, "the"):
        return None
    at, name = found
    unit = unit_of(tokens.word(at)) if tokens.spaced(at) else None
    if unit is not None and unit[1] in _AROUND_FEASTS:
        around = Shift(0, unit[1], Direction.PRESENT, Calendar(feast=name), snapped=True)
        return Parse(at + 1, around)
    year = year_at(tokens, at)
    if year is not None and tokens.follows(at, ","):
        return Parse(year[0], Calendar(feast=name, year=year[1]))
    return Parse(at, Calendar(feast=name))


def _end(tokens: Tokens, index: int) -> Parse | None:
    """`year-end`, `the year's end`, `month-end`, `year-end 1990`."""
    at = index + tokens.says(index, "the")
    unit = unit_of(tokens.word(at))
    if unit is None or unit[1] not in _ENDING or plural(tokens.word(at)):
        return None
    if tokens.word(at + 1) != "end" or not (tokens.joined(at + 1) or tokens.owned(at + 1)):
        return None
    year = year_at(tokens, at + 2)
    if unit[1] is Unit.YEAR and year is not None and tokens.spaced(at + 2):
        return Parse(year[0], Calendar(year=year[1]), mod="END")
    now = Shift(0, unit[1], Direction.PRESENT, snapped=True)
    return Parse(at + 2, now, mod="END")
