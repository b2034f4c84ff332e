"""What the time head takes for an expression of time becomes marks."""

import numpy as np
import pytest

from onrecord.domain.time import TimeType
from onrecord.reader.times import TYPES, read_marks
from tests.reader.builders import FakeNetwork, words_of_lines

OUT, BEGIN, INSIDE, END, SINGLE = range(5)


def chances(*labels: tuple[int, float], kind: int = 0) -> np.ndarray:
    """(words, labels): each word's likeliest inside label with its chance."""
    found = np.zeros((len(labels), 1 + 4 * len(TYPES)), dtype=np.float32)
    for place, (label, chance) in enumerate(labels):
        found[place, 0] = 1 - chance
        if label:
            found[place, 4 * kind + label] = chance
    return found


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param([(OUT, 0.0)] * 4, [], id="nothing"),
        pytest.param([(OUT, 0), (SINGLE, 0.9), (OUT, 0), (OUT, 0)], [(2, 3)], id="one word"),
        pytest.param([(BEGIN, 0.9), (END, 0.9), (OUT, 0), (OUT, 0)], [(0, 3)], id="two words"),
        pytest.param(
            [(BEGIN, 0.9), (END, 0.9), (BEGIN, 0.9), (END, 0.9)], [(0, 3), (4, 7)], id="beside"
        ),
        pytest.param([(SINGLE, 0.2), (OUT, 0), (OUT, 0), (OUT, 0)], [(0, 1)], id="unsure"),
        pytest.param([(SINGLE, 0.05), (OUT, 0), (OUT, 0), (OUT, 0)], [], id="too unlikely"),
    ],
)
def test_runs_of_likely_words_are_marks(labels, expected) -> None:
    """A mark ends where a word begins another, or where words are unlikely."""
    words = words_of_lines([[1, 1, 1, 1]])
    marks = read_marks(words, chances(*labels))
    assert [(mark.span.start, mark.span.end) for mark in marks] == expected


def test_a_mark_stays_in_its_line() -> None:
    """An expression never runs over the edge of a paragraph."""
    words = words_of_lines([[1], [1]])
    assert len(read_marks(words, chances((BEGIN, 0.9), (END, 0.9)))) == 2


def test_a_mark_has_the_likeliest_type_and_the_surest_word() -> None:
    """The type is summed over the words, the score is the highest."""
    words = words_of_lines([[1, 1]])
    (mark,) = read_marks(words, chances((BEGIN, 0.6), (END, 0.8), kind=TYPES.index("DURATION")))
    assert mark.type is TimeType.DURATION
    assert mark.score == pytest.approx(0.8)


def test_the_fake_network_marks_what_it_is_told() -> None:
    """Words 1 and 2 of the window, as the shipped network would."""
    edges = np.arange(4, dtype=np.float32).reshape(-1, 1)
    found = FakeNetwork(timed=[(1, 3, "DATE")]).times(edges, edges)
    assert (found[:, 0] < 0.5).tolist() == [False, True, True, False]
