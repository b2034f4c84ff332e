"""The whole flow, with a reader that is told what it reads."""

from collections.abc import Iterator
from datetime import date

import pytest

from onrecord.actors.office_table import OfficeTable
from onrecord.domain.document import Document
from onrecord.domain.reading import Attribution, Reading
from onrecord.domain.statement import LinkStatus
from onrecord.pipeline import IN_FLIGHT, Pipeline
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import read_quotations
from tests.actors.builders import BELK, PERSON, TABLE, Marked, mentions_of
from tests.builders import RUN, document_of, span_of

TEXT = (
    "Northern Pact Secretary-General Ana Belk came on Monday.\n\n"
    "The bridge is shut, she said. “It will open in May.\n"
)


class ToldReader:
    """Sees Ana Belk, `she`, and what she said, in any document."""

    def __init__(self) -> None:
        self.read_names: list[str] = []

    def read(self, document: Document) -> Reading:
        self.read_names.append(document.name)
        text = document.text
        lines = tuple(paragraph_offsets(text))
        said = Attribution(
            span_of(text, "said"),
            (span_of(text, "she"),),
            (span_of(text, "The bridge is shut"),),
            0.9,
        )
        mentions = mentions_of(text, Marked("Ana Belk", 0, PERSON), Marked("she", 0, PERSON))
        return Reading(document.id, lines, read_quotations(text, lines), (said,), mentions)


def pipeline_of(reader: ToldReader, table: OfficeTable = TABLE, threads: int = 1) -> Pipeline:
    """A pipeline with that reader."""
    return Pipeline(reader, RUN, table, threads)


@pytest.mark.parametrize(
    ("table", "profile"), [(TABLE, BELK), (OfficeTable((), (), ()), "person~")]
)
def test_statements_have_speakers_who_appear(table: OfficeTable, profile: str) -> None:
    """As the table knows them; notes and run are kept."""
    document = document_of(TEXT, day=date(2041, 5, 1))
    found = pipeline_of(ToldReader(), table).analyse_one(document)
    [link] = next(s for s in found.statements if s.step == "cue").speakers
    assert (link.status, link.name, link.step) == (LinkStatus.NAMED, "Ana Belk", "chain")
    assert link.profile is not None
    assert link.profile.startswith(profile)
    assert link.profile in {one.profile for one in found.appearances}
    assert [note.reason for note in found.notes] == ["unbalanced-quotation-mark"]
    assert (found.document, found.run) == (document, RUN)


@pytest.mark.parametrize("threads", [1, 3])
def test_documents_come_out_in_order_a_few_at_a_time(threads: int) -> None:
    """However many there are; those not yet asked for are not read."""
    reader = ToldReader()
    taken: list[str] = []

    def documents() -> Iterator[Document]:
        for number in range(1000):
            taken.append(f"{number}.txt")
            yield document_of(TEXT, taken[-1])

    found = pipeline_of(reader, threads=threads).analyse(documents())
    names = [next(found).document.name for _ in range(5)]
    found.close()  # type: ignore[attr-defined]
    assert names == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"]
    assert len(taken) <= IN_FLIGHT * threads + len(names)
    assert set(reader.read_names) <= set(taken)


def test_no_documents_give_nothing() -> None:
    """And read nothing."""
    reader = ToldReader()
    assert list(pipeline_of(reader).analyse([])) == []
    assert reader.read_names == []
