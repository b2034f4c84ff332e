"""Utterances as rows, written all at once, and read back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from onrecord.domain.issue import StatementKey
from onrecord.domain.period import Period
from onrecord.domain.utterance import Retelling, Utterance
from onrecord.domain.wording import Wording
from onrecord.record.bulk import Value, insert_rows
from onrecord.record.chunks import chunks
from onrecord.record.derived import keep_mark
from onrecord.record.rows import Rows
from onrecord.record.schema import documents, names, statements
from onrecord.record.schema_positions import retellings, utterances
from onrecord.record.statement_keys import rows_of

UTTERANCES = "utterances"


def replace_utterances(connection: Connection, found: Sequence[Utterance], mark: str) -> None:
    """Put `found` in the place of all utterances; `mark` says what they rest on."""
    connection.execute(delete(retellings))
    connection.execute(delete(utterances))
    rows = rows_of(connection, (r.key for one in found for r in one.retellings))
    for part in chunks(enumerate(found, start=1)):
        insert_rows(connection, utterances, [_row(key, one) for key, one in part])
        told: Rows = []
        for key, one in part:
            told.extend(_told(key, one, retelling, n, rows) for n, retelling in _present(one, rows))
        insert_rows(connection, retellings, told)
    keep_mark(connection, UTTERANCES, mark)


def load_utterances(
    connection: Connection, keys: Iterable[StatementKey] | None = None
) -> Iterator[Utterance]:
    """All utterances in the order of saying, or those that the statements report.

    Each has all its retellings, without their comparisons.
    """
    if keys is None:
        yield from _load(connection, None)
        return
    rows = sorted(rows_of(connection, keys).values())
    told: set[int] = set()
    for part in chunks(rows):
        question = select(retellings.c.utterance_key).where(retellings.c.statement_key.in_(part))
        told.update(connection.execute(question).scalars())
    found = [one for part in chunks(sorted(told)) for one in _load(connection, part)]
    yield from sorted(found, key=_when)


def _load(connection: Connection, keys: Sequence[int] | None) -> Iterator[Utterance]:
    question = (
        select(
            retellings,
            utterances.c.id.label("own_id"),
            utterances.c.said_first,
            utterances.c.said_last,
            statements.c.id.label("statement_id"),
            documents.c.id.label("document_id"),
            documents.c.published_first,
            documents.c.published_last,
            names.c.outlet,
            names.c.name,
        )
        .join_from(retellings, utterances, retellings.c.utterance_key == utterances.c.key)
        .join(statements, statements.c.key == retellings.c.statement_key)
        .join(documents, documents.c.key == statements.c.document_key)
        .join(names, (names.c.document_key == documents.c.key) & (names.c.position == 0))
    )
    if keys is not None:
        question = question.where(utterances.c.key.in_(keys))
    first = utterances.c.said_first
    ordered = question.order_by(
        first.is_(None), first, utterances.c.said_last, utterances.c.key, retellings.c.position
    )
    rows = connection.execute(ordered).all()
    by_row = {row.statement_key: StatementKey(row.document_id, row.statement_id) for row in rows}
    for _, group in groupby(rows, key=lambda row: row.utterance_key):
        yield _utterance(list(group), by_row)


def _utterance(rows: list[Row[Any]], by_row: dict[int, StatementKey]) -> Utterance:
    lead = next((row for row in rows if row.is_lead), rows[0])
    said = Period(lead.said_first, lead.said_last) if lead.said_first else None
    told = tuple(
        Retelling(
            by_row[row.statement_key],
            row.outlet or row.name,
            Period(row.published_first, row.published_last) if row.published_first else None,
            Wording(row.wording),
            copied_from=by_row.get(row.copied_from),
        )
        for row in rows
    )
    return Utterance(lead.own_id, by_row[lead.statement_key], told, said)


def _when(one: Utterance) -> tuple[bool, object, str]:
    return (one.said is None, one.said.first if one.said else "", one.id)


def _row(key: int, one: Utterance) -> dict[str, Value]:
    said = one.said
    return {
        "key": key,
        "id": one.id,
        "said_first": said.first if said else None,
        "said_last": said.last if said else None,
    }


def _present(one: Utterance, rows: Mapping[StatementKey, int]) -> Iterator[tuple[int, Retelling]]:
    """The retellings whose statement is in the record, numbered."""
    return enumerate(retelling for retelling in one.retellings if retelling.key in rows)


def _told(
    key: int, one: Utterance, retelling: Retelling, position: int, rows: Mapping[StatementKey, int]
) -> dict[str, Value]:
    return {
        "statement_key": rows[retelling.key],
        "utterance_key": key,
        "position": position,
        "wording": retelling.wording.value,
        "is_lead": int(retelling.key == one.lead),
        "copied_from": rows.get(retelling.copied_from) if retelling.copied_from else None,
    }
