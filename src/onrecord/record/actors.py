"""Actors, read back from what makes them up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Connection, Select, distinct, func, select, union

from onrecord.domain.actor import ActorKind
from onrecord.domain.partition import APART
from onrecord.errors import InvalidQuery
from onrecord.record.actor_query import ActorQuery
from onrecord.record.chunks import chunks
from onrecord.record.matching import ActorMatcher
from onrecord.record.schema_actors import (
    actor_of,
    appearance_offices,
    appearances,
    known_actors,
    known_names,
    profile_names,
    profiles,
    tenures,
)
from onrecord.record.speaking import Actors, actors_named, select_appearing, select_speaking
from onrecord.record.stored_actor import StoredActor

_READ_AHEAD = 200
"""Actors whose names are in memory together."""


def list_actors(
    connection: Connection, query: ActorQuery, matcher: ActorMatcher | None
) -> Iterator[StoredActor]:
    """Whoever made most statements first, then by documents and id."""
    if query.limit is not None and query.limit < 0:
        raise InvalidQuery(f"the filter 'limit' is below 0: {query.limit!r}; leave it out for all")
    said, seen = _said().subquery(), _seen().subquery()
    question = (
        select(actor_of.c.actor)
        .outerjoin(said, said.c.actor == actor_of.c.actor)
        .outerjoin(seen, seen.c.actor == actor_of.c.actor)
        .where(actor_of.c.node == actor_of.c.actor, *_conditions(query, matcher))
        .order_by(
            func.coalesce(said.c.number, 0).desc(),
            func.coalesce(seen.c.number, 0).desc(),
            actor_of.c.actor,
        )
        .limit(query.limit)
    )
    rows = connection.execute(question, execution_options={"yield_per": _READ_AHEAD})
    for part in rows.scalars().partitions():
        found = load_actors(connection, part)
        yield from (found[actor] for actor in part)


def load_actors(connection: Connection, ids: Iterable[str]) -> Mapping[str, StoredActor]:
    """The actors of these ids; one that is not there is left out."""
    found: dict[str, StoredActor] = {}
    for part in chunks(dict.fromkeys(ids)):
        parts = _parts(connection, part)
        found.update((actor, _stored(actor, parts[actor])) for actor in part if actor in parts)
    return found


def preferred_names(connection: Connection, ids: Iterable[str]) -> Mapping[str, str]:
    """What each actor is called."""
    found: dict[str, str] = {}
    for part in chunks(dict.fromkeys(ids)):
        parts: dict[str, _Parts] = defaultdict(_Parts)
        _gather_names(connection, part, parts)
        found.update((actor, parts[actor].ordered_names()[0]) for actor in parts)
    return found


@dataclass(slots=True)
class _Parts:
    """What is gathered about one actor."""

    kind: ActorKind = ActorKind.PERSON
    nodes: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    known_countries: list[str] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)
    offices: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    statements: int = 0

    def ordered_names(self) -> tuple[str, ...]:
        """Every full name, the preferred one first."""
        return tuple(dict.fromkeys((*self.known, *most_common(self.names)))) or ("",)


def most_common(counted: Counter[str]) -> list[str]:
    """From the most frequent to the least, then by alphabet."""
    return sorted(counted, key=lambda name: (-counted[name], name))


def _said() -> Select[tuple[str, int]]:
    spoken = select_speaking().subquery()
    counted = func.count(distinct(spoken.c.statement_key)).label("number")
    return select(spoken.c.actor, counted).group_by(spoken.c.actor)


def _seen() -> Select[tuple[str, int]]:
    found = select_appearing().subquery()
    counted = func.count(distinct(found.c.document_key)).label("number")
    return select(found.c.actor, counted).group_by(found.c.actor)


def _conditions(query: ActorQuery, matcher: ActorMatcher | None) -> Iterator[ColumnElement[bool]]:
    if query.name and query.name.strip():
        yield actor_of.c.actor.in_(actors_named(query.name.strip(), query.match, matcher))
    if query.kind:
        of_kind = select(profiles.c.id).where(profiles.c.kind == query.kind.value)
        yield actor_of.c.profile.in_(of_kind)
    if query.country and query.country.strip():
        yield actor_of.c.actor.in_(_from_country(query.country.strip().upper()))


def _from_country(country: str) -> Select[tuple[str]]:
    found = select_appearing().where(func.upper(appearances.c.country) == country).subquery()
    known = select(actor_of.c.actor).join(known_actors, known_actors.c.id == actor_of.c.node)
    imported = known.where(func.upper(known_actors.c.country) == country)
    return select(union(select(found.c.actor), imported).subquery().c.actor)


def _parts(connection: Connection, ids: Sequence[str]) -> Mapping[str, _Parts]:
    parts: dict[str, _Parts] = defaultdict(_Parts)
    question = (
        select(actor_of.c.actor, actor_of.c.node, profiles.c.kind)
        .outerjoin(profiles, profiles.c.id == actor_of.c.profile)
        .where(actor_of.c.actor.in_(ids))
    )
    for actor, node, kind in connection.execute(question.order_by(actor_of.c.node)):
        parts[actor].nodes.append(node)
        if node == actor and kind:
            parts[actor].kind = ActorKind(kind)
    if parts:
        _gather_names(connection, ids, parts)
        _gather_counts(connection, ids, parts)
        _gather_facts(connection, ids, parts)
    return parts


def _gather_names(connection: Connection, ids: Sequence[str], parts: dict[str, _Parts]) -> None:
    """Names by the documents that give them; a name without a document comes last."""
    known = (
        select(actor_of.c.actor, known_names.c.name)
        .join(known_names, known_names.c.actor == actor_of.c.node)
        .where(actor_of.c.actor.in_(ids))
        .order_by(actor_of.c.actor, actor_of.c.node, known_names.c.position)
    )
    for actor, name in connection.execute(known):
        parts[actor].known.append(name)
    found = select_appearing(_these(ids)).subquery()
    counted = (
        select(found.c.actor, appearances.c.name, func.count(distinct(found.c.document_key)))
        .join(appearances, appearances.c.key == found.c.key)
        .group_by(found.c.actor, appearances.c.name)
    )
    for actor, name, count in connection.execute(counted):
        parts[actor].names[name] = count
    unseen = (
        select(actor_of.c.actor, profile_names.c.name)
        .join(profiles, profiles.c.id == actor_of.c.profile)
        .join(profile_names, profile_names.c.profile_key == profiles.c.key)
        .where(actor_of.c.actor.in_(ids), actor_of.c.document.is_(None))
    )
    for actor, name in connection.execute(unseen):
        parts[actor].names[name] += 0


def _gather_counts(connection: Connection, ids: Sequence[str], parts: dict[str, _Parts]) -> None:
    spoken = select_speaking(_these(ids)).subquery()
    counted = select(spoken.c.actor, func.count(distinct(spoken.c.statement_key)))
    for actor, count in connection.execute(counted.group_by(spoken.c.actor)):
        parts[actor].statements = count
    found = select_appearing(_these(ids)).subquery()
    seen = select(found.c.actor, func.count(distinct(found.c.document_key)))
    for actor, count in connection.execute(seen.group_by(found.c.actor)):
        parts[actor].documents = count


def _gather_facts(connection: Connection, ids: Sequence[str], parts: dict[str, _Parts]) -> None:
    """Countries and offices."""
    found = select_appearing(_these(ids)).subquery()
    counted = func.count()
    given = select(found.c.actor, appearances.c.country, counted).join(
        appearances, appearances.c.key == found.c.key
    )
    by_country = given.where(appearances.c.country.is_not(None))
    grouped = by_country.group_by(found.c.actor, appearances.c.country)
    for actor, country, count in connection.execute(grouped):
        parts[actor].countries[country] = count
    posts = select(found.c.actor, appearance_offices.c.office, counted).join(
        appearance_offices, appearance_offices.c.appearance_key == found.c.key
    )
    by_post = posts.group_by(found.c.actor, appearance_offices.c.office)
    for actor, office, count in connection.execute(by_post):
        parts[actor].offices[office] = count
    _gather_known_facts(connection, ids, parts)


def _gather_known_facts(
    connection: Connection, ids: Sequence[str], parts: dict[str, _Parts]
) -> None:
    held = select(actor_of.c.actor, tenures.c.office).join(
        tenures, tenures.c.holder == actor_of.c.node
    )
    for actor, office in connection.execute(held.where(actor_of.c.actor.in_(ids))):
        parts[actor].offices[office] += 0
    known = (
        select(actor_of.c.actor, known_actors.c.country)
        .join(known_actors, known_actors.c.id == actor_of.c.node)
        .where(actor_of.c.actor.in_(ids), known_actors.c.country.is_not(None))
        .order_by(actor_of.c.actor, actor_of.c.node)
    )
    for actor, country in connection.execute(known):
        parts[actor].known_countries.append(country)


def _these(ids: Sequence[str]) -> Actors:
    return select(actor_of.c.actor).where(actor_of.c.actor.in_(ids))


def _stored(actor: str, parts: _Parts) -> StoredActor:
    names = parts.ordered_names()
    countries = (*parts.known_countries, *most_common(parts.countries))
    return StoredActor(
        actor,
        parts.kind,
        names[0],
        names,
        countries[0] if countries else None,
        parts.documents,
        parts.statements,
        tuple(sorted(parts.nodes, key=lambda node: (APART in node, node))),
        tuple(most_common(parts.offices)),
    )
