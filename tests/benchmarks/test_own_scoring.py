"""Measures of stances, on cases worked out by hand."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.stance.own_scoring import (
    calibration_error,
    interval,
    macro_f1,
    majority,
    precision_recall,
)
from onrecord.positions.issues.issue_file import read_issues

FOLDER = Path(__file__).parents[2] / "benchmarks" / "stance"
PAIRS = [("for", "for"), ("for", "against"), ("against", "against"), ("unclear", "unclear")]


def test_macro_f1_counts_each_stance_alike() -> None:
    """For 2/3, against 2/3, unclear 1, conditional never: 0."""
    assert macro_f1(PAIRS) == pytest.approx((2 / 3 + 2 / 3 + 1 + 0) / 4)
    assert macro_f1(PAIRS, ("for", "against", "unclear")) == pytest.approx(7 / 9)


def test_the_majority_is_one_answer_for_all() -> None:
    """The most frequent gold label."""
    assert majority(PAIRS) == [(gold, "for") for gold, _ in PAIRS]


def test_the_interval_holds_the_figure() -> None:
    """And is the same each time."""
    low, high = interval(PAIRS * 10)
    assert low <= macro_f1(PAIRS) <= high
    assert interval(PAIRS * 10) == (low, high)


def test_calibration_is_the_gap_between_sure_and_right() -> None:
    """Sure by 0.95 and half right: 0.45 off."""
    assert calibration_error([(True, 0.95), (False, 0.95)]) == pytest.approx(0.45)
    assert calibration_error([(True, 1.0)]) == 0.0


def test_precision_and_recall() -> None:
    """Of what bears on it, and of what was found."""
    assert precision_recall([(True, True), (True, False), (False, True)]) == (0.5, 0.5)


def test_every_issue_has_judged_pairs_of_both_halves() -> None:
    """At least ten each; every stance is one; no text is kept."""
    with (FOLDER / "judged.csv").open(encoding="utf-8", newline="") as rows:
        judged = list(csv.DictReader(rows))
    issues = {issue.id for issue in read_issues(FOLDER / "issues.toml")}
    counts = Counter((row["issue"], row["set"]) for row in judged)
    assert {issue for issue, _ in counts} == issues
    assert all(counts[issue, half] >= 10 for issue in issues for half in ("tune", "held"))
    assert {row["stance"] for row in judged} == {
        "for", "against", "conditional", "unclear", "none",
    }  # fmt: skip
    assert all(set(row["content"]) <= set("0123456789-+") for row in judged)
