"""Which actor a speaker or an appearance is.

An appearance that a person judged by itself has a node of its own; every other goes with its
profile.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from onrecord.errors import InvalidQuery
from onrecord.record.actor_query import NameMatch
from onrecord.record.chunks import chunks
from onrecord.record.fold import fold
from onrecord.record.matching import ActorMatcher
from onrecord.record.schema import documents, speaker_links, statements
from onrecord.record.schema_actors import (
    actor_of,
    appearances,
    profile_names,
    profiles,
)
from onrecord.record.search import named, named_in_latin, said_by

_split = actor_of.alias("split")
_whole = actor_of.alias("whole")
_node = func.coalesce(_split.c.node, _whole.c.node)

ACTOR = func.coalesce(_split.c.actor, _whole.c.actor)
"""The actor, in a question that `with_actor` has joined."""

Columns = TypeVar("Columns", bound=tuple[Any, ...])

Actors = Select[tuple[str]]
"""A question that answers with ids of actors."""


def select_speaking(of: Actors | None = None) -> Select[tuple[int, int, str]]:
    """Statement, position and actor of every speaker that is one, or of those that are `of`."""
    question = (
        select(speaker_links.c.statement_key, speaker_links.c.position, ACTOR.label("actor"))
        .join_from(speaker_links, statements)
        .join(documents, documents.c.key == statements.c.document_key)
    )
    return with_actor(question, speaker_links.c.profile, of)


def select_appearing(of: Actors | None = None) -> Select[tuple[int, int, str, str]]:
    """Key, document, node and actor of every appearance, or of those of the actors `of`."""
    question = (
        select(
            appearances.c.key,
            appearances.c.document_key,
            _node.label("node"),
            ACTOR.label("actor"),
        )
        .join_from(appearances, profiles)
        .join(documents, documents.c.key == appearances.c.document_key)
    )
    return with_actor(question, profiles.c.id, of)


def with_actor(
    question: Select[Columns], profile: ColumnElement[str | None], of: Actors | None = None
) -> Select[Columns]:
    """The question, which has the documents joined, with the actor of each `profile`.

    Rows without an actor go, and where `of` is given, all that are not one of theirs.
    """
    apart = and_(_split.c.profile == profile, _split.c.document == documents.c.id)
    joined = question.outerjoin(_split, apart).join(_whole, _whole.c.node == profile)
    if of is None:
        return joined
    profiles_of = select(actor_of.c.profile).where(actor_of.c.actor.in_(of))
    return joined.where(profile.in_(profiles_of), ACTOR.in_(of))


def actors_named(name: str, match: NameMatch, matcher: ActorMatcher | None) -> Actors:
    """The actors one of whose names is `name`, or has its words; or whose id it is.

    Raises InvalidQuery where names are to be compared in Latin letters and nothing can do that.
    """
    having = (
        select(actor_of.c.actor)
        .join(profiles, profiles.c.id == actor_of.c.profile)
        .join(profile_names, profile_names.c.profile_key == profiles.c.key)
        .where(_name_matches(name, match, matcher))
    )
    with_id = select(actor_of.c.actor).where(actor_of.c.node == name)
    return select(having.union(with_id).subquery().c.actor)


def spoken_by(name: str, match: NameMatch, matcher: ActorMatcher | None) -> ColumnElement[bool]:
    """Statements of the actors that `name` may mean, under whichever of their names.

    Unless the match is exact, also those whose own speaker's name or source has the words.
    """
    actors = actors_named(name, match, matcher)
    by_actor = statements.c.key.in_(select(select_speaking(actors).subquery().c.statement_key))
    if match != "exact":
        return or_(by_actor, said_by(statements, name))
    as_written = select(speaker_links.c.statement_key).where(
        speaker_links.c.profile.is_(None), speaker_links.c.name == name
    )
    return or_(by_actor, statements.c.key.in_(as_written))


def speakers_of(connection: Connection, keys: Sequence[int]) -> Mapping[tuple[int, int], str]:
    """The actors of statements' speakers, by statement and position."""
    found: dict[tuple[int, int], str] = {}
    for part in chunks(keys):
        question = select_speaking().where(speaker_links.c.statement_key.in_(part))
        for row in connection.execute(question):
            found[row.statement_key, row.position] = row.actor
    return found


def _name_matches(name: str, match: NameMatch, matcher: ActorMatcher | None) -> ColumnElement[bool]:
    if match == "exact":
        return profile_names.c.name == name
    if match == "folded":
        return or_(named(profile_names, name), profile_names.c.folded == fold(name))
    if matcher is None:
        raise InvalidQuery(
            f"{name!r} cannot be compared in Latin letters, since the record was opened without a "
            "matcher: open it with one, or match 'folded'"
        )
    return named_in_latin(profile_names, name, matcher.romanise)
