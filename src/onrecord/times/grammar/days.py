"""Days and months by name: `May 7, 2013`, `7 May`, `Friday, May 7`, `the 5th`, `May 1998`."""

import re
from dataclasses import replace

from onrecord.lexicon.times import time_words
from onrecord.times.forms import Calendar, Range
from onrecord.times.grammar.figures import exists, figures
from onrecord.times.grammar.numbers import cardinal, ordinal, year_in_words
from onrecord.times.grammar.parse import Doubt, Parse, longest
from onrecord.times.grammar.tokens import Tokens

_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"1\d{3}|2[01]\d\d")
_TWO_FIGURES = re.compile(r"\d\d")
_MONEY = ("$", "£", "€", "¥")
_TO = ("to", "through", "until", "till")
_APOSTROPHES = ("'", "’")
_AFTER_WEEKDAY = (",", "(", "-", "–")
_AFTER_SHORT_WEEKDAY = (",", ".", ".,", "(")
_COUNTED = (
    "percent", "per", "million", "billion", "people", "members", "soldiers", "troops", "countries",
)  # fmt: skip
_SPOKEN_DAYS = range(21, 32)
"""Days that two words name; `May two soldiers` is no day."""


def day(tokens: Tokens, index: int) -> Parse | None:
    """The longest date of a day, a weekday or a month that starts at a token."""
    word = tokens.word(index)
    if word[:1].isdigit():
        return longest(figures(tokens, index), _day_month(tokens, index))
    return longest(
        _month_day(tokens, index),
        _weekday(tokens, index),
        _nth(tokens, index) if word == "the" else None,
        _day_month(tokens, index),
    )


def year_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The token after a year, and the year: `1998`, `nineteen ninety-eight`."""
    word = tokens.word(index)
    return (index + 1, int(word)) if _YEAR.fullmatch(word) else year_in_words(tokens, index)


def _month_day(tokens: Tokens, index: int) -> Parse | None:
    """`May 7`, `Feb. 25, 1998`, `May 7-9`, `May 2013`, `May`."""
    month = time_words().months.get(tokens.word(index))
    if month is None:
        return None
    number = _day_after(tokens, index + 1)
    form = None if number is None else Calendar(month=month, day=number[1])
    if number is None or form is None or not exists(form):
        return _month(tokens, index + 1, month)
    end = number[0]
    return longest(Parse(end, form), _with_year(tokens, end, form), _to_day(tokens, end, form))


def _day_after(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The day after the name of a month: `7`, `7th`, `the 7th`, `eighth`, `twenty-one`."""
    at += tokens.says(at, "the") and tokens.spaced(at)
    dotted = tokens.gap(at) == "." and _is_short(tokens, at - 1)
    if not dotted and not tokens.follows(at, "-"):
        return None
    found = _DAY.fullmatch(tokens.word(at))
    if found and 1 <= int(found[1]) <= 31 and not _counts(tokens, at + 1):
        return at + 1, int(found[1])
    spoken = cardinal(tokens, at)
    if spoken and spoken.end == at + 2 and spoken.value and int(spoken.value) in _SPOKEN_DAYS:
        return spoken.end, int(spoken.value)
    number = ordinal(tokens, at)
    if number is None or not 1 <= number[1] <= 31 or tokens.says(number[0], "quarter"):
        return None
    return number


def _is_short(tokens: Tokens, index: int) -> bool:
    return tokens.word(index) in time_words().month_abbreviations


def _counts(tokens: Tokens, index: int) -> bool:
    """Whether the number before the token counts something: `In May 30 percent`."""
    return tokens.spaced(index) and tokens.word(index) in _COUNTED


def _with_year(tokens: Tokens, at: int, form: Calendar) -> Parse | None:
    """The year after a day: `, 1998`, ` 1998`, ` '98`."""
    year = year_at(tokens, at)
    if year is not None and tokens.follows(at, ","):
        return Parse(year[0], replace(form, year=year[1]))
    if tokens.gap(at) in _APOSTROPHES and _TWO_FIGURES.fullmatch(tokens.word(at)):
        return Parse(at + 1, replace(form, year=int(tokens.word(at)), short_year=True))
    return None


