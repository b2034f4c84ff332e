"""Durations: `six months`, `the past three years`, `30-day`, `decades`, `a while`."""

import re

from onrecord.lexicon.times import time_words
from onrecord.times.forms import Direction, Length, Unit
from onrecord.times.grammar.measures import Measure, measure, past_qualities, plural, unit_of
from onrecord.times.grammar.parse import Doubt, Parse, longest
from onrecord.times.grammar.tokens import Tokens

_ISO = re.compile(r"P(T?)(\d+|X)([A-Z])")
_LETTERS = {
    "Y": Unit.YEAR, "M": Unit.MONTH, "W": Unit.WEEK, "D": Unit.DAY, "X": Unit.UNKNOWN,
    "TH": Unit.HOUR, "TM": Unit.MINUTE, "TS": Unit.SECOND,
}  # fmt: skip
_NOUNS = ("period", "term", "span")
"""After a measure they only say again that it is a duration."""
_FIRST_OF = ("first", "final", "early")
"""Before a measure: a part of something longer, that adjoins nothing known."""
_UP_TO_NOW = ("recent", "latest")
_PREPOSITIONS = ("following", "coming", "preceding", "past")
"""Without `the`, before a number: `following two days of talks`."""
_BEFORE_A_VERB = frozenset(
    {"to", "will", "would", "could", "can", "may", "might", "must", "should", "not"}
)
"""`to last three weeks` is no stretch that is over."""
_ARTICLES = ("a", "an")
_WHOLE = ("all", "full", "whole", "entire")
_WHICH = frozenset({"past", "next", "last", "coming", "previous"})
_BUSINESS = frozenset({"fiscal", "calendar"})
_SHORT_OF_YEARS = 3
"""A number of more figures, before a unit in the singular, is a year: `the 2021 weekend`."""
_LASTING_WITHIN = 2
"""How many words after `old` the thing may stand: `two-year-old civil war`."""


def length(tokens: Tokens, index: int) -> Parse | None:
    """The longest duration that starts at a token."""
    return longest(
        _fixed(tokens, index),
        _adjoining(tokens, index),
        _plain(tokens, index),
        _the_years(tokens, index),
        _units_alone(tokens, index),
    )


def iso_length(value: str) -> Length:
    """The Length that an ISO 8601 duration of one unit says: `P3M`, `PXX`."""
    found = _ISO.fullmatch(value)
    if found is None:
        raise ValueError(f"{value!r} is no duration of one unit: write P3M or PT1H")
    number = None if found[2] == "X" else float(found[2])
    return Length(((number, _LETTERS[found[1] + found[3]]),))


def _fixed(tokens: Tokens, index: int) -> Parse | None:
    found = tokens.wording(index, time_words().lengths)
    return None if found is None else Parse(found[0], iso_length(found[1]))


def _plain(tokens: Tokens, index: int) -> Parse | None:
    """An amount of units: `two days`, `30-day`, `the nine months`, `three-year period`."""
    start = index + tokens.says(index, "the")
    found = measure(tokens, start)
    if found is None or _is_age(tokens, found) or _has_other_use(tokens, start, found):
        return None
    end, doubt = _noun_after(tokens, found.end), _doubt(tokens, start, found)
    return Parse(end, Length(found.parts), doubt=doubt)


def _noun_after(tokens: Tokens, end: int) -> int:
    """The end with a word that adds nothing: `five-year period`, `decade-long`."""
    noun = tokens.word(end) in _NOUNS and tokens.spaced(end)
    return end + (noun or (tokens.word(end) in ("long", "old") and tokens.hyphened(end)))


def _is_age(tokens: Tokens, found: Measure) -> bool:
    """Whether it is how old someone is: `37 years old`, `6-year-old`; not `two-year-old war`."""
    if not tokens.says(found.end, "old") or not tokens.joined(found.end):
        return tokens.says(found.end, "of", "age")
    after = range(found.end + 1, found.end + 1 + _LASTING_WITHIN)
    return not any(tokens.word(place) in time_words().lasting for place in after)


def _has_other_use(tokens: Tokens, start: int, found: Measure) -> bool:
    """`a second letter`, `three quarters of`, `a fiscal year`, the programme `60 Minutes`."""
    number, word = tokens.word(start), tokens.word(found.unit_at)
    between = tokens.words[start : found.unit_at]
    if plural(word):
        adjectives = number in _WHOLE or number in _ARTICLES
        fraction = word == "quarters" and number in ("three", "3") and tokens.says(found.end, "of")
        return adjectives or fraction or _is_a_title(tokens, start, found)
    if number.isdigit() and len(number) > _SHORT_OF_YEARS:
        return True
    if _WHICH.intersection(between) or (number in _WHOLE and found.unit_at > start + 1):
        return True
    if _is_no_length(tokens, word, found) or not _BUSINESS.isdisjoint(between):
        return number in (*_ARTICLES, "one") or word == "second"
    return word == "quarter" and tokens.says(found.end, "of")


