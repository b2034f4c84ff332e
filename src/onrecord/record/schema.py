"""The tables of a record, in the words of the design.

Keys are small numbers that never leave the record; ids are what the outside knows. Offsets are
half-open and count code points of the document's text. The full-text tables, the only part that
is SQLite's own, are in `search.py`; the tables of actors are in `schema_actors.py`, those of when
and where something was said in `schema_occasions.py`, those of what crosses documents in
`schema_positions.py`.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from onrecord.record.any_text import AnyText

metadata = MetaData()


def child_of(column: str, *, part_of_key: bool = True) -> Column[int]:
    """A reference to the row that this one is a part of, and goes with."""
    table, _ = column.split(".")
    name = f"{table.removesuffix('s')}_key"
    reference = ForeignKey(column, ondelete="CASCADE")
    return Column(name, Integer, reference, primary_key=part_of_key, nullable=False)


def part(name: str) -> Column[int]:
    """The place of a row among its siblings, from 0."""
    return Column(name, Integer, primary_key=True, autoincrement=False)


runs = Table("runs", metadata, Column("id", AnyText, primary_key=True))

run_versions = Table(
    "run_versions",
    metadata,
    Column("run_id", AnyText, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    part("position"),
    Column("component", AnyText, nullable=False),
    Column("version", AnyText, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", AnyText, nullable=False, unique=True),
    Column("text_sha256", AnyText, nullable=False, unique=True),
    Column("run_id", AnyText, ForeignKey("runs.id"), nullable=False),
    Column("published_first", Date),
    Column("published_last", Date),
    Column("text", AnyText, nullable=False),
    Column("published_how", String(16)),
    Index("documents_published", "published_first"),
)

names = Table(
    "names",
    metadata,
    Column("key", Integer, primary_key=True),
    child_of("documents.key", part_of_key=False),
    Column("position", Integer, nullable=False),
    Column("name", AnyText, nullable=False),
    Column("given_id", AnyText, nullable=False),
    Column("run_id", AnyText, ForeignKey("runs.id"), nullable=False),
    Column("raw_sha256", AnyText, nullable=False),
    Column("format", AnyText, nullable=False),
    Column("text_as_given", Boolean, nullable=False),
    Column("encoding", AnyText, nullable=False),
    Column("outlet", AnyText),
    Column("outlet_folded", AnyText),
    Column("title", AnyText),
    Column("url", AnyText),
    Column("author", AnyText),
    Column("place", AnyText),
    Column("place_start", Integer),
    Column("place_end", Integer),
    Column("place_exact", AnyText),
    UniqueConstraint("document_key", "position", name="names_position"),
    UniqueConstraint("document_key", "name", name="names_once"),
    Index("names_name", "name"),
    Index("names_given_id", "given_id"),
    Index("names_outlet", "outlet_folded"),
)
"""Where a text was found: position 0 is the first place, the others are its copies."""

dates = Table(
    "dates",
    metadata,
    child_of("names.key"),
    part("position"),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("how", String(16), nullable=False),
    Column("role", AnyText, nullable=False),
    Column("field", AnyText, nullable=False),
    Column("raw", AnyText, nullable=False),
    sqlite_with_rowid=False,
)

date_spans = Table(
    "date_spans",
    metadata,
    child_of("names.key"),
    part("position"),
    part("part"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", AnyText, nullable=False),
    CheckConstraint('start >= 0 AND "end" > start', name="date_spans_order"),
    sqlite_with_rowid=False,
)

blocks = Table(
    "blocks",
    metadata,
    child_of("documents.key"),
    part("position"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    CheckConstraint('start >= 0 AND "end" > start', name="blocks_order"),
    sqlite_with_rowid=False,
)

notes = Table(
    "notes",
    metadata,
    child_of("documents.key"),
    Column("scope", String(16), primary_key=True),
    part("position"),
    Column("reason", AnyText, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("detail", AnyText),
    CheckConstraint('start IS NULL OR (start >= 0 AND "end" > start)', name="notes_order"),
    sqlite_with_rowid=False,
)
"""`scope` is `document` for what was odd in the file, `analysis` for what was odd in reading it."""

statements = Table(
    "statements",
    metadata,
    Column("key", Integer, primary_key=True),
    child_of("documents.key", part_of_key=False),
    Column("position", Integer, nullable=False),
    Column("id", AnyText, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("parent", AnyText),
    Column("polarity", String(16), nullable=False),
    Column("stance", String(16), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("step", AnyText, nullable=False),
    Column("said_first", Date),
    Column("said_last", Date),
    Column("said_step", AnyText),
    Column("said_confidence", Float),
    Column("occasion", Integer),
    Column("act", String(16)),
    Column("act_step", AnyText),
    Column("act_confidence", Float),
    UniqueConstraint("document_key", "position", name="statements_position"),
    Index("statements_id", "id"),
)
"""`occasion` is the position of one of the document's occasions."""

speaker_links = Table(
    "speaker_links",
    metadata,
    child_of("statements.key"),
    part("position"),
    Column("status", String(32), nullable=False),
    Column("step", AnyText, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("name", AnyText),
    Column("profile", AnyText),
    Index("speaker_links_profile", "profile"),
    sqlite_with_rowid=False,
)
"""Every speaker of a statement, in the order of the text; none where no source is given."""

spans = Table(
    "spans",
    metadata,
    child_of("statements.key"),
    Column("role", String(16), primary_key=True),
    part("part"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", AnyText, nullable=False),
    Column("prefix", AnyText, nullable=False),
    Column("suffix", AnyText, nullable=False),
    CheckConstraint('start >= 0 AND "end" > start', name="spans_order"),
    sqlite_with_rowid=False,
)
"""W3C Web Annotation's position and quote selectors together; `role` is a `SpanRole`.

`part` counts the parts of a discontinuous span; for a speaker's spans it is the speaker's position.
"""
