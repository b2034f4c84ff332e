"""What people decide about actors, inside the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import select

from onrecord.domain.judgement import Judgement, Verdict
from onrecord.domain.partition import APART, Conflict, conflict, profile_of, standing
from onrecord.errors import Contradiction, InvalidQuery, NotInRecord
from onrecord.record.adding import Adding
from onrecord.record.components import refresh
from onrecord.record.find import find_document
from onrecord.record.judged import add_judgement, load_judgements
from onrecord.record.meant import find_actor, find_node
from onrecord.record.schema import documents
from onrecord.record.schema_actors import actor_of, appearances, profiles
from onrecord.record.speaking import select_appearing


@dataclass(frozen=True, slots=True)
class Opinion:
    """Who decides, and why."""

    by: str = ""
    reason: str = ""


def judge(adding: Adding, verdict: Verdict, left: str, right: str, opinion: Opinion) -> Judgement:
    """Keep a verdict on what `left` and `right` mean; the one that stands already, if it does."""
    nodes = [find_node(adding.connection, key, adding.matcher) for key in (left, right)]
    if nodes[0] == nodes[1]:
        raise InvalidQuery(
            f"{left!r} and {right!r} both mean {nodes[0]!r}: name two actors, or split one with "
            "`onrecord actors split`"
        )
    return _judge(adding, verdict, nodes[0], nodes[1], opinion)


def split(adding: Adding, actor: str, document: str, opinion: Opinion) -> tuple[Judgement, ...]:
    """Set an actor's appearance in one document apart from all its others."""
    actor_id = find_actor(adding.connection, actor, adding.matcher)
    document_key = find_document(adding.connection, document)
    found = _appearing_in(adding, actor_id, document_key)
    if not found:
        raise NotInRecord(
            f"{actor!r} does not appear in the document {document!r}: `onrecord actors show` "
            "lists where an actor appears"
        )
    apart = [f"{profile}{APART}{document_id}" for profile, document_id in found]
    verdicts = [(Verdict.DIFFERENT, profile_of(node), node) for node in apart]
    verdicts += [(Verdict.SAME, apart[0], node) for node in apart[1:]]
    return tuple(_judge(adding, *verdict, opinion) for verdict in verdicts)


def undo(adding: Adding, number: int, opinion: Opinion) -> Judgement:
    """Take a judgement back, as if it was never made. An undo can be taken back as well."""
    made = load_judgements(adding.connection)
    target = next((judgement for judgement in made if judgement.number == number), None)
    if target is None:
        raise NotInRecord(
            f"no judgement has the number {number!r}: `onrecord actors judgements` lists them"
        )
    taken_back = [j.number for j in made if j.undoes == number]
    if taken_back and not any(j.undoes == taken_back[-1] for j in made):
        raise InvalidQuery(
            f"judgement {number!r} was taken back already, by judgement {taken_back[-1]!r}: take "
            "that one back to restore it"
        )
    new = _judgement(target.verdict, target.left, target.right, opinion, undoes=number)
    return _keep(adding, made, new)


def _judge(adding: Adding, verdict: Verdict, left: str, right: str, opinion: Opinion) -> Judgement:
    made = load_judgements(adding.connection)
    for held in standing(made):
        if {held.left, held.right} == {left, right} and held.verdict is verdict:
            return held
    return _keep(adding, made, _judgement(verdict, left, right, opinion))


def _keep(adding: Adding, made: Sequence[Judgement], new: Judgement) -> Judgement:
    number = max((judgement.number for judgement in made), default=0) + 1
    found = conflict([*made, replace(new, number=number)])
    if found:
        raise Contradiction(_contradiction(found, number))
    kept = add_judgement(adding.connection, new)
    refresh(Adding(adding.connection, adding.matcher), {kept.left, kept.right})
    return kept


def _judgement(
    verdict: Verdict, left: str, right: str, opinion: Opinion, undoes: int | None = None
) -> Judgement:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Judgement(0, verdict, left, right, now, opinion.by, opinion.reason, undoes)


def _contradiction(found: Conflict, new: int) -> str:
    """Which earlier verdicts stand in the way, and how they go."""
    apart = found.different
    earlier = [j for j in (apart, *found.same) if j.number != new]
    named = "; ".join(
        f"judgement {j.number} says that {j.left!r} and {j.right!r} are {j.verdict.value}"
        for j in earlier
    )
    return (
        f"{apart.left!r} and {apart.right!r} cannot be the same and different: {named}; take one "
        f"back first, as with `onrecord actors undo {earlier[0].number}`"
    )


def _appearing_in(adding: Adding, actor: str, document_key: int) -> list[tuple[str, str]]:
    """The profiles under which an actor appears in a document, with the document's id."""
    these = select(actor_of.c.actor).where(actor_of.c.actor == actor)
    found = select_appearing(these).where(documents.c.key == document_key).subquery()
    question = (
        select(profiles.c.id, documents.c.id)
        .join_from(appearances, profiles)
        .join(documents, documents.c.key == appearances.c.document_key)
        .where(appearances.c.key.in_(select(found.c.key)))
        .order_by(profiles.c.id)
    )
    return [(profile, document) for profile, document in adding.connection.execute(question)]
