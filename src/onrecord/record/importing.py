"""Actors, offices and tenures of a user's own tables, inside the caller's transaction."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Table, delete, select

from onrecord.domain.actor import ActorKind
from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.domain.partition import APART, is_known
from onrecord.errors import InvalidActor
from onrecord.record.adding import Adding
from onrecord.record.bulk import Row, insert_rows
from onrecord.record.comparing import compare
from onrecord.record.components import refresh
from onrecord.record.profiles import forget_unused_names, keep_profiles, kind_of
from onrecord.record.rows import Rows
from onrecord.record.schema_actors import known_actors, known_names, offices, tenures
from onrecord.record.stored_actor import ImportOutcome, ImportTally, KnownActorImport

_KINDS = ", ".join(f"{kind.value}:" for kind in ActorKind)


class _Tally:
    """Counts while an import goes on."""

    def __init__(self) -> None:
        self.counts = [0, 0, 0]

    def add(self, *, there: bool, same: bool) -> bool:
        """Count one; whether it is to be written."""
        self.counts[2 if there and same else int(there)] += 1
        return not (there and same)

    def total(self) -> ImportTally:
        """What was counted."""
        return ImportTally(*self.counts)


def import_actors(adding: Adding, imports: Iterable[KnownActorImport]) -> ImportOutcome:
    """Keep what is new; an actor or office that is there takes on what is told of it now.

    An import that gives tenures of an actor replaces those that an earlier one gave it. Raises
    InvalidActor, and then nothing is kept.
    """
    actors, posts, terms = _Tally(), _Tally(), _Tally()
    for one in imports:
        for office in one.offices:
            _keep_office(adding, office, one.origin, posts)
        if one.actor:
            _keep_actor(adding, one.actor, one.origin, actors)
        _keep_tenures(adding, one.tenures, one.origin, terms)
    return ImportOutcome(actors.total(), posts.total(), terms.total())


def load_known_actors(connection: Connection) -> Iterator[KnownActor]:
    """The imported actors, by id."""
    for row in connection.execute(select(known_actors).order_by(known_actors.c.id)).all():
        of_actor = select(known_names.c.name).where(known_names.c.actor == row.id)
        names = connection.execute(of_actor.order_by(known_names.c.position)).scalars()
        yield KnownActor(row.id, tuple(names), row.country, row.wikidata)


def load_offices(connection: Connection) -> Iterator[Office]:
    """The imported offices, by id."""
    for row in connection.execute(select(offices).order_by(offices.c.id)):
        yield Office(row.id, row.role, row.body, row.name)


def load_tenures(connection: Connection) -> Iterator[Tenure]:
    """The imported tenures, by office, beginning and holder."""
    order = tenures.c.office, tenures.c.start, tenures.c.holder, tenures.c.end, tenures.c.source
    for row in connection.execute(select(tenures).order_by(*order)):
        yield Tenure(row.office, row.holder, row.start, row.end, row.source)


def _check(actor: KnownActor) -> None:
    kind, _, slug = actor.id.partition(":")
    if not is_known(actor.id) or not slug or kind not in {kind.value for kind in ActorKind}:
        raise InvalidActor(
            f"{actor.id!r} is no actor's id: write a kind and a name, such as "
            f"'person:irena-valk', without {APART!r}; kinds are {_KINDS}"
        )
    if not any(name.strip() for name in actor.names):
        raise InvalidActor(f"the actor {actor.id!r} has no name: give it at least one")


def _keep_actor(adding: Adding, actor: KnownActor, origin: str, tally: _Tally) -> None:
    _check(actor)
    names = tuple(dict.fromkeys(name for name in actor.names if name.strip()))
    row: Row = {
        "id": actor.id,
        "country": actor.country,
        "wikidata": actor.wikidata,
        "origin": origin,
    }
    there = _stored(adding, known_actors, actor.id)
    before = select(known_names.c.name).where(known_names.c.actor == actor.id)
    kept = tuple(adding.connection.execute(before.order_by(known_names.c.position)).scalars())
    if not tally.add(there=there is not None, same=there == row and kept == names):
        return
    adding.connection.execute(delete(known_names).where(known_names.c.actor == actor.id))
    adding.connection.execute(delete(known_actors).where(known_actors.c.id == actor.id))
    insert_rows(adding.connection, known_actors, [row])
    by_position: Rows = [
        {"actor": actor.id, "position": position, "name": name}
        for position, name in enumerate(names)
    ]
    insert_rows(adding.connection, known_names, by_position)
    _keep_profile(adding, actor.id, names)


def _keep_profile(adding: Adding, actor: str, names: tuple[str, ...]) -> None:
    """Make the actor a node, and see whose names are like its own."""
    kind = kind_of(actor, ActorKind.PERSON)
    kept = keep_profiles(adding, {actor: kind}, {actor: names}, None)
    key = kept.keys[actor]
    forget_unused_names(adding, [key])
    refresh(adding, compare(adding, [key], None))


def _keep_office(adding: Adding, office: Office, origin: str, tally: _Tally) -> None:
    row: Row = {
        "id": office.id,
        "role": office.role,
        "body": office.body,
        "name": office.name,
        "origin": origin,
    }
    there = _stored(adding, offices, office.id)
    if tally.add(there=there is not None, same=there == row):
        adding.connection.execute(delete(offices).where(offices.c.id == office.id))
        insert_rows(adding.connection, offices, [row])


def _keep_tenures(adding: Adding, given: tuple[Tenure, ...], origin: str, tally: _Tally) -> None:
    connection = adding.connection
    for holder in dict.fromkeys(tenure.holder for tenure in given):
        of_holder = tenures.c.holder == holder
        rows = connection.execute(select(tenures).where(of_holder)).all()
        before = {Tenure(row.office, row.holder, row.start, row.end, row.source) for row in rows}
        terms = [(term.office, term.start) for term in before]
        new = list(dict.fromkeys(tenure for tenure in given if tenure.holder == holder))
        for tenure in new:
            known = (tenure.office, tenure.start) in terms
            tally.add(there=known or tenure in before, same=tenure in before)
        if set(new) != before:
            connection.execute(delete(tenures).where(of_holder))
            first = adding.keys(tenures, len(new))
            insert_rows(connection, tenures, _tenure_rows(new, first, origin))


def _tenure_rows(given: Iterable[Tenure], first: int, origin: str) -> Rows:
    return [
        {
            "key": key,
            "office": tenure.office,
            "holder": tenure.holder,
            "start": tenure.start,
            "end": tenure.end,
            "source": tenure.source,
            "origin": origin,
        }
        for key, tenure in enumerate(given, first)
    ]


def _stored(adding: Adding, table: Table, id: str) -> Row | None:
    row = adding.connection.execute(select(table).where(table.c.id == id)).mappings().first()
    return None if row is None else dict(row)
