"""Statements that pass a query, one after the other, each checked against its document."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from onrecord.domain.document import DateCandidate
from onrecord.domain.occasion import Party
from onrecord.record.actors import preferred_names
from onrecord.record.dating import Dated, load_dates
from onrecord.record.find import find_document
from onrecord.record.findings import Finding, findings, select_findings
from onrecord.record.matching import ActorMatcher
from onrecord.record.partaking import PartyActors, party_actors
from onrecord.record.query import StatementQuery, said_first, said_last
from onrecord.record.role import PartyRole, SpanRole
from onrecord.record.schema import documents, names, statements
from onrecord.record.speaking import speakers_of
from onrecord.record.stored import StoredStatement
from onrecord.record.stored_actor import StoredParty, StoredSpeaker

_CHUNK = 200
"""Statements read ahead."""

_CONTEXTS = 16
"""Documents kept at hand: what was said on one day stands in a few, and texts may be long."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What a document says about each of its statements."""

    text: str
    name: str
    outlet: str | None
    title: str | None
    url: str | None
    published: DateCandidate | None


@dataclass(frozen=True, slots=True)
class _Actors:
    """Who the speakers and parties of a chunk of statements are, and what they are called."""

    speakers: Mapping[tuple[int, int], str]
    parties: PartyActors
    called: Mapping[str, str]


def answer(
    connection: Connection, query: StatementQuery, matcher: ActorMatcher | None = None
) -> Iterator[StoredStatement]:
    """In the query's order, the undated last; then by document and place in it."""
    for chunk in answer_rows(connection, query, matcher):
        yield from (stored for stored, _ in chunk)


def answer_rows(
    connection: Connection,
    query: StatementQuery,
    matcher: ActorMatcher | None = None,
    conditions: Sequence[ColumnElement[bool]] = (),
) -> Iterator[Sequence[tuple[StoredStatement, str]]]:
    """The same, a chunk at a time, each with its document's text; `conditions` narrow the query."""
    of_first_name = names.c.document_key == documents.c.key, names.c.position == 0
    question = select_findings().join(names, of_first_name[0] & of_first_name[1])
    question = question.where(*query.conditions(matcher), *conditions)
    if query.document is not None:
        key = find_document(connection, query.document)
        question = question.where(statements.c.document_key == key)
    question = question.order_by(*_order(query)).limit(query.limit)
    contexts = _Contexts(connection)
    rows = connection.execute(question, execution_options={"yield_per": _CHUNK})
    for chunk in rows.partitions():
        actors = _actors(connection, [(row.key, row.document_key) for row in chunk])
        found: list[tuple[StoredStatement, str]] = []
        following = [row.document_key for row in chunk]
        for place, finding in enumerate(findings(connection, chunk)):
            context = contexts.of(finding.document_key, following[place:])
            found.append((_stored(finding, context, actors), context.text))
        yield found


def _order(query: StatementQuery) -> tuple[ColumnElement[Any], ...]:
    published = documents.c.published_first, documents.c.published_last
    first, last = published if query.order == "published" else (said_first, said_last)
    place = names.c.name, documents.c.id, statements.c.position
    return (first.is_(None), first, last, *place)


class _Contexts:
    """The facts of documents, of the last few at hand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: OrderedDict[int, _Context] = OrderedDict()

    def of(self, document_key: int, following: Sequence[int]) -> _Context:
        """The facts of one document; those of the next ones of `following` are read with it."""
        if document_key not in self._kept:
            wanted = dict.fromkeys((document_key, *following))
            missing = [key for key in wanted if key not in self._kept][:_CONTEXTS]
            self._kept.update(_contexts(self._connection, missing))
        found = self._kept.pop(document_key)
        self._kept[document_key] = found
        while len(self._kept) > 2 * _CONTEXTS:
            self._kept.popitem(last=False)
        return found


def _contexts(connection: Connection, keys: Sequence[int]) -> Mapping[int, _Context]:
    question = select(
        documents.c.key,
        documents.c.text,
        names.c.key.label("name_key"),
        names.c.name,
        names.c.outlet,
        names.c.title,
        names.c.url,
    ).join_from(documents, names)
    rows = connection.execute(
        question.where(documents.c.key.in_(keys), names.c.position == 0)
    ).all()
    dates = load_dates(connection, [row.name_key for row in rows])
    return {
        row.key: _Context(
            row.text, row.name, row.outlet, row.title, row.url, _published(dates[row.name_key])
        )
        for row in rows
    }


def _published(dated: Dated) -> DateCandidate | None:
    return next((found for found in dated.candidates if found.role == "published"), None)


def _actors(connection: Connection, keys: Sequence[tuple[int, int]]) -> _Actors:
    speakers = speakers_of(connection, [key for key, _ in keys])
    parties = party_actors(connection, {document_key for _, document_key in keys})
    called = preferred_names(connection, {*speakers.values(), *parties.values()})
    return _Actors(speakers, parties, called)


def _stored(finding: Finding, context: _Context, actors: _Actors) -> StoredStatement:
    occurring = finding.occurring
    counterparts, addressees, via, targets = _parties(finding, context.text, actors)
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
        speakers=_speakers(finding, actors),
        said_words=finding.words(SpanRole.SAID),
        occasion_words=" […] ".join(occurring.words()) if occurring else "",
        counterparts=counterparts,
        addressees=addressees,
        reported_via=via,
        act_words=finding.words(SpanRole.ACT),
        targets=targets,
        orphaned=finding.orphaned(context.text),
    )


def _speakers(finding: Finding, actors: _Actors) -> tuple[StoredSpeaker, ...]:
    speakers = enumerate(finding.statement.speakers)
    links = [(actors.speakers.get((finding.key, place)), link.name) for place, link in speakers]
    return tuple(StoredSpeaker(one, actors.called.get(one or "", name)) for one, name in links)


def _parties(finding: Finding, text: str, actors: _Actors) -> Iterator[tuple[StoredParty, ...]]:
    """Of the occasion's counterparts, the addressees, who passed it on, and the act's targets."""
    statement = finding.statement
    met = statement.occasion.counterparts if statement.occasion else ()
    for role, owner, parties in (
        (PartyRole.COUNTERPART, finding.occasion_position, met),
        (PartyRole.ADDRESSEE, finding.position, statement.addressees),
        (PartyRole.VIA, finding.position, statement.reported_via),
        (PartyRole.TARGET, finding.position, statement.act.targets if statement.act else ()),
    ):
        place = finding.document_key, role, owner
        yield tuple(
            _party(party, text, actors.parties.get((place, part)), actors.called)
            for part, party in enumerate(parties)
        )


def _party(party: Party, text: str, actor: str | None, called: Mapping[str, str]) -> StoredParty:
    name = called.get(actor or "", party.name)
    return StoredParty(actor, name or party.span.of(text))
