"""Whether words that have other uses are meant as an expression of time."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from onrecord.domain.span import Span
from onrecord.domain.time import TimeMark
from onrecord.lexicon.times import time_words
from onrecord.times.forms import Calendar, Range, Shift, Unit
from onrecord.times.grammar.parse import Doubt, Parse
from onrecord.times.grammar.tokens import Tokens

MARKED = 0.1
"""A mark of this score backs words which the context takes for an expression of time.

On 205 texts of TBAQ 14 of 40 such words without a mark were one, of those with one 245 of 290.
"""
SURELY_MARKED = 0.7
"""A mark of this score makes an expression of words which the context does not.

There marks of .5 to .7 that the grammar makes nothing of were as often wrong as right.
"""
_LIKELY_YEARS = range(1900, 2051)
"""Four figures in news that count nothing are a year if they lie here."""
_NUMBER_BEFORE = frozenset("$£€¥#+*=/:@°")
_NUMBER_AFTER = frozenset("%°/")
_WHOLE_UNITS = (Unit.QUARTER, Unit.YEAR, Unit.WEEK, Unit.MONTH)

Judge = Callable[[Tokens, int, Parse], bool]


def strongest(marks: Sequence[TimeMark], span: Span) -> float:
    """The highest score of the marks that overlap a span; they are in order and apart."""
    score = 0.0
    for place in range(bisect_right(marks, span.start, key=_end_of), len(marks)):
        if marks[place].span.start >= span.end:
            break
        score = max(score, marks[place].score)
    return score


def _end_of(mark: TimeMark) -> int:
    return mark.span.end


def backed(tokens: Tokens, start: int, parse: Parse, span: Span, marks: Sequence[TimeMark]) -> bool:
    """Whether the expression stands: no doubt, or the context and the reader's marks for it."""
    named = _is_in_a_name(tokens, start, parse.end)
    if parse.doubt is None and not named:
        return True
    meant = not named and in_context(tokens, start, parse)
    if not marks:
        return meant
    return strongest(marks, span) >= (MARKED if meant else SURELY_MARKED)


def in_context(tokens: Tokens, start: int, parse: Parse) -> bool:
    """Whether the words around speak for a doubtful expression."""
    return parse.doubt is None or _JUDGES[parse.doubt](tokens, start, parse)


def _is_in_a_name(tokens: Tokens, start: int, end: int) -> bool:
    """`USA Today`, `Daily Mail`, `Sunday Times`, `This Week`: capitals where none belong."""
    words, word = time_words(), tokens.word(start)
    if not tokens.capital(start) or not tokens.capital(end - 1) or word in words.months:
        return False
    after = tokens.capital(end) and tokens.spaced(end)
    if word in words.weekdays:
        return end == start + 1 and after and tokens.word(end) in words.papers
    if not word.isalpha() or word in words.feast_names.words:
        return False
    inside = tokens.spaced(start) and tokens.capital(start - 1)
    if word in words.papers_before:
        return after or inside
    return inside and tokens.word(start - 1) not in words.weekdays


def _year(tokens: Tokens, start: int, parse: Parse) -> bool:
    """`in 2012`, `the 1978 law`; not `2000 people`, `$1990`, `resolution 2254`."""
    words = time_words()
    if _is_in_a_number(tokens, start, parse.end) or tokens.word(start - 1) in words.numbered:
        return False
    form = parse.form.start if isinstance(parse.form, Range) else parse.form
    year = form.year if isinstance(form, Calendar) else None
    if year is None or (year % 10 == 0 and _counts(tokens, parse.end)):
        return False
    prepared = tokens.word(start - 1) in words.before_dates and tokens.spaced(start)
    return year in _LIKELY_YEARS or (prepared and not _counts(tokens, parse.end))


def _is_in_a_number(tokens: Tokens, start: int, end: int) -> bool:
    before, after = tokens.gap(start), tokens.gap(end)
    if before[-1:] in _NUMBER_BEFORE or after[:1] in _NUMBER_AFTER:
        return True
    if before.endswith(".") and tokens.touches(start):
        return True
    return tokens.hyphened(start) and tokens.word(start - 1)[:1].isdigit()


def _counts(tokens: Tokens, index: int) -> bool:
    """Whether the number before the token counts it: `2000 people`, `1900 votes`."""
    word = tokens.word(index)
    if tokens.capital(index) or not tokens.spaced(index):
        return False
    words = time_words()
    plural = word.endswith("s") and not word.endswith("ss") and word not in words.no_plurals
    return plural or word in words.counted


