"""Which actor each node is: worked out anew where something has changed, and nowhere else."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import delete, select

from onrecord.domain.judgement import Judgement, Verdict
from onrecord.domain.partition import APART, Edge, partition, profile_of
from onrecord.record.adding import Adding
from onrecord.record.bulk import insert_rows
from onrecord.record.chunks import chunks
from onrecord.record.rows import Rows
from onrecord.record.schema_actors import actor_of, edges, profiles


def refresh(adding: Adding, nodes: Collection[str]) -> None:
    """Work out the actors of `nodes` and of all that edges and verdicts join to them."""
    if not nodes:
        return
    held = adding.standing()
    reached = _reached(adding, nodes, _ties(held))
    known = _existing(adding, reached)
    about = [j for j in held if j.left in reached or j.right in reached]
    _keep(adding, reached, partition(known, _edges_among(adding, known), about))


def _ties(held: Iterable[Judgement]) -> Mapping[str, Sequence[str]]:
    """What verdicts of sameness, and being a part of a profile, join to a node."""
    ties: dict[str, list[str]] = defaultdict(list)
    for judgement in held:
        left, right = judgement.left, judgement.right
        pairs = [(node, profile_of(node)) for node in (left, right) if APART in node]
        if judgement.verdict is Verdict.SAME:
            pairs.append((left, right))
        for one, other in pairs:
            ties[one].append(other)
            ties[other].append(one)
    return ties


def _reached(
    adding: Adding, starts: Collection[str], ties: Mapping[str, Sequence[str]]
) -> set[str]:
    reached = set(starts)
    edge = set(starts)
    while edge:
        following = {other for node in edge for other in ties.get(node, ())}
        for part in chunks(sorted(edge)):
            for here, there in ((edges.c.left, edges.c.right), (edges.c.right, edges.c.left)):
                question = select(there).where(here.in_(part), edges.c.joins)
                following.update(adding.connection.execute(question).scalars())
        edge = following - reached
        reached |= edge
    return reached


def _existing(adding: Adding, nodes: Collection[str]) -> set[str]:
    """The nodes that stand for something: a profile, or an appearance that is judged by itself."""
    judged = {node for j in adding.standing() for node in (j.left, j.right)}
    found = {node for node in nodes if APART in node and node in judged}
    for part in chunks(sorted(nodes)):
        question = select(profiles.c.id).where(profiles.c.id.in_(part))
        found.update(adding.connection.execute(question).scalars())
    return found


def _edges_among(adding: Adding, nodes: Collection[str]) -> list[Edge]:
    columns = edges.c.left, edges.c.right, edges.c.score
    return [
        Edge(*row)
        for part in chunks(sorted(nodes))
        for row in adding.connection.execute(
            select(*columns).where(edges.c.left.in_(part), edges.c.joins)
        )
    ]


def _keep(adding: Adding, nodes: Collection[str], actors: Mapping[str, str]) -> None:
    """Write down what is new."""
    before: dict[str, str] = {}
    for part in chunks(sorted(nodes)):
        question = select(actor_of.c.node, actor_of.c.actor).where(actor_of.c.node.in_(part))
        before.update((row.node, row.actor) for row in adding.connection.execute(question))
    changed = [node for node, actor in sorted(actors.items()) if before.get(node) != actor]
    outdated = sorted({*changed, *(before.keys() - actors.keys())} & before.keys())
    for part in chunks(outdated):
        adding.connection.execute(delete(actor_of).where(actor_of.c.node.in_(part)))
    insert_rows(adding.connection, actor_of, _rows(changed, actors))


def _rows(nodes: Iterable[str], actors: Mapping[str, str]) -> Rows:
    rows: Rows = []
    for node in nodes:
        profile, _, document = node.partition(APART)
        rows.append(
            {
                "node": node,
                "profile": profile,
                "document": document or None,
                "actor": actors[node],
            }
        )
    return rows
