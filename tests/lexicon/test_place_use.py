"""Whether a city is meant or the state it stands for; the name stands between asterisks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.place_use import is_place_use, reads_as_place

PLACES = [
    "The ministers met in *Ostrel* on Monday.",
    "He arrived in *Ostrel* late at night.",
    "*Ostrel*, Dec. 3 (Agency) - The minister said no.",
    "*OSTREL* (Agency) – The minister said no.",
    "*OSTREL*, 20 January. The resolution stands.",
    "*OSTREL*, Halden — The bridge is shut.",
    "First paragraph.\n*Ostrel*, May 7, 2013 (Agency) - The second.",
    "They flew to *Ostrel* for a day.",
    "The convoy stopped in a village near *Ostrel*.",
    "Shells fell on a suburb of *Ostrel*.",
    "The *Ostrel*-based analyst agreed.",
    "*Ostrel* airport was closed.",
    "Crowds filled *Ostrel*'s streets.",
    "It happened on *Ostrel*'s Red Square.",
    "After talks in *Ostrel* both sides were silent.",
    "They met in Halden and *Ostrel*.",
    "They met in Halden, Brack and *Ostrel*.",
    "Reporters waited at the *Valk Palace*.",
    "He left *Ostrel* on Friday.",
    "She had travelled back from *Ostrel*.",
    "The envoy’s visit to *Ostrel* was short.",
    "Fighting reached the outskirts of *Ostrel*.",
    "The *Ostrel* communiqué is binding.",
    "A new round of the *Ostrel* talks begins.",
    "The delegation is heading for *Ostrel*.",
]
STATES = [
    "*Ostrel* will make no deal.",
    "*Ostrel* rejected the accusation.",
    "*Ostrel* said on Monday that it agreed.",
    "In *Ostrel*'s opinion, neighbours should join.",
    "He urged *Ostrel* to focus on talks.",
    "Between *Ostrel* and Brack there is no agreement.",
    "Pressure on *Ostrel* grows.",
    "Support from *Ostrel* is vital.",
    "*Ostrel*'s position is clear.",
    "*Ostrel*: we will not sign.",
    "Relations with *Ostrel* are cold.",
    "He sent a message to *Ostrel*.",
    "It was a proposal of *Ostrel*.",
    "Confidence in *Ostrel* has fallen.",
    "According to *Ostrel*, the line stands.",
    "The *Valk Palace* declined to comment.",
    "*Ostrel*, which backs the plan, kept silent.",
    "Weapons for *Ostrel* were held back.",
    "*Ostrel* and Brack agreed on a truce.",
    "Sanctions against *Ostrel* remain.",
]


def marked(sentence):
    """The text without asterisks, and where the name stands."""
    start = sentence.index("*")
    end = sentence.index("*", start + 1) - 1
    return sentence.replace("*", ""), start, end


@pytest.mark.parametrize("sentence", PLACES)
def test_the_place_is_meant(sentence):
    """A preposition, a motion, a part of the city or a dateline says so."""
    assert is_place_use(*marked(sentence))


@pytest.mark.parametrize("sentence", STATES)
def test_the_state_is_meant(sentence):
    """Without a reason to think of the place, the state speaks and acts."""
    assert not is_place_use(*marked(sentence))


@given(st.text(max_size=60), st.text(max_size=40))
def test_any_text_around_can_be_read(before, after):
    """The answer is a truth value, whatever the characters."""
    assert reads_as_place(before, after) in (True, False)
