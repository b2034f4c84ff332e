"""Words become word pieces, whatever is in them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader import vocabulary as module
from onrecord.reader.vocabulary import MAX_PIECES, Vocabulary
from onrecord.weights.reader import reader_weights

pytestmark = pytest.mark.weights


@pytest.fixture(scope="module")
def vocabulary(weights: None) -> Vocabulary:
    """The shipped one."""
    return Vocabulary(reader_weights().vocabulary)


def test_special_pieces_differ(vocabulary: Vocabulary) -> None:
    """Start, separator, padding and unknown are four pieces."""
    specials = (vocabulary.start, vocabulary.separator, vocabulary.padding, vocabulary.unknown)
    assert len(set(specials)) == 4


def test_a_common_word_is_one_piece(vocabulary: Vocabulary) -> None:
    """Case plays no part in the pieces."""
    lower, title = vocabulary.pieces(["minister", "Minister"])
    assert lower == title
    assert len(lower) == 1


@pytest.mark.parametrize(
    "word", ["\x00", "\ufffd", "\u200f", "☃", "𝔄", "\U0010ffff", "x" * 5000, "\u0301", "“", "’s"]
)
def test_every_word_has_pieces(vocabulary: Vocabulary, word: str) -> None:
    """At least one, and no more than are read."""
    [found] = vocabulary.pieces([word])
    assert 1 <= len(found) <= MAX_PIECES


def test_no_words_no_pieces(vocabulary: Vocabulary) -> None:
    """An empty list is no error."""
    assert vocabulary.pieces([]) == ()


def test_a_full_cache_starts_anew(vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with the words seen, and nothing else changes."""
    monkeypatch.setattr(module, "MAX_CACHED", 3)
    words = ["bridge", "mill", "harbour", "bridge", "talks", "mill"]
    fresh = Vocabulary(reader_weights().vocabulary)
    one_by_one = [fresh.pieces([word])[0] for word in words]
    assert fresh.pieces(words) == tuple(one_by_one) == vocabulary.pieces(words)
    assert len(fresh._cache) <= len(set(words))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)))
def test_pieces_depend_on_the_word_alone(vocabulary: Vocabulary, words: list[str]) -> None:
    """Not on what else is asked for with it."""
    together = vocabulary.pieces(words)
    assert together == tuple(vocabulary.pieces([word])[0] for word in words)


def test_a_file_that_is_no_vocabulary_is_refused(tmp_path: Path) -> None:
    """A tokenizer without the special pieces cannot serve."""
    path = tmp_path / "tokenizer.json"
    path.write_text(
        '{"version": "1.0", "added_tokens": [], "model": {"type": "WordLevel", '
        '"vocab": {"a": 0}, "unk_token": "a"}}'
    )
    with pytest.raises(ValueError, match=r"\[CLS\]"):
        Vocabulary(path)
