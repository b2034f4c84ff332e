"""A statement as evidence."""

from dataclasses import replace

import pytest

from onrecord.domain.issue import Stance
from onrecord.domain.span import Span
from onrecord.exports.evidence import PASSAGE_CHARACTERS, evidence_of
from tests.exports.told import CONDITION, CONTENT, PASSAGE, position, spans_in, told


@pytest.mark.parametrize("start", [0, 700])
def test_the_passage_is_shown_with_what_it_says(start: int) -> None:
    """Character by character; the condition and what the issue shares are marked in it."""
    reported = told(1, passage=PASSAGE, start=start)
    pieces = evidence_of(reported, position(reported), {}).pieces
    assert "".join(piece.text for piece in pieces) == PASSAGE
    assert [piece.text for piece in pieces if "content" in piece.roles] == [
        "We open ", "the pass", " ", CONDITION,
    ]  # fmt: skip
    assert [piece.text for piece in pieces if "condition" in piece.roles] == [CONDITION]
    assert [piece.text for piece in pieces if "shared" in piece.roles] == ["the pass"]
    assert pieces[-1] == replace(pieces[-1], text=", Quost said.", roles=())


@pytest.mark.parametrize(("words", "marked"), [("the pass", ["the pass"]), (CONTENT, [])])
def test_what_the_stance_rests_on_is_marked_where_it_tells(words: str, marked: list[str]) -> None:
    """Marks on all that is said would say nothing."""
    reported = told(1, start=70)
    [span] = spans_in(reported, words)
    rests = replace(position(reported), evidence=(span,))
    pieces = evidence_of(reported, rests, {}).pieces
    assert [piece.text for piece in pieces if "stance" in piece.roles] == marked


def test_how_and_why_it_counts_is_said_in_words() -> None:
    """Stance, chance, step and the reasons that it bears on the issue."""
    reported = told(1)
    verdict = evidence_of(reported, position(reported), {}).verdict
    assert verdict is not None
    assert (verdict.stance, verdict.confidence, verdict.conditional) == ("conditional", 87, True)
    assert (verdict.decided, verdict.bearing) == ("read by the sentence network", "shares: pass")


def test_a_statement_without_a_position_has_no_verdict() -> None:
    """It is shown all the same."""
    evidence = evidence_of(told(1), None, {})
    assert (evidence.verdict, evidence.speaker) == (None, "Mirelda Quost")


def test_it_leads_to_its_place_in_the_page_or_nowhere() -> None:
    """A report that the page has not has no place."""
    reported = told(1)
    assert evidence_of(reported, None, {reported.key: "d1s1"}).anchor == "d1s1"
    assert evidence_of(reported, None, {}).anchor is None


@pytest.mark.parametrize(
    ("said", "when"), [(True, "2033-02-14, as stated"), (False, "no date known")]
)
def test_the_day_says_what_tells_it(said: bool, when: str) -> None:
    """And that there is none where there is none."""
    reported = told(1) if said else told(1, said=None)
    assert evidence_of(reported, None, {}).when == when


@pytest.mark.parametrize("before", [0, 5000])
@pytest.mark.parametrize("after", [0, 5000])
def test_a_long_passage_is_cut_around_what_decided(before: int, after: int) -> None:
    """The condition is in what is left."""
    reported = told(1, passage="x" * before + CONTENT + "x" * after)
    evidence = evidence_of(reported, position(reported), {})
    shown = "".join(piece.text for piece in evidence.pieces)
    assert CONDITION in shown
    assert len(shown) <= PASSAGE_CHARACTERS + len("…  …")
    assert shown.startswith("… ") == (before > 0)


def test_spans_outside_the_passage_mark_nothing() -> None:
    """Words that decided may stand elsewhere in the report."""
    reported = told(1, start=700)
    told_elsewhere = replace(position(reported), conditions=(Span(3, 9), Span(690, 710)))
    pieces = evidence_of(reported, told_elsewhere, {}).pieces
    assert not any("condition" in piece.roles for piece in pieces)


def test_without_a_passage_the_words_stand_alone() -> None:
    """Such as of a statement whose place in its report is lost."""
    reported = replace(told(1), passage="", start=9000)
    assert [piece.text for piece in evidence_of(reported, None, {}).pieces] == [CONTENT]


def test_a_rule_that_has_no_words_is_named() -> None:
    """So that a new step is never without a reason."""
    reported = told(1)
    found = evidence_of(reported, position(reported, Stance.AGAINST, "refused"), {}).verdict
    assert found is not None
    assert found.decided == "decided by the rule “refused”"
