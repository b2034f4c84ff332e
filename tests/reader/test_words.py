"""Words as the encoder sees them: offsets, line, shape, quotation state, pieces."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.words import LOWER, NUMBER, OTHER, TITLE, UPPER, Words, read_words
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import IN_SPEECH, MARK, OUTSIDE, read_quotations


class OnePiece:
    """A vocabulary in which every word is one piece."""

    def pieces(self, surfaces: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        return tuple((len(surface),) for surface in surfaces)


def read(text: str) -> Words:
    """The words of a text whose every line is read."""
    lines = paragraph_offsets(text)
    return read_words(text, lines, read_quotations(text, lines), OnePiece())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("talks", LOWER),
        ("Valk", TITLE),
        ("UN", UPPER),
        ("A", TITLE),
        ("McValk", TITLE),
        ("2031", NUMBER),
        ("3rd", LOWER),
        ("“", OTHER),
        ("你好", OTHER),
    ],
)
def test_words_have_a_shape(word: str, case: int) -> None:
    """Lower, title, upper, number, or none of them."""
    assert read(word).case.tolist() == [case]


def test_words_know_their_line_and_quotation() -> None:
    """Lines are numbered as given, blank ones are none."""
    words = read("Valk:\n\n“No.”")
    assert words.line.tolist() == [0, 0, 1, 1, 1, 1]
    assert words.quote.tolist() == [OUTSIDE, OUTSIDE, MARK, IN_SPEECH, IN_SPEECH, MARK]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_word_has_everything(text: str) -> None:
    """All arrays are as long as there are words; offsets rise."""
    words = read(text)
    lengths = {len(part) for part in (words.offsets, words.line, words.case, words.quote)}
    assert lengths == {len(words)}
    edges = words.offsets.reshape(-1).tolist()
    assert edges == sorted(edges)
