"""Positions: what the network tells, what form and people change of it."""

import pytest

from onrecord.domain.issue import Example, Hit, Issue, Position, Stance, StanceJudgement
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.statement import Polarity
from onrecord.positions.stance.position import positions_on
from tests.positions.issues.builders import FakeNetwork, reported

ISSUE = Issue("mission", "The monitoring mission should stay.")


def positions(
    *statements: ReportedStatement,
    judgements: tuple[StanceJudgement, ...] = (),
    network: FakeNetwork | None = None,
    issue: Issue = ISSUE,
    hits: int | None = None,
) -> tuple[Position, ...]:
    found = [Hit(statement.key, 0.8, ("shares: mission",)) for statement in statements[:hits]]
    return positions_on(issue, statements, found, judgements, network or FakeNetwork())


def judged(statement: ReportedStatement, stance: Stance | None, number: int = 1) -> StanceJudgement:
    return StanceJudgement(number, "mission", statement.key, stance, "2034-04-05T10:00:00Z")


@pytest.mark.parametrize(
    ("marked", "polarity", "stance", "step"),
    [
        ("[Oss] <said> {the mission must stay}.", Polarity.AFFIRMED, Stance.FOR, "model"),
        ("[Oss] <said> {it will never stay}.", Polarity.AFFIRMED, Stance.AGAINST, "model"),
        ("[Oss] <denied> {that it must stay}.", Polarity.DENIED, Stance.AGAINST, "denied"),
        ("[Oss] <declined to say> {it must stay}.", Polarity.DECLINED, Stance.UNCLEAR, "declined"),
        ("[Oss] <asked> {whether it must stay}.", Polarity.AFFIRMED, Stance.UNCLEAR, "question"),
        (
            "[Oss] <said> {the mission stays if nobody shoots}.",
            Polarity.AFFIRMED,
            Stance.CONDITIONAL,
            "model",
        ),
    ],
)
def test_form_comes_before_the_network(
    marked: str, polarity: Polarity, stance: Stance, step: str
) -> None:
    """A reported denial of it is against it, and a question takes no side."""
    [found] = positions(reported(marked, polarity=polarity))
    assert (found.stance, found.step) == (stance, step)
    assert 0.25 < found.confidence <= 1.0
    assert found.hit is not None


def test_conditions_and_evidence_stand_in_the_document() -> None:
    """As offsets of the document, not of the passage."""
    statement = reported("[Oss] <said> {the mission stays if nobody shoots}.")
    [found] = positions(statement)
    words = [statement.in_passage(span).of(statement.passage) for span in found.conditions]
    assert words == ["if nobody shoots"]
    assert all(
        any(whole.contains(span) for whole in statement.statement.content)
        for span in found.evidence
    )


def test_of_several_sentences_those_on_the_issue_are_the_evidence() -> None:
    """The rest of a long quotation is left out."""
    statement = reported("[Oss] <said:> {Winter is near. The mission must stay. Roads are bad.}")
    [found] = positions(statement)
    words = [statement.in_passage(span).of(statement.passage) for span in found.evidence]
    assert words == ["The mission must stay."]


def test_a_quoted_opponent_is_not_the_speaker() -> None:
    """Only the inner statement has the stance."""
    outer = reported("[Oss] <said> {that Quost had said it must stay}.")
    inner = reported(
        "Oss said that [Quost] <had said> {it must stay}.", "s2", by="Quost", parent="s1"
    )
    first, second = positions(outer, inner)
    assert (first.stance, first.step) == (Stance.UNCLEAR, "quoted-opponent")
    assert second.stance is Stance.FOR


def test_a_judged_statement_keeps_its_verdict() -> None:
    """Also one that was not found."""
    statement = reported("[Oss] <said> {the mission must stay}.")
    for hits in (1, 0):
        [found] = positions(statement, judgements=(judged(statement, Stance.AGAINST),), hits=hits)
        assert (found.stance, found.step, found.confidence) == (Stance.AGAINST, "judged", 1.0)


def test_what_does_not_bear_has_no_position_and_its_like_lose_theirs() -> None:
    """Judged once, a copy of it elsewhere is no hit either; another statement stays."""
    said = "[Oss] <said> {the space mission stays on the moon}."
    wrong, copy = reported(said), reported(said, "s2", document="d2")
    right = reported("[Oss] <said> {monitors in the valley must remain}.", "s3")
    hits = [Hit(each.key, 0.6, ()) for each in (wrong, copy, right)]
    found = positions_on(ISSUE, (wrong, copy, right), hits, (judged(wrong, None),), FakeNetwork())
    assert [position.key for position in found] == [right.key]


def test_judgements_teach_the_rest() -> None:
    """A network that is wrong of the whole issue is put right by five of its statements."""
    verbs = ("waits", "sits", "rests", "lives", "sleeps")
    texts = [f"the mission {verb} in the valley" for verb in verbs]
    known = [reported(f"[Oss] <said> {{{text}}}.", f"k{n}") for n, text in enumerate(texts)]
    new = reported("[Oss] <said> {the mission dwells in the valley}.", "new")
    unsure = FakeNetwork(sure=0.6)
    [before] = positions(new, network=unsure)
    made = tuple(judged(each, Stance.FOR, n) for n, each in enumerate(known, start=1))
    *_, after = positions(*known, new, judgements=made, network=unsure)
    assert before.stance is not Stance.FOR
    assert (after.stance, after.step) == (Stance.FOR, "learned")


def test_without_a_network_words_decide() -> None:
    """Poorly, but they do; examples help."""
    issue = Issue(
        "mission", ISSUE.proposition, examples=(Example("Send it home now.", Stance.AGAINST),)
    )
    statements = (
        reported("[Oss] <said> {the mission should and must stay, we support it}.", "s1"),
        reported("[Oss] <said> {send it home now}.", "s2"),
    )
    hits = [Hit(each.key, 0.8, ()) for each in statements]
    first, second = positions_on(issue, statements, hits, (), None)
    assert (first.stance, second.stance) == (Stance.FOR, Stance.AGAINST)


def test_no_hits_no_positions() -> None:
    """And nothing is asked of the network."""
    network = FakeNetwork()
    assert positions_on(ISSUE, (), (), (), network) == ()
    assert network.asked == []
