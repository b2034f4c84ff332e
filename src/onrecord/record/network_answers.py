"""What a network made of texts, kept so that it is not asked twice."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as _insert_in_sqlite

from onrecord.record.chunks import chunks
from onrecord.record.schema_positions import network_answers


def load_answers(connection: Connection, questions: Iterable[bytes]) -> Mapping[bytes, bytes]:
    """The answers that were kept, by question."""
    found: dict[bytes, bytes] = {}
    for part in chunks(dict.fromkeys(questions)):
        question = select(network_answers).where(network_answers.c.question.in_(part))
        found.update((row.question, row.answer) for row in connection.execute(question))
    return found


def keep_answers(connection: Connection, answers: Mapping[bytes, bytes]) -> None:
    """Keep answers; one that is there already stays."""
    rows = [{"question": asked, "answer": answer} for asked, answer in answers.items()]
    if rows:
        statement = _insert_in_sqlite(network_answers).on_conflict_do_nothing()
        connection.execute(statement, rows)
