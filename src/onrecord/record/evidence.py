"""Why an actor is one: its appearances, and what joined its profiles."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, Row, Select, distinct, func, select

from onrecord.domain.judgement import Judgement
from onrecord.domain.partition import Edge, standing
from onrecord.record.actors import load_actors
from onrecord.record.appearing import Appearing, load_appearances
from onrecord.record.chunks import chunks
from onrecord.record.judged import load_judgements
from onrecord.record.role import AppearanceRole
from onrecord.record.schema import documents, names, statements
from onrecord.record.schema_actors import actor_of, edges
from onrecord.record.speaking import Actors, select_appearing, select_speaking
from onrecord.record.stored_actor import ActorEvidence, StoredAppearance


def load_evidence(connection: Connection, actor: str, limit: int | None) -> ActorEvidence:
    """By date of publication, the undated last; at most `limit` appearances."""
    nodes = _nodes(connection, actor)
    return ActorEvidence(
        load_actors(connection, [actor])[actor],
        tuple(_appearances(connection, actor, limit)),
        tuple(_edges(connection, nodes)),
        tuple(_judgements(connection, nodes)),
    )


def _nodes(connection: Connection, actor: str) -> Sequence[str]:
    question = select(actor_of.c.node).where(actor_of.c.actor == actor).order_by(actor_of.c.node)
    return connection.execute(question).scalars().all()


def _appearances(
    connection: Connection, actor: str, limit: int | None
) -> Iterator[StoredAppearance]:
    for rows in chunks(connection.execute(_places(actor).limit(limit)).all()):
        keys = [row.document_key for row in rows]
        found = {
            appearing.key: appearing
            for appearances in load_appearances(connection, keys).values()
            for appearing in appearances
        }
        said = _said(connection, actor, keys)
        for row in rows:
            yield _stored(row, found[row.key], said.get(row.document_key, 0))


def _places(actor: str) -> Select[tuple[int, int, str, str, str, str]]:
    found = select_appearing(_this(actor)).subquery()
    return (
        select(found.c.key, found.c.document_key, found.c.node)
        .add_columns(documents.c.id, documents.c.text, names.c.name)
        .join(documents, documents.c.key == found.c.document_key)
        .join(names, (names.c.document_key == documents.c.key) & (names.c.position == 0))
        .order_by(
            documents.c.published_first.is_(None),
            documents.c.published_first,
            names.c.name,
            documents.c.id,
            found.c.key,
        )
    )


def _said(connection: Connection, actor: str, document_keys: Sequence[int]) -> Mapping[int, int]:
    """How many statements the actor made in each document."""
    spoken = select_speaking(_this(actor)).subquery()
    counted = (
        select(statements.c.document_key, func.count(distinct(statements.c.key)))
        .join(spoken, spoken.c.statement_key == statements.c.key)
        .where(statements.c.document_key.in_(document_keys))
        .group_by(statements.c.document_key)
    )
    return {row[0]: row[1] for row in connection.execute(counted)}


def _stored(
    row: Row[tuple[int, int, str, str, str, str]], found: Appearing, said: int
) -> StoredAppearance:
    appearance = found.appearance
    kept = [anchor for role, anchor in found.anchors if role is AppearanceRole.NAME]
    return StoredAppearance(
        row.id,
        row.name,
        row.node,
        appearance.name,
        tuple((anchor.span, anchor.exact) for anchor in kept),
        len(appearance.mentions),
        said,
        appearance.country,
        appearance.offices,
        orphaned=any(True for _ in found.lost(row.text)),
    )


def _edges(connection: Connection, nodes: Sequence[str]) -> Iterator[Edge]:
    within = set(nodes)
    for part in chunks(nodes):
        question = select(edges.c.left, edges.c.right, edges.c.score)
        joining = question.where(edges.c.left.in_(part), edges.c.joins)
        for left, right, score in connection.execute(joining.order_by(*edges.primary_key)):
            if right in within:
                yield Edge(left, right, score)


def _judgements(connection: Connection, nodes: Sequence[str]) -> Iterator[Judgement]:
    """The standing verdicts on any of the nodes."""
    within = set(nodes)
    for judgement in standing(load_judgements(connection)):
        if judgement.left in within or judgement.right in within:
            yield judgement


def _this(actor: str) -> Actors:
    return select(actor_of.c.actor).where(actor_of.c.node == actor)
