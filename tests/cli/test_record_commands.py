"""`documents`, `summary`, `verify` and `export` read a record."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from onrecord.cli.exits import ExitCode
from tests.cli.conftest import Onrecord


@pytest.fixture
def record(folder: Path, onrecord: Onrecord) -> Path:
    """A record of both articles."""
    onrecord("add", "news")
    return folder


def test_summary_counts(record: Path, onrecord: Onrecord) -> None:
    """Documents, statements, kinds and speakers, for people and in JSON."""
    found = json.loads(onrecord("summary", "--json").out)
    assert (found["documents"], found["statements"], found["kinds"]) == (2, 3, {"direct": 3})
    assert found["speakers"] == {"Irena Valk": 2, "Tomas Brandt": 1}
    assert found["runs"] == [{"id": "fake-1", "versions": {"fake": "1"}, "documents": 2}]
    assert "      2  Irena Valk" in onrecord("summary").out


def test_documents_are_listed(record: Path, onrecord: Onrecord) -> None:
    """One line a document; --about keeps those that mention the words."""
    assert len(onrecord("documents").out.splitlines()) == 2
    found = json.loads(onrecord("documents", "--about", "bridge", "--json").out)
    assert (found["name"], found["statements"]) == ("more/bridge.txt", 2)


def test_verify_is_content_with_what_add_kept(record: Path, onrecord: Onrecord) -> None:
    """Every anchor holds."""
    done = onrecord("verify")
    assert (done.code, done.out) == (ExitCode.OK, "")
    assert "every anchor holds" in done.err


def test_verify_names_what_was_tampered_with(record: Path, onrecord: Onrecord) -> None:
    """An orphan is listed with what was kept and what was found; the status is 5."""
    with sqlite3.connect(record / "onrecord.sqlite") as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'yield', 'bend!')")
    connection.close()
    done = onrecord("verify", "--json")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == ExitCode.ORPHANED
    assert ("Maravia will not yield,", "Maravia will not bend!,") in [
        (one["exact"], one["found"]) for one in found
    ]


def test_export_writes_to_standard_output(record: Path, onrecord: Onrecord) -> None:
    """JSON Lines unless told otherwise: what `extract` writes."""
    assert onrecord("export").out == onrecord("extract", "news").out


def test_export_as_csv(record: Path, onrecord: Onrecord) -> None:
    """A row a statement."""
    done = onrecord("export", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out.removeprefix("\ufeff"))))
    assert len(rows) == 3


@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet", "page"])
def test_export_to_a_file(record: Path, onrecord: Onrecord, format_: str) -> None:
    """The file is there, standard output empty; with --json it tells what was written."""
    path = record / f"out.{format_}"
    done = onrecord("export", "--format", format_, "-o", str(path))
    assert (done.code, done.out) == (0, "")
    assert path.stat().st_size > 100
    told = json.loads(onrecord("export", "--format", format_, "-o", str(path), "--json").out)
    assert (told["documents"], told["statements"]) == (2, 3)


@pytest.mark.parametrize("format_", ["parquet", "page"])
def test_some_formats_need_a_file(record: Path, onrecord: Onrecord, format_: str) -> None:
    """Without -o they are a matter of usage, and the message names the option."""
    done = onrecord("export", "--format", format_)
    assert (done.code, done.out) == (2, "")
    assert "-o FILE" in done.err


@pytest.mark.parametrize("format_", ["jsonl", "page"])
def test_an_output_that_cannot_be_written(record: Path, onrecord: Onrecord, format_: str) -> None:
    """Status 7, and the message names the place."""
    done = onrecord("export", "--format", format_, "-o", "absent/out")
    assert done.code == ExitCode.OUTPUT
    assert "absent" in done.err


@pytest.mark.parametrize("command", ["documents", "summary", "verify", "export", "statements"])
def test_without_a_record_the_status_is_3(folder: Path, onrecord: Onrecord, command: str) -> None:
    """The message names the file and how to make it; none is made by the way."""
    done = onrecord(command)
    assert (done.code, done.out) == (ExitCode.RECORD, "")
    assert "'onrecord.sqlite'" in done.err
    assert "onrecord add" in done.err
    assert not Path("onrecord.sqlite").exists()
