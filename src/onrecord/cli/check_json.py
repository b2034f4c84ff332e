"""A checked quotation as one JSON object."""

from collections.abc import Iterable

from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.transcript import Aligned, Checked, Passage
from onrecord.domain.wording import Change, DiffStep


def checked_json(checked: Checked) -> dict[str, object]:
    """All that is known; offsets count code points of the document's or the transcript's text."""
    quotation = checked.quotation
    row: dict[str, object] = {
        "document": quotation.statement.document_id,
        "name": quotation.document_name,
        "statement": quotation.statement.id,
        "outlet": quotation.outlet,
        "speakers": [speaker.name for speaker in quotation.speakers],
        "said": _days(quotation.said),
        "published": _days(quotation.published),
        "content": _spans(quotation.statement.content),
        "quoted": checked.quoted,
        "verdict": checked.verdict.value,
        "alteration": checked.alteration.value if checked.alteration else None,
        "absence": checked.absence.value if checked.absence else None,
        "speaker_known": checked.certain,
        "searched": {
            "transcripts": checked.searched.transcripts,
            "of_speaker": checked.searched.of_speaker,
            "of_those_days": list(checked.searched.of_those_days),
        },
    }
    if checked.passage:
        row["passage"] = _passage(quotation, checked.passage)
        row["changes"] = [_change(change, checked.passage) for change in checked.changes]
    return row


def _passage(quotation: ReportedStatement, passage: Passage) -> dict[str, object]:
    transcript = passage.transcript
    return {
        "transcript": transcript.document_id,
        "name": transcript.name,
        "title": transcript.title,
        "url": transcript.url,
        "day": _days(transcript.day),
        "place": transcript.place,
        "speaker": passage.speaker,
        "likeness": passage.likeness,
        "sentences": _spans(passage.sentences),
        "missing": _spans(passage.missing),
        "marked": _spans(passage.marked),
        "parts": [_part(quotation, part) for part in passage.parts],
        "words": passage.left,
        "diff": [_step(step, passage) for step in passage.comparison.steps],
    }


def _part(quotation: ReportedStatement, part: Aligned) -> dict[str, object]:
    return {
        "quoted": _span(quotation.in_document(part.quoted)),
        "words": _span(part.words),
        "added": _spans(quotation.in_document(span) for span in part.added),
    }


def _change(change: Change, passage: Passage) -> dict[str, object]:
    return {"kind": change.kind.value, **_sides(change.left, change.right, passage)}


def _step(step: DiffStep, passage: Passage) -> dict[str, object]:
    return {"kind": step.kind.value, **_sides(step.left, step.right, passage)}


def _sides(left: Span | None, right: Span | None, passage: Passage) -> dict[str, str]:
    """The words on record and those quoted."""
    words = {
        "record": left.of(passage.left) if left else "",
        "quoted": right.of(passage.right) if right else "",
    }
    return {side: text for side, text in words.items() if text}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [_span(span) for span in spans]


def _days(days: Period | None) -> dict[str, str] | None:
    return {"from": days.first.isoformat(), "to": days.last.isoformat()} if days else None
