"""Parts of years and months by number: `the third quarter`, `Q3`, `the first week`."""

from onrecord.lexicon.times import time_words
from onrecord.times.forms import Calendar, Unit
from onrecord.times.grammar.measures import plural, unit_of
from onrecord.times.grammar.numbers import ordinal
from onrecord.times.grammar.parse import Doubt, Parse
from onrecord.times.grammar.tokens import Tokens

_LAST = -1
_HALF_OF_SOMETHING_ELSE = ("hour", "an", "a", "time")


def ordered(tokens: Tokens, index: int) -> Parse | None:
    """`the third quarter`, `the second half`, `the first week of`, `the last Friday of`."""
    start = index + tokens.says(index, "the")
    number = ordinal(tokens, start)
    if number is None or not tokens.joined(number[0]):
        return None
    at, value = number
    word = tokens.word(at)
    if word in ("quarter", "quarters") and (value == _LAST or 1 <= value <= 4):
        # "the last quarter" is the one before, but where "of" follows
        doubt = Doubt.UNIT if tokens.says(start, "last") else None
        return Parse(at + 1, Calendar(quarter=4 if value == _LAST else value), doubt=doubt)
    if word == "half" and value in (1, 2, _LAST):
        form = Calendar(half=2 if value == _LAST else value)
        is_part = tokens.word(at + 1) not in _HALF_OF_SOMETHING_ELSE
        return Parse(at + 1, form, doubt=Doubt.UNIT) if is_part else None
    return _part(tokens, at, value)


def _part(tokens: Tokens, at: int, value: int) -> Parse | None:
    """A week, day, month or weekday of what must follow: `the first week of May`."""
    if tokens.word(at + 1) not in ("of", "in") or not tokens.spaced(at):
        return None
    form = _numbered(tokens, at, value)
    return None if form is None else Parse(at + 1, form, doubt=Doubt.UNIT)


def _numbered(tokens: Tokens, at: int, value: int) -> Calendar | None:
    word, words = tokens.word(at), time_words()
    if word in words.weekdays and tokens.capital(at):
        return Calendar(weekday=words.weekdays[word], nth=value)
    unit = unit_of(word)
    if unit is None or plural(word) or unit[0] != 1:
        return None
    if unit[1] is Unit.WEEK:
        return Calendar(week=value)
    if unit[1] is Unit.DAY and word == "day":
        return Calendar(day=value, nth=value)
    if unit[1] is Unit.MONTH and value <= 12:
        return Calendar(month=12 if value == _LAST else value, nth=value)
    return Calendar(weekend=True, nth=value) if unit[1] is Unit.WEEKEND else None


def quarter_mark(tokens: Tokens, index: int) -> Parse | None:
    """`Q3`, `H1`."""
    letter, figure = tokens.word(index), tokens.word(index + 1)
    if not tokens.capital(index) or not tokens.touches(index + 1) or not figure.isdigit():
        return None
    if letter == "q" and 1 <= int(figure) <= 4:
        return Parse(index + 2, Calendar(quarter=int(figure)))
    if letter == "h" and 1 <= int(figure) <= 2:
        return Parse(index + 2, Calendar(half=int(figure)))
    return None
