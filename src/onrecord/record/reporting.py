"""Statements as the stages across documents see them."""

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, select

from onrecord.domain.actor import ActorKind
from onrecord.domain.document import DateCandidate
from onrecord.domain.issue import StatementKey
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.statement import LinkStatus
from onrecord.lexicon.sentences import passage_of, sentence_starts
from onrecord.record.answer import answer_rows
from onrecord.record.chunks import chunks
from onrecord.record.matching import ActorMatcher
from onrecord.record.query import StatementQuery
from onrecord.record.schema import documents, names, statements
from onrecord.record.schema_actors import appearance_offices, appearances
from onrecord.record.speaking import select_appearing
from onrecord.record.statement_keys import rows_of
from onrecord.record.stored import StoredStatement
from onrecord.record.stored_actor import StoredParty

_AT_HAND = 16
"""Documents whose sentences are kept: what was said on one day stands in a few."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What a document says about an actor."""

    kind: ActorKind
    country: str | None
    offices: tuple[str, ...]


_ActorsIn = Mapping[tuple[str, str], _Known]
"""By document and actor."""


def report(
    connection: Connection,
    query: StatementQuery,
    keys: Collection[StatementKey] | None,
    matcher: ActorMatcher | None,
) -> Iterator[ReportedStatement]:
    """What passes `query`, in its order; where `keys` are given, of these alone."""
    if keys is None:
        yield from _reported(connection, answer_rows(connection, query, matcher, ()))
        return
    for part in chunks(sorted(rows_of(connection, keys).values())):
        these: ColumnElement[bool] = statements.c.key.in_(part)
        yield from _reported(connection, answer_rows(connection, query, matcher, (these,)))


def _reported(
    connection: Connection, chunked: Iterator[Sequence[tuple[StoredStatement, str]]]
) -> Iterator[ReportedStatement]:
    starts = _Starts()
    for chunk in chunked:
        found = sorted({stored.document_id for stored, _ in chunk})
        actors, copies = _actors_in(connection, found), _copies(connection, found)
        for stored, text in chunk:
            yield _one(stored, text, starts.of(stored.document_id, text), actors, copies)


class _Starts:
    """Where the sentences of texts begin, of the last few at hand."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, list[int]] = OrderedDict()

    def of(self, document_id: str, text: str) -> list[int]:
        """Those of one document."""
        found = self._kept.pop(document_id, None) or sentence_starts(text)
        self._kept[document_id] = found
        if len(self._kept) > _AT_HAND:
            self._kept.popitem(last=False)
        return found


def _one(
    stored: StoredStatement,
    text: str,
    starts: Sequence[int],
    actors: _ActorsIn,
    copies: Mapping[str, tuple[str, ...]],
) -> ReportedStatement:
    statement, document_id = stored.statement, stored.document_id
    passage = passage_of(text, starts, statement.spans())
    speakers = tuple(
        _actor(document_id, StoredParty(one.actor, one.name or words), link.status, actors)
        for one, link, words in zip(
            stored.speakers,
            statement.speakers,
            (s.mention.of(text) if s.mention else "" for s in statement.speakers),
            strict=True,
        )
    )
    targets = dict.fromkeys((*stored.addressees, *stored.targets))
    return ReportedStatement(
        statement=statement,
        content=stored.content_words,
        passage=passage.of(text),
        start=passage.start,
        document_name=stored.name,
        outlet=stored.outlet or stored.name,
        speakers=speakers,
        targets=tuple(_actor(document_id, t, LinkStatus.NAMED, actors) for t in targets),
        published=_period(stored.published),
        copied_to=copies.get(document_id, ()),
        via=tuple(party.name for party in stored.reported_via),
        title=stored.title,
        url=stored.url,
    )


def _actor(
    document_id: str, party: StoredParty, status: LinkStatus, actors: _ActorsIn
) -> ReportedActor:
    known = actors.get((document_id, party.actor or ""))
    if known is None:
        return ReportedActor(party.actor, party.name, status=status)
    return ReportedActor(party.actor, party.name, known.kind, status, known.country, known.offices)


def _actors_in(connection: Connection, ids: Sequence[str]) -> _ActorsIn:
    """All actors of the documents, with what these say about them."""
    found: dict[tuple[str, str], _Known] = {}
    for part in chunks(ids):
        appearing = select_appearing().where(documents.c.id.in_(part)).subquery()
        posts: dict[int, list[str]] = defaultdict(list)
        held = select(appearance_offices).where(
            appearance_offices.c.appearance_key.in_(select(appearing.c.key))
        )
        for row in connection.execute(held.order_by(*appearance_offices.primary_key)):
            posts[row.appearance_key].append(row.office)
        question = (
            select(appearing.c.actor, appearances, documents.c.id.label("document_id"))
            .join_from(appearing, appearances, appearances.c.key == appearing.c.key)
            .join(documents, documents.c.key == appearances.c.document_key)
            .order_by(appearances.c.document_key, appearances.c.position.desc())
        )
        for row in connection.execute(question):
            kind, offices = ActorKind(row.kind), tuple(posts[row.key])
            found[row.document_id, row.actor] = _Known(kind, row.country, offices)
    return found


def _copies(connection: Connection, ids: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Further outlets, or names, of the documents' texts."""
    found: dict[str, list[str]] = defaultdict(list)
    for part in chunks(ids):
        question = (
            select(documents.c.id, names.c.outlet, names.c.name)
            .join_from(documents, names)
            .where(documents.c.id.in_(part), names.c.position > 0)
            .order_by(documents.c.id, names.c.position)
        )
        for document_id, outlet, name in connection.execute(question):
            found[document_id].append(outlet or name)
    return {document_id: tuple(dict.fromkeys(others)) for document_id, others in found.items()}


def _period(found: DateCandidate | None) -> Period | None:
    return Period(found.first, found.last) if found else None
