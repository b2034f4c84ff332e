"""Expressions of time, found in a text: the grammar near telling words, and the reader's marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.domain.time import TimeMark, TimeType
from onrecord.times.evidence import SURELY_MARKED, backed, strongest
from onrecord.times.forms import (
    Calendar,
    Direction,
    Form,
    Length,
    Origin,
    Range,
    Repeated,
    Shift,
    Unit,
)
from onrecord.times.grammar.composition import expression
from onrecord.times.grammar.parse import Parse
from onrecord.times.grammar.tokens import Tokens
from onrecord.times.granularity import unit_of_form
from onrecord.times.phrase import TimePhrase
from onrecord.times.resolving import resolve_times
from onrecord.times.tense import Hint, direction_around
from onrecord.times.triggers import may_lead, telling_tokens

__all__ = ["TimePhrase", "find_phrases", "resolve_times"]

MAX_LEADING = 8
"""How many words of an expression may stand before the one that gives it away."""
SURE = 0.95
DOUBTFUL = 0.7
"""Scores where the reader has no marks: of words with no other use, and of the others."""
_LEADING_GAPS = frozenset({"", "-", "–", ",", ".", "/", "'", "’", "'s", "’s", "‘", "`"})
_WORD = re.compile(r"[^\W\d_]{3}")
"""Figures that no rule reads are no expression of time, whatever the reader takes them for."""
_TIMES = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
_VAGUE: dict[TimeType, Form] = {
    TimeType.DATE: Calendar(),
    TimeType.TIME: Calendar(),
    TimeType.DURATION: Length(((None, Unit.UNKNOWN),)),
    TimeType.SET: Repeated(Length(((None, Unit.UNKNOWN),))),
}
"""What is known of a mark that the grammar makes nothing of."""


def find_phrases(text: str, reading: Reading) -> tuple[TimePhrase, ...]:
    """The expressions of time in a text, in order, none overlapping another.

    What the grammar finds without doubt stands; of the rest what the context takes for an
    expression, where the reader has marks only with a mark of `MARKED`. Marks of `SURELY_MARKED`
    that nothing overlaps become expressions of their own.
    """
    tokens = Tokens(text)
    found = tuple(_phrases(tokens, reading.times))
    if not reading.times:
        return found
    marked = _marked(tokens, reading.times, found)
    return tuple(sorted((*found, *marked), key=lambda phrase: phrase.span))


def _phrases(tokens: Tokens, marks: Sequence[TimeMark]) -> Iterator[TimePhrase]:
    done = 0
    for index in telling_tokens(tokens):
        found = _around(tokens, index, done, marks) if index >= done else None
        if found is not None:
            start, parse = found
            done = parse.end
            yield _phrase(tokens, start, parse, marks)


def _around(
    tokens: Tokens, index: int, done: int, marks: Sequence[TimeMark]
) -> tuple[int, Parse] | None:
    """The expression about a word that gives one away, from as far back as it may start."""
    first = index
    while first > max(done, index - MAX_LEADING) and _leads(tokens, first - 1):
        first -= 1
    for start in range(first, index + 1):
        parse = expression(tokens, start)
        if parse is None or parse.end <= index or _premodifies(tokens, start, parse.end):
            continue
        if backed(tokens, start, parse, _span(tokens, start, parse.end), marks):
            return start, parse
    return None


def _premodifies(tokens: Tokens, start: int, end: int) -> bool:
    """Whether `the` belongs to a noun that a hyphened expression precedes: `the two-year war`."""
    return tokens.word(start) == "the" and tokens.hyphened(end - 1) and tokens.spaced(end)


def _leads(tokens: Tokens, index: int) -> bool:
    return tokens.gap(index + 1) in _LEADING_GAPS and may_lead(tokens.word(index))


def _span(tokens: Tokens, start: int, end: int) -> Span:
    first, last = tokens.span(start)[0], tokens.span(end - 1)[1]
    if tokens.words[end - 1] == "m" and tokens.text[last : last + 1] == ".":
        last += 1
    return Span(first, last)


def _phrase(tokens: Tokens, start: int, parse: Parse, marks: Sequence[TimeMark]) -> TimePhrase:
    span = _span(tokens, start, parse.end)
    hint = _hint(tokens, start, parse)
    return TimePhrase(
        span,
        parse.type or type_of(parse.form),
        parse.form,
        mod=parse.mod or None,
        hint=None if hint is None else hint.direction,
        hint_sure=hint is not None and hint.sure,
        score=max(strongest(marks, span), SURE if parse.doubt is None else DOUBTFUL),
    )


def type_of(form: Form) -> TimeType:
    """TIMEX3's type of a form."""
    if isinstance(form, Length):
        return TimeType.DURATION
    if isinstance(form, Repeated):
        return TimeType.SET
    if isinstance(form, Calendar | Shift | Range) and unit_of_form(form) in _TIMES:
        return TimeType.TIME
    return TimeType.DATE


def _hint(tokens: Tokens, start: int, parse: Parse) -> Hint | None:
    form = parse.form
    if isinstance(form, Shift) and form.direction is Direction.FUTURE and _is_weekday(form.origin):
        return Hint(Direction.FUTURE, sure=True)
    return direction_around(tokens, start, parse.end) if _is_open(form) else None


def _is_weekday(form: Origin | Form) -> bool:
    return isinstance(form, Calendar) and form.weekday is not None and form.day is None


def _is_open(form: Form) -> bool:
    """Whether its year or week is left to the context."""
    if isinstance(form, Range):
        return _is_open(form.start)
    if isinstance(form, Shift):
        return isinstance(form.origin, Calendar | Shift) and _is_open(form.origin)
    if not isinstance(form, Calendar):
        return False
    if form.of is not None:
        return _is_open(form.of)
    return form.year is None and form.which is None and form.decade is None


def _marked(
    tokens: Tokens, marks: Sequence[TimeMark], found: Sequence[TimePhrase]
) -> Iterator[TimePhrase]:
    """What the marks say that nothing was found for: by the grammar alone, else vaguely."""
    for mark in marks:
        if mark.score < SURELY_MARKED or any(mark.span.overlaps(one.span) for one in found):
            continue
        parsed = _parsed(tokens, mark.span)
        if parsed is not None:
            yield _phrase(tokens, *parsed, marks)
        elif _WORD.search(tokens.text, mark.span.start, mark.span.end):
            yield TimePhrase(mark.span, mark.type, _VAGUE[mark.type], score=mark.score)


def _parsed(tokens: Tokens, span: Span) -> tuple[int, Parse] | None:
    """The first expression inside a span, doubtful or not."""
    first = bisect_left(range(tokens.size), span.start, key=lambda at: tokens.span(at)[0])
    last = bisect_right(range(tokens.size), span.end, key=lambda at: tokens.span(at)[1])
    for start in range(first, last):
        parse = expression(tokens, start)
        if parse is not None and parse.end <= last:
            return start, parse
    return None
