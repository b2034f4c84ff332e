"""Positions as rows, written all at once for an issue, and read back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, select

from onrecord.domain.issue import Hit, Position, Stance, StatementKey
from onrecord.domain.span import Span
from onrecord.record.anchor import Anchor
from onrecord.record.bulk import Value, insert_rows
from onrecord.record.chunks import chunks
from onrecord.record.derived import keep_mark
from onrecord.record.issues import mark_name
from onrecord.record.rows import Rows
from onrecord.record.schema import documents, statements
from onrecord.record.schema_actors import actor_of
from onrecord.record.schema_positions import position_reasons, position_spans, positions
from onrecord.record.speaking import Actors, select_speaking
from onrecord.record.statement_keys import rows_of


class PositionRole(StrEnum):
    """What a stored span is to a position."""

    STANCE = "stance"
    CONDITION = "condition"
    SHARED = "shared"
    """Words that the statement shares with the issue."""


Spans = dict[PositionRole, list[Anchor]]


def replace_positions(
    connection: Connection, issue_id: str, found: Sequence[Position], mark: str
) -> None:
    """Put `found` in the place of all positions on the issue; `mark` says what it rests on."""
    for table in (position_spans, position_reasons, positions):
        connection.execute(delete(table).where(table.c.issue_id == issue_id))
    rows, texts = rows_of(connection, (position.key for position in found)), _Texts(connection)
    kept = [(rows[position.key], position) for position in found if position.key in rows]
    insert_rows(connection, positions, [_row(key, position) for key, position in kept])
    for part in chunks(kept):
        spans: Rows = []
        for key, position in part:
            spans.extend(_span_rows(key, position, texts.of(position.key.document_id)))
        insert_rows(connection, position_spans, spans)
    reasons: Rows = [
        {"issue_id": issue_id, "statement_key": key, "part": number, "reason": reason}
        for key, position in kept
        for number, reason in enumerate(position.hit.reasons if position.hit else ())
    ]
    insert_rows(connection, position_reasons, reasons)
    keep_mark(connection, mark_name(issue_id), mark)


def load_positions(
    connection: Connection, issue_id: str, speaker: str | None = None
) -> Iterator[Position]:
    """The positions on an issue by document and place, or those of one actor's statements."""
    question = select_positions().where(positions.c.issue_id == issue_id)
    if speaker is not None:
        this: Actors = select(actor_of.c.actor).where(actor_of.c.actor == speaker)
        spoken = select_speaking(this).subquery()
        question = question.where(positions.c.statement_key.in_(select(spoken.c.statement_key)))
    ordered = question.order_by(documents.c.id, statements.c.position)
    for part in chunks(connection.execute(ordered).all()):
        keys = [row.statement_key for row in part]
        spans, reasons = (
            load_spans(connection, issue_id, keys),
            _reasons(connection, issue_id, keys),
        )
        for row in part:
            yield _position(row, spans[row.statement_key], tuple(reasons[row.statement_key]))


def select_positions() -> Select[Any]:
    """Positions with their statements and documents."""
    return (
        select(positions, documents.c.id.label("document_id"), statements.c.id.label("own_id"))
        .join_from(positions, statements)
        .join(documents)
    )


def load_spans(connection: Connection, issue_id: str, keys: Sequence[int]) -> Mapping[int, Spans]:
    """The anchors of positions, by statement."""
    found: dict[int, Spans] = defaultdict(lambda: defaultdict(list))
    for part in chunks(keys):
        question = select(position_spans).where(
            position_spans.c.issue_id == issue_id, position_spans.c.statement_key.in_(part)
        )
        for row in connection.execute(question.order_by(*position_spans.primary_key)):
            anchor = Anchor(Span(row.start, row.end), row.exact)
            found[row.statement_key][PositionRole(row.role)].append(anchor)
    return found


def _reasons(connection: Connection, issue_id: str, keys: Sequence[int]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for part in chunks(keys):
        question = select(position_reasons).where(
            position_reasons.c.issue_id == issue_id, position_reasons.c.statement_key.in_(part)
        )
        for row in connection.execute(question.order_by(*position_reasons.primary_key)):
            found[row.statement_key].append(row.reason)
    return found


def _position(row: Row[Any], spans: Spans, reasons: tuple[str, ...]) -> Position:
    key = StatementKey(row.document_id, row.own_id)

    def of(role: PositionRole) -> tuple[Span, ...]:
        return tuple(anchor.span for anchor in spans.get(role, ()))

    hit = None if row.score is None else Hit(key, row.score, reasons, of(PositionRole.SHARED))
    return Position(
        row.issue_id,
        key,
        Stance(row.stance),
        row.confidence,
        row.step,
        of(PositionRole.STANCE),
        of(PositionRole.CONDITION),
        hit,
    )


def _row(key: int, position: Position) -> dict[str, Value]:
    return {
        "issue_id": position.issue_id,
        "statement_key": key,
        "stance": position.stance.value,
        "confidence": position.confidence,
        "step": position.step,
        "score": position.hit.score if position.hit else None,
    }


def _span_rows(key: int, position: Position, text: str) -> Iterator[dict[str, Value]]:
    for role, spans in (
        (PositionRole.STANCE, position.evidence),
        (PositionRole.CONDITION, position.conditions),
        (PositionRole.SHARED, position.hit.words if position.hit else ()),
    ):
        for part, span in enumerate(spans):
            yield {
                "issue_id": position.issue_id,
                "statement_key": key,
                "role": role.value,
                "part": part,
                "start": span.start,
                "end": span.end,
                "exact": span.of(text),
            }


class _Texts:
    """The texts of documents, the last one at hand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: tuple[str, str] | None = None

    def of(self, document_id: str) -> str:
        """The text of one document."""
        if self._last is None or self._last[0] != document_id:
            question = select(documents.c.text).where(documents.c.id == document_id)
            self._last = document_id, str(self._connection.execute(question).scalar_one())
        return self._last[1]


def positions_to_check(
    connection: Connection, document_id: str
) -> Iterable[tuple[str, PositionRole, Anchor]]:
    """The anchors of all positions in a document, with the ids of their statements."""
    question = (
        select(position_spans, statements.c.id.label("own_id"))
        .join_from(position_spans, statements)
        .join(documents)
        .where(documents.c.id == document_id)
        .order_by(*position_spans.primary_key)
    )
    for row in connection.execute(question):
        yield row.own_id, PositionRole(row.role), Anchor(Span(row.start, row.end), row.exact)
