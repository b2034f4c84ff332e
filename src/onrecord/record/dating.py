"""The dates that a report may bear, with why, as rows and read back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Table, select

from onrecord.domain.document import DateCandidate, DateConstraint, DateSource, Document
from onrecord.domain.span import Span
from onrecord.record.anchor import Anchor
from onrecord.record.bulk import Value
from onrecord.record.role import DocumentRole, ReasonSort
from onrecord.record.rows import Rows
from onrecord.record.schema import date_spans, dates
from onrecord.record.schema_occasions import date_reason_spans, date_reasons

DATE_TABLES = (dates, date_spans, date_reasons, date_reason_spans)
"""All that is kept of a document's dates."""

_AnyRow = Row[tuple[object, ...]]
_Anchored = tuple[DocumentRole, Anchor]
_Of = tuple[int, int, ReasonSort]
"""A name's key, the position of one of its dates, a sort of reasons."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The date candidates of one place that a text was found in, and what they are checked by."""

    candidates: tuple[DateCandidate, ...] = ()
    anchors: tuple[_Anchored, ...] = ()


def all_date_rows(document: Document, name_key: int) -> Sequence[tuple[Table, Rows]]:
    """The rows of each of `DATE_TABLES`, in their order."""
    rows = date_rows, _span_rows, _reason_rows, _reason_span_rows
    made = (make(document, name_key) for make in rows)
    return tuple(zip(DATE_TABLES, made, strict=True))


def date_rows(document: Document, name_key: int) -> Rows:
    """The date candidates."""
    return [
        {
            "name_key": name_key,
            "position": position,
            "first": candidate.first,
            "last": candidate.last,
            "how": candidate.how.value,
            "role": candidate.role,
            "field": candidate.field,
            "raw": candidate.raw,
        }
        for position, candidate in enumerate(document.dates)
    ]


def _span_rows(document: Document, name_key: int) -> Rows:
    return [
        {"name_key": name_key, "position": position, "part": part, **_words(document, span)}
        for position, candidate in enumerate(document.dates)
        for part, span in enumerate(candidate.evidence)
    ]


def _reason_rows(document: Document, name_key: int) -> Rows:
    return [
        {
            **owner,
            "reason": constraint.reason,
            "first": constraint.first,
            "last": constraint.last,
            "detail": constraint.detail,
        }
        for owner, constraint in _constraints(document, name_key)
    ]


def _reason_span_rows(document: Document, name_key: int) -> Rows:
    return [
        {**owner, "number": number, **_words(document, span)}
        for owner, constraint in _constraints(document, name_key)
        for number, span in enumerate(constraint.evidence)
    ]


def _constraints(
    document: Document, name_key: int
) -> Iterator[tuple[dict[str, Value], DateConstraint]]:
    """In the order of the tables' keys, so that what is kept can be compared with it."""
    for position, candidate in enumerate(document.dates):
        for sort, constraints in (
            (ReasonSort.CONTRADICTION, candidate.contradictions),
            (ReasonSort.REASON, candidate.reasons),
        ):
            for part, constraint in enumerate(constraints):
                owner = {"name_key": name_key, "position": position}
                yield owner | {"sort": sort.value, "part": part}, constraint


def _words(document: Document, span: Span) -> dict[str, Value]:
    return {"start": span.start, "end": span.end, "exact": span.of(document.text)}


def load_dates(connection: Connection, name_keys: Sequence[int]) -> Mapping[int, Dated]:
    """The dates of each place. The caller keeps `name_keys` short."""
    candidates: dict[int, list[DateCandidate]] = defaultdict(list)
    anchors: dict[int, list[_Anchored]] = defaultdict(list)
    spans: dict[tuple[int, int], list[Span]] = defaultdict(list)
    for row in _rows(connection, date_spans, name_keys):
        spans[row.name_key, row.position].append(Span(row.start, row.end))
        anchors[row.name_key].append((DocumentRole.DATE, _anchor(row)))
    reasons = _load_reasons(connection, name_keys, anchors)
    for row in _rows(connection, dates, name_keys):
        given = tuple(spans.get((row.name_key, row.position), ()))
        candidates[row.name_key].append(_candidate(row, given, reasons))
    return {key: Dated(tuple(candidates[key]), tuple(anchors[key])) for key in name_keys}


def _load_reasons(
    connection: Connection, name_keys: Sequence[int], anchors: dict[int, list[_Anchored]]
) -> Mapping[_Of, list[DateConstraint]]:
    spans: dict[tuple[int, int, str, int], list[Span]] = defaultdict(list)
    for row in _rows(connection, date_reason_spans, name_keys):
        spans[row.name_key, row.position, row.sort, row.part].append(Span(row.start, row.end))
        anchors[row.name_key].append((DocumentRole.DATE_REASON, _anchor(row)))
    found: dict[_Of, list[DateConstraint]] = defaultdict(list)
    for row in _rows(connection, date_reasons, name_keys):
        evidence = tuple(spans.get((row.name_key, row.position, row.sort, row.part), ()))
        constraint = DateConstraint(row.reason, row.first, row.last, evidence, row.detail)
        found[row.name_key, row.position, ReasonSort(row.sort)].append(constraint)
    return found


def _rows(connection: Connection, table: Table, name_keys: Sequence[int]) -> Sequence[_AnyRow]:
    question = select(table).where(table.c.name_key.in_(name_keys)).order_by(*table.primary_key)
    return connection.execute(question).all()


def _anchor(row: _AnyRow) -> Anchor:
    return Anchor(Span(row.start, row.end), row.exact)


def _candidate(
    row: _AnyRow, evidence: tuple[Span, ...], reasons: Mapping[_Of, list[DateConstraint]]
) -> DateCandidate:
    of = row.name_key, row.position
    return DateCandidate(
        row.first,
        row.last,
        DateSource(row.how),
        row.field,
        row.raw,
        row.role,
        evidence,
        tuple(reasons.get((*of, ReasonSort.REASON), ())),
        tuple(reasons.get((*of, ReasonSort.CONTRADICTION), ())),
    )
