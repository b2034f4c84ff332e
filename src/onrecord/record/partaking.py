"""Who took part in what was said, besides the speaker: asked for, and which actor each is."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from onrecord.record.actor_query import NameMatch
from onrecord.record.chunks import chunks
from onrecord.record.matching import ActorMatcher
from onrecord.record.parties import Owner
from onrecord.record.plain_words import having
from onrecord.record.role import PartyRole
from onrecord.record.schema import documents, statements
from onrecord.record.schema_occasions import parties
from onrecord.record.speaking import ACTOR, actors_named, with_actor

LISTENERS = (PartyRole.COUNTERPART, PartyRole.ADDRESSEE)
"""Those whom something was said to."""

PartyActors = Mapping[tuple[Owner, int], str]
"""The actor of a party, by what it is a part of and its place among the others."""


def said_to(name: str, match: NameMatch, matcher: ActorMatcher | None) -> ColumnElement[bool]:
    """Statements made to those whom `name` may mean, or aimed at them."""
    return _with_party(name, match, matcher, LISTENERS, "to")


def passed_on_by(name: str, match: NameMatch, matcher: ActorMatcher | None) -> ColumnElement[bool]:
    """Statements that came by way of those whom `name` may mean."""
    return _with_party(name, match, matcher, (PartyRole.VIA,), "via")


def party_actors(connection: Connection, document_keys: Collection[int]) -> PartyActors:
    """The actors of all parties in the documents, but for those who are nobody in particular."""
    found: dict[tuple[Owner, int], str] = {}
    for part in chunks(sorted(document_keys)):
        question = with_actor(
            _select_parties().add_columns(parties.c.role, parties.c.part, ACTOR.label("actor")),
            parties.c.profile,
        )
        for row in connection.execute(question.where(parties.c.document_key.in_(part))):
            owner = row.document_key, PartyRole(row.role), row.owner
            found[owner, row.part] = row.actor
    return found


def _with_party(
    name: str,
    match: NameMatch,
    matcher: ActorMatcher | None,
    roles: Sequence[PartyRole],
    filter_name: str,
) -> ColumnElement[bool]:
    """As `speaking.spoken_by` has it: under whichever name, or unless exact, as written."""
    by_actor = with_actor(_select_parties(), parties.c.profile, actors_named(name, match, matcher))
    if match == "exact":
        as_written = and_(parties.c.profile.is_(None), parties.c.name == name)
    else:
        as_written = having(parties.c.words, name, filter_name)
    written = _select_parties().where(as_written)
    return or_(*(_owned_by(found, role) for found in (by_actor, written) for role in roles))


def _owned_by(partaking: Select[tuple[int, int]], role: PartyRole) -> ColumnElement[bool]:
    """Statements that have such a party in that role themselves, or by their occasion."""
    found = partaking.where(parties.c.role == role.value).subquery()
    at = statements.c.occasion if role is PartyRole.COUNTERPART else statements.c.position
    same_document = found.c.document_key == statements.c.document_key
    owned = select(statements.c.key).join(found, and_(same_document, found.c.owner == at))
    return statements.c.key.in_(owned)


def _select_parties() -> Select[tuple[int, int]]:
    return select(parties.c.document_key, parties.c.owner).join_from(
        parties, documents, documents.c.key == parties.c.document_key
    )
