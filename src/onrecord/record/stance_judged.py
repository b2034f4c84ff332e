"""What people judged stances to be, as rows: read, and added to, nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, func, select

from onrecord.domain.issue import Stance, StanceJudgement, StatementKey
from onrecord.domain.span import Span, quoted
from onrecord.errors import InvalidQuery, NotInRecord
from onrecord.record.bulk import Value, insert_rows
from onrecord.record.issues import find_issue
from onrecord.record.judging import Opinion
from onrecord.record.role import SpanRole
from onrecord.record.schema import documents, spans, statements
from onrecord.record.schema_positions import stance_judgements
from onrecord.record.statement_keys import find_statement, rows_of


def load_stance_judgements(
    connection: Connection, issue_id: str | None = None
) -> tuple[StanceJudgement, ...]:
    """Every judgement ever made, or those on an issue, by number."""
    question = select(stance_judgements).order_by(stance_judgements.c.number)
    if issue_id is not None:
        question = question.where(stance_judgements.c.issue_id == issue_id)
    return tuple(_judgement(row) for row in connection.execute(question))


def standing_stances(made: Iterable[StanceJudgement]) -> tuple[StanceJudgement, ...]:
    """Those that hold: not taken back, and the last one on each statement and issue."""
    found = list(made)
    undone: set[int] = set()
    for judgement in reversed(found):
        if judgement.undoes is not None and judgement.number not in undone:
            undone.add(judgement.undoes)
    held = {
        (judgement.issue_id, judgement.key): judgement
        for judgement in found
        if judgement.undoes is None and judgement.number not in undone
    }
    return tuple(sorted(held.values(), key=lambda judgement: judgement.number))


def judge_stance(
    connection: Connection, issue_key: str, statement: str, stance: Stance | None, opinion: Opinion
) -> StanceJudgement:
    """Keep a judgement on a statement; the one that holds already, if it says the same."""
    issue, key = find_issue(connection, issue_key), find_statement(connection, statement)
    for held in standing_stances(load_stance_judgements(connection, issue.id)):
        if held.key == key and held.stance is stance:
            return held
    new = StanceJudgement(0, issue.id, key, stance, _now(), _words(connection, key))
    return _add(connection, replace(new, by=opinion.by, reason=opinion.reason))


def undo_stance(connection: Connection, number: int, opinion: Opinion) -> StanceJudgement:
    """Take a judgement back, as if it was never made. An undo can be taken back as well."""
    made = load_stance_judgements(connection)
    target = next((judgement for judgement in made if judgement.number == number), None)
    if target is None:
        raise NotInRecord(
            f"no judgement of a stance has the number {number!r}: `onrecord issues judgements` "
            "lists them"
        )
    taken_back = [j.number for j in made if j.undoes == number]
    if taken_back and not any(j.undoes == taken_back[-1] for j in made):
        raise InvalidQuery(
            f"judgement {number!r} was taken back already, by judgement {taken_back[-1]!r}: take "
            "that one back to restore it"
        )
    undoing = replace(target, made_at=_now(), by=opinion.by, reason=opinion.reason, undoes=number)
    return _add(connection, undoing)


def present_judgements(
    connection: Connection, made: Iterable[StanceJudgement]
) -> tuple[StanceJudgement, ...]:
    """Each judgement with the key that its statement has now, those of no statement left out.

    A run that finds other spans gives a statement another id; then the one in the same document
    with the very words that were judged is meant, if it is the only one.
    """
    held = list(made)
    there = rows_of(connection, (judgement.key for judgement in held))
    moved = (j if j.key in there else _moved(connection, j) for j in held)
    return tuple(judgement for judgement in moved if judgement is not None)


def _moved(connection: Connection, judgement: StanceJudgement) -> StanceJudgement | None:
    in_document = (
        select(statements.c.id)
        .join_from(statements, documents)
        .where(documents.c.id == judgement.key.document_id)
    )
    keys = [
        StatementKey(judgement.key.document_id, own)
        for own in connection.execute(in_document).scalars()
    ]
    alike = [key for key in keys if _words(connection, key) == judgement.exact]
    return replace(judgement, key=alike[0]) if len(alike) == 1 else None


def _words(connection: Connection, key: StatementKey) -> str:
    question = (
        select(documents.c.text, spans.c.start, spans.c.end)
        .join_from(spans, statements)
        .join(documents)
        .where(documents.c.id == key.document_id, statements.c.id == key.statement_id)
        .where(spans.c.role == SpanRole.CONTENT.value)
        .order_by(spans.c.part)
    )
    rows = connection.execute(question).all()
    return quoted(rows[0].text, [Span(row.start, row.end) for row in rows]) if rows else ""


def _add(connection: Connection, judgement: StanceJudgement) -> StanceJudgement:
    last = select(func.coalesce(func.max(stance_judgements.c.number), 0))
    numbered = replace(judgement, number=int(connection.execute(last).scalar_one()) + 1)
    row: dict[str, Value] = {
        "number": numbered.number,
        "issue_id": numbered.issue_id,
        "document_id": numbered.key.document_id,
        "statement_id": numbered.key.statement_id,
        "stance": numbered.stance.value if numbered.stance else None,
        "exact": numbered.exact,
        "made_at": numbered.made_at,
        "by": numbered.by,
        "reason": numbered.reason,
        "undoes": numbered.undoes,
    }
    insert_rows(connection, stance_judgements, [row])
    return numbered


def _judgement(row: Row[tuple[object, ...]]) -> StanceJudgement:
    return StanceJudgement(
        row.number,
        row.issue_id,
        StatementKey(row.document_id, row.statement_id),
        Stance(row.stance) if row.stance else None,
        row.made_at,
        row.exact,
        row.by,
        row.reason,
        row.undoes,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
