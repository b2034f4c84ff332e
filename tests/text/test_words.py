"""Words are the units of labels: clitics and marks stand alone, nothing visible is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.words import has_word_character, word_offsets


def words(text: str) -> list[str]:
    """The words themselves."""
    return [text[start:end] for start, end in word_offsets(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\u00a0", []),
        ("Valk said no.", ["Valk", "said", "no", "."]),
        ("Valk's aide", ["Valk", "'s", "aide"]),
        ("Valk’s aide", ["Valk", "’s", "aide"]),
        ("the Ostrels' aide", ["the", "Ostrels", "'", "aide"]),
        ("didn't", ["did", "n't"]),
        ("DIDN’T", ["DID", "N’T"]),
        ("we’ll, they've, I’d", ["we", "’ll", ",", "they", "'ve", ",", "I", "’d"]),
        ("cease-fire", ["cease", "-", "fire"]),
        ("“No,”", ["“", "No", ",", "”"]),
        ("3.5 million", ["3", ".", "5", "million"]),
        ("Ириной Вальк", ["Ириной", "Вальк"]),
        ("قالت فالك", ["قالت", "فالك"]),
        ("a\x00b", ["a", "\x00", "b"]),
    ],
)
def test_words_are_cut_as_labels_need_them(text: str, expected: list[str]) -> None:
    """A run of word characters, a clitic, or one other visible character."""
    assert words(text) == expected


@given(st.text())
def test_every_visible_character_is_in_one_word(text: str) -> None:
    """Words are in order, do not overlap, and leave out white space only."""
    offsets = word_offsets(text)
    covered = [place for start, end in offsets for place in range(start, end)]
    assert covered == [place for place, character in enumerate(text) if not character.isspace()]


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_a_part_can_be_cut_alone(text: str, first: int, length: int) -> None:
    """No word lies outside the part that was asked for."""
    end = min(len(text), first + length)
    for start, stop in word_offsets(text, first, end):
        assert first <= start < stop <= end


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", False), ("“ … ”", False), ("—", False), ("“a”", True), ("7", True), ("да", True)],
)
def test_marks_alone_are_no_words(text: str, expected: bool) -> None:
    """Punctuation and space hold no word."""
    assert has_word_character(text) is expected
