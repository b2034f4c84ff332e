"""Years and longer: `1998`, `fiscal 1989`, `1990-95`, `the '80s`, `the 20th century`."""

import re
from dataclasses import replace

from onrecord.lexicon.times import time_words
from onrecord.times.forms import Calendar, Range
from onrecord.times.grammar.days import year_at
from onrecord.times.grammar.numbers import ordinal
from onrecord.times.grammar.parse import Doubt, Parse, longest
from onrecord.times.grammar.quarters import ordered, quarter_mark
from onrecord.times.grammar.tokens import Tokens

_DECADE = re.compile(r"(\d{3})0s")
_SHORT_DECADE = re.compile(r"(\d)0s")
_ROUND_YEAR = re.compile(r"(1\d\d|20\d)0")
_FOUR_FIGURES = re.compile(r"\d{4}")
_TWO_FIGURES = re.compile(r"\d\d")
_ELISIONS = ("'", "’", "‘", "`")
_BEFORE_CHRIST = ("bc", "bce")
"""TIMEX3 has no years before the first that a calendar of ours could hold."""
_BUSINESS = ("fiscal", "calendar", "fy", "financial")
_LONGEST_RANGE = 150
"""Of two figures that follow each other as years, the second is no later than so many years."""


def years(tokens: Tokens, index: int) -> Parse | None:
    """The longest of them that starts at a token."""
    return longest(
        _fiscal(tokens, index),
        _named_year(tokens, index),
        _year(tokens, index),
        _decade(tokens, index),
        _century(tokens, index),
    )


def _fiscal(tokens: Tokens, index: int) -> Parse | None:
    """`fiscal 1989`, `fiscal year 1990`, `the fiscal first quarter`, `calendar 1990`."""
    start = index + tokens.says(index, "the")
    if tokens.word(start) not in _BUSINESS or not tokens.joined(start + 1):
        return None
    fiscal = tokens.word(start) != "calendar"
    at = start + 1 + tokens.says(start + 1, "year")
    year = year_at(tokens, at)
    if year is not None and tokens.joined(at):
        return Parse(year[0], Calendar(year=year[1], fiscal=fiscal))
    quarter = ordered(tokens, start + 1)
    if quarter is None or not isinstance(quarter.form, Calendar) or not quarter.form.quarter:
        return None
    return replace(quarter, form=replace(quarter.form, fiscal=fiscal))


def _named_year(tokens: Tokens, index: int) -> Parse | None:
    """`the year 2000`, `the year of 2008`, `the 1988 period`, `the 1988 second quarter`."""
    start = index + tokens.says(index, "the")
    if tokens.says(start, "year"):
        at = start + 1 + tokens.says(start + 1, "of")
        year = year_at(tokens, at) if tokens.spaced(at) else None
        return Parse(year[0], Calendar(year=year[1])) if year else None
    year = year_at(tokens, start) if start > index else None
    if year is None:
        return None
    if tokens.says(year[0], "period"):
        return Parse(year[0] + 1, Calendar(year=year[1]))
    return _part_of_year(tokens, *year)


def _year(tokens: Tokens, index: int) -> Parse | None:
    """`1998`, `1990-95`, `2017 Q1`, `nineteen ninety-eight`."""
    year = year_at(tokens, index)
    if year is None:
        return None
    in_figures = tokens.word(index).isdigit()
    alone = Parse(year[0], Calendar(year=year[1]), doubt=Doubt.YEAR if in_figures else None)
    return longest(alone, _part_of_year(tokens, *year), _until(tokens, *year))


def _part_of_year(tokens: Tokens, at: int, year: int) -> Parse | None:
    if not tokens.spaced(at):
        return None
    part = longest(ordered(tokens, at), quarter_mark(tokens, at))
    if part is None or part.doubt is not None or not isinstance(part.form, Calendar):
        return None
    return Parse(part.end, replace(part.form, year=year))


def _until(tokens: Tokens, at: int, first: int) -> Parse | None:
    """The last year of several: `1990-95`, `2011-2013`, `2014/15`."""
    word = tokens.word(at)
    if not tokens.hyphened(at) and tokens.gap(at) != "/":
        return None
    if _FOUR_FIGURES.fullmatch(word):
        last = int(word)
    elif _TWO_FIGURES.fullmatch(word) and not tokens.hyphened(at + 1):
        last = first // 100 * 100 + int(word)
    else:
        return None
    if not first < last <= first + _LONGEST_RANGE:
        return None
    return Parse(at + 1, Range(Calendar(year=first), Calendar(year=last)), doubt=Doubt.YEAR)


def _decade(tokens: Tokens, index: int) -> Parse | None:
    """`the 1980s`, `the 1980's`, `the '80s`, `the eighties`."""
    start = index + tokens.says(index, "the")
    word, the = tokens.word(start), start > index
    long = _DECADE.fullmatch(word)
    if long is None and the and tokens.gap(start + 1) in ("'s", "’s"):
        long = _ROUND_YEAR.fullmatch(word)
    if long:
        return Parse(start + 1, Calendar(decade=int(long[1])))
    short = _SHORT_DECADE.fullmatch(word)
    marked = the or tokens.gap(start) in _ELISIONS
    if short:
        number: int | None = int(short[1])
    else:
        number, marked = time_words().decades.get(word), the
    if number is None or not marked:
        return None
    return Parse(start + 1, Calendar(decade=number, short_year=True))


def _century(tokens: Tokens, index: int) -> Parse | None:
    """`the 20th century`, `19th-century`."""
    start = index + tokens.says(index, "the")
    number = ordinal(tokens, start)
    if number is None or not 1 <= number[1] <= 30 or not tokens.joined(number[0]):
        return None
    at, value = number
    if tokens.word(at) not in ("century", "centuries"):
        return None
    if tokens.word(at + 1) in _BEFORE_CHRIST and tokens.spaced(at + 1):
        return None
    return Parse(at + 1, Calendar(century=value))
