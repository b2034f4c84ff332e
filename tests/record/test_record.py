"""What the record keeps, and what it answers."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import text as sql

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.note import Note
from onrecord.domain.run import Run
from onrecord.domain.statement import LinkStatus, SpeakerLink, StatementKind
from onrecord.errors import InvalidQuery, NotInRecord
from onrecord.record import AddOutcome, Record, StatementQuery
from onrecord.record.file import writing
from tests.builders import (
    LATER_RUN,
    RUN,
    TEXT,
    analysed_documents,
    document_of,
    halden,
    span_of,
    synthetic,
)


@pytest.fixture
def record(tmp_path: Path):
    """An empty record."""
    with Record.open(tmp_path / "record.db") as opened:
        yield opened


def contents(record: Record, **filters: object) -> list[str]:
    """The content words of what passes the filters."""
    return [found.content_words for found in record.statements(StatementQuery(**filters))]


class TestKeeping:
    """Adding a document, again, changed, or under another name."""

    @settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
    @given(analysed=analysed_documents())
    def test_what_is_added_comes_back_equal(self, record: Record, analysed: AnalysedDocument):
        """A document with its findings is the same after the round trip, whatever is in it."""
        with writing(record._engine) as connection:
            connection.exec_driver_sql("DELETE FROM documents")
        assert record.add(analysed) is AddOutcome.ADDED
        assert list(record.analysed()) == [analysed]
        assert list(record.verify()) == []

    def test_adding_again_changes_nothing(self, record: Record):
        """The same text under the same name by the same run is reported as unchanged."""
        assert record.add(halden(day=date(2013, 1, 5))) is AddOutcome.ADDED
        before = list(record.dump())
        assert record.add(halden(day=date(2013, 1, 5))) is AddOutcome.UNCHANGED
        assert list(record.dump()) == before

    def test_same_text_under_another_name_is_a_copy(self, record: Record):
        """A copy adds a name, with its own facts, and no statements."""
        record.add(halden())
        assert record.add(halden("ostrel/7.txt", outlet="Ostrel Herald")) is AddOutcome.COPY
        assert record.summary().documents == 1
        assert record.summary().copies == 1
        assert [line.copies for line in record.documents()] == [("ostrel/7.txt",)]
        assert len(contents(record, outlet="ostrel herald")) == 3

    def test_same_text_under_another_id_is_a_copy(self, record: Record):
        """The document keeps its first id, and the other one finds it too."""
        record.add(halden("a.jsonl:1", id="first"))
        assert record.add(halden("a.jsonl:2", id="second")) is AddOutcome.COPY
        assert record.document("second").document.id == "first"

    def test_another_text_under_the_same_id_is_kept_beside_it(self, record: Record):
        """A revised article gets an id of its own and a note; nothing is lost."""
        record.add(halden(id="story"))
        revised = AnalysedDocument(document_of("Corrected.", id="story"), (), (), RUN)
        assert record.add(revised) is AddOutcome.ADDED
        assert record.add(revised) is AddOutcome.UNCHANGED
        kept = record.document(f"story~{revised.document.text_sha256[:8]}")
        assert [note.reason for note in kept.document.notes] == ["revised-text"]
        assert record.document("story").document.text == TEXT

    def test_a_later_run_replaces_the_statements(self, record: Record):
        """After it the record is the one that this run alone would have made."""
        record.add(halden())
        record.add(halden("copy.txt"))
        fewer = replace(halden(run=LATER_RUN), statements=halden().statements[:1])
        assert record.add(fewer) is AddOutcome.REPLACED
        assert record.add(replace(fewer, document=document_of(name="copy.txt"))) is AddOutcome.COPY
        with Record.open(record.path.with_name("clean.db")) as clean:
            clean.add(fewer)
            clean.add(replace(fewer, document=document_of(name="copy.txt")))
            assert list(record.dump()) == list(clean.dump())
        assert contents(record, about="yield") == []
        assert contents(record, about="bridge") == ["The bridge at Halden stays closed"]

    def test_a_later_run_of_a_copy_replaces_the_statements_too(self, record: Record):
        """The document keeps its id and its first name."""
        record.add(halden("first.txt", id="first"))
        assert record.add(halden("b.txt", id="second", run=LATER_RUN)) is AddOutcome.REPLACED
        kept = record.document("first")
        assert kept.run == LATER_RUN
        assert {found.document_id for found in kept.statements} == {"first"}
        assert kept.document.name == "first.txt"

    def test_corrected_facts_replace_the_old_ones(self, record: Record):
        """A new title or date is taken over, and found."""
        record.add(halden(title="Old harbour"))
        corrected = halden(title="Bridge shut", day=date(2014, 3, 2))
        assert record.add(corrected) is AddOutcome.REPLACED
        assert record.document("halden.txt") == corrected
        assert [line.name for line in record.documents("shut")] == ["halden.txt"]
        assert list(record.documents("harbour")) == []

    def test_knows_what_a_run_has_read(self, record: Record):
        """Text, name and run together decide whether there is work left."""
        document = halden().document
        record.add(halden())
        assert record.knows(document.text_sha256, "halden.txt", RUN.id)
        assert not record.knows(document.text_sha256, "other.txt", RUN.id)
        assert not record.knows(document.text_sha256, "halden.txt", LATER_RUN.id)
        assert not record.knows("0" * 64, "halden.txt", RUN.id)

    def test_a_source_that_fails_keeps_what_came_before(self, record: Record):
        """Documents read before the failure are in the record."""

        def failing():
            yield synthetic(1)
            yield synthetic(2)
            raise OSError("the disk is gone")

        with pytest.raises(OSError, match="gone"):
            list(record.add_many(failing(), batch=10))
        assert record.summary().documents == 2

    def test_order_of_adding_leaves_no_trace(self, tmp_path: Path):
        """Two records of the same documents dump the same lines."""
        with Record.open(tmp_path / "a.db") as a, Record.open(tmp_path / "b.db") as b:
            numbers = range(6)
            list(a.add_many(synthetic(n, statements=3) for n in numbers))
            list(b.add_many((synthetic(n, statements=3) for n in reversed(numbers)), batch=2))
            assert list(a.dump()) == list(b.dump())

    def test_a_record_is_changed_while_it_is_read(self, record: Record):
        """An iteration sees the record as it was when it began."""
        list(record.add_many(synthetic(n, statements=2) for n in range(40)))
        seen = 0
        for found in record.analysed():
            record.add(replace(synthetic(1000 + seen, statements=1)))
            seen += len(found.statements)
        assert seen == 80


class TestFinding:
    """What did X say about Y."""

    @pytest.fixture(autouse=True)
    def filled(self, record: Record) -> None:
        """Two reports, a year apart, and one without a date."""
        record.add(halden("2013.txt", day=date(2013, 9, 9), outlet="El Día", title="Bridge"))
        changed = TEXT.replace("Maravia will not yield", "Maravia may wait")
        document = document_of(changed, "2014.txt", day=date(2014, 1, 31))
        said = replace(
            halden().statements[1],
            document_id=document.id,
            content=(span_of(changed, "Maravia may wait"),),
        )
        record.add(AnalysedDocument(document, (said,), (Note("stray-mark"),), RUN))
        undated = document_of("“Nothing new,” said Žofia Orlåk.", "undated.txt")
        orlak = SpeakerLink(LinkStatus.NAMED, "name", 0.8, "Žofia Orlåk")
        said = replace(
            said,
            document_id=undated.id,
            content=(span_of(undated.text, "Nothing new"),),
            cue=(),
            source=(span_of(undated.text, "Žofia Orlåk"),),
            speakers=(orlak,),
        )
        record.add(AnalysedDocument(undated, (said,), (), RUN))

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            ({}, 5),
            ({"by": "irena valk"}, 3),
            ({"by": "VALK"}, 3),
            ({"by": "zofia orlak"}, 1),
            ({"by": "valk brandt"}, 0),
            ({"by": "foreign minister"}, 1),
            ({"about": "maravia"}, 2),
            ({"about": "MARAVIA yield"}, 1),
            ({"about": '"not yield"'}, 1),
            ({"about": '"yield not"'}, 0),
            ({"about": "mara*"}, 2),
            ({"about": "mara"}, 0),
            ({"by": "valk", "about": "maravia", "since": "2014"}, 1),
            ({"since": "2013-09-09"}, 4),
            ({"since": "2013-10"}, 1),
            ({"until": "2013"}, 3),
            ({"until": "2014-01"}, 4),
            ({"until": "2014-01-30"}, 3),
            ({"kind": StatementKind.DIRECT}, 3),
            ({"outlet": "el dia"}, 3),
            ({"document": "2014.txt"}, 1),
            ({"limit": 2}, 2),
            ({"by": " ", "about": "", "since": "", "outlet": " "}, 5),
        ],
    )
    def test_filters(self, record: Record, filters: dict[str, object], expected: int):
        """Each filter narrows; all of them hold together; a blank one is none."""
        assert len(contents(record, **filters)) == expected

    def test_order_is_by_date_then_document_then_place(self, record: Record):
        """The undated come last."""
        assert contents(record) == [
            "The bridge at Halden stays closed",
            "Maravia will not yield",
            "that Ostrel had asked for talks",
            "Maravia may wait",
            "Nothing new",
        ]

    def test_an_answer_carries_its_source(self, record: Record):
        """Words, document and date come with the statement."""
        found = next(record.statements(StatementQuery(about="bridge")))
        assert found.source_words == "Foreign Minister Irena Valk"
        assert found.cue_words == "said"
        assert (found.name, found.outlet, found.title) == ("2013.txt", "El Día", "Bridge")
        assert found.published is not None
        assert found.published.first == date(2013, 9, 9)
        assert not found.orphaned
        assert found.statement == halden("2013.txt").statements[0]

    @pytest.mark.parametrize("filter_name", ["by", "about"])
    @pytest.mark.parametrize(
        "words",
        ['"', '""', '"""', "*", "NEAR(", "a NEAR/2 b", "^x", "content : x", "{a b} : c", "-", "'",
         "x AND", "OR", "NOT x", "()", "valk()", "\x00", "\ud800", "%_", "a" * 5000, ";--", "+ -x"],
    )  # fmt: skip
    def test_no_punctuation_is_dangerous(self, record: Record, filter_name: str, words: str):
        """Whatever is typed is looked up as words; without a word nothing is found."""
        found = contents(record, **{filter_name: words})
        assert found == (contents(record, **{filter_name: "valk"}) if words == "valk()" else [])
        list(record.documents(words))

    def test_too_many_words_are_refused(self, record: Record):
        """A message says how many are too many."""
        assert contents(record, about="x " * 100) == []
        with pytest.raises(InvalidQuery, match="101 words"):
            contents(record, about="x " * 101)

    @pytest.mark.parametrize(
        "value", ["13", "2013-13", "2013-02-30", "0000", "yesterday", "２０１３"]
    )
    def test_a_date_that_is_none_is_refused(self, record: Record, value: str):
        """The message says which filter and how to write it."""
        with pytest.raises(InvalidQuery, match="'since' is no date"):
            contents(record, since=value)

    def test_a_limit_below_nothing_is_refused(self, record: Record):
        """It is not taken for "no limit"."""
        assert contents(record, limit=0) == []
        with pytest.raises(InvalidQuery, match="'limit' is below 0"):
            contents(record, limit=-1)

    @pytest.mark.parametrize("key", ["2013.txt", "013.txt", document_of().id, document_of().id[:6]])
    def test_a_document_is_found_by_id_or_name(self, record: Record, key: str):
        """In full, by the beginning of the id, by the end of the name."""
        assert record.document(key).document.name == "2013.txt"

    @pytest.mark.parametrize("key", ["", " ", "nowhere", "%", "_"])
    def test_a_document_that_is_not_there(self, record: Record, key: str):
        """The message says how to see what is there."""
        with pytest.raises(NotInRecord, match="onrecord documents"):
            record.document(key)

    def test_a_document_that_may_be_several(self, record: Record):
        """The message lists the candidates."""
        with pytest.raises(NotInRecord, match=r"(?s)2013\.txt.*2014\.txt"):
            record.document(".txt")

    def test_summary_counts_what_is_there(self, record: Record):
        """Documents, kinds, statuses, speakers, notes and runs."""
        summary = record.summary()
        assert (summary.documents, summary.copies, summary.statements) == (3, 0, 5)
        assert [(kind.name, kind.count) for kind in summary.kinds] == [
            ("direct", 3),
            ("indirect", 2),
        ]
        assert [speaker.name for speaker in summary.speakers] == ["Irena Valk", "Žofia Orlåk"]
        assert [note.name for note in summary.notes] == ["stray-mark"]
        assert [(run.run, run.documents) for run in summary.runs] == [(RUN, 3)]
        assert (summary.published_from, summary.published_to) == (
            date(2013, 9, 9),
            date(2014, 1, 31),
        )


