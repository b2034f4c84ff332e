"""Dates that a report states of itself: in a line of its own, or in its dateline."""

import re
from collections.abc import Iterator, Sequence

from onrecord.domain.document import Block, BlockKind, DateCandidate, DateSource, Document
from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.times.dating.calendar_dates import calendars, is_undated_day, stated_period
from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.days import days_of, on_weekdays, runs
from onrecord.times.dating.scene import OPENING
from onrecord.times.forms import Calendar, Direction
from onrecord.times.phrase import TimePhrase

DATE_LINE, DATELINE = "date-line", "dateline"

NEWS_DAYS = 2
"""A report with a dateline tells of that day or one of the two before: so 66 of 68 reports in the
training halves that have a weekday beside a verb in the past right after a dateline."""

LEAD_CHARACTERS = 600

_MODIFIED = re.compile(r"\b(?:updat|modif|edit|revis|correct)", re.IGNORECASE)


def stated_dates(document: Document, phrases: Sequence[TimePhrase]) -> Iterator[DateCandidate]:
    """Dates above the report, each with what it dates.

    One without its year is of the year of the document's own date, where that is known.
    """
    for block, phrase in _in_datelines(document, phrases):
        for form in calendars(phrase.form)[:1]:
            period = stated_period(form) or _beside(form, document.published)
            if period is not None:
                line = block.span.of(document.text)
                yield DateCandidate(
                    period.first,
                    period.last,
                    DateSource.STATED,
                    DATELINE if _runs_on(document.text, block) else DATE_LINE,
                    phrase.span.of(document.text),
                    role="modified" if _MODIFIED.search(line) else "published",
                    evidence=(phrase.span,),
                )


def _beside(form: Calendar, published: DateCandidate | None) -> Period | None:
    """The day without a year that is nearest to a known one."""
    if published is None or not is_undated_day(form) or form.month is None or form.day is None:
        return None
    found = tuple(runs(days_of(form.month, form.day)))
    return min(found, key=lambda day: abs(day.first - published.first))


def _runs_on(text: str, block: Block) -> bool:
    """Whether the report begins in the same line."""
    return bool(text[block.span.end :].partition("\n")[0].strip())


def dateline_clues(document: Document, phrases: Sequence[TimePhrase]) -> Iterator[Clue]:
    """A dateline's day, whose year is left out, and the weekday of the news after it."""
    for block, phrase in _in_datelines(document, phrases):
        for form in calendars(phrase.form)[:1]:
            if is_undated_day(form):
                days = days_of(form.month or 1, form.day or 1)
                yield Clue(Reason.DATELINE, days, (phrase.span,), "the day of the dateline")
                yield from _weekday_after(block, phrases)
                return


def _weekday_after(block: Block, phrases: Sequence[TimePhrase]) -> Iterator[Clue]:
    lead = Span(block.span.end, block.span.end + LEAD_CHARACTERS)
    for phrase in phrases:
        form = phrase.form
        if lead.contains(phrase.span) and _is_past_weekday(form, phrase.hint):
            assert isinstance(form, Calendar)
            days = on_weekdays(form.weekday or 1, NEWS_DAYS)
            yield Clue(Reason.NEWS_DAY, days, (phrase.span,), "the weekday of the news")
            return


def _is_past_weekday(form: object, hint: Direction | None) -> bool:
    if not isinstance(form, Calendar) or form.weekday is None or hint is not Direction.PAST:
        return False
    others = (form.year, form.month, form.day, form.nth, form.which, form.of)
    return all(other is None for other in others) and not form.from_text


def _in_datelines(
    document: Document, phrases: Sequence[TimePhrase]
) -> Iterator[tuple[Block, TimePhrase]]:
    """Expressions of time in the datelines above the report."""
    read = 0
    for block in document.blocks:
        read += block.kind is BlockKind.PARAGRAPH
        if read > OPENING:
            return
        if block.kind is BlockKind.DATELINE:
            for phrase in phrases:
                if block.span.contains(phrase.span):
                    yield block, phrase
