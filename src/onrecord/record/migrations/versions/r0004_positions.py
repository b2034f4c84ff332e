"""What a statement does, what it says on an issue, and which statements report one utterance."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables; what was found before stays, and says nothing of these."""
    for column in (
        sa.Column("act", sa.String(16)),
        _text("act_step", nullable=True),
        sa.Column("act_confidence", sa.Float),
    ):
        op.add_column("statements", column)
    _make_issues()
    _make_positions()
    _make_judgements()
    _make_utterances()
    _make_answers()


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _label(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(16), nullable=nullable)


def _parent(name: str, target: str) -> sa.Column[int]:
    reference = sa.ForeignKey(target, ondelete="CASCADE")
    return sa.Column(name, sa.Integer, reference, nullable=False)


def _issue() -> sa.Column[str]:
    reference = sa.ForeignKey("issues.id", ondelete="CASCADE")
    return sa.Column("issue_id", sa.Text, reference, nullable=False)


def _make_issues() -> None:
    op.create_table(
        "issues",
        _text("id"),
        _text("proposition"),
        _text("description"),
        sa.Column("since", sa.Date),
        sa.Column("until", sa.Date),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "issue_parts",
        _issue(),
        _label("sort"),
        _number("position"),
        _text("text"),
        sa.PrimaryKeyConstraint("issue_id", "sort", "position"),
        sqlite_with_rowid=False,
    )


def _make_positions() -> None:
    op.create_table(
        "positions",
        _issue(),
        _parent("statement_key", "statements.key"),
        _label("stance"),
        sa.Column("confidence", sa.Float, nullable=False),
        _text("step"),
        sa.Column("score", sa.Float),
        sa.PrimaryKeyConstraint("issue_id", "statement_key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "position_spans",
        _issue(),
        _parent("statement_key", "statements.key"),
        _label("role"),
        _number("part"),
        _number("start"),
        _number("end"),
        _text("exact"),
        sa.CheckConstraint('start >= 0 AND "end" > start', name="position_spans_order"),
        sa.PrimaryKeyConstraint("issue_id", "statement_key", "role", "part"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "position_reasons",
        _issue(),
        _parent("statement_key", "statements.key"),
        _number("part"),
        _text("reason"),
        sa.PrimaryKeyConstraint("issue_id", "statement_key", "part"),
        sqlite_with_rowid=False,
    )
    for table in ("positions", "position_spans", "position_reasons"):
        op.create_index(f"{table}_statement", table, ["statement_key"])


def _make_judgements() -> None:
    op.create_table(
        "stance_judgements",
        _number("number"),
        *(_text(name) for name in ("issue_id", "document_id", "statement_id")),
        _label("stance", nullable=True),
        *(_text(name) for name in ("exact", "made_at", "by", "reason")),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("stance_judgements.number")),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("stance_judgements_issue", "stance_judgements", ["issue_id"])
    if op.get_bind().dialect.name != "sqlite":
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER stance_judgements_no_{change.lower()} BEFORE {change}"
            " ON stance_judgements"
            " BEGIN SELECT RAISE(ABORT, 'judgements are only ever added to'); END"
        )


def _make_utterances() -> None:
    op.create_table(
        "utterances",
        _number("key"),
        _text("id"),
        sa.Column("said_first", sa.Date),
        sa.Column("said_last", sa.Date),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "retellings",
        _parent("statement_key", "statements.key"),
        _parent("utterance_key", "utterances.key"),
        _number("position"),
        _label("wording"),
        _number("is_lead"),
        sa.Column("copied_from", sa.Integer, sa.ForeignKey("statements.key", ondelete="SET NULL")),
        sa.PrimaryKeyConstraint("statement_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("retellings_utterance", "retellings", ["utterance_key", "position"])
    op.create_index("retellings_copied_from", "retellings", ["copied_from"])


def _make_answers() -> None:
    op.create_table(
        "derived",
        _text("what"),
        _text("mark"),
        sa.PrimaryKeyConstraint("what"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "network_answers",
        sa.Column("question", sa.LargeBinary(16), nullable=False),
        sa.Column("answer", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("question"),
        sqlite_with_rowid=False,
    )
