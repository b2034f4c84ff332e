"""TempEval-3's measure, on cases worked out by hand."""

import sys
from types import ModuleType

import pytest

import benchmarks.times.timeml as timeml
from benchmarks.times.timeml import GoldTime


@pytest.fixture
def scoring(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, which imports its neighbour by its bare name."""
    monkeypatch.setitem(sys.modules, "timeml", timeml)
    import benchmarks.times.scoring as module

    return module


def time(start: int, end: int, value: str = "2013", kind: str = "DATE") -> GoldTime:
    return GoldTime(start, end, kind, value)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        pytest.param([], [], (0, 0, 0, 0, 0, 0), id="nothing"),
        pytest.param([time(0, 4)], [time(0, 4)], (1, 1, 1, 1, 1, 1), id="the same"),
        pytest.param([time(0, 9)], [time(4, 9)], (1, 1, 0, 1, 1, 1), id="overlapping"),
        pytest.param([time(0, 4)], [time(4, 9)], (1, 1, 0, 0, 0, 0), id="adjoining is apart"),
        pytest.param([time(0, 4)], [time(0, 4, "2014")], (1, 1, 1, 1, 1, 0), id="other value"),
        pytest.param(
            [time(0, 4)], [time(0, 4, "2013", "TIME")], (1, 1, 1, 1, 0, 1), id="other type"
        ),
        pytest.param(
            [time(0, 20)], [time(0, 4), time(6, 20)], (1, 2, 0, 1, 1, 1), id="one matches once"
        ),
        pytest.param(
            [time(0, 4), time(6, 20)],
            [time(0, 20, "2014"), time(6, 20)],
            (2, 2, 1, 2, 2, 1),
            id="the closest first",
        ),
    ],
)
def test_counts_of_one_text(scoring: ModuleType, gold, found, expected) -> None:
    """Gold, found, strict, relaxed, types, values."""
    assert scoring.compare(gold, found) == scoring.Counts(*expected)


def test_an_attribute_counts_among_relaxed_matches_only(scoring: ModuleType) -> None:
    """Ten gold, eight found, six matched, three values right: F1 of 12/18, halved for values."""
    counts = scoring.Counts(gold=10, found=8, strict=5, relaxed=6, types=6, values=3)
    assert scoring.figures(counts) == {
        "relaxed_precision": 75.0,
        "relaxed_recall": 60.0,
        "relaxed_f1": 66.7,
        "strict_f1": 55.6,
        "type_f1": 66.7,
        "value_f1": 33.3,
    }


def test_a_text_without_an_answer_is_missed(scoring: ModuleType) -> None:
    """Every expression of it counts against recall."""
    gold = {"a": [time(0, 4)], "b": [time(0, 4), time(5, 9)]}
    counts = scoring.total(gold, {"a": [time(0, 4)]})
    assert (counts.gold, counts.found, counts.relaxed) == (3, 1, 1)