def _is_a_title(tokens: Tokens, start: int, found: Measure) -> bool:
    at = found.unit_at
    return tokens.capital(at) and tokens.word(start).isdigit() and not tokens.hyphened(at)


def _is_no_length(tokens: Tokens, word: str, found: Measure) -> bool:
    """`a second`, `a night`, `a weekend`: an ordinal, a rate, a date."""
    if word == "second":
        return not tokens.hyphened(found.unit_at)
    return word in ("night", "weekend")


def _doubt(tokens: Tokens, start: int, found: Measure) -> Doubt | None:
    number = tokens.word(start)
    if tokens.word(found.unit_at) == "quarter" and number in ("a", "one"):
        return Doubt.UNIT
    return Doubt.RATE if number in _ARTICLES and found.unit_at == start + 1 else None


def _adjoining(tokens: Tokens, index: int) -> Parse | None:
    """`the past three months`, `the next few days`, `the first nine months`, `recent weeks`."""
    words = time_words()
    start = index + (tokens.word(index) in ("the", "these", "those") and tokens.spaced(index + 1))
    word = tokens.word(start)
    side = words.relative.get(word) or words.relative_in_text.get(word)
    if side is None and word not in _FIRST_OF and word not in _UP_TO_NOW:
        return None
    direction = None if word in _FIRST_OF else Direction(side or Direction.PAST)
    if not tokens.joined(start + 1) or word == "this" or _is_verb(tokens, index, word):
        return None
    return longest(
        _number_of(tokens, start, direction, alone=start == index),
        _fortnight(tokens, start + 1, direction) if side else None,
        _some_of(tokens, start, direction),
    )


def _is_verb(tokens: Tokens, index: int, word: str) -> bool:
    return word == "last" == tokens.word(index) and tokens.word(index - 1) in _BEFORE_A_VERB


def _number_of(
    tokens: Tokens, start: int, direction: Direction | None, *, alone: bool
) -> Parse | None:
    """`past three months`."""
    found = measure(tokens, start + 1)
    if found is None or found.unit_at == start + 1 or _is_age(tokens, found):
        return None
    if alone and tokens.word(start) in _PREPOSITIONS:
        return None
    return Parse(found.end, Length(found.parts, direction))


def _fortnight(tokens: Tokens, at: int, direction: Direction | None) -> Parse | None:
    """`next fortnight`: a unit that is a number of others."""
    unit = unit_of(tokens.word(at))
    if unit is None or unit[0] == 1 or plural(tokens.word(at)):
        return None
    return Parse(at + 1, Length(((float(unit[0]), unit[1]),), direction))


def _some_of(tokens: Tokens, start: int, direction: Direction | None) -> Parse | None:
    """`recent weeks`, `coming years`, `the early years`."""
    at = past_qualities(tokens, start + 1)
    unit = unit_of(tokens.word(at)) if plural(tokens.word(at)) and tokens.joined(at) else None
    early = tokens.says(start, "early") and unit is not None and unit[1] is Unit.YEAR
    if unit is None or (tokens.word(start) in _FIRST_OF and not early):
        return None
    return Parse(at + 1, Length(((None, unit[1]),), direction))


def _the_years(tokens: Tokens, index: int) -> Parse | None:
    """`over the years`, `in the weeks before`."""
    unit = unit_of(tokens.word(index + 1)) if tokens.says(index, "the") else None
    if unit is None or not plural(tokens.word(index + 1)) or not tokens.spaced(index + 1):
        return None
    before, after = tokens.word(index - 1), tokens.word(index + 2)
    past = before in ("over", "through", "throughout", "down")
    beside = before in ("in", "during") and after in ("before", "after", "since", "leading")
    return Parse(index + 2, Length(((None, unit[1]),))) if past or beside else None


def _units_alone(tokens: Tokens, index: int) -> Parse | None:
    """`years`, `decades-long`, `weeks or months`: mostly the context tells whether it is meant."""
    word = tokens.word(index)
    unit = unit_of(word)
    if unit is None or tokens.hyphened(index) or tokens.says(index - 1, "the"):
        return None
    if tokens.says(index + 1, "long") and tokens.hyphened(index + 1):
        number = None if plural(word) else float(unit[0])
        return Parse(index + 2, Length(((number, unit[1]),)))
    if not plural(word):
        return None
    alone = Length(((None, unit[1]),))
    if tokens.says(index + 1, "or") and plural(tokens.word(index + 2)):
        return Parse(index + 3, alone)
    return Parse(index + 1, alone, doubt=Doubt.UNIT)
