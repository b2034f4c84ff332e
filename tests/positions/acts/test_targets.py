"""Whom an act is aimed at."""

import pytest

from tests.positions.acts.builders import case


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("[Oss] <accused> Tessaria {of closing the road}.", ["Tessaria"]),
        ("[Oss] <called on> {Tessaria to withdraw}.", ["Tessaria"]),
        ("[Oss] <said> {that Tessaria must withdraw}.", ["Tessaria"]),
        ("[Oss] <said> {that Tessaria is responsible for the raid}.", ["Tessaria"]),
        ("[Oss] <condemned> {the raid by Tessaria}.", ["Tessaria"]),
        ("[Oss] <condemned> {the raid on Halden}.", []),
        ("[Oss] <said>: {“We condemn Tessaria.”}", ["Tessaria"]),
        ("[Oss] <said> {that Oss must decide}.", []),
        ("[Oss] <said> {that Ilmarra must decide}.", []),
        ("[Oss] <said> {that the guns must fall silent}.", []),
    ],
)
def test_the_actor_that_the_words_govern(sentence: str, targets: list[str]) -> None:
    """Never the speaker, nor the state he speaks for; nobody where it is unclear."""
    assert case(sentence).targets() == targets


def test_whoever_is_addressed_comes_first() -> None:
    """Before anybody the words are about."""
    asked = case("[Oss] <urged> Halden {to condemn the raid by Tessaria}.", to="Halden")
    assert asked.targets() == ["Halden"]


def test_but_for_whoever_must_do_something() -> None:
    """A council may be told what somebody else must do."""
    told = case("[Oss] <told> the Council {that Tessaria must withdraw}.", to="Council")
    assert told.targets() == ["Tessaria"]


def test_a_target_has_name_and_profile() -> None:
    """Those of the actor in the document."""
    [target] = case("[Oss] <accused> Tessaria {of a raid}.").act().targets
    assert (target.name, target.profile) == ("Tessaria", "state:tessaria")


def test_an_audience_is_not_accused() -> None:
    """It is told of somebody else."""
    told = case("[Oss] <told> the Council {that the raid was illegal}.", to="Council")
    assert told.targets() == []
