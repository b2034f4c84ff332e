"""When, where and to whom something was said, and why a report is dated as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables; what was found before stays, and says nothing of these."""
    _change_statements()
    _change_documents()
    _make_occasions()
    _make_times()
    _make_date_reasons()


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _label(name: str, length: int = 16) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _parent(name: str, target: str) -> sa.Column[int]:
    reference = sa.ForeignKey(target, ondelete="CASCADE")
    return sa.Column(name, sa.Integer, reference, nullable=False)


def _words(table: str) -> tuple[sa.Column[int] | sa.Column[str] | sa.CheckConstraint, ...]:
    order = sa.CheckConstraint('start >= 0 AND "end" > start', name=f"{table}_order")
    return _number("start"), _number("end"), _text("exact"), order


def _change_statements() -> None:
    for column in (
        sa.Column("said_first", sa.Date),
        sa.Column("said_last", sa.Date),
        _text("said_step", nullable=True),
        sa.Column("said_confidence", sa.Float),
        _number("occasion", nullable=True),
    ):
        op.add_column("statements", column)


def _change_documents() -> None:
    for column in (
        _text("place", nullable=True),
        _number("place_start", nullable=True),
        _number("place_end", nullable=True),
        _text("place_exact", nullable=True),
    ):
        op.add_column("names", column)
    op.add_column("documents", sa.Column("published_how", sa.String(16)))
    op.execute(
        "UPDATE documents SET published_how = (SELECT dates.how FROM dates JOIN names"
        " ON names.key = dates.name_key WHERE names.document_key = documents.key"
        " AND names.position = 0 AND dates.role = 'published' ORDER BY dates.position LIMIT 1)"
    )


def _make_occasions() -> None:
    op.create_table(
        "occasions",
        _parent("document_key", "documents.key"),
        _number("position"),
        _text("id"),
        _label("kind", 32),
        *(_text(name, nullable=True) for name in ("place", "place_words")),
        sa.PrimaryKeyConstraint("document_key", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "occasion_spans",
        _parent("document_key", "documents.key"),
        _number("position"),
        _label("role"),
        _number("part"),
        *_words("occasion_spans"),
        sa.PrimaryKeyConstraint("document_key", "position", "role", "part"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "parties",
        _parent("document_key", "documents.key"),
        _label("role"),
        _number("owner"),
        _number("part"),
        *_words("parties"),
        *(_text(name, nullable=True) for name in ("name", "profile")),
        _text("words"),
        sa.PrimaryKeyConstraint("document_key", "role", "owner", "part"),
        sqlite_with_rowid=False,
    )
    op.create_index("parties_profile", "parties", ["profile"])


def _make_times() -> None:
    op.create_table(
        "times",
        _parent("document_key", "documents.key"),
        _number("position"),
        *_words("times"),
        _label("type"),
        _text("value"),
        _label("step"),
        _text("mod", nullable=True),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        *(_number(name, nullable=True) for name in ("anchor_start", "anchor_end")),
        _text("anchor_exact", nullable=True),
        sa.Column("score", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("document_key", "position"),
        sqlite_with_rowid=False,
    )


def _make_date_reasons() -> None:
    op.create_table(
        "date_reasons",
        _parent("name_key", "names.key"),
        _number("position"),
        _label("sort"),
        _number("part"),
        _text("reason"),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        _text("detail"),
        sa.PrimaryKeyConstraint("name_key", "position", "sort", "part"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "date_reason_spans",
        _parent("name_key", "names.key"),
        _number("position"),
        _label("sort"),
        _number("part"),
        _number("number"),
        *_words("date_reason_spans"),
        sa.PrimaryKeyConstraint("name_key", "position", "sort", "part", "number"),
        sqlite_with_rowid=False,
    )