class TestAnchors:
    """A kept quotation and the text it was taken from check each other."""

    def test_a_changed_text_orphans_its_quotations(self, record: Record):
        """They are flagged where they are, and never moved to a look-alike further on."""
        record.add(halden())
        with writing(record._engine) as connection:
            connection.execute(
                sql("UPDATE documents SET text = :text"),
                {"text": TEXT.replace("not yield", "yield not")},
            )
        orphans = list(record.verify())
        assert [(orphan.role, orphan.exact, orphan.found) for orphan in orphans] == [
            ("content", "Maravia will not yield", "Maravia will yield not")
        ]
        assert [found.orphaned for found in record.statements()] == [False, True, False]
        kept = record.document("halden.txt")
        assert kept.statements == halden().statements
        assert kept.notes == (Note("orphaned-anchor", orphans[0].span, orphans[0].exact),)

    def test_a_cut_text_orphans_what_lay_behind(self, record: Record):
        """A quotation beyond the end of the text does not verify as empty."""
        record.add(halden())
        with writing(record._engine) as connection:
            connection.execute(sql("UPDATE documents SET text = substr(text, 1, 10)"))
        assert all(found.orphaned for found in record.statements())


def test_runs_of_the_same_id_are_one(record: Record):
    """A run is stored once, however many documents it read."""
    run = Run("same", (("reader", "1"),))
    list(record.add_many(synthetic(n, statements=1, run=run) for n in range(3)))
    assert [(found.run, found.documents) for found in record.summary().runs] == [(run, 3)]
