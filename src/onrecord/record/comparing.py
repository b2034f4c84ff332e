"""Which profiles may be one actor: looked up by their blocks, and scored."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from sqlalchemy import delete, or_, select, update

from onrecord.domain.actor import ActorKind
from onrecord.domain.partition import Edge
from onrecord.record.adding import Adding
from onrecord.record.any_text import bound
from onrecord.record.bulk import insert_rows
from onrecord.record.chunks import chunks
from onrecord.record.components import refresh
from onrecord.record.matching import ActorMatcher
from onrecord.record.profiles import joined_to
from onrecord.record.rows import Rows
from onrecord.record.schema_actors import edges, profile_keys, profile_names, profiles

MAX_MEMBERS = 200
"""Members of one block that are looked at: a block of thousands ("Smith") says little."""

MAX_CANDIDATES = 16
"""Profiles that one is compared with, those that share the most and the rarest blocks with it.

`benchmarks/actors/scale.py` says how many spellings of known names are found with so many, and
what a comparison costs. Only where more than so many share equally rare blocks does it depend on
the order of adding which of them are compared.
"""

_ORGANISED = frozenset({ActorKind.ORGANISATION, ActorKind.PUBLIC_BODY, ActorKind.GROUP})
"""Kinds that documents mix up: one says organisation where another says public body."""


@dataclass(frozen=True, slots=True)
class _Profile:
    key: int
    id: str
    kind: ActorKind
    names: tuple[str, ...]

    @property
    def sort(self) -> ActorKind:
        """The kind that it is compared as."""
        return ActorKind.ORGANISATION if self.kind in _ORGANISED else self.kind


def compare(adding: Adding, keys: Sequence[int], run_id: str | None) -> set[str]:
    """Compare the profiles with all others anew; the profiles whose edges may have changed.

    Without a matcher nothing is compared, and the profiles are their own neighbours.
    """
    if not keys:
        return set()
    compared = list(_profiles(adding, keys).values())
    touched = {profile.id for profile in compared}
    if adding.matcher is None:
        return touched
    touched |= _forget(adding, compared)
    blocks = {profile.key: _blocks(adding.matcher, profile) for profile in compared}
    rows: Rows = [{"block": block, "profile_key": key} for key in keys for block in blocks[key]]
    insert_rows(adding.connection, profile_keys, rows)
    near = {key: _near(adding, key, blocks[key]) for key in keys}
    others = _profiles(adding, sorted({key for found in near.values() for key in found}))
    found = {
        edge
        for profile in compared
        for edge in _edges(adding.matcher, profile, (others[key] for key in near[profile.key]))
    }
    insert_rows(adding.connection, edges, _edge_rows(adding.matcher, found))
    for part in chunks(keys):
        matched = update(profiles).where(profiles.c.key.in_(part)).values(run_id=run_id)
        adding.connection.execute(matched)
    return touched


def compare_all(adding: Adding) -> None:
    """Compare every profile with all others anew, and work out every actor."""
    question = select(profiles.c.key, profiles.c.run_id).order_by(profiles.c.key)
    by_run: dict[str | None, list[int]] = defaultdict(list)
    for key, run_id in adding.connection.execute(question):
        by_run[run_id].append(key)
    for run_id, keys in by_run.items():
        for part in chunks(keys):
            refresh(adding, compare(adding, part, run_id))


def _profiles(adding: Adding, keys: Iterable[int]) -> Mapping[int, _Profile]:
    names: dict[int, list[str]] = defaultdict(list)
    facts: dict[int, tuple[str, str]] = {}
    for part in chunks(keys):
        question = (
            select(profiles.c.key, profiles.c.id, profiles.c.kind, profile_names.c.name)
            .join_from(profiles, profile_names)
            .where(profiles.c.key.in_(part))
        )
        for key, profile, kind, name in adding.connection.execute(question):
            facts[key] = profile, kind
            names[key].append(name)
    return {
        key: _Profile(key, profile, ActorKind(kind), tuple(sorted(names[key])))
        for key, (profile, kind) in facts.items()
    }


def _forget(adding: Adding, compared: Sequence[_Profile]) -> set[str]:
    """Drop what an earlier comparison left; the profiles that it had joined to these."""
    neighbours = joined_to(adding, [profile.id for profile in compared])
    for part in chunks(profile.id for profile in compared):
        either = or_(edges.c.left.in_(part), edges.c.right.in_(part))
        adding.connection.execute(delete(edges).where(either))
    for keys in chunks(profile.key for profile in compared):
        of_profiles = profile_keys.c.profile_key.in_(keys)
        adding.connection.execute(delete(profile_keys).where(of_profiles))
    return neighbours


def _blocks(matcher: ActorMatcher, profile: _Profile) -> tuple[str, ...]:
    return tuple(
        sorted({key for name in profile.names for key in matcher.keys(name, profile.sort)})
    )


# As text: asked for every block of a profile, it would take longer to prepare than to answer.
_MEMBERS = "SELECT profile_key FROM profile_keys WHERE block = ? ORDER BY profile_key LIMIT ?"


def _near(adding: Adding, key: int, blocks: Sequence[str]) -> Sequence[int]:
    """The profiles that share the most and the rarest blocks with one, itself left out."""
    shared: dict[int, float] = defaultdict(float)
    for block in blocks:
        asked = (bound(block), MAX_MEMBERS)
        members = adding.connection.exec_driver_sql(_MEMBERS, asked).scalars().all()
        for other in members:
            shared[other] += 1 / len(members)
    shared.pop(key, None)
    return nsmallest(MAX_CANDIDATES, shared, key=lambda other: (-shared[other], other))


def _edges(matcher: ActorMatcher, one: _Profile, others: Iterable[_Profile]) -> Iterator[Edge]:
    for other in others:
        if other.sort is not one.sort:
            continue
        left, right = sorted((one, other), key=lambda profile: profile.id)
        score = max(
            matcher.likeness(min(name, its), max(name, its), one.sort)
            for name in left.names
            for its in right.names
        )
        if score >= matcher.candidate_from:
            yield Edge(left.id, right.id, score)


def _edge_rows(matcher: ActorMatcher, found: Iterable[Edge]) -> Rows:
    return [
        {
            "left": edge.left,
            "right": edge.right,
            "score": edge.score,
            "joins": edge.score >= matcher.same_from,
        }
        for edge in sorted(found)
    ]
