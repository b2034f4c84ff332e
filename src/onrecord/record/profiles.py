"""Name profiles and their names: kept as long as something in the record needs them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Row, Select, delete, or_, select

from onrecord.domain.actor import ActorKind
from onrecord.domain.partition import KNOWN, profile_of
from onrecord.record.adding import Adding
from onrecord.record.bulk import insert_rows
from onrecord.record.chunks import chunks
from onrecord.record.fold import fold
from onrecord.record.rows import Rows
from onrecord.record.schema_actors import (
    actor_of,
    appearances,
    edges,
    judgements,
    known_actors,
    known_names,
    profile_names,
    profiles,
)
from onrecord.record.search import NameWords, forget_names, index_names

_KINDS = {kind.value: kind for kind in ActorKind}
_MACHINE = "~"

NamesById = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class KeptProfiles:
    """The rows of profiles by their id, and those that are to be compared with the others."""

    keys: Mapping[str, int]
    stale: tuple[int, ...]


def keep_profiles(
    adding: Adding, kinds: Mapping[str, ActorKind], names: NamesById, run_id: str | None
) -> KeptProfiles:
    """Make the profiles that are not there, and add the names that they did not have."""
    found = _rows_of(adding, list(kinds))
    missing = [profile for profile in kinds if profile not in found]
    first = adding.keys(profiles, len(missing))
    insert_rows(adding.connection, profiles, _profile_rows(missing, kinds, first))
    fresh = {profile: first + number for number, profile in enumerate(missing)}
    keys = {profile: key for profile, (key, _) in found.items()} | fresh
    renamed = _add_names(adding, {keys[profile]: given for profile, given in names.items()})
    outdated = {key for key, matched_by in found.values() if matched_by != run_id}
    return KeptProfiles(keys, tuple(sorted({*fresh.values(), *renamed, *outdated})))


def kind_of(profile: str, given: ActorKind) -> ActorKind:
    """The kind that the id says, else the given one."""
    prefix = profile.partition(KNOWN)[0].partition(_MACHINE)[0]
    return _KINDS.get(prefix, given)


def forget_unused_names(adding: Adding, keys: Collection[int]) -> tuple[int, ...]:
    """Take names from the profiles that nothing gives them any more; the profiles that lost one."""
    lost = [row for part in chunks(sorted(keys)) for row in _unused_names(adding, part)]
    forget_names(adding.connection, [NameWords(row.key, row.name, row.romanised) for row in lost])
    for part in chunks(row.key for row in lost):
        adding.connection.execute(delete(profile_names).where(profile_names.c.key.in_(part)))
    return tuple(sorted({row.profile_key for row in lost}))


def forget_unused(adding: Adding, keys: Collection[int]) -> set[str]:
    """Remove the profiles that no document has, nobody judged and nobody imported.

    Returns the profiles that were joined to one of them.
    """
    neighbours: set[str] = set()
    gone: list[str] = []
    for part in chunks(sorted(keys)):
        rows = adding.connection.execute(_unused(part)).all()
        judged = _judged(adding) if rows else frozenset()
        going = [row for row in rows if row.id not in judged]
        gone += [row.id for row in going]
        neighbours |= joined_to(adding, [row.id for row in going])
        _remove(adding, [row.key for row in going], [row.id for row in going])
    return neighbours - set(gone)


def joined_to(adding: Adding, ids: Sequence[str]) -> set[str]:
    """The profiles that a machine's edge joins to one of `ids`."""
    found: set[str] = set()
    for here, there in ((edges.c.left, edges.c.right), (edges.c.right, edges.c.left)):
        for part in chunks(ids):
            question = select(there).where(here.in_(part), edges.c.joins)
            found.update(adding.connection.execute(question).scalars())
    return found


def _rows_of(adding: Adding, ids: Sequence[str]) -> dict[str, tuple[int, str | None]]:
    columns = profiles.c.id, profiles.c.key, profiles.c.run_id
    return {
        row.id: (row.key, row.run_id)
        for part in chunks(ids)
        for row in adding.connection.execute(select(*columns).where(profiles.c.id.in_(part)))
    }


def _profile_rows(ids: Sequence[str], kinds: Mapping[str, ActorKind], first: int) -> Rows:
    return [
        {"key": key, "id": profile, "kind": kind_of(profile, kinds[profile]).value, "run_id": None}
        for key, profile in enumerate(ids, first)
    ]


def _add_names(adding: Adding, names: Mapping[int, Collection[str]]) -> set[int]:
    """Add what is new; the keys of the profiles that got a name."""
    there: dict[int, set[str]] = defaultdict(set)
    for part in chunks(names):
        question = select(profile_names.c.profile_key, profile_names.c.name)
        of_part = question.where(profile_names.c.profile_key.in_(part))
        for key, name in adding.connection.execute(of_part):
            there[key].add(name)
    new = [(key, name) for key, given in names.items() for name in sorted({*given} - there[key])]
    first = adding.keys(profile_names, len(new))
    romanise = adding.matcher.romanise if adding.matcher else None
    entries = [
        NameWords(first + number, name, romanise(name) if romanise else None)
        for number, (_, name) in enumerate(new)
    ]
    rows: Rows = [
        {
            "key": entry.key,
            "profile_key": key,
            "name": entry.name,
            "folded": fold(entry.name),
            "romanised": entry.romanised,
        }
        for entry, (key, _) in zip(entries, new, strict=True)
    ]
    insert_rows(adding.connection, profile_names, rows)
    index_names(adding.connection, entries)
    return {key for key, _ in new}


def _unused_names(adding: Adding, keys: Sequence[int]) -> Sequence[Row[tuple[object, ...]]]:
    """A profile that nothing names any more, and that is there because it was judged, keeps all."""
    appearing = select(appearances.c.key).where(
        appearances.c.profile_key == profile_names.c.profile_key
    )
    imported = (
        select(known_names.c.position)
        .join(profiles, profiles.c.id == known_names.c.actor)
        .where(profiles.c.key == profile_names.c.profile_key)
    )
    as_here = appearing.where(appearances.c.name == profile_names.c.name)
    as_known = imported.where(known_names.c.name == profile_names.c.name)
    question = select(profile_names).where(
        profile_names.c.profile_key.in_(keys),
        or_(appearing.exists(), imported.exists()),
        ~as_here.exists(),
        ~as_known.exists(),
    )
    return adding.connection.execute(question).all()


def _unused(keys: Sequence[int]) -> Select[tuple[int, str]]:
    appearing = select(appearances.c.key).where(appearances.c.profile_key == profiles.c.key)
    imported = select(known_actors.c.id).where(known_actors.c.id == profiles.c.id)
    question = select(profiles.c.key, profiles.c.id).where(profiles.c.key.in_(keys))
    return question.where(~appearing.exists(), ~imported.exists())


def _judged(adding: Adding) -> frozenset[str]:
    """The profiles that a person ever spoke of."""
    rows = adding.connection.execute(select(judgements.c.left, judgements.c.right))
    return frozenset(profile_of(node) for row in rows for node in row)


def _remove(adding: Adding, keys: Sequence[int], ids: Sequence[str]) -> None:
    connection = adding.connection
    of_profiles = profile_names.c.profile_key.in_(keys)
    names = connection.execute(select(profile_names).where(of_profiles)).all()
    forget_names(connection, [NameWords(row.key, row.name, row.romanised) for row in names])
    connection.execute(delete(actor_of).where(actor_of.c.profile.in_(ids)))
    connection.execute(delete(profiles).where(profiles.c.key.in_(keys)))
