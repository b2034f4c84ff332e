"""`onrecord show` marks a document's statements."""

import json
from pathlib import Path

import pytest

from onrecord.cli.sheet import marked_text, sheet
from tests.builders import halden
from tests.cli.conftest import ARTICLE, Onrecord
from tests.fakes import FakePipeline


def test_a_document_of_the_record(folder: Path, onrecord: Onrecord, pipeline: FakePipeline) -> None:
    """The text is whole, statements are numbered in it and listed below it; nothing is re-read."""
    onrecord("add", "news")
    pipeline.seen.clear()
    done = onrecord("show", "halden.txt")
    assert "“[1]Maravia will not yield,” said Irena Valk." in done.out
    assert "[1] Irena Valk said  direct, 0.80, 38-61" in done.out
    assert (done.code, pipeline.seen) == (0, [])


def test_a_file_that_is_in_no_record(folder: Path, onrecord: Onrecord) -> None:
    """It is read on the fly, and no record is made."""
    done = onrecord("show", "news/halden.txt")
    assert "[1]Maravia" in done.out
    assert list(folder.glob("*.sqlite")) == []


def test_json_is_the_contract(folder: Path, onrecord: Onrecord) -> None:
    """The same object as `extract` writes, from the record as from the file."""
    extracted = json.loads(onrecord("extract", "news/halden.txt").out)
    assert json.loads(onrecord("show", "news/halden.txt", "--json").out) == extracted
    onrecord("add", "news")
    assert json.loads(onrecord("show", extracted["id"][:6], "--json").out) == extracted


@pytest.mark.parametrize("args", [["absent.txt"], ["absent.txt", "--record", "x.sqlite"], ["news"]])
def test_what_is_neither_in_a_record_nor_a_file(
    folder: Path, onrecord: Onrecord, args: list[str]
) -> None:
    """Status 3, with the next step."""
    done = onrecord("show", *args)
    assert (done.code, done.out) == (3, "")


def test_markers_take_nothing_from_the_text() -> None:
    """Without its markers, the marked text is the document's."""
    analysed = halden()
    plain = marked_text(analysed).plain
    for number in range(1, len(analysed.statements) + 1):
        plain = plain.replace(f"[{number}]", "")
    assert plain == analysed.document.text


def test_styles_stand_on_the_spans() -> None:
    """Source, cue and content each have their colour, whatever control characters precede them."""
    analysed = FakePipeline().analyse_one(halden().document)
    marked = marked_text(analysed)
    green = [
        str(marked.plain[span.start : span.end]) for span in marked.spans if span.style == "green"
    ]
    assert green == ["Maravia will not yield,"]


def test_a_wide_terminal_has_the_list_beside_the_text() -> None:
    """Both stand in one table there, one below the other elsewhere."""
    wide, narrow = sheet(halden(), 160), sheet(halden(), 80)
    assert len(wide.renderables) < len(narrow.renderables)


def test_carriage_returns_do_not_move_marks(tmp_path: Path, onrecord: Onrecord) -> None:
    """Spans of a file with CRLF lines stand where they should."""
    path = tmp_path / "crlf.txt"
    path.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    done = onrecord("show", str(path), "--record", str(tmp_path / "none.sqlite"))
    assert "“[1]Maravia will not yield,”" in done.out
