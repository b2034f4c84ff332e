"""Whom a statement is aimed at."""

import pytest

from tests.occasions.builders import TARN, names_of, placed, report


@pytest.mark.parametrize(
    ("sentence", "addressees"),
    [
        ("[Belk] <urged> Vessen {to open the bridge}.", ["Vessen"]),
        ("[Belk] <urged> {Vessen to open the bridge}.", ["Vessen"]),
        ("[Belk] <called on> Vessen {to open the bridge}.", ["Vessen"]),
        ("[Belk] <warned> Vessen {against a raid}.", ["Vessen"]),
        ("[Belk] <asked> the Halden Council {to meet}.", ["Halden Council"]),
        ("[Belk] <demanded> {that Jo Tarn open the bridge}.", ["Jo Tarn"]),
        ("[Belk] <told> Jo Tarn {that it was over}.", ["Jo Tarn"]),
        ("[Belk] <told> parliament {that it was over}.", ["parliament"]),
        ("[Belk] <appealed to> Jo Tarn {to stay}.", ["Jo Tarn"]),
        ("[Belk] <urged> all sides {to show restraint}.", ["all sides"]),
        ("[Belk] <warned> {that Vessen would lose}.", []),
        ("[Belk] <warned of> {a raid on Vessen}.", []),
        ("[Belk] <urged> {calm}.", []),
        ("[Belk] <told> reporters {that it was over}.", []),
        ("[Belk] <told> Reuters {that it was over}.", []),
        ("[Belk] <was asked by> Jo Tarn {about the bridge}.", []),
        ("{“No,”} [Belk] <said>.", []),
    ],
)
def test_the_one_asked_urged_warned_or_told_is_addressed(
    sentence: str, addressees: list[str]
) -> None:
    """Reporters and outlets only listen; they are counterparts."""
    case = report(sentence)
    assert names_of(case.placed()[0].addressees, case.text) == addressees


def test_an_addressee_is_linked_to_the_actor() -> None:
    """By the profile of whoever is named there."""
    [party] = placed("[Belk] <urged> Jo Tarn {to stay}.")[0].addressees
    assert party.profile == TARN
