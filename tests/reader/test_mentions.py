"""From chances of spans to mentions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.mentions import KINDS, WIDEST, decode_spans, lawful

PERSON, PLACE = KINDS.index("person"), KINDS.index("place")


def chances_of(words, spans, width=WIDEST):
    """Chances under which each of `spans`, {(start, end): (kind, chance)}, may be a mention."""
    chances = np.zeros((words, width, len(KINDS)), dtype=np.float32)
    chances[:, :, 0] = 1
    for (start, end), (kind, chance) in spans.items():
        chances[start, end - start - 1, 0] = 1 - chance
        chances[start, end - start - 1, kind] = chance
    return chances


def decoded(spans, line=(0,) * 12, heads=(), least=0.3):
    """The ranges that are kept of those that are told."""
    scores = np.zeros(len(line), dtype=np.float32)
    scores[list(heads)] = 1
    places = np.array(line, dtype=np.int64)
    return decode_spans(chances_of(len(line), spans), scores, places, least)


def ranges(found):
    """Half-open word ranges."""
    return list(zip(found.start.tolist(), found.end.tolist(), strict=True))


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ({}, []),
        ({(2, 4): (PERSON, 0.9)}, [(2, 4)]),
        ({(2, 4): (PERSON, 0.31), (6, 7): (PERSON, 0.29)}, [(2, 4)]),
        ({(0, 5): (PERSON, 0.6), (1, 3): (PERSON, 0.9), (2, 3): (PLACE, 0.5)}, "all"),
        ({(0, 2): (PERSON, 0.9), (2, 4): (PERSON, 0.8)}, "all"),
        ({(0, 4): (PERSON, 0.9), (0, 2): (PERSON, 0.8), (3, 4): (PERSON, 0.7)}, "all"),
        ({(0, 3): (PERSON, 0.6), (2, 5): (PERSON, 0.9)}, [(2, 5)]),
        ({(0, 3): (PERSON, 0.9), (2, 5): (PERSON, 0.6), (4, 7): (PERSON, 0.5)}, [(0, 3), (4, 7)]),
        ({(0, 3): (PERSON, 0.5), (2, 5): (PERSON, 0.5)}, [(0, 3)]),
        ({(0, 8): (PERSON, 0.5), (3, 10): (PERSON, 0.9), (4, 5): (PERSON, 0.8)}, [(3, 10), (4, 5)]),
    ],
)
def test_nested_spans_are_kept_and_of_crossing_ones_the_better(spans, kept) -> None:
    """A span that loses to none that is kept stays; of equal ones the first does."""
    assert ranges(decoded(spans)) == (sorted(spans) if kept == "all" else kept)


def test_no_mention_runs_over_a_line() -> None:
    """However sure the network is."""
    spans = {(1, 3): (PERSON, 0.99), (3, 5): (PERSON, 0.9), (0, 6): (PERSON, 0.99)}
    assert ranges(decoded(spans, line=(0, 0, 1, 1, 1, 2))) == [(3, 5)]


def test_kind_head_and_score_are_the_likeliest() -> None:
    """The head is the word inside that most looks like one, the first where none does."""
    spans = {(1, 4): (PLACE, 0.75), (6, 8): (PERSON, 0.5)}
    found = decoded(spans, heads=(2, 5))
    assert found.head.tolist() == [2, 6]
    assert found.kind.tolist() == [PLACE, PERSON]
    assert found.score.tolist() == [0.75, 0.5]


@pytest.mark.parametrize(
    ("line", "width", "expected"),
    [
        ([0, 0, 0], 2, [[1, 1], [1, 1], [1, 0]]),
        ([0, 0, 1], 3, [[1, 1, 0], [1, 0, 0], [1, 0, 0]]),
        ([0], 3, [[1, 0, 0]]),
        ([], 3, np.zeros((0, 3)).tolist()),
    ],
)
def test_a_lawful_span_ends_in_its_line(line, width, expected) -> None:
    """And in the document."""
    assert lawful(np.array(line, dtype=np.int64), width).tolist() == expected


def test_without_words_there_are_no_mentions() -> None:
    """An empty stretch is decoded to nothing."""
    assert len(decoded({}, line=())) == 0


@given(st.lists(st.integers(0, 1), min_size=1, max_size=30), st.integers(0, 2**32 - 1))
def test_any_chances_give_lawful_mentions(steps, seed) -> None:
    """In order, each once, on one line, the head inside, none crossing another."""
    random = np.random.default_rng(seed)
    line = np.array(steps, dtype=np.int64).cumsum()
    chances = random.dirichlet([1] * len(KINDS), (len(line), WIDEST)).astype(np.float32)
    found = decode_spans(chances, random.normal(0, 1, len(line)).astype(np.float32), line, 0.8)
    kept = ranges(found)
    assert kept == sorted(set(kept))
    for (start, end), head in zip(kept, found.head.tolist(), strict=True):
        assert start <= head < end <= len(line)
        assert end - start <= WIDEST
        assert line[start] == line[end - 1]
        assert not any(start < s < end < e for s, e in kept)
    assert ((found.kind > 0) & (found.kind < len(KINDS))).all()
    assert (found.score > 0.8).all()
