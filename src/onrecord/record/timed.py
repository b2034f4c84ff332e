"""Expressions of time, as rows and read back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, select

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.domain.time import TimeExpression, TimeStep, TimeType
from onrecord.record.anchor import Anchor
from onrecord.record.bulk import Value
from onrecord.record.role import DocumentRole
from onrecord.record.rows import Rows
from onrecord.record.schema_occasions import times

_TYPES = {type.value: type for type in TimeType}
_STEPS = {step.value: step for step in TimeStep}


@dataclass(frozen=True, slots=True)
class Timed:
    """An expression with what was kept to check it by."""

    expression: TimeExpression
    anchors: tuple[tuple[DocumentRole, Anchor], ...]


def time_rows(analysed: AnalysedDocument, document_key: int) -> Rows:
    """The expressions of time."""
    text = analysed.document.text
    return [
        {"document_key": document_key, "position": position, **_expression(text, found)}
        for position, found in enumerate(analysed.times)
    ]


def _expression(text: str, found: TimeExpression) -> dict[str, Value]:
    period, anchor = found.period, found.anchor
    return {
        "start": found.span.start,
        "end": found.span.end,
        "exact": found.span.of(text),
        "type": found.type.value,
        "value": found.value,
        "step": found.step.value,
        "mod": found.mod,
        "first": period.first if period else None,
        "last": period.last if period else None,
        "anchor_start": anchor.start if anchor else None,
        "anchor_end": anchor.end if anchor else None,
        "anchor_exact": anchor.of(text) if anchor else None,
        "score": found.score,
    }


def load_times(connection: Connection, document_keys: Sequence[int]) -> Mapping[int, list[Timed]]:
    """The expressions of each document, in order. The caller keeps `document_keys` short."""
    found: dict[int, list[Timed]] = defaultdict(list)
    question = select(times).where(times.c.document_key.in_(document_keys))
    for row in connection.execute(question.order_by(*times.primary_key)).all():
        found[row.document_key].append(Timed(_read(row), tuple(_anchors(row))))
    return found


def _read(row: Row[tuple[object, ...]]) -> TimeExpression:
    return TimeExpression(
        Span(row.start, row.end),
        _TYPES[row.type],
        row.value,
        _STEPS[row.step],
        row.mod,
        Period(row.first, row.last) if row.first else None,
        None if row.anchor_start is None else Span(row.anchor_start, row.anchor_end),
        row.score,
    )


def _anchors(row: Row[tuple[object, ...]]) -> Iterator[tuple[DocumentRole, Anchor]]:
    yield DocumentRole.TIME, Anchor(Span(row.start, row.end), row.exact)
    if row.anchor_start is not None:
        span = Span(row.anchor_start, row.anchor_end)
        yield DocumentRole.TIME_ANCHOR, Anchor(span, row.anchor_exact)
