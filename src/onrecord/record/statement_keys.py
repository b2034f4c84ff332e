"""The rows of statements that the outside names by document and id."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from onrecord.domain.issue import StatementKey
from onrecord.errors import NotInRecord
from onrecord.record.chunks import chunks
from onrecord.record.schema import documents, statements

_SHOWN = 5
"""Candidates named in a message; more would hide the next step."""


def rows_of(connection: Connection, keys: Iterable[StatementKey]) -> Mapping[StatementKey, int]:
    """The row of each statement; one that is not there is left out."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        wanted[key.document_id].add(key.statement_id)
    found: dict[StatementKey, int] = {}
    question = select(statements.c.key, statements.c.id, documents.c.id.label("document_id"))
    joined = question.join_from(statements, documents)
    for part in chunks(sorted(wanted)):
        for row in connection.execute(joined.where(documents.c.id.in_(part))):
            if row.id in wanted[row.document_id]:
                found[StatementKey(row.document_id, row.id)] = row.key
    return found


def find_statement(connection: Connection, key: str) -> StatementKey:
    """The statement of that id, or that beginning of an id. Raises NotInRecord."""
    key = key.strip()
    question = select(statements.c.id, documents.c.id.label("document_id"))
    joined = question.join_from(statements, documents).order_by(statements.c.id, documents.c.id)
    begins = statements.c.id.between(key, key + "\U0010ffff")
    rows = connection.execute(joined.where(begins).limit(_SHOWN + 1)).all() if key else []
    exact = [row for row in rows if row.id == key]
    for meant in (exact, rows):
        if len(meant) == 1:
            return StatementKey(meant[0].document_id, meant[0].id)
    if rows:
        named = ", ".join(f"{row.id} in {row.document_id}" for row in rows[:_SHOWN])
        raise NotInRecord(f"{key!r} may mean several statements: {named}; write more of the id")
    raise NotInRecord(
        f"no statement {key!r} is in the record: `onrecord statements --json` and "
        "`onrecord issues show` give their ids"
    )
