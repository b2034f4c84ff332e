"""Figures of labels, on cases worked out by hand."""

import pytest

from benchmarks.stance import scoring


def test_figures_stand_beside_the_majority() -> None:
    """Which is right where most are, and nowhere else."""
    found = scoring.figures(["for", "for", "against", "for"], ["for", "against", "against", "for"])
    assert found["accuracy"] == 0.75
    assert found["majority_accuracy"] == 0.75
    assert found["f1"] == {"against": 0.667, "for": 0.8}
    assert found["macro_f1"] == 0.733
    assert found["majority_macro_f1"] == pytest.approx(0.857 / 2, abs=1e-3)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param([1, 2, 3], [2, 4, 9], 1.0, id="the same order"),
        pytest.param([1, 2, 3], [9, 4, 2], -1.0, id="the contrary order"),
        pytest.param([1, 1, 2, 2], [1, 2, 1, 2], 0.0, id="no order"),
        pytest.param([1, 2, 3, 4], [1, 3, 2, 4], 0.8, id="one exchange"),
    ],
)
def test_rank_correlation(left: list[float], right: list[float], expected: float) -> None:
    """Spearman's."""
    assert scoring.rank_correlation(left, right) == pytest.approx(expected)
