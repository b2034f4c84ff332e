"""Putting a document's actors into the record, inside the caller's transaction."""

from collections import defaultdict

from sqlalchemy import delete, select

from onrecord.domain.analysed import AnalysedDocument
from onrecord.record.adding import Adding
from onrecord.record.appearing import (
    appearance_office_rows,
    appearance_rows,
    appearance_span_rows,
)
from onrecord.record.bulk import insert_rows
from onrecord.record.comparing import compare
from onrecord.record.components import refresh
from onrecord.record.profiles import forget_unused, forget_unused_names, keep_profiles
from onrecord.record.schema_actors import (
    appearance_offices,
    appearance_spans,
    appearances,
)


def add_appearances(adding: Adding, document_key: int, analysed: AnalysedDocument) -> None:
    """Keep who appears in a document, and find out who they are."""
    stale = _insert(adding, document_key, analysed)
    refresh(adding, compare(adding, stale, analysed.run.id))


def replace_appearances(adding: Adding, document_key: int, analysed: AnalysedDocument) -> None:
    """The same for a document that is read anew: what only the old reading had is gone."""
    of_document = appearances.c.document_key == document_key
    old = select(appearances.c.profile_key).where(of_document)
    before = set(adding.connection.execute(old).scalars())
    adding.connection.execute(delete(appearances).where(of_document))
    stale = _insert(adding, document_key, analysed)
    touched = forget_unused(adding, before)
    renamed = forget_unused_names(adding, before)
    refresh(adding, touched | compare(adding, sorted({*stale, *renamed}), analysed.run.id))


def _insert(adding: Adding, document_key: int, analysed: AnalysedDocument) -> tuple[int, ...]:
    """Keep the appearances; the profiles that are to be compared."""
    found = analysed.appearances
    names: dict[str, set[str]] = defaultdict(set)
    for appearance in found:
        names[appearance.profile].add(appearance.name)
    kinds = {appearance.profile: appearance.kind for appearance in found}
    run_id = analysed.run.id if adding.matcher else None
    kept = keep_profiles(adding, kinds, names, run_id)
    first = adding.keys(appearances, len(found))
    connection, text = adding.connection, analysed.document.text
    insert_rows(connection, appearances, appearance_rows(found, document_key, first, kept.keys))
    insert_rows(connection, appearance_spans, appearance_span_rows(found, first, text))
    insert_rows(connection, appearance_offices, appearance_office_rows(found, first))
    return kept.stale
