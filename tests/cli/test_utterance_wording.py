"""How utterances are shown."""

import json

from onrecord.cli.utterance_json import utterance_json
from onrecord.cli.utterance_wording import UtteranceText
from onrecord.positions.utterances.retellings import utterance_of
from tests.positions.utterances.builders import report

FULL = "“We will not open the road within 60 days, if they stay.”"
ALTERED = "“We will open the road within 90 days, if they stay.”"


def reports():
    return [
        report(FULL, "a.txt", outlet="TSN"),
        report(ALTERED, "b.txt", outlet="Courier", published=1, via=("TSN",)),
        report(FULL, "c.txt", published=2),
    ]


def shown() -> list[str]:
    statements = {one.key: one for one in reports()}
    return list(UtteranceText(utterance_of(reports()), statements).lines())


def test_a_heading_says_who_said_it_when_and_counts_apart() -> None:
    """Statements and outlets."""
    assert shown()[0] == "2033-02-14  Mirelda Quost  [3 statements, 3 outlets]"


def test_each_report_says_what_it_is_to_the_fullest() -> None:
    """In order of publication; an outlet without a name is its document."""
    facts = [line.strip() for line in shown() if line.startswith("  2033")]
    assert facts == [
        "2033-02-14  TSN: a.txt  [fullest, first]",
        "2033-02-15  Courier: b.txt  [altered, via TSN, taken over from TSN: a.txt]",
        "2033-02-16  c.txt  [exact]",
    ]


def test_differences_are_shown_word_by_word_and_flagged() -> None:
    """Missing words in [-…-], new ones in {+…+}, what matters after an exclamation mark."""
    text = shown()
    assert "    We will [-not-] open the road within [-60-] {+90+} days, if they stay" in text
    assert [line.strip() for line in text if "!" in line] == [
        "! a negation is missing: “not”",
        "! another number: “60” is “90”",
    ]


def test_json_has_steps_and_changes_of_every_report_but_the_lead() -> None:
    """Spans are offsets in the contents given beside them."""
    row = utterance_json(utterance_of(reports()), {one.key: one for one in reports()})
    assert json.loads(json.dumps(row)) == row
    lead, altered, _ = row["reports"]
    assert "changes" not in lead
    assert [change["kind"] for change in altered["changes"]] == [
        "negation_dropped",
        "number_changed",
    ]
    start, end = altered["changes"][1]["right"]
    assert altered["content_words"][start:end] == "90"
    assert altered["copied_from"] == {"document": "a.txt", "statement": "s0"}
    assert row["counts"] == {"statements": 3, "outlets": 3}
