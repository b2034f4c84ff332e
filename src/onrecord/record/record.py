"""The record: what was said, kept with its sources, and searched."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.judgement import Judgement, Verdict
from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.record.actor_query import ActorQuery
from onrecord.record.actors import list_actors, load_actors
from onrecord.record.add import add_document
from onrecord.record.adding import Adding
from onrecord.record.answer import answer
from onrecord.record.batch import batches
from onrecord.record.comparing import compare_all
from onrecord.record.crossing import Crossing
from onrecord.record.derived import touch
from onrecord.record.dump import dump_document, dump_identity
from onrecord.record.evidence import load_evidence
from onrecord.record.file import errors_named, open_engine, reading, writing
from onrecord.record.find import find_document
from onrecord.record.importing import (
    import_actors,
    load_known_actors,
    load_offices,
    load_tenures,
)
from onrecord.record.judged import load_judgements
from onrecord.record.judging import Opinion, judge, split, undo
from onrecord.record.load import Loaded, load
from onrecord.record.matching import ActorMatcher
from onrecord.record.meant import find_actor
from onrecord.record.outcome import AddOutcome
from onrecord.record.pairs import list_candidates
from onrecord.record.positions import positions_to_check
from onrecord.record.query import StatementQuery
from onrecord.record.schema import documents, names
from onrecord.record.stored import DocumentSummary, Orphan, RecordSummary, StoredStatement
from onrecord.record.stored_actor import (
    ActorEvidence,
    CandidatePair,
    ImportOutcome,
    KnownActorImport,
    StoredActor,
)
from onrecord.record.summarise import list_documents, summarise

BATCH = 50
"""Documents in one transaction: beyond this, adding gets no faster and a kill loses more."""

_READ_AHEAD = 16
"""Documents read in one go; their texts are in memory together."""


class Record(Crossing):
    """One SQLite file. Any number of processes may read it while one writes; writers queue.

    What is iterated is the record as it was when the iteration began. Every method raises
    RecordError where the file cannot be used.
    """

    def __init__(self, path: Path, engine: Engine, matcher: ActorMatcher | None = None) -> None:
        self.path = path
        self._engine = engine
        self._matcher = matcher

    @classmethod
    def open(cls, path: Path, create: bool = True, matcher: ActorMatcher | None = None) -> Self:
        """Open the record at `path`, made first where there is none and `create` is true.

        Raises NotARecord where the file is something else, or of a newer version; it is left as
        it is. A record of an older version is brought up to date. `matcher` compares the names of
        actors; without one they are kept but not compared.
        """
        return cls(path, open_engine(path, create=create), matcher)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, analysed: AnalysedDocument) -> AddOutcome:
        """Add one document, all of it or nothing."""
        with self._writing() as connection:
            outcome = add_document(Adding(connection, self._matcher), analysed)
            if outcome is not AddOutcome.UNCHANGED:
                touch(connection)
            return outcome

    def add_many(
        self, analysed: Iterable[AnalysedDocument], batch: int = BATCH
    ) -> Iterator[AddOutcome]:
        """Add documents, `batch` in a transaction; give each one's outcome once it is kept.

        Nothing is locked while the next documents are awaited. Where awaiting them fails, what
        came before is kept.
        """
        for documents_of_batch in batches(analysed, batch):
            with self._writing() as connection:
                adding = Adding(connection, self._matcher)
                outcomes = [add_document(adding, found) for found in documents_of_batch]
                if any(outcome is not AddOutcome.UNCHANGED for outcome in outcomes):
                    touch(connection)
            yield from outcomes

    def knows(self, text_sha256: str, name: str, run_id: str) -> bool:
        """Whether this run already read this text under this name."""
        question = (
            select(names.c.key)
            .join_from(names, documents)
            .where(documents.c.text_sha256 == text_sha256)
            .where(names.c.name == name, names.c.run_id == run_id)
        )
        with self._reading() as connection:
            return connection.execute(question).first() is not None

    def statements(self, query: StatementQuery | None = None) -> Iterator[StoredStatement]:
        """What passes `query`, in its order, the undated last.

        Raises InvalidQuery, or NotInRecord where the query's document is not there.
        """
        with self._reading() as connection:
            yield from answer(connection, query or StatementQuery(), self._matcher)

    def document(self, key: str) -> AnalysedDocument:
        """The document with that id, beginning of an id, name, or end of a name.

        Raises NotInRecord where none or several are meant.
        """
        with self._reading() as connection:
            row = find_document(connection, key)
            return next(iter(load(connection, [row]))).checked()

    def documents(self, about: str | None = None) -> Iterator[DocumentSummary]:
        """One line a document, by name; where `about` is given, those that mention its words."""
        with self._reading() as connection:
            yield from list_documents(connection, about)

    def analysed(self) -> Iterator[AnalysedDocument]:
        """Every document with its statements, by name.

        An anchor that does not hold is noted as `orphaned-anchor`.
        """
        with self._reading() as connection:
            for loaded in _all(connection):
                yield loaded.checked()

    def verify(self) -> Iterator[Orphan]:
        """Every kept quotation that is not what stands at its offsets. None is moved."""
        with self._reading() as connection:
            for loaded in _all(connection):
                yield from _orphans(loaded)
                yield from _lost_positions(connection, loaded.analysed.document)

    def actors(self, query: ActorQuery | None = None) -> Iterator[StoredActor]:
        """What passes `query`: whoever made most statements first, then by documents and id.

        Raises InvalidQuery.
        """
        with self._reading() as connection:
            yield from list_actors(connection, query or ActorQuery(), self._matcher)

    def actor(self, key: str) -> StoredActor:
        """The actor that `key` means: an id, a profile, a full name, words of a name.

        Raises NotInRecord where none or several actors are meant; the message names them.
        """
        with self._reading() as connection:
            found = find_actor(connection, key, self._matcher)
            return load_actors(connection, [found])[found]

    def actor_evidence(self, key: str, limit: int | None = None) -> ActorEvidence:
        """Where the actor appears (at most `limit` places), and what joined its profiles.

        `key` is as for `actor`. Raises NotInRecord.
        """
        with self._reading() as connection:
            found = find_actor(connection, key, self._matcher)
            return load_evidence(connection, found, limit)

    def candidates(self, limit: int | None = None) -> Iterator[CandidatePair]:
        """Pairs of actors that may be one and that nobody judged, the most useful first."""
        with self._reading() as connection:
            yield from list_candidates(connection, limit)

    def judge(
        self, verdict: Verdict, left: str, right: str, *, by: str = "", reason: str = ""
    ) -> Judgement:
        """Say whether two actors are one; it outlives every run.

        `left` and `right` are ids of actors or profiles, names, or `profile@document`. A verdict
        that stands already is given back as it was made. Raises Contradiction where the verdict
        cannot hold beside earlier ones, NotInRecord, and InvalidQuery where both are the same.
        """
        with self._judging() as adding:
            return judge(adding, verdict, left, right, Opinion(by, reason))

    def split(
        self, actor: str, document: str, *, by: str = "", reason: str = ""
    ) -> tuple[Judgement, ...]:
        """Set an actor's appearance in one document apart from all its others.

        `actor` is as for `actor`, `document` as for `document`. Raises as `judge` does.
        """
        with self._judging() as adding:
            return split(adding, actor, document, Opinion(by, reason))

    def undo(self, number: int, *, by: str = "", reason: str = "") -> Judgement:
        """Take a judgement back; all is as if it was never made. Undo the undo to restore it.

        Raises NotInRecord where there is none of that number, InvalidQuery where it was taken back
        already, Contradiction where what it superseded cannot hold beside later judgements.
        """
        with self._judging() as adding:
            return undo(adding, number, Opinion(by, reason))

    def judgements(self) -> Iterator[Judgement]:
        """All that was ever judged, by number; `onrecord.domain.partition.standing` sifts it."""
        with self._reading() as connection:
            yield from load_judgements(connection)

    def import_actors(self, imports: Iterable[KnownActorImport]) -> ImportOutcome:
        """Keep actors, offices and tenures of a user's table, all of them or none.

        Raises InvalidActor.
        """
        with self._judging() as adding:
            return import_actors(adding, imports)

    def known_actors(self) -> Iterator[KnownActor]:
        """The imported actors, by id."""
        with self._reading() as connection:
            yield from load_known_actors(connection)

    def offices(self) -> Iterator[Office]:
        """The imported offices, by id."""
        with self._reading() as connection:
            yield from load_offices(connection)

    def tenures(self) -> Iterator[Tenure]:
        """The imported tenures, by office and beginning."""
        with self._reading() as connection:
            yield from load_tenures(connection)

    def compare_actors(self) -> None:
        """Compare all profiles anew, as after a change of the matcher; judgements stay."""
        with self._judging() as adding:
            compare_all(adding)

    def summary(self) -> RecordSummary:
        """What is in the record, counted."""
        with self._reading() as connection:
            return summarise(connection)

    def dump(self) -> Iterator[str]:
        """The whole record as JSON lines, the same for records with the same content."""
        with self._reading() as connection:
            keys = connection.execute(
                select(documents.c.key).order_by(documents.c.id),
                execution_options={"yield_per": _READ_AHEAD},
            )
            for key in keys.scalars():
                yield from dump_document(connection, key)
            yield from dump_identity(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with errors_named(self.path), reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with errors_named(self.path), writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _judging(self) -> Iterator[Adding]:
        with self._writing() as connection:
            yield Adding(connection, self._matcher)
            touch(connection)


def _all(connection: Connection) -> Iterator[Loaded]:
    question = (
        select(documents.c.key)
        .join_from(documents, names)
        .where(names.c.position == 0)
        .order_by(names.c.name, documents.c.id)
    )
    rows = connection.execute(question, execution_options={"yield_per": _READ_AHEAD})
    for keys in rows.scalars().partitions():
        yield from load(connection, list(keys))


def _lost_positions(connection: Connection, document: Document) -> Iterator[Orphan]:
    for statement_id, role, anchor in positions_to_check(connection, document.id):
        if not anchor.holds(document.text):
            found = anchor.span.of(document.text)
            yield Orphan(
                document.id, document.name, role, anchor.span, anchor.exact, found, statement_id
            )


def _orphans(loaded: Loaded) -> Iterator[Orphan]:
    document = loaded.analysed.document
    for finding in loaded.findings:
        for part, anchor in finding.lost(document.text):
            found, statement_id = anchor.span.of(document.text), finding.statement.id
            yield Orphan(
                document.id, document.name, part, anchor.span, anchor.exact, found, statement_id
            )
    for appearing in loaded.appearing:
        for role, anchor in appearing.lost(document.text):
            found = anchor.span.of(document.text)
            yield Orphan(document.id, document.name, role, anchor.span, anchor.exact, found)
    for kind, anchor in loaded.lost():
        found = anchor.span.of(document.text)
        yield Orphan(document.id, document.name, kind, anchor.span, anchor.exact, found)
