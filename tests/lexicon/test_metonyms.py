"""Words that stand for a state or a body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.known_actors import known_actors
from onrecord.lexicon.metonyms import is_bare_government, metonym_of, metonyms
from onrecord.lexicon.states import StateStatus, states


@pytest.mark.parametrize(
    ("phrase", "actor", "is_place"),
    [
        ("Moscow", "state:ru", True),
        ("the Kremlin", "public_body:ru-presidency", True),
        ("Kremlin", "public_body:ru-presidency", True),
        ("Washington", "state:us", True),
        ("the White House", "public_body:us-presidency", True),
        ("Foggy Bottom", "public_body:us-state-department", True),
        ("the State Department", "public_body:us-state-department", False),
        ("the Pentagon", "public_body:us-defence-department", True),
        ("Capitol Hill", "public_body:us-congress", True),
        ("Damascus", "state:sy", True),
        ("Ankara", "state:tr", True),
        ("Tehran", "state:ir", True),
        ("Riyadh", "state:sa", True),
        ("Kyiv", "state:ua", True),
        ("Kiev", "state:ua", True),
        ("Beijing", "state:cn", True),
        ("Zhongnanhai", "public_body:cn-communist-party-leadership", True),
        ("Downing Street", "public_body:gb-prime-ministers-office", True),
        ("No. 10", "public_body:gb-prime-ministers-office", True),
        ("Whitehall", "state:gb", True),
        ("the Elysee", "public_body:fr-presidency", True),
        ("the Quai d’Orsay", "public_body:fr-foreign-ministry", True),
        ("Brussels", "organisation:eu", True),
        ("the Blue House", "public_body:kr-presidency", True),
        ("the Syrian regime", "state:sy", False),
        ("the Damascus government", "state:sy", False),
        ("Russia’s leadership", "state:ru", False),
        ("the US administration", "state:us", False),
        ("the U.S. government", "state:us", False),
        ("the Russian side", "state:ru", False),
    ],
)
def test_a_phrase_stands_for_an_actor(phrase, actor, is_place):
    """Cities and buildings are places as well, governments are not."""
    found = metonym_of(phrase)
    assert found is not None
    assert (found.actor, found.is_place) == (actor, is_place)


@pytest.mark.parametrize(
    "phrase",
    ["Ostrel", "the regime", "the government", "", "us government", "the left side", "Geneva"],
)
def test_a_phrase_that_stands_for_nobody_known(phrase):
    """A bare government needs the document to say whose it is."""
    assert metonym_of(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "bare"),
    [("the regime", True), ("the authorities", True), ("the Syrian regime", False), ("", False)],
)
def test_a_bare_government_is_told_apart(phrase, bare):
    """It says that a government is meant, and not whose."""
    assert is_bare_government(phrase) is bare


def test_every_metonym_stands_for_a_known_actor():
    """So that what it says is found under that actor."""
    known = {actor.id for actor in known_actors()}
    assert not {metonym.actor for metonym in metonyms()} - known


@given(
    st.sampled_from([state for state in states().all if state.status is StateStatus.STATE]),
    st.data(),
)
def test_every_capital_stands_for_a_state(state, data):
    """Save where the table says that it stands for a body: Brussels."""
    capital = data.draw(st.sampled_from(state.capitals))
    found = metonym_of(capital)
    assert found is not None
    assert found.is_place
    assert found.actor == "organisation:eu" or found.actor.startswith("state:")


@given(st.text(max_size=30))
def test_any_phrase_can_be_asked_for(phrase):
    """Nothing raises, whatever the characters."""
    metonym_of(phrase)
