"""`onrecord add` builds a record, and can be run again."""

import json
import os
import signal
import time
from pathlib import Path

import pytest

from onrecord.record import Record
from tests.cli.conftest import ARTICLE, Onrecord, start
from tests.fakes import FakePipeline


def counts(onrecord: Onrecord, *args: str) -> dict[str, object]:
    """What `onrecord add --json` says."""
    found: dict[str, object] = json.loads(onrecord("add", *args, "--json").out)
    return found


def test_documents_are_added_and_counted(folder: Path, onrecord: Onrecord) -> None:
    """What was read, added, and found is told in one JSON object on standard output."""
    assert counts(onrecord, "news") == {
        "record": "onrecord.sqlite",
        "read": 2,
        "added": 2,
        "unchanged": 0,
        "copies": 0,
        "replaced": 0,
        "skipped": {},
        "statements": 3,
    }


def test_the_same_twice_changes_nothing(
    folder: Path, onrecord: Onrecord, pipeline: FakePipeline
) -> None:
    """A second run adds nothing, and no document reaches the encoder."""
    onrecord("add", "news")
    with Record.open(Path("onrecord.sqlite")) as record:
        before = list(record.dump())
    pipeline.seen.clear()
    again = counts(onrecord, "news")
    with Record.open(Path("onrecord.sqlite")) as record:
        assert list(record.dump()) == before
    assert (again["unchanged"], again["added"], pipeline.seen) == (2, 0, [])


def test_a_text_under_two_names_is_one_document(folder: Path, onrecord: Onrecord) -> None:
    """The second name is counted as a copy."""
    (folder / "news" / "same.txt").write_text(ARTICLE, encoding="utf-8")
    found = counts(onrecord, "news")
    assert (found["added"], found["copies"], found["statements"]) == (2, 1, 3)


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    folder: Path, onrecord: Onrecord
) -> None:
    """Bad files are listed on standard error with a reason; the status is 1."""
    (folder / "news" / "empty.txt").write_text("")
    (folder / "news" / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    done = onrecord("add", "news", "absent.txt")
    assert done.code == 1
    assert done.out == ""
    for name in ("empty.txt", "image.txt", "absent.txt"):
        assert name in done.err
    assert "2 documents read" in done.err
    assert "3 skipped" in done.err


@pytest.mark.parametrize("args", [["empty"], ["absent.txt"], ["news/*.html"]])
def test_where_nothing_can_be_read_the_status_is_4(
    folder: Path, onrecord: Onrecord, args: list[str]
) -> None:
    """An empty folder, an absent file and a pattern without a match say so."""
    (folder / "empty").mkdir()
    done = onrecord("add", *args)
    assert done.code == 4
    assert "no document could be read" in done.err


def test_quiet_says_nothing(folder: Path, onrecord: Onrecord) -> None:
    """With --quiet, success is silent."""
    done = onrecord("add", "news", "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_fields_and_format_can_be_named(folder: Path, onrecord: Onrecord) -> None:
    """Standard input in JSON Lines, its text under a name of one's own."""
    row = json.dumps({"nr": "a-1", "words": ARTICLE, "paper": "Halden Post"}).encode()
    names = ["--text-field", "words", "--id-field", "nr", "--outlet-field", "paper"]
    assert onrecord("add", "-", "--format", "jsonl", *names, stdin=row).code == 0
    found = json.loads(onrecord("statements", "--json").out)
    assert (found["name"], found["outlet"]) == ("a-1", "Halden Post")


def test_a_file_that_is_no_record_is_left_alone(folder: Path, onrecord: Onrecord) -> None:
    """Status 3, and not a byte is changed."""
    done = onrecord("add", "news", "--record", "news/halden.txt")
    assert done.code == 3
    assert "'news/halden.txt'" in done.err
    assert (folder / "news" / "halden.txt").read_text(encoding="utf-8") == ARTICLE


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT for one process on Windows")
def test_an_interruption_leaves_a_sound_record(tmp_path: Path) -> None:
    """Ctrl-C ends with status 130, whole documents are kept, and the same command carries on."""
    (tmp_path / "news").mkdir()
    for number in range(400):
        text = f"“Round {number} was long,” said Irena Valk.\n"
        (tmp_path / "news" / f"{number:03}.txt").write_text(text, encoding="utf-8")
    process = start(["add", "news"], tmp_path, seconds=0.1)
    wait_for_documents(tmp_path / "onrecord.sqlite")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"")
    assert b"kept" in err
    assert b"Traceback" not in err
    with Record.open(tmp_path / "onrecord.sqlite", create=False) as record:
        held = record.summary()
        assert 0 < held.documents < 400
        assert held.statements == held.documents
        assert list(record.verify()) == []
    again = start(["add", "news", "--json"], tmp_path)
    told = json.loads(again.communicate(timeout=60)[0])
    assert told["unchanged"] == held.documents
    assert told["added"] == 400 - held.documents


def wait_for_documents(path: Path) -> None:
    """Until the first transaction is kept."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if path.exists() and path.stat().st_size:
            with Record.open(path) as record:
                if record.summary().documents:
                    return
        time.sleep(0.1)
    pytest.fail("no document was kept within 30 seconds")
