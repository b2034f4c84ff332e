"""Places of saying."""

import pytest

from onrecord.occasions.places import Places
from tests.occasions.builders import report


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ostrel on Monday", "Ostrel", "Ostrel"),
        ("Copenhagen", "Copenhagen", "Copenhagen"),
        ("the Danish capital", "the Danish capital", "Copenhagen"),
    ],
)
def test_a_place_is_known_or_seen_by_the_reader(text: str, words: str, name: str) -> None:
    """A capital may be described."""
    case = report(text)
    place = Places(case.text, case.reading().mentions).at(0, len(case.text))
    assert place is not None
    assert (place.span.of(case.text), place.name) == (words, name)


@pytest.mark.parametrize("text", ["English", "Parliament", "Ostrel's view", "front", "May"])
def test_other_names_are_none(text: str) -> None:
    """Nor is whatever a place owns."""
    case = report(text)
    assert Places(case.text, case.reading().mentions).at(0, len(text)) is None
