"""Putting a document into the record, inside the caller's transaction."""

from dataclasses import dataclass, replace

from sqlalchemy import Select, Table, delete, func, select, update

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.note import Note
from onrecord.record.adding import Adding
from onrecord.record.appear import add_appearances, replace_appearances
from onrecord.record.bulk import Value, insert_rows
from onrecord.record.dating import all_date_rows
from onrecord.record.occurring import occasion_rows, occasion_span_rows, occasions_of
from onrecord.record.outcome import AddOutcome
from onrecord.record.parties import party_rows
from onrecord.record.rows import (
    block_rows,
    link_rows,
    name_row,
    note_rows,
    span_rows,
    statement_rows,
    words_of,
)
from onrecord.record.schema import (
    blocks,
    documents,
    names,
    notes,
    spans,
    speaker_links,
    statements,
)
from onrecord.record.schema_occasions import occasion_spans, occasions, parties, times
from onrecord.record.search import (
    forget_document,
    forget_statements,
    index_document,
    index_statements,
)
from onrecord.record.stored_words import stored_words
from onrecord.record.timed import time_rows

_NAME = (names.c.key, names.c.position, names.c.title, names.c.run_id)


def add_document(adding: Adding, analysed: AnalysedDocument) -> AddOutcome:
    """Add `analysed`, or what it has that is new. The same document twice changes nothing."""
    document = analysed.document
    same_text = select(documents.c.key, documents.c.id, documents.c.run_id).where(
        documents.c.text_sha256 == document.text_sha256
    )
    stored = adding.connection.execute(same_text).first()
    adding.add_run(analysed.run)
    if stored is None:
        _insert(adding, analysed)
        return AddOutcome.ADDED
    key, document_id, run_id = stored
    return _add_to(adding, _Kept(key, document_id, run_id), analysed)


