"""Keep and search: the record is one SQLite file, and only this package knows SQL."""

from onrecord.record.actor_query import ActorQuery, NameMatch
from onrecord.record.matching import ActorMatcher
from onrecord.record.outcome import AddOutcome
from onrecord.record.query import Order, StatementQuery
from onrecord.record.record import Record
from onrecord.record.stored import (
    DocumentSummary,
    Orphan,
    RecordSummary,
    RunTally,
    StoredStatement,
    Tally,
)
from onrecord.record.stored_actor import (
    ActorEvidence,
    CandidatePair,
    ImportOutcome,
    ImportTally,
    KnownActorImport,
    StoredActor,
    StoredAppearance,
    StoredParty,
    StoredSpeaker,
)

__all__ = [
    "ActorEvidence",
    "ActorMatcher",
    "ActorQuery",
    "AddOutcome",
    "CandidatePair",
    "DocumentSummary",
    "ImportOutcome",
    "ImportTally",
    "KnownActorImport",
    "NameMatch",
    "Order",
    "Orphan",
    "Record",
    "RecordSummary",
    "RunTally",
    "StatementQuery",
    "StoredActor",
    "StoredAppearance",
    "StoredParty",
    "StoredSpeaker",
    "StoredStatement",
    "Tally",
]
