"""`onrecord times` writes the expressions of time of a document."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord import wiring
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.times.phrases import resolve_times
from tests.cli.conftest import Onrecord
from tests.fakes import FakePipeline
from tests.times.found import phrases

TEXT = "On Friday the bridge at Halden was shut. Two days later it opened; in 2031 it fell.\n"


class TimePipeline(FakePipeline):
    """Finds expressions of time too."""

    def analyse_one(self, document: Document) -> AnalysedDocument:
        times = resolve_times(document.text, phrases(document.text), document.published)
        return replace(super().analyse_one(document), times=times)

    def analyse(self, documents: Iterable[Document]) -> Iterator[AnalysedDocument]:
        return map(self.analyse_one, documents)


@pytest.fixture(autouse=True)
def time_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pipeline that finds times in the model's place."""
    monkeypatch.setattr(wiring, "default_pipeline", lambda threads=None: TimePipeline())


@pytest.fixture
def article(folder: Path) -> Path:
    """A text with three expressions."""
    (folder / "article.txt").write_text(TEXT, encoding="utf-8")
    return folder / "article.txt"


def test_json(article: Path, onrecord: Onrecord) -> None:
    """One array, an object an expression: span, text, type, value, and what else is known."""
    done = onrecord("times", "article.txt", "--published", "2033-05-11", "--json")
    found = json.loads(done.out)
    assert done.code == 0
    assert found[0] == {
        "span": [3, 9],
        "text": "Friday",
        "type": "DATE",
        "value": "2033-05-06",
        "step": "publication",
        "from": "2033-05-06",
        "to": "2033-05-06",
    }
    assert found[1]["anchor"] == [3, 9]
    assert [one["value"] for one in found] == ["2033-05-06", "2033-05-08", "2031"]
    assert all(TEXT[slice(*one["span"])] == one["text"] for one in found)


def test_table(article: Path, onrecord: Onrecord) -> None:
    """Without --json a line an expression."""
    lines = onrecord("times", "article.txt", "--published", "2033-05-11").out.splitlines()
    assert lines[0].split() == [
        "3-9",
        "DATE",
        "2033-05-06",
        "2033-05-06",
        "Friday",
    ]
    assert len(lines) == 3


def test_no_date(article: Path, onrecord: Onrecord) -> None:
    """Without a date what is counted from it has an X."""
    found = json.loads(onrecord("times", "article.txt", "--json").out)
    assert [one["value"] for one in found] == ["XXXX-WXX-5", "XXXX-XX-XX", "2031"]


def test_a_month_is_a_date(article: Path, onrecord: Onrecord) -> None:
    """--published may be a month or a year."""
    found = json.loads(onrecord("times", "article.txt", "--published", "2033-05", "--json").out)
    assert (found[0]["from"], found[0]["to"]) == ("2033-04-29", "2033-05-27")


def test_standard_input(folder: Path, onrecord: Onrecord) -> None:
    """A dash reads standard input."""
    done = onrecord("times", "-", "--published", "2033-05-11", "--json", stdin=TEXT.encode())
    assert len(json.loads(done.out)) == 3


@pytest.mark.parametrize("written", ["soon", "2033-13", "11/05/2033", "2033-02-30", ""])
def test_bad_date(article: Path, onrecord: Onrecord, written: str) -> None:
    """A date that is none is named, with what would be one; the status is 2."""
    done = onrecord("times", "article.txt", "--published", written)
    assert done.code == 2
    assert "--published" in done.err
    assert "2013-01-05" in done.err


def test_no_such_file(folder: Path, onrecord: Onrecord) -> None:
    """A file that cannot be read is named; the status is 4."""
    done = onrecord("times", "absent.txt")
    assert done.code == 4
    assert "absent.txt" in done.err


def test_dates_of_the_test() -> None:
    """11 May 2033 is a Wednesday."""
    assert date(2033, 5, 11).isoweekday() == 3
