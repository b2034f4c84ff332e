"""Which word of one text is which of the other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.positions.wording import alignment
from onrecord.positions.wording.alignment import align

WORDS = st.lists(st.sampled_from("abcde"), max_size=30)


@given(WORDS, WORDS)
def test_pairs_are_equal_words_in_order(left, right) -> None:
    """Of both texts, each word at most once."""
    pairs = align(left, right)
    assert all(left[one] == right[other] for one, other in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


def test_a_repeated_word_is_paired_with_its_neighbours() -> None:
    """The second "reject" is kept with what it rejects."""
    left, right = ["reject", "this", "reject", "that"], ["reject", "that"]
    assert align(left, right) == [(2, 0), (3, 1)]
    assert align(right, left) == [(0, 2), (1, 3)]


def test_texts_too_long_are_anchored_where_both_have_a_word_once(monkeypatch) -> None:
    """Between anchors as usual."""
    monkeypatch.setattr(alignment, "MOST_CELLS", 9)
    left, right = ["a", "b", "c", "d", "x", "y", "z"], ["a", "c", "d", "q", "x", "z"]
    assert align(left, right) == [(0, 0), (2, 1), (3, 2), (4, 4), (6, 5)]
