"""JSON Lines, CSV and Parquet files of statements."""

import csv
import io
import json
import os
import sys
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement, StatementKind
from onrecord.errors import MissingExtra, OnRecordError
from onrecord.exports import parquet
from onrecord.exports.contract import to_contract
from onrecord.exports.csv_file import write_csv
from onrecord.exports.jsonl import write_jsonl
from onrecord.exports.parquet import write_parquet
from onrecord.exports.rows import StatementRow, rows_of
from onrecord.exports.written import Written
from tests.builders import (
    RUN,
    VALK,
    analysed_documents,
    document_of,
    halden,
    span_of,
    synthetic,
    talks,
)

COLUMNS = [field.name for field in fields(StatementRow)]
WRITERS = [write_jsonl, write_csv, write_parquet]


def saying(text: str, **facts: object) -> AnalysedDocument:
    """A document whose whole text is one statement."""
    document = document_of(text, **facts)
    whole = Statement("s", document.id, StatementKind.DIRECT, (Span(0, len(text)),))
    return AnalysedDocument(document, (whole,), (), RUN)


def read_csv(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file as Python's own reader has them."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def csv_of(*analysed: AnalysedDocument) -> list[dict[str, str]]:
    """The rows of a CSV export."""
    target = io.BytesIO()
    write_csv(analysed, target)
    return read_csv(target.getvalue())


class TestTargets:
    """Files and streams."""

    @pytest.mark.parametrize("write", WRITERS)
    def test_a_path_and_a_stream_get_the_same_bytes(self, write, tmp_path: Path):
        """And the counts say what was written."""
        stream, path = io.BytesIO(), tmp_path / "out"
        found = [synthetic(n, statements=2) for n in range(3)]
        assert write(found, stream) == write(iter(found), path) == Written(3, 6)
        assert path.read_bytes() == stream.getvalue()
        assert os.listdir(tmp_path) == ["out"]
        assert not stream.closed

    @pytest.mark.parametrize("write", WRITERS)
    def test_a_failed_export_leaves_what_was_there(self, write, tmp_path: Path):
        """The old file is whole, and no part of the new one stays."""
        path = tmp_path / "out"
        path.write_bytes(b"before")

        def failing():
            yield halden()
            raise ValueError("in the middle")

        with pytest.raises(ValueError, match="middle"):
            write(failing(), path)
        assert path.read_bytes() == b"before"
        assert os.listdir(tmp_path) == ["out"]

    @pytest.mark.parametrize("write", WRITERS)
    def test_a_missing_folder_is_named(self, write, tmp_path: Path):
        """The message has the path and the next step."""
        with pytest.raises(OnRecordError, match=r"nowhere.*check that its folder exists"):
            write([halden()], tmp_path / "nowhere" / "out")

    @pytest.mark.parametrize("write", WRITERS)
    def test_nothing_is_exported_as_nothing(self, write):
        """An empty record gives an empty file of its format."""
        assert write([], io.BytesIO()) == Written(0, 0)

    @pytest.mark.parametrize("write", WRITERS)
    @settings(deadline=None, max_examples=30)
    @given(analysed=analysed_documents())
    def test_no_document_is_refused(self, write, analysed: AnalysedDocument):
        """NULs, lone surrogates and days of the year 1 included."""
        written = write([analysed], io.BytesIO())
        assert written.statements == len(analysed.statements)


class TestRows:
    """One statement a row."""

    def test_a_row_has_what_a_table_needs(self):
        """Document, speaker, words and spans."""
        row = next(rows_of(halden(day=date(2013, 9, 9), outlet="Halden Post")))
        assert (row.name, row.outlet, row.published_from) == (
            "halden.txt", "Halden Post", date(2013, 9, 9)
        )  # fmt: skip
        assert (row.speaker, row.speaker_status) == ("Irena Valk", "named")
        assert (row.speaker_actor, row.speaker_step) == (VALK, "name")
        assert row.content_words == "The bridge at Halden stays closed"
        assert (row.source_spans, row.cue_spans, row.content_spans) == ("35-62", "63-67", "0-33")

    def test_a_discontinuous_span_stays_one_cell(self):
        """Its parts are joined the same way everywhere."""
        text = "“We go,” they said, “and wait.”"
        analysed = saying(text)
        places = (span_of(text, "We go"), span_of(text, "and wait"))
        parts = replace(analysed.statements[0], content=places)
        row = next(rows_of(replace(analysed, statements=(parts,))))
        assert row.content_words == "We go […] and wait"
        assert row.content_spans == "1-6;21-29"

    def test_several_speakers_share_a_cell(self):
        """Their columns have an entry each, in the same order; the confidence is the least."""
        analysed = halden()
        valk = analysed.statements[0].speakers[0]
        she = SpeakerLink(LinkStatus.PRONOUN_UNRESOLVED, "pronoun", 0.5)
        both = replace(analysed.statements[0], speakers=(valk, she))
        row = next(rows_of(replace(analysed, statements=(both,))))
        assert (row.speaker, row.speaker_actor) == ("Irena Valk; ", f"{VALK}; ")
        assert row.speaker_status == "named; pronoun_unresolved"
        assert row.speaker_step == "name; pronoun"
        assert row.speaker_confidence == 0.5

    def test_when_where_and_to_whom_have_columns(self):
        """Each party by its name, or by the words that stand for it."""
        first, second = rows_of(talks())
        assert (first.said_from, first.said_to) == (date(2013, 9, 8), date(2013, 9, 8))
        assert (first.said_precision, first.said_step) == (1, "stated")
        assert (first.occasion, first.place) == ("talks", "Zúrava")
        assert (first.counterparts, first.addressees) == ("Tomas Brandt", "Halden Post")
        assert (first.reported_via, second.reported_via) == ("Ostrel Herald", None)
        assert (first.said_spans, first.occasion_spans) == ("54-63", "64-80")
        assert (second.addressees, second.said_step) == ("Ostrel", "same-again")
        assert first.published_how == "stated"

    def test_what_is_not_known_of_it_is_empty(self):
        """The day of publication is not put in its place."""
        row = next(rows_of(halden(day=date(2013, 9, 9))))
        assert (row.said_from, row.said_precision, row.occasion, row.place) == (None,) * 4
        assert next(rows_of(halden())).published_how == "unknown"

    def test_nobody_is_no_name(self):
        """A statement without a speaker has the status `none`, and no name, step or confidence."""
        row = next(rows_of(saying("We go.")))
        assert (row.speaker, row.speaker_actor, row.speaker_status) == (None, None, "none")
        assert (row.speaker_step, row.speaker_confidence) == (None, None)


class TestJsonLines:
    """One document a line."""

    @settings(deadline=None, max_examples=40)
    @given(found=st.lists(analysed_documents(), max_size=3))
    def test_each_line_is_the_contract(self, found: list[AnalysedDocument]):
        """No character in a text ends a line or is lost."""
        target = io.BytesIO()
        write_jsonl(found, target)
        lines = target.getvalue().decode().split("\n")[:-1]
        expected = [json.loads(json.dumps(to_contract(analysed))) for analysed in found]
        assert [json.loads(line) for line in lines] == expected

    def test_letters_stay_readable(self):
        """They are not escaped."""
        target = io.BytesIO()
        write_jsonl([saying("Über Łódź", format="html")], target)
        assert "Über Łódź" in target.getvalue().decode()


class TestCsv:
    """CSV that Excel opens."""

    def test_format(self):
        """Byte order mark, CR LF, one row of names."""
        target = io.BytesIO()
        write_csv([halden()], target)
        content = target.getvalue()
        assert content.startswith(b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n")
        assert content.count(b"\r\n") == 4
        assert content.endswith(b"\r\n")

    @settings(deadline=None, max_examples=60)
    @given(words=st.text(st.characters(exclude_characters="\x00", codec="utf-8"), min_size=1))
    def test_words_come_back(self, words: str):
        """Commas, quotes and line breaks in a cell are part of it."""
        (row,) = csv_of(saying(words))
        assert row["content_words"].removeprefix("'") == words.removeprefix("'")

    @pytest.mark.parametrize(
        "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "- No, he said"]
    )
    def test_no_cell_is_a_formula(self, words: str):
        """A leading apostrophe makes a spreadsheet show it as text, in every column."""
        (row,) = csv_of(saying(words, outlet=words, title=words, name=words))
        for column in ("content_words", "outlet", "title", "name"):
            assert row[column] == f"'{words}"

    def test_a_cell_that_excel_would_cut_is_whole_and_counted(self):
        """The file has every character; the count is for a warning."""
        target = io.BytesIO()
        long, short = saying("a" * 32_768), saying("b" * 32_767)
        emoji = saying("\U0001f600" * 16_384)
        assert write_csv([long, short, emoji], target) == Written(3, 3, long_cells=2)
        assert len(read_csv(target.getvalue())[0]["content_words"]) == 32_768

    def test_what_excel_cannot_read_is_marked(self):
        """NULs and lone surrogates become U+FFFD, one for one."""
        (row,) = csv_of(saying("a\x00b\ud800c"))
        assert row["content_words"] == "a\ufffdb\ufffdc"


class TestParquet:
    """Columns."""

    def test_rows_come_back_with_their_types(self, tmp_path: Path):
        """Days are dates, shares are numbers, the absent is null."""
        path = tmp_path / "out.parquet"
        write_parquet([halden(day=date(2013, 9, 9)), synthetic(1)], path)
        table = pyarrow.parquet.read_table(path)
        assert table.column_names == COLUMNS
        rows = table.to_pylist()
        assert len(rows) == 28
        assert rows[0]["published_from"] == date(2013, 9, 9)
        assert rows[0]["confidence"] == 0.93
        assert rows[0]["outlet"] is None
        assert rows[0]["said_from"] is None

    def test_days_of_saying_are_dates(self, tmp_path: Path):
        """And the precision is a number."""
        path = tmp_path / "out.parquet"
        write_parquet([talks()], path)
        row = pyarrow.parquet.read_table(path).to_pylist()[0]
        assert (row["said_from"], row["said_precision"]) == (date(2013, 9, 8), 1)

    def test_many_rows_are_written_in_groups(self, monkeypatch: pytest.MonkeyPatch):
        """Memory holds one group at a time."""
        monkeypatch.setattr(parquet, "ROWS_AT_ONCE", 10)
        target = io.BytesIO()
        assert write_parquet([synthetic(1)], target) == Written(1, 25)
        assert pyarrow.parquet.ParquetFile(target).num_row_groups == 3

    def test_without_pyarrow_the_message_names_the_extra(self, monkeypatch: pytest.MonkeyPatch):
        """And nothing was written."""
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        target = io.BytesIO()
        with pytest.raises(MissingExtra, match=r"pip install 'onrecord\[parquet\]'"):
            write_parquet([halden()], target)
        assert target.getvalue() == b""
