"""Keep and search: the record is one SQLite file, and only this package knows SQL."""

from onrecord.record.outcome import AddOutcome
from onrecord.record.query import StatementQuery
from onrecord.record.record import Record
from onrecord.record.stored import (
    DocumentSummary,
    Orphan,
    RecordSummary,
    RunTally,
    StoredStatement,
    Tally,
)

__all__ = [
    "AddOutcome",
    "DocumentSummary",
    "Orphan",
    "Record",
    "RecordSummary",
    "RunTally",
    "StatementQuery",
    "StoredStatement",
    "Tally",
]
