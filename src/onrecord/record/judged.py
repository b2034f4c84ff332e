"""Judgements as rows: read, and added to, nothing else."""

from dataclasses import replace

from sqlalchemy import Connection, Row, func, select

from onrecord.domain.judgement import Judgement, Verdict
from onrecord.record.bulk import insert_rows
from onrecord.record.schema_actors import judgements


def load_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Every judgement ever made, by number."""
    rows = connection.execute(select(judgements).order_by(judgements.c.number))
    return tuple(_judgement(row) for row in rows)


def add_judgement(connection: Connection, judgement: Judgement) -> Judgement:
    """Keep the judgement under the next number."""
    last = select(func.coalesce(func.max(judgements.c.number), 0))
    numbered = replace(judgement, number=int(connection.execute(last).scalar_one()) + 1)
    row = {
        "number": numbered.number,
        "verdict": numbered.verdict.value,
        "left": numbered.left,
        "right": numbered.right,
        "made_at": numbered.made_at,
        "by": numbered.by,
        "reason": numbered.reason,
        "undoes": numbered.undoes,
    }
    insert_rows(connection, judgements, [row])
    return numbered


def _judgement(row: Row[tuple[object, ...]]) -> Judgement:
    return Judgement(
        row.number,
        Verdict(row.verdict),
        row.left,
        row.right,
        row.made_at,
        row.by,
        row.reason,
        row.undoes,
    )