def _month(tokens: Tokens, start: int, parse: Parse) -> bool:
    """`in May`, `March to June`; not `may`, `Jan Kavan`, `June Carter`."""
    words, word = time_words(), tokens.word(start)
    if not tokens.capital(start):
        return False
    prepared = tokens.word(start - 1) in words.before_dates and tokens.joined(start)
    if word in words.verb_months:
        return prepared or _is_before_month(tokens, parse.end)
    if word in words.month_abbreviations:
        return _is_before_month(tokens, parse.end) or (prepared and not _names(tokens, parse.end))
    if word in words.first_names:
        return prepared or not _names(tokens, parse.end)
    return True


def _names(tokens: Tokens, index: int) -> bool:
    """Whether a name goes on with the token: `Jan Kavan`."""
    return tokens.capital(index) and tokens.spaced(index)


def _is_before_month(tokens: Tokens, index: int) -> bool:
    """Whether another month follows: `Jan-Mar 2015`, `May to July`."""
    words = time_words()
    linked = tokens.word(index) in words.range_words and tokens.capital(index + 1)
    if linked and tokens.word(index + 1) in words.months:
        return True
    return tokens.hyphened(index) and tokens.word(index) in words.months


def _weekday(tokens: Tokens, start: int, parse: Parse) -> bool:
    """`on Wed`, `Sun.`; not `Sun`, the company."""
    if tokens.gap(parse.end).startswith("."):
        return True
    return tokens.word(start - 1) == "on" and not _names(tokens, parse.end)


def _season(tokens: Tokens, start: int, parse: Parse) -> bool:
    """`by spring`, `over the summer`; not `the fall of`, `to fall`."""
    words, before = time_words(), tokens.word(start - 1)
    if before not in words.before_dates or not tokens.spaced(start):
        return False
    if tokens.word(start) == "the":
        return not tokens.says(parse.end, "of")
    return before not in words.before_fall


def _day(tokens: Tokens, start: int, parse: Parse) -> bool:
    """`on the 5th`; not `the 5th floor`."""
    words = time_words()
    if tokens.word(start - 1) not in words.before_days:
        return False
    return not tokens.spaced(parse.end) or tokens.word(parse.end) in words.after_days


def _clock(tokens: Tokens, start: int, parse: Parse) -> bool:
    """`at 9:30`; not the score 3:10."""
    del parse
    return tokens.word(start - 1) in time_words().before_clock


def _daypart(tokens: Tokens, start: int, parse: Parse) -> bool:
    """`in the morning`; not `the dawn of`."""
    if tokens.word(start) != "the" or tokens.says(parse.end, "of"):
        return False
    return tokens.word(start - 1) in time_words().before_dayparts


def _word(tokens: Tokens, start: int, parse: Parse) -> bool:
    """`now`, `recently`, `soon`; not `as soon as`, `the future of`."""
    words, word = time_words(), tokens.word(start)
    if parse.end > start + 1:
        return tokens.word(parse.end) != "of"
    if word == "soon":
        return tokens.word(start - 1) not in words.before_soon and not tokens.says(parse.end, "as")
    return word not in words.weak_references


def _unit(tokens: Tokens, start: int, parse: Parse) -> bool:
    """`for years`, `within weeks`, `in the first half`; not `a quarter`."""
    words, before = time_words(), tokens.word(start - 1)
    if isinstance(parse.form, Calendar):
        return parse.form.half is not None and before in words.before_halves
    if tokens.word(parse.end - 1) in words.small_units:
        return False
    return before in words.before_units


def _definite(tokens: Tokens, start: int, parse: Parse) -> bool:
    """`for the quarter`, `of the day`; not `the day when`, `the year of`."""
    words = time_words()
    if tokens.spaced(parse.end) and tokens.word(parse.end) in words.after_clauses:
        return False
    if isinstance(parse.form, Shift) and parse.form.unit in _WHOLE_UNITS:
        return not tokens.hyphened(parse.end)
    if tokens.says(start - 3, "at", "the", "end"):
        return False
    return tokens.word(start - 1) in words.before_dayparts or tokens.word(start - 1) == "of"


def _rate(tokens: Tokens, start: int, parse: Parse) -> bool:
    """`a year`; not `annual`, which is seldom about a time."""
    del parse
    return tokens.word(start) in time_words().rates


_JUDGES: Mapping[Doubt, Judge] = {
    Doubt.YEAR: _year,
    Doubt.MONTH: _month,
    Doubt.WEEKDAY: _weekday,
    Doubt.SEASON: _season,
    Doubt.DAY: _day,
    Doubt.CLOCK: _clock,
    Doubt.DAYPART: _daypart,
    Doubt.WORD: _word,
    Doubt.UNIT: _unit,
    Doubt.DEFINITE: _definite,
    Doubt.RATE: _rate,
}
