"""Statements that pass a query, one after the other, each checked against its document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.domain.document import DateCandidate
from onrecord.record.actors import preferred_names
from onrecord.record.find import find_document
from onrecord.record.findings import Finding, findings, select_findings
from onrecord.record.load import load_date_candidates
from onrecord.record.matching import ActorMatcher
from onrecord.record.query import StatementQuery
from onrecord.record.role import SpanRole
from onrecord.record.schema import documents, names, statements
from onrecord.record.speaking import speakers_of
from onrecord.record.stored import StoredStatement
from onrecord.record.stored_actor import StoredSpeaker

_CHUNK = 200
"""Statements read ahead."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What a document says about each of its statements."""

    key: int
    text: str
    name: str
    outlet: str | None
    title: str | None
    url: str | None
    published: DateCandidate | None


def answer(
    connection: Connection, query: StatementQuery, matcher: ActorMatcher | None = None
) -> Iterator[StoredStatement]:
    """By date of publication, the undated last; then by document and place in it."""
    of_first_name = names.c.document_key == documents.c.key, names.c.position == 0
    question = select_findings().join(names, of_first_name[0] & of_first_name[1])
    question = question.where(*query.conditions(matcher))
    if query.document is not None:
        key = find_document(connection, query.document)
        question = question.where(statements.c.document_key == key)
    question = question.order_by(
        documents.c.published_first.is_(None),
        documents.c.published_first,
        documents.c.published_last,
        names.c.name,
        documents.c.id,
        statements.c.position,
    ).limit(query.limit)
    context: _Context | None = None
    rows = connection.execute(question, execution_options={"yield_per": _CHUNK})
    for chunk in rows.partitions():
        actors = speakers_of(connection, [row.key for row in chunk])
        called = preferred_names(connection, actors.values())
        for finding in findings(connection, chunk):
            if context is None or context.key != finding.document_key:
                context = _context(connection, finding.document_key)
            yield _stored(finding, context, _speakers(finding, actors, called))


def _context(connection: Connection, key: int) -> _Context:
    question = select(
        documents.c.text,
        names.c.key.label("name_key"),
        names.c.name,
        names.c.outlet,
        names.c.title,
        names.c.url,
    ).join_from(documents, names)
    row = connection.execute(question.where(documents.c.key == key, names.c.position == 0)).one()
    candidates = load_date_candidates(connection, row.name_key)
    published = next((found for found in candidates if found.role == "published"), None)
    return _Context(key, row.text, row.name, row.outlet, row.title, row.url, published)


def _speakers(
    finding: Finding, actors: Mapping[tuple[int, int], str], called: Mapping[str, str]
) -> tuple[StoredSpeaker, ...]:
    speakers = enumerate(finding.statement.speakers)
    links = [(actors.get((finding.key, position)), link.name) for position, link in speakers]
    return tuple(StoredSpeaker(actor, called.get(actor or "", name)) for actor, name in links)


def _stored(
    finding: Finding, context: _Context, speakers: tuple[StoredSpeaker, ...]
) -> StoredStatement:
    return StoredStatement(
        finding.statement,
        context.name,
        context.outlet,
        context.title,
        context.url,
        context.published,
        finding.words(SpanRole.SOURCE),
        finding.words(SpanRole.CUE),
        finding.words(SpanRole.CONTENT),
        speakers=speakers,
        orphaned=any(True for _ in finding.lost(context.text)),
    )
