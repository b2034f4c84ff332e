"""Expressions of time in sentences about invented places, found without a model."""

from collections.abc import Sequence
from datetime import date

from onrecord.domain.document import DateCandidate, DateSource
from onrecord.domain.reading import Reading
from onrecord.domain.time import TimeExpression, TimeMark
from onrecord.text.quotes import QuotationView
from onrecord.times.phrase import TimePhrase
from onrecord.times.phrases import find_phrases, resolve_times

WEDNESDAY = date(2033, 5, 11)
"""The day on which the sentences are published, in week 19."""


def published(first: date | None, last: date | None = None) -> DateCandidate | None:
    """A day, or an interval of days, of publication."""
    if first is None:
        return None
    return DateCandidate(first, last or first, DateSource.STATED, "test", first.isoformat())


def phrases(text: str, marks: Sequence[TimeMark] = ()) -> tuple[TimePhrase, ...]:
    """The expressions as the words give them."""
    reading = Reading("document", (), QuotationView((), ()), (), times=tuple(marks))
    return find_phrases(text, reading)


ON_WEDNESDAY = published(WEDNESDAY)


def times(
    text: str, day: DateCandidate | None = ON_WEDNESDAY, marks: Sequence[TimeMark] = ()
) -> tuple[TimeExpression, ...]:
    """The expressions with their values."""
    return resolve_times(text, phrases(text, marks), day)


def values(text: str, day: DateCandidate | None = ON_WEDNESDAY) -> dict[str, str]:
    """The value of each expression by its words."""
    return {found.span.of(text): found.value for found in times(text, day)}


def words(text: str, marks: Sequence[TimeMark] = ()) -> list[str]:
    """The words of each expression."""
    return [found.span.of(text) for found in phrases(text, marks)]
