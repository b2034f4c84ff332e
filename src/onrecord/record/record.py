"""The record: what was said, kept with its sources, and searched."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from onrecord.domain.analysed import AnalysedDocument
from onrecord.record.add import add_document
from onrecord.record.adding import Adding
from onrecord.record.answer import answer
from onrecord.record.batch import batches
from onrecord.record.dump import dump_document
from onrecord.record.file import errors_named, open_engine, reading, writing
from onrecord.record.find import find_document
from onrecord.record.load import Loaded, load
from onrecord.record.outcome import AddOutcome
from onrecord.record.query import StatementQuery
from onrecord.record.schema import documents, names
from onrecord.record.stored import DocumentSummary, Orphan, RecordSummary, StoredStatement
from onrecord.record.summarise import list_documents, summarise

BATCH = 50
"""Documents in one transaction: beyond this, adding gets no faster and a kill loses more."""

_READ_AHEAD = 16
"""Documents read in one go; their texts are in memory together."""


class Record:
    """One SQLite file. Any number of processes may read it while one writes; writers queue.

    What is iterated is the record as it was when the iteration began. Every method raises
    RecordError where the file cannot be used.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path, create: bool = True) -> Self:
        """Open the record at `path`, made first where there is none and `create` is true.

        Raises NotARecord where the file is something else, or of a newer version; it is left as
        it is. A record of an older version is brought up to date.
        """
        return cls(path, open_engine(path, create=create))

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
            return add_document(Adding(connection), analysed)

    def add_many(
        self, analysed: Iterable[AnalysedDocument], batch: int = BATCH
    ) -> Iterator[AddOutcome]:
        """Add documents, `batch` in a transaction; give each one's outcome once it is kept.

        Nothing is locked while the next documents are awaited. Where awaiting them fails, what
        came before is kept.
        """
        for documents_of_batch in batches(analysed, batch):
            with self._writing() as connection:
                adding = Adding(connection)
                outcomes = [add_document(adding, found) for found in documents_of_batch]
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
        """What passes `query`, by date of publication, the undated last.

        Raises InvalidQuery, or NotInRecord where the query's document is not there.
        """
        with self._reading() as connection:
            yield from answer(connection, query or StatementQuery())

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

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with errors_named(self.path), reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with errors_named(self.path), writing(self._engine) as connection:
            yield connection


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


def _orphans(loaded: Loaded) -> Iterator[Orphan]:
    document = loaded.analysed.document
    for finding in loaded.findings:
        for role, anchor in finding.lost(document.text):
            found, statement_id = anchor.span.of(document.text), finding.statement.id
            yield Orphan(
                document.id, document.name, role, anchor.span, anchor.exact, found, statement_id
            )
    for anchor in loaded.date_anchors:
        if not anchor.holds(document.text):
            found = anchor.span.of(document.text)
            yield Orphan(document.id, document.name, "date", anchor.span, anchor.exact, found)
