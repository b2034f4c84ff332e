"""`onrecord statements` answers what did X say about Y."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.domain.act import Act, Root
from onrecord.record import Record
from tests.builders import BRANDT, document_of, halden, inferred, span_of, talks
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


@pytest.fixture
def talked(folder: Path) -> Path:
    """A record of talks, and of a report dated by who held an office."""
    with Record.open(folder / "onrecord.sqlite") as kept:
        kept.add(talks(outlet="Ostrel Herald"))
        document = inferred(date(2013, 2, 1), date(2013, 5, 31), document_of(), "Irena Valk")
        kept.add(replace(halden(), document=document))
    return folder


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        ([], 5),
        (["--said-in", "zurava"], 2),
        (["--said-in", "50% of 'Halden\""], 0),
        (["--occasion", "talks"], 2),
        (["--occasion", "press_conference"], 0),
        (["--to", "Tomas Brandt"], 2),
        (["--to", "Tomas Brandt", "--match", "exact"], 2),
        (["--to", "the halden post"], 1),
        (["--via", "herald"], 1),
        (["--since", "2013-09-08", "--until", "2013-09-08"], 2),
        (["--since", "2013-09-09"], 0),
        (["--until", "2013-02-01"], 3),
    ],
)
def test_when_where_and_to_whom(
    talked: Path, onrecord: Onrecord, filters: list[str], number: int
) -> None:
    """Dates are those of saying; names are found as those of speakers are."""
    done = onrecord("statements", *filters, "--json")
    assert (done.code, len(done.out.splitlines())) == (0, number)


def test_people_read_when_where_and_to_whom(talked: Path, onrecord: Onrecord) -> None:
    """In one line, with the words that tell it; the day of publication where it is another."""
    found = onrecord("statements", "--via", "herald").out
    head, words, when, where, source = found.splitlines()
    assert (head, words.strip()) == (
        "2013-09-08  Irena Valk  [direct, 0.95]", "The bridge reopens"
    )  # fmt: skip
    assert f"{when} {where.strip()}".strip() == (
        "as stated (“on Sunday”); talks in Zúrava with Tomas Brandt (“after talks with”); "
        "to Halden Post; via Ostrel Herald"
    )
    assert source.strip() == "— Ostrel Herald, talks.txt:1-19, published 2013-09-09"


def test_acts_are_asked_for_and_told(folder: Path, onrecord: Onrecord) -> None:
    """By root; a plain comment is not called an act."""
    found = talks()
    told = span_of(found.document.text, "told")
    first, second = found.statements
    acts = Act(Root.REQUEST, "lexicon", 0.9, (told,)), Act(Root.NONE, "plain", 0.9)
    coded = tuple(replace(one, act=act) for one, act in zip((first, second), acts, strict=True))
    with Record.open(folder / "onrecord.sqlite") as kept:
        kept.add(replace(found, statements=coded))
    asked = onrecord("statements", "--act", "REQUEST").out
    assert "REQUEST (“told”)" in asked
    assert "The bridge reopens" in asked
    plain = onrecord("statements", "--act", "none").out
    assert "to wait" in plain
    assert "none" not in plain.splitlines()[2]


def test_json_has_when_where_and_to_whom(talked: Path, onrecord: Onrecord) -> None:
    """As the contract has it, by actors, with the words."""
    found = json.loads(onrecord("statements", "--via", "herald", "--json").out)
    assert (found["said"]["from"], found["said"]["how"]) == ("2013-09-08", "stated")
    assert (found["said_words"], found["occasion_words"]) == ("on Sunday", "after talks with")
    [met] = found["occasion"]["counterparts"]
    assert (met["actor"], met["name"]) == (BRANDT, "Tomas Brandt")
    assert found["addressees"][0]["name"] == "Halden Post"


def test_order(talked: Path, onrecord: Onrecord) -> None:
    """By the day of saying unless told otherwise."""
    with Record.open(talked / "onrecord.sqlite") as kept:
        early = talks("early.txt", day=date(2013, 1, 1))
        text = early.document.text + "\n"
        kept.add(replace(early, document=document_of(text, "early.txt", day=date(2013, 1, 1))))
    said = onrecord("statements", "--limit", "1", "--kind", "direct").out
    published = onrecord("statements", "--limit", "1", "--order", "published").out
    assert "halden.txt" in said
    assert "early.txt" in published


def test_show_says_why_a_day_was_inferred(talked: Path, onrecord: Onrecord) -> None:
    """Each reason with its words, and what was set aside."""
    shown = onrecord("show", "halden.txt").out
    assert "2013-02-01..2013-05-31 (inferred)" in shown
    assert (
        "because: 2013-02-01 to 2013-05-31, Irena Valk, in office 2013-02-01 to 2013-05-31 "
        "(“Irena Valk”)"
    ) in shown
    assert "set aside: 1999-01-01 or later, a year in the text (“Irena Valk”)" in shown


def test_show_says_when_where_and_to_whom(talked: Path, onrecord: Onrecord) -> None:
    """A line each, below its statement."""
    shown = onrecord("show", "talks.txt").out
    assert (
        "    said 2013-09-08, as stated (“on Sunday”)\n"
        "    talks in Zúrava with Tomas Brandt (“after talks with”)\n"
        "    to Halden Post\n"
        "    via Ostrel Herald\n"
    ) in shown


def test_documents_say_how_they_are_dated(talked: Path, onrecord: Onrecord) -> None:
    """An interval with how it is known."""
    listed = onrecord("documents").out
    assert "2013-02-01..2013-05-31 inferred" in listed
    assert "2013-09-09 stated" in listed
    found = [
        json.loads(line)["published"]
        for line in onrecord("documents", "--json").out.split("\n")[:-1]
    ]
    assert [one["how"] for one in found] == ["inferred", "stated"]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--since", "yesterday"], 2),
        (["--until", "2013-13"], 2),
        (["--since", "2014", "--until", "2013"], 2),
        (["--occasion", "picnic"], 2),
        (["--order", "size"], 2),
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
