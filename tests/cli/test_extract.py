"""`onrecord extract` writes the contract, one JSON object a document."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Onrecord, start


def test_a_line_a_document(folder: Path, onrecord: Onrecord) -> None:
    """Standard output holds JSON lines alone, in the order of the sources."""
    done = onrecord("extract", "news")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 0
    assert [one["name"] for one in found] == ["halden.txt", "more/bridge.txt"]


def test_offsets_hold_for_the_file_as_given(folder: Path, onrecord: Onrecord) -> None:
    """For .txt there is no text in the object, and spans count the file's code points."""
    found = json.loads(onrecord("extract", "news/halden.txt").out)
    start_, end = found["statements"][0]["content"][0]
    assert "text" not in found
    assert ARTICLE[start_:end] == "Maravia will not yield,"


def test_other_formats_carry_their_text(folder: Path, onrecord: Onrecord) -> None:
    """Spans of a row of JSON Lines count the text in the object."""
    (folder / "rows.jsonl").write_text(json.dumps({"id": "r1", "text": ARTICLE}))
    found = json.loads(onrecord("extract", "rows.jsonl").out)
    start_, end = found["statements"][0]["source"][0]
    assert found["text"][start_:end] == "Irena Valk"


def test_standard_input(folder: Path, onrecord: Onrecord) -> None:
    """A dash reads standard input."""
    done = onrecord("extract", "-", stdin=ARTICLE.encode())
    assert json.loads(done.out)["name"] == "stdin"


def test_nothing_is_kept(folder: Path, onrecord: Onrecord) -> None:
    """No record is made."""
    onrecord("extract", "news")
    assert list(folder.glob("*.sqlite")) == []


def test_good_files_among_bad_ones(folder: Path, onrecord: Onrecord) -> None:
    """What can be read is written, what cannot is named on standard error; the status is 1."""
    (folder / "news" / "empty.txt").write_text("  \n")
    done = onrecord("extract", "news")
    assert done.code == 1
    assert len(done.out.splitlines()) == 2
    assert "'empty.txt' (empty)" in done.err


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["absent.txt"], 4),
        ([], 2),
        (["news", "--format", "pdf"], 2),
        (["news", "--encoding", "klingon"], 2),
        (["news", "--threads", "0"], 2),
    ],
)
def test_exit_codes(folder: Path, onrecord: Onrecord, args: list[str], code: int) -> None:
    """Usage is 2, nothing read is 4; standard output stays empty."""
    done = onrecord("extract", *args)
    assert (done.code, done.out) == (code, "")
    assert done.err


def test_a_closed_pipe_ends_in_silence(tmp_path: Path) -> None:
    """Piped to head, the command stops with nothing on standard error."""
    rows = "".join(json.dumps({"text": ARTICLE * 20}) + "\n" for _ in range(2000))
    (tmp_path / "rows.jsonl").write_text(rows)
    process = start(["extract", "rows.jsonl"], tmp_path)
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["name"]
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), err) == (141, b"")


def test_output_is_utf_8_in_any_locale(folder: Path) -> None:
    """Quotation marks survive the C locale."""
    (folder / "rows.jsonl").write_text(json.dumps({"text": ARTICLE}))
    process = start(["extract", "rows.jsonl", "-q"], folder)
    out, err = process.communicate(timeout=60)
    assert err == b""
    assert "“Maravia will not yield,”" in json.loads(out.decode("utf-8"))["text"]
    assert "“".encode() in out


def test_an_answer_comes_before_the_input_ends(tmp_path: Path) -> None:
    """Lines are written as they are read: a slow pipe gets its answers at once."""
    process = start(["extract", "-", "--format", "jsonl"], tmp_path, stdin=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps({"id": "one", "text": ARTICLE}).encode() + b"\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["id"] == "one"
    process.communicate(timeout=30)
