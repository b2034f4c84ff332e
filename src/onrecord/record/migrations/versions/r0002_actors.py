"""Several speakers a statement, and who they are across documents."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of actors; keep every speaker that there was."""
    _change_speakers()
    _make_profiles()
    _make_appearances()
    _make_identity()
    _make_known()
    _make_name_index()
    _guard_judgements()


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _label(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(16), nullable=False)


def _parent(name: str, target: str) -> sa.Column[int]:
    reference = sa.ForeignKey(target, ondelete="CASCADE")
    return sa.Column(name, sa.Integer, reference, nullable=False)


def _change_speakers() -> None:
    """A statement without a source had one speaker who is nobody; now it has none."""
    op.add_column("speaker_links", _text("profile", nullable=True))
    op.create_index("speaker_links_profile", "speaker_links", ["profile"])
    op.execute(
        "DELETE FROM speaker_links WHERE status = 'none' AND name IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM spans WHERE spans.statement_key = speaker_links.statement_key"
        " AND spans.role IN ('source', 'mention', 'evidence'))"
    )


def _make_profiles() -> None:
    op.create_table(
        "profiles",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        _label("kind"),
        _text("run_id", nullable=True),
    )
    op.create_table(
        "profile_names",
        sa.Column("key", sa.Integer, primary_key=True),
        _parent("profile_key", "profiles.key"),
        _text("name"),
        _text("folded"),
        _text("romanised", nullable=True),
        sa.UniqueConstraint("profile_key", "name", name="profile_names_once"),
    )
    op.create_index("profile_names_name", "profile_names", ["name"])
    op.create_index("profile_names_folded", "profile_names", ["folded"])
    op.create_table(
        "profile_keys",
        _text("block"),
        _parent("profile_key", "profiles.key"),
        sa.PrimaryKeyConstraint("block", "profile_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("profile_keys_profile", "profile_keys", ["profile_key"])


def _make_appearances() -> None:
    op.create_table(
        "appearances",
        sa.Column("key", sa.Integer, primary_key=True),
        _parent("document_key", "documents.key"),
        _number("position"),
        sa.Column("profile_key", sa.Integer, sa.ForeignKey("profiles.key"), nullable=False),
        _label("kind"),
        _text("name"),
        _text("country", nullable=True),
        sa.UniqueConstraint("document_key", "position", name="appearances_position"),
    )
    op.create_index("appearances_profile", "appearances", ["profile_key", "name"])
    op.create_table(
        "appearance_spans",
        _parent("appearance_key", "appearances.key"),
        _label("role"),
        _number("part"),
        _number("start"),
        _number("end"),
        _text("exact"),
        sa.PrimaryKeyConstraint("appearance_key", "role", "part"),
        sa.CheckConstraint('start >= 0 AND "end" > start', name="appearance_spans_order"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "appearance_offices",
        _parent("appearance_key", "appearances.key"),
        _number("position"),
        _text("office"),
        sa.PrimaryKeyConstraint("appearance_key", "position"),
        sqlite_with_rowid=False,
    )


def _profile(name: str) -> sa.Column[str]:
    reference = sa.ForeignKey("profiles.id", ondelete="CASCADE")
    return sa.Column(name, sa.Text, reference, nullable=False)


def _make_identity() -> None:
    op.create_table(
        "edges",
        _profile("left"),
        _profile("right"),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("joins", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("left", "right"),
        sa.CheckConstraint('"left" < "right"', name="edges_order"),
        sqlite_with_rowid=False,
    )
    op.create_index("edges_right", "edges", ["right"])
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        _label("verdict"),
        *(_text(name) for name in ("left", "right", "made_at", "by", "reason")),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("judgements.number")),
    )
    op.create_table(
        "actor_of",
        _text("node"),
        _text("profile"),
        _text("document", nullable=True),
        _text("actor"),
        sa.PrimaryKeyConstraint("node"),
        sqlite_with_rowid=False,
    )
    op.create_index("actor_of_actor", "actor_of", ["actor"])
    split = sa.text("document IS NOT NULL")
    op.create_index("actor_of_split", "actor_of", ["profile", "document"], sqlite_where=split)


def _make_known() -> None:
    op.create_table(
        "known_actors",
        sa.Column("id", sa.Text, primary_key=True),
        _text("country", nullable=True),
        _text("wikidata", nullable=True),
        _text("origin"),
    )
    actor = sa.ForeignKey("known_actors.id", ondelete="CASCADE")
    op.create_table(
        "known_names",
        sa.Column("actor", sa.Text, actor, nullable=False),
        _number("position"),
        _text("name"),
        sa.PrimaryKeyConstraint("actor", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "offices",
        sa.Column("id", sa.Text, primary_key=True),
        *(_text(name) for name in ("role", "body", "name", "origin")),
    )
    op.create_table(
        "tenures",
        sa.Column("key", sa.Integer, primary_key=True),
        _text("office"),
        _text("holder"),
        sa.Column("start", sa.Date),
        sa.Column("end", sa.Date),
        _text("source"),
        _text("origin"),
    )
    op.create_index("tenures_holder", "tenures", ["holder"])
    op.create_index("tenures_office", "tenures", ["office"])


def _make_name_index() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    options = "content='', columnsize=0, tokenize=\"unicode61 remove_diacritics 2\""
    op.execute(f"CREATE VIRTUAL TABLE name_words USING fts5(name, romanised, {options})")


def _guard_judgements() -> None:
    """What a person decided is taken back by another judgement, never changed."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER judgements_no_{change.lower()} BEFORE {change} ON judgements"
            " BEGIN SELECT RAISE(ABORT, 'judgements are only ever added to'); END"
        )