def _insert(adding: Adding, analysed: AnalysedDocument) -> None:
    document = analysed.document
    key = adding.keys(documents)
    stored = _as_stored(analysed, _free_id(adding, document))
    row = {
        "key": key,
        "id": stored.document.id,
        "text_sha256": document.text_sha256,
        "run_id": analysed.run.id,
        "text": document.text,
        **_published(document),
    }
    insert_rows(adding.connection, documents, [row])
    _insert_name(adding, key, 0, analysed)
    index_document(adding.connection, key, document.title, document.text)
    _insert_findings(adding, key, stored)
    add_appearances(adding, key, stored)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A text that is in the record, and the run that read it."""

    key: int
    id: str
    run_id: str


def _add_to(adding: Adding, stored: _Kept, analysed: AnalysedDocument) -> AddOutcome:
    """Add to a text that is there: another name, a newer run, or facts that were corrected."""
    key, run_id = stored.key, analysed.run.id
    of_name = (names.c.document_key == key) & (names.c.name == analysed.document.name)
    name = adding.connection.execute(select(*_NAME).where(of_name)).first()
    if name and name.run_id == run_id and _same_facts(adding, name.key, analysed.document):
        return AddOutcome.UNCHANGED
    position = name.position if name else _next_position(adding, key)
    if position == 0 or stored.run_id != run_id:
        _replace_findings(adding, key, _as_stored(analysed, stored.id), run_id)
    if position == 0:
        _replace_facts(adding, key, analysed.document)
    if name:
        adding.connection.execute(delete(names).where(names.c.key == name.key))
    _insert_name(adding, key, position, analysed)
    if position == 0 or stored.run_id != run_id:
        return AddOutcome.REPLACED
    return AddOutcome.COPY


def _as_stored(analysed: AnalysedDocument, document_id: str) -> AnalysedDocument:
    """The same, under the id that the record keeps it by."""
    given = analysed.document
    if given.id == document_id:
        return analysed
    document = replace(given, id=document_id)
    if document_id.startswith(f"{given.id}~"):
        detail = f"the id {given.id!r} already stood for another text; kept as {document_id!r}"
        document = replace(document, notes=(*given.notes, Note("revised-text", detail=detail)))
    moved = tuple(replace(found, document_id=document_id) for found in analysed.statements)
    return replace(analysed, document=document, statements=moved)


def _free_id(adding: Adding, document: Document) -> str:
    """The document's id, with as much of its text's hash as sets it apart from another text."""
    suffixed = (f"{document.id}~{document.text_sha256[:length]}" for length in (8, 16, 64))
    for candidate in (document.id, *suffixed):
        taken = select(documents.c.key).where(documents.c.id == candidate)
        if adding.connection.execute(taken).first() is None:
            return candidate
    raise ValueError(f"the id {document.id!r} and its text's hash stand for another text already")


def _insert_name(adding: Adding, key: int, position: int, analysed: AnalysedDocument) -> None:
    document, name_key = analysed.document, adding.keys(names)
    row = {
        "key": name_key,
        "document_key": key,
        "position": position,
        "run_id": analysed.run.id,
        **name_row(document),
    }
    insert_rows(adding.connection, names, [row])
    for table, rows in all_date_rows(document, name_key):
        insert_rows(adding.connection, table, rows)


def _insert_findings(adding: Adding, key: int, analysed: AnalysedDocument) -> None:
    first = adding.keys(statements, len(analysed.statements))
    text, met = analysed.document.text, occasions_of(analysed)
    for table, rows in (
        (blocks, block_rows(analysed.document, key)),
        (notes, note_rows(analysed, key)),
        (times, time_rows(analysed, key)),
        (occasions, occasion_rows(met, key)),
        (occasion_spans, occasion_span_rows(met, key, text)),
        (parties, party_rows(analysed, key, met)),
        (statements, statement_rows(analysed, key, first, met)),
        (speaker_links, link_rows(analysed, first)),
        (spans, span_rows(analysed, first)),
    ):
        insert_rows(adding.connection, table, rows)
    index_statements(
        adding.connection,
        [words_of(text, found, first + n) for n, found in enumerate(analysed.statements)],
    )


def _replace_findings(adding: Adding, key: int, analysed: AnalysedDocument, run_id: str) -> None:
    forget_statements(adding.connection, stored_words(adding.connection, key))
    for child in (statements, blocks, notes, times, occasions, occasion_spans, parties):
        adding.connection.execute(delete(child).where(child.c.document_key == key))
    _insert_findings(adding, key, analysed)
    replace_appearances(adding, key, analysed)
    adding.connection.execute(update(documents).where(documents.c.key == key).values(run_id=run_id))


def _replace_facts(adding: Adding, key: int, document: Document) -> None:
    """Take over the title and the date of the first place that a text was found in."""
    old = select(names.c.title, documents.c.text).join_from(names, documents)
    row = adding.connection.execute(
        old.where(names.c.document_key == key, names.c.position == 0)
    ).one()
    forget_document(adding.connection, key, row.title, row.text)
    index_document(adding.connection, key, document.title, row.text)
    published = _published(document)
    adding.connection.execute(update(documents).where(documents.c.key == key).values(**published))


def _same_facts(adding: Adding, name_key: int, document: Document) -> bool:
    """Whether nothing that is kept of where a text was found has changed."""
    facts = name_row(document)
    row = adding.connection.execute(
        select(*(names.c[field] for field in facts)).where(names.c.key == name_key)
    ).one()
    if tuple(row) != tuple(facts.values()):
        return False
    return all(
        [dict(kept) for kept in adding.connection.execute(_of_name(table, name_key)).mappings()]
        == rows
        for table, rows in all_date_rows(document, name_key)
    )


def _of_name(table: Table, name_key: int) -> Select[tuple[Value, ...]]:
    return select(table).where(table.c.name_key == name_key).order_by(*table.primary_key)


def _published(document: Document) -> dict[str, Value]:
    found = document.published
    return {
        "published_first": found.first if found else None,
        "published_last": found.last if found else None,
        "published_how": found.how.value if found else None,
    }


def _next_position(adding: Adding, key: int) -> int:
    last = select(func.max(names.c.position)).where(names.c.document_key == key)
    return int(adding.connection.execute(last).scalar_one()) + 1
