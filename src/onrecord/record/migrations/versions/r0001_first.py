"""The first shape of a record."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of an empty file."""
    _make_documents()
    _make_found_in_documents()
    _make_statements()
    _make_word_indexes()


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _label(name: str, length: int = 16) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _parent(name: str, target: str) -> sa.Column[int]:
    reference = sa.ForeignKey(target, ondelete="CASCADE")
    return sa.Column(name, sa.Integer, reference, nullable=False)


def _make_documents() -> None:
    op.create_table("runs", sa.Column("id", sa.Text, primary_key=True))
    op.create_table(
        "run_versions",
        sa.Column("run_id", sa.Text, sa.ForeignKey("runs.id", ondelete="CASCADE"), nullable=False),
        _number("position"),
        _text("component"),
        _text("version"),
        sa.PrimaryKeyConstraint("run_id", "position"),
    )
    op.create_table(
        "documents",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("text_sha256", sa.Text, nullable=False, unique=True),
        sa.Column("run_id", sa.Text, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("published_first", sa.Date),
        sa.Column("published_last", sa.Date),
        _text("text"),
    )
    op.create_index("documents_published", "documents", ["published_first"])
    _make_names()


def _make_names() -> None:
    op.create_table(
        "names",
        sa.Column("key", sa.Integer, primary_key=True),
        _parent("document_key", "documents.key"),
        _number("position"),
        _text("name"),
        _text("given_id"),
        sa.Column("run_id", sa.Text, sa.ForeignKey("runs.id"), nullable=False),
        _text("raw_sha256"),
        _text("format"),
        sa.Column("text_as_given", sa.Boolean, nullable=False),
        _text("encoding"),
        *(_text(name, nullable=True) for name in ("outlet", "outlet_folded")),
        *(_text(name, nullable=True) for name in ("title", "url", "author")),
        sa.UniqueConstraint("document_key", "position", name="names_position"),
        sa.UniqueConstraint("document_key", "name", name="names_once"),
    )
    op.create_index("names_name", "names", ["name"])
    op.create_index("names_given_id", "names", ["given_id"])
    op.create_index("names_outlet", "names", ["outlet_folded"])


def _make_found_in_documents() -> None:
    op.create_table(
        "dates",
        _parent("name_key", "names.key"),
        _number("position"),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        _label("how"),
        _text("role"),
        _text("field"),
        _text("raw"),
        sa.PrimaryKeyConstraint("name_key", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "date_spans",
        _parent("name_key", "names.key"),
        _number("position"),
        _number("part"),
        _number("start"),
        _number("end"),
        _text("exact"),
        sa.PrimaryKeyConstraint("name_key", "position", "part"),
        sa.CheckConstraint('start >= 0 AND "end" > start', name="date_spans_order"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "blocks",
        _parent("document_key", "documents.key"),
        _number("position"),
        _number("start"),
        _number("end"),
        _label("kind"),
        sa.PrimaryKeyConstraint("document_key", "position"),
        sa.CheckConstraint('start >= 0 AND "end" > start', name="blocks_order"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "notes",
        _parent("document_key", "documents.key"),
        _label("scope"),
        _number("position"),
        _text("reason"),
        _number("start", nullable=True),
        _number("end", nullable=True),
        _text("detail", nullable=True),
        sa.PrimaryKeyConstraint("document_key", "scope", "position"),
        sa.CheckConstraint('start IS NULL OR (start >= 0 AND "end" > start)', name="notes_order"),
        sqlite_with_rowid=False,
    )


def _make_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("key", sa.Integer, primary_key=True),
        _parent("document_key", "documents.key"),
        _number("position"),
        _text("id"),
        _label("kind"),
        _text("parent", nullable=True),
        _label("polarity"),
        _label("stance"),
        sa.Column("confidence", sa.Float, nullable=False),
        _text("step"),
        sa.UniqueConstraint("document_key", "position", name="statements_position"),
    )
    op.create_index("statements_id", "statements", ["id"])
    op.create_table(
        "speaker_links",
        _parent("statement_key", "statements.key"),
        _number("position"),
        _label("status", 32),
        _text("step"),
        sa.Column("confidence", sa.Float, nullable=False),
        _text("name", nullable=True),
        sa.PrimaryKeyConstraint("statement_key", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "spans",
        _parent("statement_key", "statements.key"),
        _label("role"),
        _number("part"),
        _number("start"),
        _number("end"),
        _text("exact"),
        _text("prefix"),
        _text("suffix"),
        sa.PrimaryKeyConstraint("statement_key", "role", "part"),
        sa.CheckConstraint('start >= 0 AND "end" > start', name="spans_order"),
        sqlite_with_rowid=False,
    )


def _make_word_indexes() -> None:
    """Contentless: the words are in the tables above already, so the file does not double."""
    if op.get_bind().dialect.name != "sqlite":
        return
    options = "content='', columnsize=0, tokenize=\"unicode61 remove_diacritics 2\""
    op.execute(
        f"CREATE VIRTUAL TABLE statement_words USING fts5(content, source, speaker, {options})"
    )
    op.execute(f"CREATE VIRTUAL TABLE document_words USING fts5(title, text, {options})")
