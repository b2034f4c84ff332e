"""What the record answers with."""

from dataclasses import dataclass, field
from datetime import date

from onrecord.domain.document import DateCandidate, DateSource
from onrecord.domain.run import Run
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement
from onrecord.record.stored_actor import StoredParty, StoredSpeaker


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement with its document's facts and its own words.

    Words of a discontinuous span are joined by ` […] `; they are empty where there is no span.
    `said_words` and `occasion_words` are those that tell when, and at what. `speakers` says of each
    of the statement's speakers, in their order, which actor it is; so do `counterparts` of those of
    its occasion, `addressees` and `reported_via` of its own, `targets` of its act, which rests on
    `act_words`.
    `orphaned` is true where a kept quotation is not what stands at its offsets in the document.
    """

    statement: Statement
    name: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: DateCandidate | None = None
    source_words: str = ""
    cue_words: str = ""
    content_words: str = ""
    speakers: tuple[StoredSpeaker, ...] = ()
    said_words: str = ""
    occasion_words: str = ""
    counterparts: tuple[StoredParty, ...] = ()
    addressees: tuple[StoredParty, ...] = ()
    reported_via: tuple[StoredParty, ...] = ()
    act_words: str = ""
    targets: tuple[StoredParty, ...] = ()
    orphaned: bool = False

    @property
    def document_id(self) -> str:
        """The id of the document that the statement stands in."""
        return self.statement.document_id


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One line about a document; `copies` are the other names that its text was found under."""

    id: str
    name: str
    format: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published_from: date | None = None
    published_to: date | None = None
    published_how: DateSource = DateSource.UNKNOWN
    statements: int = 0
    notes: int = 0
    copies: tuple[str, ...] = ()
    run_id: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something occurs."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class RunTally:
    """A run and how many documents it read."""

    run: Run
    documents: int


@dataclass(frozen=True, slots=True)
class RecordSummary:
    """What is in a record. Tallies go from the most frequent to the least, then by name.

    `actors` counts those that appear in a document. `resolved` counts the statements that an
    identified speaker made, `unresolved` the others by the status of their first speaker;
    statistics over speakers, such as `speakers`, leave them out.
    """

    documents: int
    copies: int
    statements: int
    kinds: tuple[Tally, ...] = ()
    statuses: tuple[Tally, ...] = ()
    speakers: tuple[Tally, ...] = ()
    notes: tuple[Tally, ...] = ()
    runs: tuple[RunTally, ...] = ()
    published_from: date | None = None
    published_to: date | None = None
    actors: int = 0
    resolved: int = 0
    unresolved: tuple[Tally, ...] = ()


@dataclass(frozen=True, slots=True)
class Orphan:
    """An anchor that does not verify: `found` stands where `exact` was kept.

    `role` is what the span is to its statement, or to the document: that of an actor, a date, an
    expression of time or an occasion (`onrecord.record.role` names them all); for these
    `statement_id` is absent.
    """

    document_id: str
    name: str
    role: str
    span: Span
    exact: str = field(repr=False)
    found: str = field(repr=False)
    statement_id: str | None = None
