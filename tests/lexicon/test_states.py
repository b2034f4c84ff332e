"""States by their codes, names, capitals and people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.states import StateStatus, states


def codes(found):
    return [state.code for state in found]


def test_every_state_of_the_standard_is_there():
    """All 249 entries of ISO 3166-1, Kosovo, and three former states."""
    found = states().all
    assert len(found) == len({state.code for state in found}) == 253
    assert sum(state.status is StateStatus.FORMER for state in found) == 3


def test_every_state_has_a_capital_and_words_for_its_people():
    """Territories may have neither."""
    for state in states().all:
        if state.status is not StateStatus.TERRITORY:
            assert state.capital, state
            assert state.demonyms, state
            assert state.people, state
            assert state.plural_demonyms, state


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Russia", "ru"),
        ("russian", "ru"),
        ("the Russian Federation", "ru"),
        ("Russians", "ru"),
        ("US", "us"),
        ("U.S.", "us"),
        ("the United States of America", "us"),
        ("American", "us"),
        ("Britain", "gb"),
        ("UK", "gb"),
        ("Britons", "gb"),
        ("Holland", "nl"),
        ("Dutch", "nl"),
        ("the Netherlands", "nl"),
        ("Ivory Coast", "ci"),
        ("Côte d’Ivoire", "ci"),
        ("Burma", "mm"),
        ("UAE", "ae"),
        ("Emirati", "ae"),
        ("DPRK", "kp"),
        ("North Korean", "kp"),
        ("South Korea", "kr"),
        ("ROK", "kr"),
        ("Kosovo", "xk"),
        ("Palestinian", "ps"),
        ("the Palestinian Authority", "ps"),
        ("Taiwanese", "tw"),
        ("Soviet", "su"),
        ("USSR", "su"),
        ("Türkiye", "tr"),
        ("Turks", "tr"),
        ("Danes", "dk"),
        ("Czech Republic", "cz"),
        ("the Vatican", "va"),
    ],
)
def test_a_name_an_adjective_or_a_noun_finds_the_state(words, code):
    """Case, marks and the article do not matter."""
    assert codes(states().find(words)) == [code]


@pytest.mark.parametrize("words", ["us", "Us", "who", "", "the", "Ostrel"])
def test_a_word_of_the_language_finds_none(words):
    """An acronym is found in capital letters only."""
    assert states().find(words) == ()


def test_a_word_that_states_share_finds_all_of_them():
    """In order of code."""
    assert codes(states().find("Congolese")) == ["cd", "cg"]
    assert codes(states().find("Dominican")) == ["dm", "do"]


@pytest.mark.parametrize(
    ("city", "code"), [("Moscow", "ru"), ("Kiev", "ua"), ("Kyiv", "ua"), ("the hague", "nl")]
)
def test_a_capital_finds_its_state(city, code):
    """In any of its spellings; it is no name of the state."""
    assert code in codes(states().with_capital(city))
    assert states().named(city) == ()


@given(st.sampled_from(states().all))
def test_every_name_leads_back_to_its_state(state):
    """Names, acronyms, adjectives, nouns and capitals alike."""
    for name in (*state.names, *state.acronyms):
        assert state in states().named(name)
    for word in state.demonyms:
        assert state in states().with_demonym(word)
    for word in (*state.people, *state.plural_demonyms):
        assert state in states().with_people(word)
    for city in state.capitals:
        assert state in states().with_capital(city)


@given(st.text(max_size=20))
def test_any_text_can_be_looked_up(text):
    """Nothing raises, whatever the characters."""
    states().find(text)
    states().with_capital(text)
