"""`onrecord statements` answers what did X say about Y."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Onrecord


@pytest.fixture
def record(folder: Path, onrecord: Onrecord) -> Path:
    """A record of both articles and of a row that is dated and has an outlet."""
    row = {"id": "r1", "text": "“The talks are dead,” said Oda Merrin.", "date": "2031-05-04"}
    (folder / "rows.jsonl").write_text(json.dumps({**row, "outlet": "Halden Post"}))
    onrecord("add", "news", "rows.jsonl")
    return folder


@pytest.mark.parametrize(
    ("filters", "contents"),
    [
        (["--by", "Valk"], ["Maravia will not yield,", "And so it should,"]),
        (["--by", "valk", "--about", "yield"], ["Maravia will not yield,"]),
        (["--about", '"bridge stays"'], ["The bridge stays closed,"]),
        (["--kind", "indirect"], []),
        (["--document", "halden.txt"], ["Maravia will not yield,"]),
        (["--since", "2031-06"], []),
        (["--since", "2031-05", "--until", "2031"], ["The talks are dead,"]),
        (["--outlet", "halden post"], ["The talks are dead,"]),
        (["--limit", "1"], ["The talks are dead,"]),
    ],
)
def test_filters_are_joined(
    record: Path, onrecord: Onrecord, filters: list[str], contents: list[str]
) -> None:
    """A statement passes all filters; nothing found is no error."""
    done = onrecord("statements", *filters, "--json")
    assert done.code == 0
    found = [json.loads(line)["content_words"] for line in done.out.splitlines()]
    assert found == contents


def test_json_has_the_contract_and_the_words(record: Path, onrecord: Onrecord) -> None:
    """An object bears the spans, the words at them, and where the document came from."""
    found = json.loads(onrecord("statements", "--about", "yield", "--json").out)
    text = (record / "news" / "halden.txt").read_text(encoding="utf-8")
    start, end = found["content"][0]
    assert text[start:end] == found["content_words"]
    assert found["speakers"][0]["name"] == "Irena Valk"
    assert (found["name"], found["orphaned"]) == ("halden.txt", False)


def test_people_read_who_what_and_where(record: Path, onrecord: Onrecord) -> None:
    """A line with day and speaker, the words, and the place in the document."""
    done = onrecord("statements", "--about", "yield")
    assert "Irena Valk  [direct, 0.80]" in done.out
    assert "    Maravia will not yield," in done.out
    assert "halden.txt:38-61" in done.out
    assert "1 statements" in done.err


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--since", "yesterday"], 2),
        (["--kind", "shouted"], 2),
        (["--limit", "0"], 2),
        (["--document", "absent.txt"], 3),
        (["--record", "absent.sqlite"], 3),
    ],
)
def test_exit_codes(record: Path, onrecord: Onrecord, args: list[str], code: int) -> None:
    """A filter that cannot be understood is usage, what the record lacks is the record's."""
    done = onrecord("statements", *args)
    assert (done.code, done.out) == (code, "")
    assert done.err