def _to_day(tokens: Tokens, at: int, form: Calendar) -> Parse | None:
    """`May 7-9`, `May 7 to 9, 2013`."""
    worded = tokens.word(at) in _TO and tokens.spaced(at)
    if not worded and not tokens.hyphened(at):
        return None
    at += worded
    found = _DAY.fullmatch(tokens.word(at))
    if found is None or not (form.day or 0) < int(found[1]) <= 31:
        return None
    if _counts(tokens, at + 1) or (worded and tokens.hyphened(at + 1)):
        return None
    last = replace(form, day=int(found[1]))
    year = _with_year(tokens, at + 1, last)
    if year is None or not isinstance(year.form, Calendar):
        return Parse(at + 1, Range(form, last))
    return Parse(year.end, Range(replace(form, year=year.form.year), year.form))


def _month(tokens: Tokens, at: int, month: int) -> Parse | None:
    """A month, with its year if one follows."""
    form = Calendar(month=month)
    year = year_at(tokens, at)
    dotted = tokens.gap(at) == "." and _is_short(tokens, at - 1)
    if year is not None and (dotted or tokens.follows(at, ",", "-")):
        return Parse(year[0], replace(form, year=year[1]))
    short = _with_year(tokens, at, form) if tokens.gap(at) in _APOSTROPHES else None
    return short or Parse(at, form, doubt=Doubt.MONTH)


def _day_month(tokens: Tokens, index: int) -> Parse | None:
    """`7 May`, `7th of May 2013`, `the 7th of May`, `5-7 May`, `3 and 4 May`."""
    start = index + tokens.says(index, "the")
    first = _day_number(tokens, start)
    if first is None or tokens.gap(start).endswith(_MONEY):
        return None
    at, number = first
    last = _last_day(tokens, at, number)
    if last is not None:
        at = last[0]
    at += tokens.says(at, "of") and tokens.spaced(at)
    month = time_words().months.get(tokens.word(at))
    if month is None or not tokens.follows(at, "-", ".") or not tokens.capital(at):
        return None
    return _days_of(tokens, at + 1, Calendar(month=month, day=number), last and last[1])


def _day_number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The token after the number of a day, and the number."""
    found = _DAY.fullmatch(tokens.word(at))
    number = (at + 1, int(found[1])) if found else ordinal(tokens, at)
    return number if number and 1 <= number[1] <= 31 else None


def _last_day(tokens: Tokens, at: int, first: int) -> tuple[int, int] | None:
    """The second of two days before their month: `5-7 May`, `3 to 5 May`."""
    worded = tokens.word(at) in (*_TO, "and") and tokens.spaced(at)
    if not worded and not tokens.hyphened(at):
        return None
    found = _DAY.fullmatch(tokens.word(at + worded))
    if found is None or not first < int(found[1]) <= 31:
        return None
    return at + worded + 1, int(found[1])


def _days_of(tokens: Tokens, at: int, form: Calendar, last: int | None) -> Parse | None:
    if not exists(form):
        return None
    whole = longest(Parse(at, form), _with_year(tokens, at, form))
    if whole is None or last is None or not isinstance(whole.form, Calendar):
        return whole
    return Parse(whole.end, Range(whole.form, replace(whole.form, day=last)))


def _weekday(tokens: Tokens, index: int) -> Parse | None:
    """`Friday`, `Friday, May 7`, `Friday the 13th`, `Fri., Feb. 25`."""
    words, word = time_words(), tokens.word(index)
    number = words.weekdays.get(word)
    if number is None or not tokens.capital(index):
        return None
    short = word in words.weekday_abbreviations
    dated = _weekday_date(tokens, index + 1, short=short)
    if dated is not None and isinstance(dated.form, Calendar):
        return Parse(dated.end, replace(dated.form, weekday=number), doubt=dated.doubt)
    alone = Parse(index + 1, Calendar(weekday=number), doubt=Doubt.WEEKDAY if short else None)
    return dated or alone


def _weekday_date(tokens: Tokens, at: int, *, short: bool) -> Parse | None:
    """The date after a weekday."""
    if tokens.follows(at, *(_AFTER_SHORT_WEEKDAY if short else _AFTER_WEEKDAY)):
        found = longest(_month_day(tokens, at), _day_month(tokens, at), figures(tokens, at))
        form = None if found is None else found.form
        if isinstance(form, Range) or (isinstance(form, Calendar) and form.day):
            return found
    nth = _nth(tokens, at) if tokens.spaced(at) else None
    return None if nth is None else replace(nth, doubt=None)


def _nth(tokens: Tokens, index: int) -> Parse | None:
    """`the 5th`, after a weekday `21st` too: a day of a month that is not named."""
    start = index + tokens.says(index, "the")
    number = ordinal(tokens, start) if tokens.word(start)[:1].isdigit() else None
    if number is None or not 1 <= number[1] <= 31:
        return None
    return Parse(number[0], Calendar(day=number[1]), doubt=Doubt.DAY)
