"""Pairs of actors that score like one and that nobody judged yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Row, Select, distinct, func, select

from onrecord.domain.judgement import Judgement, Verdict
from onrecord.domain.partition import standing
from onrecord.record.actors import load_actors
from onrecord.record.chunks import CHUNK, chunks
from onrecord.record.judged import load_judgements
from onrecord.record.schema import documents, names
from onrecord.record.schema_actors import actor_of, appearance_offices, appearances, edges
from onrecord.record.speaking import select_appearing, select_speaking
from onrecord.record.stored_actor import CandidatePair

_SHOWN_DOCUMENTS = 5
"""Documents of both that are named; a person looks at a few."""

Pair = tuple[str, str]


def list_candidates(connection: Connection, limit: int | None) -> Iterator[CandidatePair]:
    """The most useful first: the likelier the pair, and the more statements hang on it.

    Each pair of actors comes once, with the profiles that score highest.
    """
    judged = _judged(connection, standing(load_judgements(connection)))
    seen: set[Pair] = set()
    rows = connection.execute(_ranked(), execution_options={"yield_per": CHUNK})
    for part in rows.partitions():
        for row in part:
            if limit is not None and len(seen) >= limit:
                return
            if _is_new(_ordered(row.left_actor, row.right_actor), judged, seen):
                yield _pair(connection, row)


def _ranked() -> Select[tuple[str, str, float, str, str]]:
    """Edges between two actors, by score times the statements of both."""
    spoken = select_speaking().subquery()
    counted = func.count(distinct(spoken.c.statement_key)).label("number")
    said = select(spoken.c.actor, counted).group_by(spoken.c.actor).cte("said")
    one, other = actor_of.alias("one"), actor_of.alias("other")
    its, others = said.alias("its"), said.alias("others")
    statements = func.coalesce(its.c.number, 0) + func.coalesce(others.c.number, 0)
    return (
        select(
            edges.c.left,
            edges.c.right,
            edges.c.score,
            one.c.actor.label("left_actor"),
            other.c.actor.label("right_actor"),
        )
        .join(one, one.c.node == edges.c.left)
        .join(other, other.c.node == edges.c.right)
        .outerjoin(its, its.c.actor == one.c.actor)
        .outerjoin(others, others.c.actor == other.c.actor)
        .where(one.c.actor != other.c.actor)
        .order_by((edges.c.score * (1 + statements)).desc(), edges.c.left, edges.c.right)
    )


def _judged(connection: Connection, held: Iterable[Judgement]) -> set[Pair]:
    """Pairs of actors on whose members a verdict of difference or doubt stands."""
    settled = [j for j in held if j.verdict is not Verdict.SAME]
    actors: dict[str, str] = {}
    for part in chunks({node for j in settled for node in (j.left, j.right)}):
        question = select(actor_of.c.node, actor_of.c.actor).where(actor_of.c.node.in_(part))
        actors.update((row.node, row.actor) for row in connection.execute(question))
    return {
        _ordered(actors.get(judgement.left, ""), actors.get(judgement.right, ""))
        for judgement in settled
    }


def _is_new(pair: Pair, judged: set[Pair], seen: set[Pair]) -> bool:
    if pair in judged or pair in seen:
        return False
    seen.add(pair)
    return True


def _ordered(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)


def _pair(connection: Connection, row: Row[tuple[str, str, float, str, str]]) -> CandidatePair:
    actors = load_actors(connection, (row.left_actor, row.right_actor))
    left, right = _facts(connection, row.left_actor), _facts(connection, row.right_actor)
    return CandidatePair(
        actors[row.left_actor],
        actors[row.right_actor],
        row.score,
        row.left,
        row.right,
        tuple(sorted(left["country"] & right["country"])),
        tuple(sorted(left["office"] & right["office"])),
        tuple(_shared_documents(connection, row.left_actor, row.right_actor)),
    )


def _facts(connection: Connection, actor: str) -> Mapping[str, set[str]]:
    found = select_appearing(_this(actor)).subquery()
    countries = select(appearances.c.country).where(
        appearances.c.key.in_(select(found.c.key)), appearances.c.country.is_not(None)
    )
    offices = select(appearance_offices.c.office).where(
        appearance_offices.c.appearance_key.in_(select(found.c.key))
    )
    return {
        "country": {str(country) for country in connection.execute(countries).scalars()},
        "office": {str(office) for office in connection.execute(offices).scalars()},
    }


def _shared_documents(connection: Connection, left: str, right: str) -> Sequence[str]:
    one = select_appearing(_this(left)).subquery("of_left")
    other = select_appearing(_this(right)).subquery("of_right")
    question = (
        select(names.c.name)
        .join_from(names, documents)
        .where(names.c.position == 0)
        .where(documents.c.key.in_(select(one.c.document_key)))
        .where(documents.c.key.in_(select(other.c.document_key)))
        .order_by(names.c.name)
        .limit(_SHOWN_DOCUMENTS)
    )
    return connection.execute(question).scalars().all()


def _this(actor: str) -> Select[tuple[str]]:
    return select(actor_of.c.actor).where(actor_of.c.node == actor)
