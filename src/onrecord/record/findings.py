"""Statements and their anchors, read back from their rows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, Select, select

from onrecord.domain.span import Span
from onrecord.domain.statement import (
    CueStance,
    LinkStatus,
    Polarity,
    SpeakerLink,
    Statement,
    StatementKind,
)
from onrecord.record.anchor import Anchor
from onrecord.record.role import SpanRole
from onrecord.record.schema import documents, spans, speaker_links, statements

_CHUNK = 500
"""Keys in one question; SQLite takes 32,766, PostgreSQL 65,535."""

_ROLES = {role.value: role for role in SpanRole}

Anchors = dict[SpanRole, dict[int, Anchor]]
"""Each role's anchors by their part, in order."""

Links = list[Row[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement with what was kept to check it by."""

    key: int
    document_key: int
    statement: Statement
    anchors: Anchors = field(repr=False)

    def words(self, role: SpanRole) -> str:
        """The kept words of one role, the parts of a discontinuous span joined as always."""
        return " […] ".join(anchor.exact for anchor in self.anchors.get(role, {}).values())

    def lost(self, text: str) -> Iterator[tuple[SpanRole, Anchor]]:
        """The anchors that do not hold in `text`."""
        for role, anchors in self.anchors.items():
            for anchor in anchors.values():
                if not anchor.holds(text):
                    yield role, anchor


def select_findings() -> Select[tuple[object, ...]]:
    """Statements; filters and an order are the caller's."""
    return select(statements, documents.c.id.label("document_id")).join_from(statements, documents)


def findings(connection: Connection, rows: Sequence[Row[tuple[object, ...]]]) -> Iterator[Finding]:
    """The findings that `rows` of `select_findings` stand for, in their order."""
    keys = [row.key for row in rows]
    anchors, links = _anchors(connection, keys), _links(connection, keys)
    for row in rows:
        found = anchors.get(row.key, {})
        statement = _statement(row, found, links.get(row.key, []))
        yield Finding(row.key, row.document_key, statement, found)


def _anchors(connection: Connection, keys: Sequence[int]) -> dict[int, Anchors]:
    found: dict[int, Anchors] = defaultdict(lambda: defaultdict(dict))
    for at in range(0, len(keys), _CHUNK):
        of_chunk = spans.c.statement_key.in_(keys[at : at + _CHUNK])
        question = select(spans).where(of_chunk).order_by(*spans.primary_key)
        for key, role, part, start, end, exact, prefix, suffix in connection.execute(question):
            found[key][_ROLES[role]][part] = Anchor(Span(start, end), exact, prefix, suffix)
    return found


def _links(connection: Connection, keys: Sequence[int]) -> dict[int, Links]:
    found: dict[int, Links] = defaultdict(list)
    for at in range(0, len(keys), _CHUNK):
        of_chunk = speaker_links.c.statement_key.in_(keys[at : at + _CHUNK])
        question = select(speaker_links).where(of_chunk).order_by(*speaker_links.primary_key)
        for row in connection.execute(question):
            found[row.statement_key].append(row)
    return found


def _statement(row: Row[tuple[object, ...]], anchors: Anchors, links: Links) -> Statement:
    def spans_of(role: SpanRole) -> tuple[Span, ...]:
        return tuple(anchor.span for anchor in anchors.get(role, {}).values())

    return Statement(
        row.id,
        row.document_id,
        StatementKind(row.kind),
        spans_of(SpanRole.CONTENT),
        spans_of(SpanRole.CUE),
        spans_of(SpanRole.SOURCE),
        tuple(_speaker(link, anchors) for link in links),
        row.parent,
        Polarity(row.polarity),
        CueStance(row.stance),
        row.confidence,
        row.step,
    )


def _speaker(link: Row[tuple[object, ...]], anchors: Anchors) -> SpeakerLink:
    def span_of(role: SpanRole) -> Span | None:
        anchor = anchors.get(role, {}).get(link.position)
        return anchor.span if anchor else None

    return SpeakerLink(
        LinkStatus(link.status),
        link.step,
        link.confidence,
        link.name,
        span_of(SpanRole.MENTION),
        span_of(SpanRole.EVIDENCE),
        link.profile,
    )
