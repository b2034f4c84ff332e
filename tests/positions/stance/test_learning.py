"""Learning from few judgements."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.positions.stance.learning import Kernel, corrected, softmax

KERNEL = Kernel(common=0.3, alike=1.0, answer=0.5, width=0.3)
NEAR = np.array([[1.0, 0.0], [0.9, 0.436], [0.0, 1.0]], dtype=np.float32)
UNDECIDED = np.zeros((3, 4))


def learn(labels: list[int], scores: np.ndarray = UNDECIDED) -> np.ndarray:
    judged = list(range(len(labels)))
    count = np.ones(len(labels))
    told = np.array(labels)
    return softmax(corrected(scores, NEAR, scores[judged], NEAR[judged], told, count, KERNEL))


def test_without_judgements_nothing_moves() -> None:
    """The very same scores."""
    nothing = np.zeros((0, 4)), NEAR[:0], np.zeros(0, dtype=np.int64), np.zeros(0)
    assert corrected(UNDECIDED, NEAR, *nothing, KERNEL) is UNDECIDED


def test_what_is_alike_moves_most() -> None:
    """The judged one first, then its neighbour, then the far one."""
    chances = learn([1])[:, 1]
    assert chances[0] > chances[1] > chances[2] > 0.25


def test_a_model_that_is_right_already_is_left_alone() -> None:
    """A sure and right answer teaches next to nothing."""
    sure = np.zeros((3, 4))
    sure[0, 1] = 6.0
    assert learn([1], sure)[2] == pytest.approx(softmax(sure)[2], abs=0.01)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=3))
def test_chances_stay_chances(labels: list[int]) -> None:
    """Whatever is judged, rows sum to one and what was judged becomes likelier."""
    found = learn(labels)
    assert np.allclose(found.sum(axis=1), 1.0)
    if len(labels) == 1:
        assert found[0].argmax() == labels[0]
