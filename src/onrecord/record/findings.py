"""Statements and their anchors, read back from their rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, Row, Select, select

from onrecord.domain.act import Act, Root
from onrecord.domain.occasion import Party, Said
from onrecord.domain.period import Period
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
from onrecord.record.occurring import Occurring, load_occasions
from onrecord.record.parties import KeptParty, Owner, load_parties
from onrecord.record.role import PartyRole, SpanRole
from onrecord.record.schema import documents, spans, speaker_links, statements

_CHUNK = 500
"""Keys in one question; SQLite takes 32,766, PostgreSQL 65,535."""

_ROLES = {role.value: role for role in SpanRole}

Anchors = dict[SpanRole, dict[int, Anchor]]
"""Each role's anchors by their part, in order."""

Links = list[Row[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement with what was kept to check it by.

    `position` is its place in the document, `occasion_position` that of its occasion, or -1.
    """

    key: int
    document_key: int
    position: int
    statement: Statement
    anchors: Anchors = field(repr=False)
    occurring: Occurring | None = None
    occasion_position: int = -1

    def words(self, role: SpanRole) -> str:
        """The kept words of one role, the parts of a discontinuous span joined as always."""
        return " […] ".join(anchor.exact for anchor in self.anchors.get(role, {}).values())

    def orphaned(self, text: str) -> bool:
        """Whether one of its anchors, or of its occasion's, does not hold in `text`."""
        lost = any(True for _ in self.lost(text))
        return lost or (self.occurring is not None and any(self.occurring.lost(text)))

    def lost(self, text: str) -> Iterator[tuple[SpanRole, Anchor]]:
        """The anchors of its own that do not hold in `text`."""
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
    of_statements = _Parts(_anchors(connection, keys), _links(connection, keys))
    document_keys = sorted({row.document_key for row in rows})
    parties = load_parties(connection, document_keys)
    occurring = load_occasions(connection, document_keys, parties)
    for row in rows:
        found = None if row.occasion is None else occurring[row.document_key][row.occasion]
        yield _finding(row, of_statements, parties, found)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What statements consist of, by their keys."""

    anchors: dict[int, Anchors]
    links: dict[int, Links]


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


def _finding(
    row: Row[tuple[object, ...]],
    parts: _Parts,
    parties: Mapping[Owner, list[KeptParty]],
    occurring: Occurring | None,
) -> Finding:
    anchors = dict(parts.anchors.get(row.key, {}))
    addressees, via, targets = (
        parties.get((row.document_key, role, row.position), [])
        for role in (PartyRole.ADDRESSEE, PartyRole.VIA, PartyRole.TARGET)
    )
    statement = replace(
        _statement(row, anchors, parts.links.get(row.key, [])),
        occasion=occurring.occasion if occurring else None,
        addressees=tuple(kept.party for kept in addressees),
        reported_via=tuple(kept.party for kept in via),
        act=_act(row, anchors, tuple(kept.party for kept in targets)),
    )
    for role, found in (
        (SpanRole.ADDRESSEE, addressees),
        (SpanRole.VIA, via),
        (SpanRole.TARGET, targets),
    ):
        if found:
            anchors[role] = {part: kept.anchor for part, kept in enumerate(found)}
    at = -1 if row.occasion is None else row.occasion
    return Finding(row.key, row.document_key, row.position, statement, anchors, occurring, at)


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
        _said(row, spans_of(SpanRole.SAID)),
    )


def _said(row: Row[tuple[object, ...]], evidence: tuple[Span, ...]) -> Said | None:
    if row.said_first is None:
        return None
    period = Period(row.said_first, row.said_last)
    return Said(period, row.said_step, evidence, row.said_confidence)


def _act(row: Row[tuple[object, ...]], anchors: Anchors, targets: tuple[Party, ...]) -> Act | None:
    if row.act is None:
        return None
    evidence = tuple(anchor.span for anchor in anchors.get(SpanRole.ACT, {}).values())
    return Act(Root(row.act), row.act_step, row.act_confidence, evidence, targets)


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
