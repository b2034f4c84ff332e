"""Which statements bear on an issue, and why."""

from datetime import date

import pytest

from onrecord.domain.issue import Example, Issue, Stance
from onrecord.positions.issues.find import find_hits
from tests.positions.issues.builders import FakeNetwork, reported

ISSUE = Issue(
    "mission",
    "The monitoring mission should stay in the Sarn valley.",
    examples=(
        Example("The monitors must not leave the valley.", Stance.FOR),
        Example("Send the mission home.", Stance.AGAINST),
    ),
)
NOISE = [
    reported(f"[Oss] <said> {{{text}}}.", f"n{number}", document=f"n{number}")
    for number, text in enumerate(
        [
            "the harvest was poor this year",
            "prices of grain would rise before winter",
            "the election will be held in May",
            "the bridge at Halden was built in a year",
            "the minister had gone to Korvana by train",
            "nobody had asked the farmers about the tax",
            "the school opens in autumn",
            "the talks in Halvik went on until midnight",
            "a space mission to the moon costs too much",
            "the valley was beautiful in spring",
        ]
    )
]
ON_IT = [
    reported("[Oss] <said> {the mission should stay in the Sarn valley}.", "a1"),
    reported("[Quost] <said> {the monitoring mission must leave the valley}.", "a2", by="Quost"),
]


@pytest.mark.parametrize("embed", [None, FakeNetwork()], ids=["words", "network"])
def test_what_shares_its_words_is_found_and_its_neighbours_are_not(
    embed: FakeNetwork | None,
) -> None:
    """Another mission, and the same valley, are no hits."""
    hits = list(find_hits(ISSUE, [*NOISE, *ON_IT], embed))
    assert {hit.key.statement_id for hit in hits} == {"a1", "a2"}


def test_hits_are_sorted_and_give_their_reasons() -> None:
    """The words are named, and stand in the document."""
    first, *_ = find_hits(ISSUE, [*NOISE, *ON_IT], None)
    assert first.reasons[0].startswith("shares: ")
    said = next(statement for statement in ON_IT if statement.key == first.key)
    words = [said.in_passage(span).of(said.passage) for span in first.words]
    assert "mission" in words
    assert 0.0 <= first.score <= 1.0


def test_filters_hold() -> None:
    """Only what the actor says, or what was said in time."""
    issue = Issue("m", ISSUE.proposition, actors=("Quost",))
    assert [hit.key.statement_id for hit in find_hits(issue, [*NOISE, *ON_IT], None)] == ["a2"]
    late = Issue("m", ISSUE.proposition, since=date(2040, 1, 1))
    dated = [reported("[Oss] <said> {the mission should stay}.", "a3", day=date(2033, 1, 1))]
    assert list(find_hits(late, [*NOISE, *dated], None)) == []


def test_the_name_of_a_target_counts_as_a_word() -> None:
    """ "It must stay", said of the mission."""
    said = "[Oss] <said> {it must stay in the Sarn valley}."
    statements = [*NOISE, reported(said, "t", targets=("Joint Monitoring Mission",))]
    assert [hit.key.statement_id for hit in find_hits(ISSUE, statements, None)] == ["t"]


def test_nothing_is_found_among_nothing() -> None:
    """No statement, no hit."""
    assert list(find_hits(ISSUE, [], FakeNetwork())) == []


def test_an_issue_without_examples_is_enough() -> None:
    """A bare proposition finds, with and without a network."""
    bare = Issue("m", ISSUE.proposition)
    for embed in (None, FakeNetwork()):
        found = find_hits(bare, [*NOISE, *ON_IT], embed)
        assert "a1" in {hit.key.statement_id for hit in found}
