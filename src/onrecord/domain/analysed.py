"""A document together with what was found in it."""

from dataclasses import dataclass

from onrecord.domain.document import Document
from onrecord.domain.note import Note
from onrecord.domain.run import Run
from onrecord.domain.statement import Statement


@dataclass(frozen=True, slots=True)
class AnalysedDocument:
    """One document, its statements in order of their first content span, and what was skipped."""

    document: Document
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]
    run: Run
