"""Figures of acts, on cases worked out by hand."""

import pytest

from benchmarks.acts import scoring

QUADS = {"AGREE": "1", "SUPPORT": "1", "ACCUSE": "3", "REJECT": "3"}


def test_figures() -> None:
    """A confusion inside a quad class costs the root alone."""
    gold = ["AGREE", "AGREE", "ACCUSE", "REJECT"]
    found = ["AGREE", "SUPPORT", "REJECT", "REJECT"]
    assert scoring.figures(gold, found, QUADS) == {
        "rows": 4,
        "accuracy": 0.5,
        "macro_f1": pytest.approx((2 / 3 + 0 + 2 / 3) / 3, abs=1e-4),
        "quad": 1.0,
    }


def test_confusions_are_counted() -> None:
    """The most frequent first; right answers are none."""
    gold = ["AGREE", "AGREE", "ACCUSE", "REJECT"]
    found = ["SUPPORT", "SUPPORT", "REJECT", "REJECT"]
    assert scoring.confusions(gold, found) == [("AGREE", "SUPPORT", 2), ("ACCUSE", "REJECT", 1)]


def test_a_label_nobody_has() -> None:
    """Its F1 is 0."""
    assert scoring.f1("AID", [("AGREE", "AGREE")]) == 0.0
