"""A quotation is laid over the stretch of the record that it came from."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.positions.transcripts.aligning import align_part
from onrecord.positions.wording.tokens import tokens_of

WORDS = st.lists(
    st.sampled_from(["pass", "barrier", "shell", "lorry", "winter", "never", "the", "of"]),
    min_size=1,
    max_size=12,
)


def _pairs(record: str, quoted: str, marks: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    words = tokens_of(quoted)
    worths = [1.0 if token.content else 0.1 for token in words]
    found = align_part(tokens_of(record), words, worths, marks)
    return list(found.same) if found else []


def test_words_in_a_row_are_found_in_a_row():
    """An earlier lone word is not taken for the first one of the quotation."""
    assert _pairs("We left, and we will open the pass", "we will open") == [(3, 0), (4, 1), (5, 2)]


def test_a_replaced_word_does_not_part_the_rest():
    """Both sides of it are aligned."""
    assert _pairs("the barrier stays down today", "the barrier goes down today") == [
        (0, 0),
        (1, 1),
        (3, 3),
        (4, 4),
    ]


def test_nothing_shared_is_not_aligned():
    """There is no alignment of strangers."""
    assert align_part(tokens_of("barrier"), tokens_of("lorry"), [1.0]) is None


@given(WORDS, st.data())
def test_any_stretch_of_the_record_is_found_verbatim(words: list[str], data: st.DataObject):
    """Whatever is cut out of a text in one piece is found in one piece."""
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    record, quoted = tokens_of(" ".join(words)), tokens_of(" ".join(words[start:end]))
    found = align_part(record, quoted, [1.0] * len(quoted))
    assert found is not None
    assert found.is_verbatim
    assert [quoted for _, quoted in found.same] == list(range(end - start))


@given(WORDS, WORDS)
def test_pairs_go_forward_on_both_sides(record: list[str], quoted: list[str]):
    """No word is used twice, and the order is kept."""
    worths = [1.0] * len(quoted)
    found = align_part(tokens_of(" ".join(record)), tokens_of(" ".join(quoted)), worths)
    pairs = sorted(found.same + found.forms + found.replaced) if found else []
    for before, after in pairwise(pairs):
        assert before[0] < after[0]
        assert before[1] < after[1]
