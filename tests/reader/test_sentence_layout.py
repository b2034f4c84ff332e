"""How a marked sentence is laid out for the second network."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span
from onrecord.reader import sentence_layout as module
from onrecord.reader.sentence_layout import (
    BEFORE,
    BEHIND,
    MOST_PIECES,
    PLAIN,
    SECOND,
    SOURCE,
    SPECIAL,
    TARGET,
    VECTOR,
    lay_out,
    lay_out_plain,
)


class LetterPieces:
    """A vocabulary in which every letter of a word is a piece."""

    start, separator = 1000, 1001

    def pieces(self, surfaces: list[str]) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(map(ord, surface)) for surface in surfaces)


VOCABULARY = LetterPieces()


def test_marks_stand_about_source_and_target() -> None:
    """Pieces of their own go before and behind either; all else keeps its place."""
    layout = lay_out(MarkedSentence("A hit B", Span(0, 1), Span(6, 7)), None, VOCABULARY)
    expected = [SPECIAL, BEFORE, SOURCE, BEHIND, PLAIN, PLAIN, PLAIN, BEFORE, TARGET, BEHIND]
    assert layout.roles.tolist() == [*expected, SPECIAL]
    assert layout.word.tolist() == [-1, -1, 0, -1, 1, 1, 1, -1, 2, -1, -1]
    assert len(set(layout.pieces[[1, 3, 7, 9]].tolist())) == 4


def test_adjoining_marks_close_before_they_open() -> None:
    """Nothing of the source is taken for the target."""
    layout = lay_out(MarkedSentence("A B", Span(0, 1), Span(2, 3)), None, VOCABULARY)
    assert layout.roles.tolist() == [
        SPECIAL, BEFORE, SOURCE, BEHIND, BEFORE, TARGET, BEHIND, SPECIAL,
    ]  # fmt: skip


def test_a_second_text_stands_behind_the_first() -> None:
    """It has its own role and no words."""
    layout = lay_out(MarkedSentence("A"), "BC", VOCABULARY)
    assert layout.roles.tolist() == [SPECIAL, PLAIN, SPECIAL, SECOND, SECOND, SPECIAL]
    assert layout.words == (Span(0, 1),)


def test_a_text_for_its_vector_has_one_role() -> None:
    """Nothing is marked in it."""
    assert set(lay_out_plain("A B.", VOCABULARY).roles.tolist()) == {VECTOR}


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_text_without_words(text: str) -> None:
    """Start and separator remain."""
    layout = lay_out(MarkedSentence(text), None, VOCABULARY)
    assert layout.pieces.tolist() == [VOCABULARY.start, VOCABULARY.separator]
    assert layout.words == ()


def test_a_long_text_keeps_its_marks() -> None:
    """What is marked is read, however far behind it stands."""
    text = "a " * 600 + "Oss waits"
    layout = lay_out(MarkedSentence(text, Span(1200, 1203)), None, VOCABULARY)
    assert SOURCE in layout.roles.tolist()
    assert len(layout.pieces) <= MOST_PIECES + 4


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_words_and_pieces_agree(text: str, start: int, length: int) -> None:
    """Every word has pieces, in order, and no piece belongs to a word that is not there."""
    end = min(len(text), start + length)
    mark = Span(start, end) if start < end else None
    layout = lay_out(MarkedSentence(text, mark), "B", VOCABULARY)
    inside = layout.word[layout.word >= 0]
    assert np.all(np.diff(inside) >= 0)
    assert set(inside.tolist()) == set(range(len(layout.words)))
    assert len(layout.pieces) == len(layout.roles) == len(layout.word)


def test_the_kept_pieces_are_free_ones() -> None:
    """BERT's vocabulary has no words at the places of the marks."""
    found = Path(module.__file__).parent.parent / "weights" / "reader" / "tokenizer.json"
    if not found.is_file():
        pytest.skip("the model files are not here")
    head = found.read_text(encoding="utf-8")
    for number in (number for pair in module.MARK_PIECES.values() for number in pair):
        assert f'"[unused{number - 1}]":{number}' in head.replace(" ", "")
