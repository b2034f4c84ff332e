"""A document together with what was found in it."""

from dataclasses import dataclass

from onrecord.domain.actor import Appearance
from onrecord.domain.document import Document
from onrecord.domain.note import Note
from onrecord.domain.run import Run
from onrecord.domain.statement import Statement
from onrecord.domain.time import TimeExpression


@dataclass(frozen=True, slots=True)
class AnalysedDocument:
    """One document, its statements in order of their first content span, and what was skipped.

    `appearances` are its actors in order of their first name, each profile once.
    `times` are its expressions of time, in order.
    """

    document: Document
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]
    run: Run
    appearances: tuple[Appearance, ...] = ()
    times: tuple[TimeExpression, ...] = ()
