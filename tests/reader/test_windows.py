"""Windows share out the words of a document: each is owned once, with context around it."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.vocabulary import MAX_PIECES
from onrecord.reader.windows import LEFT_CONTEXT, Window, cut_windows, make_batch
from onrecord.reader.words import Words
from tests.reader.builders import FakeVocabulary, words_of_lines

documents = st.lists(
    st.lists(st.integers(1, MAX_PIECES), min_size=1, max_size=120), min_size=1, max_size=12
).map(words_of_lines)
sizes = st.integers(64, 400)


def cost(words: Words, window: Window) -> int:
    """The pieces of a window, specials included."""
    batch = make_batch([(words, window)], FakeVocabulary())  # type: ignore[arg-type]
    return int(batch.mask.sum())


@given(documents, sizes)
def test_every_word_is_owned_once(words: Words, size: int) -> None:
    """What windows own follows on, from the first word to the last."""
    windows = cut_windows(words, size)
    assert windows[0].owned_start == 0
    assert windows[-1].owned_end == len(words)
    for before, after in pairwise(windows):
        assert before.owned_end == after.owned_start
    for window in windows:
        assert 0 <= window.start <= window.owned_start < window.owned_end <= window.end


@given(documents, st.integers(LEFT_CONTEXT * (MAX_PIECES + 1) + 16, 500))
def test_windows_keep_to_their_size(words: Words, size: int) -> None:
    """Specials and separators count."""
    for window in cut_windows(words, size):
        assert cost(words, window) <= size


@given(documents, st.integers(100, 320), st.integers(64, 320))
def test_the_first_window_may_be_of_another_size(words: Words, size: int, first: int) -> None:
    """Training varies it; the words are still shared out whole."""
    windows = cut_windows(words, size, first)
    assert cost(words, windows[0]) <= max(first, 64)
    owned = [n for window in windows for n in range(window.owned_start, window.owned_end)]
    assert owned == list(range(len(words)))


def test_a_short_document_is_one_window() -> None:
    """It owns everything that it sees."""
    assert cut_windows(words_of_lines([[1] * 50, [1] * 50])) == [Window(0, 100, 0, 100)]


def test_no_words_no_windows() -> None:
    """An empty document is not read."""
    assert cut_windows(words_of_lines([])) == []


def test_ownership_ends_where_a_line_ends() -> None:
    """With lines much shorter than a window, no line is shared between owners."""
    words = words_of_lines([[1] * 30] * 40)
    windows = cut_windows(words, 320)
    assert len(windows) > 3
    assert [window.owned_end % 30 for window in windows] == [0] * len(windows)


def test_a_line_longer_than_a_window_is_cut_with_context_after() -> None:
    """Where no line ends, the last owned word still sees what follows it."""
    words = words_of_lines([[1] * 2000])
    windows = cut_windows(words, 320)
    for window in windows[:-1]:
        assert window.end - window.owned_end >= 60
    for window in windows[1:]:
        assert window.owned_start - window.start == LEFT_CONTEXT


def test_words_of_many_pieces_still_move_on() -> None:
    """Even where the context alone fills a window, each window owns a word."""
    windows = cut_windows(words_of_lines([[MAX_PIECES] * 300]), 320)
    assert all(window.owned_end > window.owned_start for window in windows)
    assert windows[-1].owned_end == 300


@given(documents, sizes)
def test_a_batch_says_where_each_word_is(words: Words, size: int) -> None:
    """First and last piece of every word, its line, padding that is marked as such."""
    parts = [(words, window) for window in cut_windows(words, size)][:4]
    batch = make_batch(parts, FakeVocabulary())  # type: ignore[arg-type]
    assert batch.pieces.shape == batch.mask.shape == batch.case.shape == batch.quote.shape
    for row, (_, window) in enumerate(parts):
        count = window.end - window.start
        assert batch.present[row].tolist() == [1] * count + [0] * (batch.present.shape[1] - count)
        assert (batch.line[row, count:] == -1).all()
        for place in range(count):
            first, last = batch.first[row, place], batch.last[row, place]
            assert last - first + 1 == len(words.pieces[window.start + place])
            assert (batch.pieces[row, first : last + 1] == 7).all()
        assert (batch.pieces[row][batch.mask[row] == 0] == FakeVocabulary.padding).all()


@pytest.mark.parametrize(("lines", "separators"), [([[1, 1]], 1), ([[1], [1]], 2), ([[1]] * 5, 5)])
def test_a_separator_stands_between_lines(lines: list[list[int]], separators: int) -> None:
    """One after each line."""
    words = words_of_lines(lines)
    batch = make_batch([(words, cut_windows(words)[0])], FakeVocabulary())  # type: ignore[arg-type]
    assert int(np.count_nonzero(batch.pieces == FakeVocabulary.separator)) == separators
