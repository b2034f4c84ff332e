"""Whom a noun phrase means."""

import pytest

from onrecord.domain.occasion import Party
from onrecord.domain.span import Span
from onrecord.occasions.parties import Group, Parties, distinct
from tests.builders import span_of
from tests.occasions.builders import COUNCIL, TARN, report

TEXT = "Halden envoy Jo Tarn met Ana Belk and the Halden Council in Vessen; he left. "


@pytest.mark.parametrize(
    ("words", "group", "name"),
    [
        ("Halden envoy Jo Tarn", Group.ACTOR, "Jo Tarn"),
        ("he", Group.ACTOR, "Jo Tarn"),
        ("Halden Council", Group.PARLIAMENT, "Halden Council"),
        ("the BBC", Group.OUTLET, "BBC"),
        ("the Ostrel Courier newspaper", Group.OUTLET, None),
        ("reporters", Group.JOURNALISTS, None),
        ("cheering supporters", Group.CROWD, None),
        ("senior lawmakers", Group.PARLIAMENT, None),
        ("her allies", Group.PEOPLE, None),
        ("Oda Merrin", Group.NAME, "Oda Merrin"),
    ],
)
def test_a_phrase_is_somebody(words: str, group: Group, name: str | None) -> None:
    """An actor of the document, an outlet, listeners, or at least a name."""
    case = report(TEXT + words)
    parties = Parties(case.document(), case.appearances())
    span = span_of(case.text, words, case.text.index("left") if words != "he" else 0)
    if words == "he":
        span = span_of(case.text, "he left")
        span = Span(span.start, span.start + 2)
    named = parties.at(span.start, span.end)
    assert named is not None
    assert (named.group, named.party.name) == (group, name)


@pytest.mark.parametrize("words", ["calm", "what happened", "the bridge"])
def test_a_thing_is_nobody(words: str) -> None:
    """It has no name and no noun for people."""
    case = report(TEXT + words)
    span = span_of(case.text, words)
    assert Parties(case.document(), case.appearances()).at(span.start, span.end) is None


@pytest.mark.parametrize(("words", "profile"), [("Jo Tarn", TARN), ("Halden Council", COUNCIL)])
def test_an_actor_brings_its_profile(words: str, profile: str) -> None:
    """So that the record can join it."""
    case = report(TEXT)
    span = span_of(case.text, words)
    named = Parties(case.document(), case.appearances()).at(span.start, span.end)
    assert named is not None
    assert named.party.profile == profile


def test_each_party_is_named_once() -> None:
    """Those without a name by where they stand."""
    first, again, other = (Party(Span(n, n + 1), "A") for n in range(3))
    nameless = Party(Span(5, 6)), Party(Span(7, 8))
    assert distinct((first, again, *nameless, other)) == (first, *nameless)
