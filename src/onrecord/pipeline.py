"""The whole flow.

A document is read once. Its expressions of time and the offices it names date it; statements are
found in the reading; then it is settled who speaks in them and who else is in the document, and
when, where and to whom it was said, and what was done by saying it.
"""

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from onrecord.actors.held import office_constraints
from onrecord.actors.link import link_actors
from onrecord.actors.office_table import OfficeTable
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.reading import Reading
from onrecord.domain.run import Run
from onrecord.occasions.place import place_statements
from onrecord.positions.acts.code import code_statements
from onrecord.positions.acts.network import ActNetwork
from onrecord.statements.assemble import find_statements, quotation_notes
from onrecord.times.dating.dating import date_document
from onrecord.times.phrases import find_phrases
from onrecord.times.resolving import resolve_times

IN_FLIGHT = 4
"""Documents a thread that are read ahead: enough to keep threads busy, few enough to stay small."""


SWITCH_SECONDS = 0.0005
"""How long a thread that works in Python may keep the others waiting, which come back from the
network many times a document; Python's own 0.005 cost a tenth of the speed on two cores."""


@contextmanager
def _quick_switching() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class DocumentReader(Protocol):
    """Document to Reading."""

    def read(self, document: Document) -> Reading:
        """What one encoder pass finds."""
        ...


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Document to AnalysedDocument. `run` names the versions behind every result.

    `table` has the offices, their holders and the actors that are known beforehand. `acts` is the
    network that codes what is done by speaking; where there is none, words alone decide.
    """

    reader: DocumentReader
    run: Run
    table: OfficeTable
    threads: int = 1
    acts: ActNetwork | None = None

    def analyse_one(self, document: Document) -> AnalysedDocument:
        """One document, in the calling thread."""
        reading = self.reader.read(document)
        phrases = find_phrases(document.text, reading)
        held = office_constraints(document, reading, self.table)
        document = date_document(document, phrases, held)
        times = resolve_times(document.text, phrases, document.published)
        found = find_statements(document, reading)
        linked, appearances = link_actors(document, reading, found, self.table)
        placed = place_statements(document, reading, linked, appearances, times)
        statements = code_statements(document, placed, appearances, self.acts)
        notes = (*document.notes, *quotation_notes(reading))
        return AnalysedDocument(document, statements, notes, self.run, appearances, times)

    def analyse(self, documents: Iterable[Document]) -> Iterator[AnalysedDocument]:
        """Many documents, a few at a time, in the order given; memory does not grow."""
        source = iter(documents)
        with _quick_switching(), ThreadPoolExecutor(self.threads) as pool:
            waiting: deque[Future[AnalysedDocument]] = deque()
            try:
                for document in islice(source, IN_FLIGHT * self.threads):
                    waiting.append(pool.submit(self.analyse_one, document))
                while waiting:
                    yield waiting.popleft().result()
                    waiting.extend(pool.submit(self.analyse_one, d) for d in islice(source, 1))
            finally:
                for future in waiting:
                    future.cancel()
