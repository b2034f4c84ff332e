"""The tables of when, where and to whom something was said, and why a report is dated as it is.

When a statement was made stands in its own row, the evidence among its spans.
"""

from sqlalchemy import CheckConstraint, Column, Date, Float, Index, Integer, String, Table

from onrecord.record.any_text import AnyText
from onrecord.record.schema import child_of, metadata, part


def _place_of(table: str) -> tuple[Column[int] | Column[str] | CheckConstraint, ...]:
    """Where the row's words stand in the text, and the words."""
    return (
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("exact", AnyText, nullable=False),
        CheckConstraint('start >= 0 AND "end" > start', name=f"{table}_order"),
    )


occasions = Table(
    "occasions",
    metadata,
    child_of("documents.key"),
    part("position"),
    Column("id", AnyText, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("place", AnyText),
    Column("place_words", AnyText),
    sqlite_with_rowid=False,
)
"""The events that a document's statements were made at; `place_words` are as `plain_words` has."""

occasion_spans = Table(
    "occasion_spans",
    metadata,
    child_of("documents.key"),
    part("position"),
    Column("role", String(16), primary_key=True),
    part("part"),
    *_place_of("occasion_spans"),
    sqlite_with_rowid=False,
)
"""`role` is a `DocumentRole`: what shows the kind, or where the place is named."""

parties = Table(
    "parties",
    metadata,
    child_of("documents.key"),
    Column("role", String(16), primary_key=True),
    part("owner"),
    part("part"),
    *_place_of("parties"),
    Column("name", AnyText),
    Column("profile", AnyText),
    Column("words", AnyText, nullable=False),
    Index("parties_profile", "profile"),
    sqlite_with_rowid=False,
)
"""`role` is a `PartyRole`; `owner` is the position of the occasion or statement it is a part of.

`words` are its name and the words that stand for it, as `plain_words` has them.
"""

times = Table(
    "times",
    metadata,
    child_of("documents.key"),
    part("position"),
    *_place_of("times"),
    Column("type", String(16), nullable=False),
    Column("value", AnyText, nullable=False),
    Column("step", String(16), nullable=False),
    Column("mod", AnyText),
    Column("first", Date),
    Column("last", Date),
    Column("anchor_start", Integer),
    Column("anchor_end", Integer),
    Column("anchor_exact", AnyText),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)
"""Expressions of time, in order."""

date_reasons = Table(
    "date_reasons",
    metadata,
    child_of("names.key"),
    part("position"),
    Column("sort", String(16), primary_key=True),
    part("part"),
    Column("reason", AnyText, nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("detail", AnyText, nullable=False),
    sqlite_with_rowid=False,
)
"""Why a date was inferred; `position` is that of the date, `sort` a `ReasonSort`."""

date_reason_spans = Table(
    "date_reason_spans",
    metadata,
    child_of("names.key"),
    part("position"),
    Column("sort", String(16), primary_key=True),
    part("part"),
    part("number"),
    *_place_of("date_reason_spans"),
    sqlite_with_rowid=False,
)
