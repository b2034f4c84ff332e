"""Full-text search, by SQLite's FTS5: the one part of the record that another database would redo.

The tables are contentless: they hold word positions, not words, so an entry is taken out by saying
again what was put in.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Integer, Table, column, false, select, table

from onrecord.record.terms import check_number, terms

_ENGINE_CANNOT_HOLD = re.compile("[\x00\ud800-\udfff]")

_ADD_STATEMENT = "INSERT INTO statement_words (rowid, content, source, speaker) VALUES (?, ?, ?, ?)"
_DROP_STATEMENT = (
    "INSERT INTO statement_words (statement_words, rowid, content, source, speaker)"
    " VALUES ('delete', ?, ?, ?, ?)"
)
_ADD_DOCUMENT = "INSERT INTO document_words (rowid, title, text) VALUES (?, ?, ?)"
_DROP_DOCUMENT = (
    "INSERT INTO document_words (document_words, rowid, title, text) VALUES ('delete', ?, ?, ?)"
)

_ADD_NAME = "INSERT INTO name_words (rowid, name, romanised) VALUES (?, ?, ?)"
_DROP_NAME = (
    "INSERT INTO name_words (name_words, rowid, name, romanised) VALUES ('delete', ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a profile's name is found by; `key` is its row."""

    key: int
    name: str
    romanised: str | None


@dataclass(frozen=True, slots=True)
class StatementWords:
    """The words that a statement is found by; `key` is its row."""

    key: int
    content: str
    source: str
    speaker: str


def index_statements(connection: Connection, entries: Sequence[StatementWords]) -> None:
    """Make statements findable."""
    if entries:
        connection.exec_driver_sql(_ADD_STATEMENT, [_statement_row(entry) for entry in entries])


def forget_statements(connection: Connection, entries: Sequence[StatementWords]) -> None:
    """Undo `index_statements`; the entries must be the same."""
    if entries:
        connection.exec_driver_sql(_DROP_STATEMENT, [_statement_row(entry) for entry in entries])


def index_document(connection: Connection, key: int, title: str | None, body: str) -> None:
    """Make a document findable."""
    connection.exec_driver_sql(_ADD_DOCUMENT, _document_row(key, title, body))


def forget_document(connection: Connection, key: int, title: str | None, body: str) -> None:
    """Undo `index_document`; title and text must be the same."""
    connection.exec_driver_sql(_DROP_DOCUMENT, _document_row(key, title, body))


def index_names(connection: Connection, entries: Sequence[NameWords]) -> None:
    """Make profiles findable by these names."""
    if entries:
        connection.exec_driver_sql(_ADD_NAME, [_name_row(entry) for entry in entries])


def forget_names(connection: Connection, entries: Sequence[NameWords]) -> None:
    """Undo `index_names`; the entries must be the same."""
    if entries:
        connection.exec_driver_sql(_DROP_NAME, [_name_row(entry) for entry in entries])


def named(target: Table, words: str) -> ColumnElement[bool]:
    """Names of profiles that have all the words."""
    return _matches(target, "name_words", _all_of(words, "by"), "name")


def named_in_latin(
    target: Table, words: str, romanise: Callable[[str], str]
) -> ColumnElement[bool]:
    """Names of profiles that have all the words once both are written in Latin letters."""
    return _matches(target, "name_words", _all_of(words, "by", romanise), "romanised")


def said_by(target: Table, words: str) -> ColumnElement[bool]:
    """Statements whose speaker's name, or else whose source, has all the words."""
    found = _all_of(words, "by")
    return _matches(target, "statement_words", found, "speaker", "source")


def said_about(target: Table, words: str) -> ColumnElement[bool]:
    """Statements whose content has all the words."""
    return _matches(target, "statement_words", _all_of(words, "about"), "content")


def mentions(target: Table, words: str) -> ColumnElement[bool]:
    """Documents whose title, or else whose text, has all the words."""
    return _matches(target, "document_words", _all_of(words, "about"), "title", "text")


def _matches(target: Table, index: str, words: str, *fields: str) -> ColumnElement[bool]:
    """Rows of `target` that have all the words in one of the fields; none where no word is."""
    if not words:
        return false()
    expression = " OR ".join(f"({field} : ({words}))" for field in fields)
    matching = column(index).op("MATCH")(expression)
    found = select(column("rowid", Integer)).select_from(table(index)).where(matching)
    return target.c.key.in_(found)


def _all_of(words: str, filter_name: str, change: Callable[[str], str] | None = None) -> str:
    """An FTS5 expression for all of `words`: plain words, "phrases" and beginnings with a `*`.

    Everything is quoted, so that no punctuation has a meaning of its own. Empty where nothing
    could be looked up. `change` is done to each word or phrase first.
    """
    quoted = list(_quoted(words, change))
    check_number(len(quoted), filter_name)
    return " AND ".join(quoted)


def _quoted(words: str, change: Callable[[str], str] | None) -> Iterable[str]:
    for term in terms(_holdable(words)):
        found = change(term.words).replace('"', " ") if change else term.words
        if any(character.isalnum() for character in found):
            yield f'"{found}"' + ("*" if term.begins else "")


def _holdable(words: str) -> str:
    """The words without what the engine cannot hold; lone surrogates and NULs are no letters."""
    return _ENGINE_CANNOT_HOLD.sub(" ", words)


def _statement_row(entry: StatementWords) -> tuple[int | str, ...]:
    return entry.key, *map(_holdable, (entry.content, entry.source, entry.speaker))


def _name_row(entry: NameWords) -> tuple[int | str, ...]:
    return entry.key, _holdable(entry.name), _holdable(entry.romanised or "")


def _document_row(key: int, title: str | None, body: str) -> tuple[int | str, ...]:
    return key, _holdable(title or ""), _holdable(body)
