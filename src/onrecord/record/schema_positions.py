"""The tables of what crosses documents: utterances, issues, positions, and what people judged them.

All but `issues`, `issue_parts` and `stance_judgements` is derived, and goes with the statements it
was derived from.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)

from onrecord.record.any_text import AnyText
from onrecord.record.schema import child_of, metadata, part


def _of_issue() -> Column[str]:
    reference = ForeignKey("issues.id", ondelete="CASCADE")
    return Column("issue_id", AnyText, reference, primary_key=True, nullable=False)


issues = Table(
    "issues",
    metadata,
    Column("id", AnyText, primary_key=True),
    Column("proposition", AnyText, nullable=False),
    Column("description", AnyText, nullable=False),
    Column("since", Date),
    Column("until", Date),
)

issue_parts = Table(
    "issue_parts",
    metadata,
    _of_issue(),
    Column("sort", String(16), primary_key=True),
    part("position"),
    Column("text", AnyText, nullable=False),
    sqlite_with_rowid=False,
)
"""`sort` is an `IssuePart`."""

positions = Table(
    "positions",
    metadata,
    _of_issue(),
    child_of("statements.key"),
    Column("stance", String(16), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("step", AnyText, nullable=False),
    Column("score", Float),
    Index("positions_statement", "statement_key"),
    sqlite_with_rowid=False,
)
"""`score` is the chance that the statement bears on the issue."""

position_spans = Table(
    "position_spans",
    metadata,
    _of_issue(),
    child_of("statements.key"),
    Column("role", String(16), primary_key=True),
    part("part"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", AnyText, nullable=False),
    CheckConstraint('start >= 0 AND "end" > start', name="position_spans_order"),
    Index("position_spans_statement", "statement_key"),
    sqlite_with_rowid=False,
)
"""`role` is a `PositionRole`."""

position_reasons = Table(
    "position_reasons",
    metadata,
    _of_issue(),
    child_of("statements.key"),
    part("part"),
    Column("reason", AnyText, nullable=False),
    Index("position_reasons_statement", "statement_key"),
    sqlite_with_rowid=False,
)
"""Why a statement is taken to bear on an issue."""

stance_judgements = Table(
    "stance_judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("issue_id", AnyText, nullable=False),
    Column("document_id", AnyText, nullable=False),
    Column("statement_id", AnyText, nullable=False),
    Column("stance", String(16)),
    Column("exact", AnyText, nullable=False),
    Column("made_at", AnyText, nullable=False),
    Column("by", AnyText, nullable=False),
    Column("reason", AnyText, nullable=False),
    Column("undoes", Integer, ForeignKey("stance_judgements.number")),
    Index("stance_judgements_issue", "issue_id"),
)
"""Only ever added to; triggers refuse the rest. Without a stance: does not bear on the issue."""

utterances = Table(
    "utterances",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", AnyText, nullable=False, unique=True),
    Column("said_first", Date),
    Column("said_last", Date),
)

retellings = Table(
    "retellings",
    metadata,
    child_of("statements.key"),
    child_of("utterances.key", part_of_key=False),
    Column("position", Integer, nullable=False),
    Column("wording", String(16), nullable=False),
    Column("is_lead", Integer, nullable=False),
    Column("copied_from", Integer, ForeignKey("statements.key", ondelete="SET NULL")),
    Index("retellings_utterance", "utterance_key", "position"),
    Index("retellings_copied_from", "copied_from"),
    sqlite_with_rowid=False,
)
"""Which statements report an utterance. What their words are to the lead's is compared anew."""

derived = Table(
    "derived",
    metadata,
    Column("what", AnyText, primary_key=True),
    Column("mark", AnyText, nullable=False),
    sqlite_with_rowid=False,
)
"""What was derived from which state: `utterances`, or `issue:` and its id; `findings` has the state
itself, which changes whenever a statement or an actor does."""

network_answers = Table(
    "network_answers",
    metadata,
    Column("question", LargeBinary(16), primary_key=True),
    Column("answer", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""What a network made of a text, so that it is not asked again: halves of floats, little-endian."""
