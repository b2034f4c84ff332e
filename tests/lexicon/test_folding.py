"""One form for the spellings of a phrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.folding import fold_phrase, is_acronym, words_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ankara", "ANKARA"),
        ("İstanbul", "istanbul"),
        ("Sana'a", "Sanaa"),
        ("Chișinău", "Chisinau"),
        ("al-Belk", "Al Belk"),
        ("U.N.", "UN"),
        ("Guinea‑Bissau", "Guinea Bissau"),
    ],
)
def test_spellings_fold_together(left, right):
    """Case, marks, apostrophes, hyphens and full stops are not told apart."""
    assert fold_phrase(left) == fold_phrase(right)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Halden's minister", ("halden", "minister")),
        ("the Maldives’ president", ("the", "maldives", "president")),
        ("U.S. Secretary", ("us", "secretary")),
        ("UN-led", ("un", "led")),
    ],
)
def test_words_are_without_possessive_endings(phrase, words):
    """A possessive says whose, and is no word."""
    assert words_of(phrase) == words


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text):
    """What is folded is a stable key."""
    assert fold_phrase(fold_phrase(text)) == fold_phrase(text)


@pytest.mark.parametrize("text", ["Us", "us", "", "A", "Halden", "—", "RIBBONS"])
def test_what_is_no_acronym(text):
    """Small letters, one letter, or more letters than an acronym has."""
    assert not is_acronym(text)
