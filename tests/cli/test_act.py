"""`onrecord act` codes single sentences."""

import json
from collections.abc import Iterable, Iterator

import pytest

from onrecord import wiring
from onrecord.domain.sentence import CodedSentence, MarkedSentence
from onrecord.positions.acts.code import code_sentence
from tests.cli.conftest import Onrecord


def _coded(sentences: Iterable[MarkedSentence]) -> Iterator[CodedSentence]:
    for each in sentences:
        yield CodedSentence(each, code_sentence(each.text, each.source, each.target, None))


@pytest.fixture(autouse=True)
def without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words alone decide, and no party is looked for."""
    monkeypatch.setattr(wiring, "code_sentences", _coded)


def test_json(onrecord: Onrecord) -> None:
    """One object a sentence; offsets are those of the sentence without marks."""
    done = onrecord("act", "--json", "<s>Quost</s> rejected <t>the plan</t>.")
    assert json.loads(done.out) == {
        "text": "Quost rejected the plan.",
        "root": "REJECT",
        "quad": 3,
        "quad_name": "verbal conflict",
        "cameo": ["12"],
        "source": {"span": [0, 5], "text": "Quost"},
        "target": {"span": [15, 23], "text": "the plan"},
        "evidence": [{"span": [6, 14], "text": "rejected"}],
        "confidence": 0.9,
        "step": "lexicon",
    }


def test_parties_by_their_words(onrecord: Onrecord) -> None:
    """As the sentence has them."""
    done = onrecord("act", "--source", "Oss", "--target", "Halden", "Oss praised Halden.", "--json")
    found = json.loads(done.out)
    assert (found["source"]["span"], found["target"]["span"]) == ([0, 3], [12, 18])


def test_a_plain_comment(onrecord: Onrecord) -> None:
    """It has neither quad class nor evidence."""
    found = json.loads(onrecord("act", "--json", "Oss drank tea.").out)
    assert (found["root"], found["quad"], found["evidence"]) == ("none", None, [])


def test_lines_for_people(onrecord: Onrecord) -> None:
    """Code, confidence, who to whom, the words."""
    done = onrecord("act", "<s>Oss</s> praised <t>Halden</t>.")
    assert done.out == "SUPPORT   0.90  Oss → Halden  “praised”\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["<s>Oss praised Halden."], "marks do not fit"),
        (["</s>Oss praised Halden."], "marks do not fit"),
        (["--source", "Quost", "Oss praised Halden."], "'Quost' is not in"),
        (["--source", "Oss", "--target", "Oss", "Oss left."], "overlap"),
    ],
)
def test_what_cannot_be_understood(onrecord: Onrecord, arguments: list[str], said: str) -> None:
    """It is named, and how to write it."""
    done = onrecord("act", *arguments)
    assert done.code != 0
    assert said in done.err


def test_the_codes(onrecord: Onrecord) -> None:
    """All sixteen with their meaning and CAMEO's codes."""
    rows = [json.loads(line) for line in onrecord("act", "--codes", "--json").out.splitlines()]
    assert len(rows) == 16
    assert rows[6]["root"] == "REQUEST"
    assert list(rows[6]["cameo"]) == ["02", "10"]
    assert all(row["definition"] for row in rows)
    assert "ASSAULT" in onrecord("act", "--codes").out
