"""Which actor, or which node of the identity graph, somebody means."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, exists, select

from onrecord.domain.partition import APART
from onrecord.errors import InvalidQuery, NotInRecord
from onrecord.record.actors import preferred_names
from onrecord.record.find import find_document
from onrecord.record.fold import fold
from onrecord.record.matching import ActorMatcher
from onrecord.record.schema import documents
from onrecord.record.schema_actors import actor_of, appearances, profile_names, profiles
from onrecord.record.speaking import Actors, actors_named

_SHOWN = 8
"""Candidates named in a message; more would hide the next step."""


def find_actor(connection: Connection, key: str, matcher: ActorMatcher | None) -> str:
    """The id of the actor that `key` means: an id, a profile, a full name, words of a name.

    Raises NotInRecord where none or several actors are meant.
    """
    for question in _readings_of(key.strip(), matcher):
        rows = connection.execute(question.limit(_SHOWN * 50)).scalars()
        found: list[str] = sorted({str(actor) for actor in rows})
        if len(found) == 1:
            return found[0]
        if found:
            raise NotInRecord(_ambiguous(connection, key, found))
    raise NotInRecord(f"no actor {key!r} is in the record: `onrecord actors` lists them")


def find_node(connection: Connection, key: str, matcher: ActorMatcher | None) -> str:
    """The node that `key` means: a profile, `profile@document`, or the actor of a name.

    A full name that one profile has is that profile, whatever it was joined to. Raises NotInRecord.
    """
    if connection.execute(select(exists().where(profiles.c.id == key))).scalar_one():
        return key
    if APART in key:
        return _appearance_node(connection, key)
    named = select(profiles.c.id).join(profile_names).distinct()
    for condition in (profile_names.c.name == key, profile_names.c.folded == fold(key)):
        found = connection.execute(named.where(condition).limit(2)).scalars().all()
        if len(found) == 1:
            return str(found[0])
    return find_actor(connection, key, matcher)


def _appearance_node(connection: Connection, key: str) -> str:
    profile, _, document = key.partition(APART)
    document_key = find_document(connection, document)
    question = (
        select(documents.c.id)
        .join_from(documents, appearances)
        .join(profiles, profiles.c.key == appearances.c.profile_key)
        .where(documents.c.key == document_key, profiles.c.id == profile)
    )
    found = connection.execute(question).scalar()
    if found is None:
        raise NotInRecord(
            f"{profile!r} does not appear in the document {document!r}: `onrecord actors show` "
            "lists where an actor appears"
        )
    return f"{profile}{APART}{found}"


def _readings_of(key: str, matcher: ActorMatcher | None) -> Iterator[Actors]:
    if not key:
        return
    yield select(actor_of.c.actor).where(actor_of.c.node == key)
    of_names = (
        select(actor_of.c.actor)
        .join(profiles, profiles.c.id == actor_of.c.profile)
        .join(profile_names, profile_names.c.profile_key == profiles.c.key)
    )
    yield of_names.where(profile_names.c.name == key)
    yield of_names.where(profile_names.c.folded == fold(key))
    try:
        yield actors_named(key, "folded", matcher)
        if matcher:
            yield actors_named(key, "transliterated", matcher)
    except InvalidQuery:
        return


def _ambiguous(connection: Connection, key: str, found: Sequence[str]) -> str:
    names = preferred_names(connection, found[:_SHOWN])
    shown = ", ".join(f"{actor} ({names.get(actor, '')})" for actor in found[:_SHOWN])
    more = ", …" if len(found) > _SHOWN else ""
    return f"{key!r} may mean several actors: {shown}{more}; write an id or more of the name"
