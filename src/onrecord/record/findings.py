"""Statements and their anchors, read back from their rows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, Select, and_, select

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

Anchors = dict[SpanRole, list[Anchor]]


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement with what was kept to check it by."""

    key: int
    document_key: int
    statement: Statement
    anchors: Anchors = field(repr=False)

    def words(self, role: SpanRole) -> str:
        """The kept words of one role, the parts of a discontinuous span joined as always."""
        return " […] ".join(anchor.exact for anchor in self.anchors.get(role, ()))

    def lost(self, text: str) -> Iterator[tuple[SpanRole, Anchor]]:
        """The anchors that do not hold in `text`."""
        for role, anchors in self.anchors.items():
            for anchor in anchors:
                if not anchor.holds(text):
                    yield role, anchor


def select_findings() -> Select[tuple[object, ...]]:
    """Statements with their speaker; filters and an order are the caller's."""
    first_link = and_(
        speaker_links.c.statement_key == statements.c.key, speaker_links.c.position == 0
    )
    return (
        select(
            statements,
            documents.c.id.label("document_id"),
            speaker_links.c.status,
            speaker_links.c.step.label("link_step"),
            speaker_links.c.confidence.label("link_confidence"),
            speaker_links.c.name.label("speaker_name"),
        )
        .join_from(statements, documents)
        .outerjoin(speaker_links, first_link)
    )


def findings(connection: Connection, rows: Sequence[Row[tuple[object, ...]]]) -> Iterator[Finding]:
    """The findings that `rows` of `select_findings` stand for, in their order."""
    anchors = _anchors(connection, [row.key for row in rows])
    for row in rows:
        found = anchors.get(row.key, {})
        yield Finding(row.key, row.document_key, _statement(row, found), found)


def _anchors(connection: Connection, keys: Sequence[int]) -> dict[int, Anchors]:
    found: dict[int, Anchors] = defaultdict(lambda: defaultdict(list))
    for at in range(0, len(keys), _CHUNK):
        of_chunk = spans.c.statement_key.in_(keys[at : at + _CHUNK])
        question = select(spans).where(of_chunk).order_by(*spans.primary_key)
        for key, role, _, start, end, exact, prefix, suffix in connection.execute(question):
            found[key][_ROLES[role]].append(Anchor(Span(start, end), exact, prefix, suffix))
    return found


def _statement(row: Row[tuple[object, ...]], anchors: Anchors) -> Statement:
    def spans_of(role: SpanRole) -> tuple[Span, ...]:
        return tuple(anchor.span for anchor in anchors.get(role, ()))

    return Statement(
        row.id,
        row.document_id,
        StatementKind(row.kind),
        spans_of(SpanRole.CONTENT),
        spans_of(SpanRole.CUE),
        spans_of(SpanRole.SOURCE),
        SpeakerLink(
            LinkStatus(row.status),
            row.link_step,
            row.link_confidence,
            row.speaker_name,
            next(iter(spans_of(SpanRole.MENTION)), None),
            next(iter(spans_of(SpanRole.EVIDENCE)), None),
        ),
        row.parent,
        Polarity(row.polarity),
        CueStance(row.stance),
        row.confidence,
        row.step,
    )
