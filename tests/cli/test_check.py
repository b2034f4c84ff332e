"""`onrecord check` holds quotations against transcripts."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import crossing
from onrecord.domain.reported import ReportedStatement
from tests.cli.conftest import Onrecord
from tests.positions.transcripts.builders import quotation

TRANSCRIPT = """Talks, 3 May 2031

Foreign Minister Irena Valk: Maravia will not yield. It has no reason to do so before the harvest.

Question: And the bridge?

Tomas Brandt: The bridge stays closed, whatever the ferrymen say.
"""


@pytest.fixture
def talks(folder: Path) -> Path:
    """A transcript of what the two articles report."""
    (folder / "talks.txt").write_text(TRANSCRIPT, encoding="utf-8")
    return folder / "talks.txt"


def test_text(talks: Path, onrecord: Onrecord):
    """A quotation with its verdict, the passage on record and the difference."""
    done = onrecord("check", "news", "--against", "talks.txt")
    assert done.code == 0
    assert "Irena Valk  exact" in done.out
    assert "“Maravia will not yield”" in done.out
    assert "on record: Irena Valk, " in done.out
    assert "Tomas Brandt  cut: words 4 left out" in done.out
    assert "The bridge stays closed [-whatever the ferrymen say-]" in done.out
    assert "1 transcripts, 1 of them with turns of named speakers" in done.err
    assert "3 quotations:" in done.err


def test_json(talks: Path, onrecord: Onrecord):
    """One object a quotation, with offsets in report and transcript."""
    done = onrecord("check", "news/halden.txt", "--against", "talks.txt", "--json", "--quiet")
    (found,) = (json.loads(line) for line in done.out.splitlines())
    assert found["verdict"] == "exact"
    assert found["searched"]["transcripts"] == 1
    ((start, end),) = found["passage"]["sentences"]
    text = TRANSCRIPT
    assert text[start:end] == found["passage"]["words"] == "Maravia will not yield."
    assert done.err == ""


def test_not_found_names_what_was_searched(talks: Path, onrecord: Onrecord):
    """A transcript of that day was there, and has nothing like it."""
    done = onrecord("check", "news", "--against", "talks.txt", "--by", "Irena Valk")
    assert "too few and too common words to tell" in done.out or "nothing like it" in done.out
    assert "Tomas Brandt" not in done.out


def test_a_filter_that_nothing_passes(talks: Path, onrecord: Onrecord):
    """It is said that nothing was checked."""
    done = onrecord("check", "news", "--against", "talks.txt", "--since", "2044")
    assert (done.code, done.out) == (0, "")
    assert "no quotation passes these filters" in done.err


def test_a_transcript_without_turns_is_told(folder: Path, onrecord: Onrecord):
    """Nobody's words are in it."""
    (folder / "summary.txt").write_text("Irena Valk met Tomas Brandt.\n", encoding="utf-8")
    done = onrecord("check", "news", "--against", "summary.txt")
    assert "no transcript has turns" in done.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["news"], 2, "--against"),
        (["--against", "talks.txt"], 2, "--record"),
        (["news", "--against", "talks.txt", "--record", "a.sqlite"], 2, "--record"),
        (["news", "--against", "nowhere.txt"], 4, "nowhere.txt"),
        (["nowhere", "--against", "talks.txt"], 4, "nowhere"),
        (["news", "--against", "talks.txt", "--since", "May"], 2, "--since is no date"),
        (["news", "--against", "empty.txt"], 4, "empty"),
    ],
)
def test_what_cannot_be_done_is_told(
    talks: Path, onrecord: Onrecord, arguments: list[str], code: int, message: str
):
    """The message names what is missing, and the status which kind of error it is."""
    (talks.parent / "empty.txt").write_text("", encoding="utf-8")
    done = onrecord("check", *arguments)
    assert done.code == code
    assert message in done.err


def test_of_several_transcripts_one_may_be_unreadable(talks: Path, onrecord: Onrecord):
    """It is named, the others are searched, and the status says so."""
    (talks.parent / "empty.txt").write_text("", encoding="utf-8")
    done = onrecord("check", "news", "--against", "empty.txt", "--against", "talks.txt")
    assert done.code == 1
    assert "skipped 'empty.txt' (empty)" in done.err
    assert "Irena Valk  exact" in done.out


def test_quotations_of_a_record(talks: Path, onrecord: Onrecord, monkeypatch: pytest.MonkeyPatch):
    """They may come out of a record instead of files."""

    def reported(
        path: Path, by: str | None = None, about: str | None = None
    ) -> Iterator[ReportedStatement]:
        yield quotation("“Maravia will not yield”", by="Irena Valk", published=None)

    monkeypatch.setattr(crossing, "reported", reported, raising=False)
    done = onrecord("check", "--record", "kept.sqlite", "--against", "talks.txt")
    assert done.code == 0
    assert "undated  Irena Valk  exact" in done.out
