"""A document with every date that it may bear, the best first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.domain.document import DateCandidate, DateConstraint, DateSource, Document
from onrecord.times.dating.calendar_dates import dated_clues, nearest_clue, undated_clues
from onrecord.times.dating.campaigns import campaign_clues
from onrecord.times.dating.clue import Clue
from onrecord.times.dating.days import has_both_ends, period_of
from onrecord.times.dating.durations import duration_clues
from onrecord.times.dating.happenings import event_clues
from onrecord.times.dating.holders import holder_clues
from onrecord.times.dating.meeting import Meeting, meet
from onrecord.times.dating.recency import recency_clues
from onrecord.times.dating.relative_dates import relative_date_clues
from onrecord.times.dating.scene import Scene, scene_of
from onrecord.times.dating.stated import DATELINE, dateline_clues, stated_dates
from onrecord.times.phrase import TimePhrase

PUBLISHED = "published"
INFERRED_FIELD = "text"


def date_document(
    document: Document, phrases: Sequence[TimePhrase], held: Sequence[DateConstraint] = ()
) -> Document:
    """The document with all candidates in `dates`, the best for its publication first.

    That is what its metadata state, then what its text states. Where nothing states the day of
    publication it is inferred from the text; without evidence for both ends there is no candidate.
    """
    given = [found for found in document.dates if found.how is not DateSource.INFERRED]
    guessed = [found for found in document.dates if found.how is DateSource.INFERRED]
    dates = (*given, *stated_dates(document, phrases), *guessed)
    if not any(found.role == PUBLISHED for found in dates):
        inferred = infer(document, phrases, held)
        dates = (*dates, inferred) if inferred else dates
    return replace(document, dates=dates) if dates != document.dates else document


def infer(
    document: Document, phrases: Sequence[TimePhrase], held: Sequence[DateConstraint]
) -> DateCandidate | None:
    """The narrowest period that the text allows, with its reasons."""
    scene = scene_of(document, phrases)
    datelines = tuple(dateline_clues(document, phrases))
    clues = (*datelines, *clues_of(scene, held))
    met = meet(clues)
    met = meet((*clues, *recency_clues(clues, met)))
    return _candidate(scene, met, DATELINE if datelines else INFERRED_FIELD)


def clues_of(scene: Scene, held: Sequence[DateConstraint]) -> Iterator[Clue]:
    """Everything in a text that speaks for some days and against others."""
    yield from dated_clues(scene)
    yield from undated_clues(scene)
    yield from nearest_clue(scene)
    yield from relative_date_clues(scene)
    yield from event_clues(scene)
    yield from duration_clues(scene)
    yield from campaign_clues(scene)
    yield from holder_clues(held)


def _candidate(scene: Scene, met: Meeting, field: str) -> DateCandidate | None:
    period = period_of(met.days)
    if period is None or not has_both_ends(met.days):
        return None
    evidence = tuple(sorted({span for clue in met.reasons for span in clue.evidence}))
    return DateCandidate(
        period.first,
        period.last,
        DateSource.INFERRED,
        field,
        " … ".join(span.of(scene.text) for span in evidence),
        role=PUBLISHED,
        evidence=evidence,
        reasons=tuple(clue.constraint(period) for clue in met.reasons),
        contradictions=tuple(clue.constraint(None) for clue in met.contradictions),
    )
