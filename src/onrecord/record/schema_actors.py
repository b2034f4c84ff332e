"""The tables of actors: who appears where, who may be whom, and what people decided about it.

`actor_of` is derived: appearances, edges and judgements give it again at any time.
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
    String,
    Table,
    UniqueConstraint,
    text,
)

from onrecord.record.any_text import AnyText
from onrecord.record.schema import child_of, metadata, part

profiles = Table(
    "profiles",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", AnyText, nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("run_id", AnyText),
)
"""`run_id` is the run whose rules last compared the profile with the others, if any did."""

profile_names = Table(
    "profile_names",
    metadata,
    Column("key", Integer, primary_key=True),
    child_of("profiles.key", part_of_key=False),
    Column("name", AnyText, nullable=False),
    Column("folded", AnyText, nullable=False),
    Column("romanised", AnyText),
    UniqueConstraint("profile_key", "name", name="profile_names_once"),
    Index("profile_names_name", "name"),
    Index("profile_names_folded", "folded"),
)
"""Every full name of a profile, from its appearances and from imports."""

profile_keys = Table(
    "profile_keys",
    metadata,
    Column("block", AnyText, primary_key=True),
    child_of("profiles.key"),
    Index("profile_keys_profile", "profile_key"),
    sqlite_with_rowid=False,
)
"""Two profiles that may be one actor share a block."""

appearances = Table(
    "appearances",
    metadata,
    Column("key", Integer, primary_key=True),
    child_of("documents.key", part_of_key=False),
    Column("position", Integer, nullable=False),
    Column("profile_key", Integer, ForeignKey("profiles.key"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("name", AnyText, nullable=False),
    Column("country", AnyText),
    UniqueConstraint("document_key", "position", name="appearances_position"),
    Index("appearances_profile", "profile_key", "name"),
)

appearance_spans = Table(
    "appearance_spans",
    metadata,
    child_of("appearances.key"),
    Column("role", String(16), primary_key=True),
    part("part"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", AnyText, nullable=False),
    CheckConstraint('start >= 0 AND "end" > start', name="appearance_spans_order"),
    sqlite_with_rowid=False,
)
"""`role` is a `AppearanceRole`."""

appearance_offices = Table(
    "appearance_offices",
    metadata,
    child_of("appearances.key"),
    part("position"),
    Column("office", AnyText, nullable=False),
    sqlite_with_rowid=False,
)

edges = Table(
    "edges",
    metadata,
    Column("left", AnyText, ForeignKey("profiles.id", ondelete="CASCADE"), primary_key=True),
    Column("right", AnyText, ForeignKey("profiles.id", ondelete="CASCADE"), primary_key=True),
    Column("score", Float, nullable=False),
    Column("joins", Boolean, nullable=False),
    CheckConstraint('"left" < "right"', name="edges_order"),
    Index("edges_right", "right"),
    sqlite_with_rowid=False,
)
"""Two profiles that score like one actor; where `joins` is false a person is to decide."""

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("left", AnyText, nullable=False),
    Column("right", AnyText, nullable=False),
    Column("made_at", AnyText, nullable=False),
    Column("by", AnyText, nullable=False),
    Column("reason", AnyText, nullable=False),
    Column("undoes", Integer, ForeignKey("judgements.number")),
)
"""Only ever added to; triggers refuse the rest."""

actor_of = Table(
    "actor_of",
    metadata,
    Column("node", AnyText, primary_key=True),
    Column("profile", AnyText, nullable=False),
    Column("document", AnyText),
    Column("actor", AnyText, nullable=False),
    Index("actor_of_actor", "actor"),
    Index("actor_of_split", "profile", "document", sqlite_where=text("document IS NOT NULL")),
    sqlite_with_rowid=False,
)
"""`document` is the id of the document whose appearance a person judged by itself."""

known_actors = Table(
    "known_actors",
    metadata,
    Column("id", AnyText, primary_key=True),
    Column("country", AnyText),
    Column("wikidata", AnyText),
    Column("origin", AnyText, nullable=False),
)

known_names = Table(
    "known_names",
    metadata,
    Column("actor", AnyText, ForeignKey("known_actors.id", ondelete="CASCADE"), primary_key=True),
    part("position"),
    Column("name", AnyText, nullable=False),
    sqlite_with_rowid=False,
)
"""Position 0 is the preferred form."""

offices = Table(
    "offices",
    metadata,
    Column("id", AnyText, primary_key=True),
    Column("role", AnyText, nullable=False),
    Column("body", AnyText, nullable=False),
    Column("name", AnyText, nullable=False),
    Column("origin", AnyText, nullable=False),
)

tenures = Table(
    "tenures",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("office", AnyText, nullable=False),
    Column("holder", AnyText, nullable=False),
    Column("start", Date),
    Column("end", Date),
    Column("source", AnyText, nullable=False),
    Column("origin", AnyText, nullable=False),
    Index("tenures_holder", "holder"),
    Index("tenures_office", "office"),
)
