"""What the form of a statement says of its stance."""

import pytest

from onrecord.domain.statement import Polarity
from onrecord.positions.stance.rules import form_of
from tests.positions.issues.builders import reported


@pytest.mark.parametrize(
    ("marked", "polarity", "expected"),
    [
        ("[Oss] <said> {the mission must stay}.", Polarity.AFFIRMED, None),
        ("[Oss] <denied> {that the mission must stay}.", Polarity.DENIED, "denied"),
        ("[Oss] <did not want> {the mission to stay}.", Polarity.NEGATED, "denied"),
        ("[Oss] <did not say> {when the mission would leave}.", Polarity.NEGATED, "negated"),
        ("[Oss] <declined to say> {the mission would stay}.", Polarity.DECLINED, "declined"),
        ("[Oss] <asked> {whether the mission should stay}.", Polarity.AFFIRMED, "question"),
        ("[Oss] <discussed> {how the mission could stay}.", Polarity.AFFIRMED, "question"),
        ("[Oss] <said> {if they shoot, the mission leaves}.", Polarity.AFFIRMED, None),
        (
            "[Oss] <said> {were it to leave, the valley would burn}.",
            Polarity.AFFIRMED,
            "hypothetical",
        ),
        (
            "[Oss] <noted> {that the rebels say the mission has gone}.",
            Polarity.AFFIRMED,
            "quoted-opponent",
        ),
        (
            "[Oss] <said> {the rebels say it has to go, and they are wrong}.",
            Polarity.AFFIRMED,
            None,
        ),
    ],
)
def test_the_form_names_its_rule(marked: str, polarity: Polarity, expected: str | None) -> None:
    """And none where the words decide."""
    assert form_of(reported(marked, polarity=polarity), ()).step == expected


def test_a_denial_turns_and_a_refusal_is_silent() -> None:
    """Denying that it must stay is not saying nothing."""
    denied = form_of(reported("[Oss] <denied> {it must stay}.", polarity=Polarity.DENIED), ())
    declined = form_of(reported("[Oss] <refused> {to say}.", polarity=Polarity.DECLINED), ())
    assert (denied.turned, denied.silent) == (True, False)
    assert (declined.turned, declined.silent) == (False, True)


OUTER = "[Oss] <said> {that Quost had said the mission must leave}."
INNER = "Oss said that [Quost] <had said> {the mission must leave}."


def test_what_another_said_is_not_the_speakers_stance() -> None:
    """The inner statement is a nested one of another speaker."""
    inner = reported(INNER, "s2", by="Mirelda Quost", parent="s1")
    found = form_of(reported(OUTER), [inner])
    assert found.step == "quoted-opponent"
    assert found.evidence == inner.statement.content


def test_what_the_speaker_said_before_is_his() -> None:
    """He quotes himself."""
    assert form_of(reported(OUTER), [reported(INNER, "s2", parent="s1")]).step is None


def test_a_cue_that_judges_takes_a_side_on_what_another_said() -> None:
    """ "complained that Quost had said …"."""
    outer = reported(OUTER.replace("<said>", "<complained>"))
    inner = reported(INNER.replace("said", "complained", 1), "s2", by="Quost", parent="s1")
    assert form_of(outer, [inner]).step is None
