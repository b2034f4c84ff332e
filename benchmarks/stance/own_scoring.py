"""Measures of stances and hits: macro-F1 with its interval, calibration, precision and recall."""

import random
from collections.abc import Sequence

STANCES = ("for", "against", "conditional", "unclear")
SIDES = ("for", "against", "unclear")
"""The stances without the rare one."""

RESAMPLES = 1000
BINS = 10

Pair = tuple[str, str]
"""Gold and predicted."""


def macro_f1(pairs: Sequence[Pair], labels: Sequence[str] = STANCES) -> float:
    """The mean over `labels` of each one's F1; a label that never occurs counts as 0."""
    return sum(f1(pairs, label) for label in labels) / len(labels)


def f1(pairs: Sequence[Pair], label: str) -> float:
    """Twice the hits over gold and predicted together."""
    both = sum(gold == label and found == label for gold, found in pairs)
    either = sum((gold == label) + (found == label) for gold, found in pairs)
    return 2 * both / either if either else 0.0


def accuracy(pairs: Sequence[Pair]) -> float:
    """The share that is right."""
    return sum(gold == found for gold, found in pairs) / len(pairs) if pairs else 0.0


def interval(
    pairs: Sequence[Pair], labels: Sequence[str] = STANCES, seed: int = 5
) -> tuple[float, float]:
    """The middle 95 % of macro-F1 over resamples of the pairs."""
    chance = random.Random(seed)
    found = sorted(macro_f1(chance.choices(pairs, k=len(pairs)), labels) for _ in range(RESAMPLES))
    return found[RESAMPLES // 40], found[-RESAMPLES // 40 - 1]


def majority(pairs: Sequence[Pair]) -> list[Pair]:
    """The same pairs, each predicted as the most frequent gold label."""
    gold = [each for each, _ in pairs]
    most = max(sorted(set(gold)), key=gold.count)
    return [(each, most) for each in gold]


def calibration_error(told: Sequence[tuple[bool, float]]) -> float:
    """Expected calibration error: how far confidence is from the share that is right, in ten bins.

    `told` says of each answer whether it is right, and how sure it was.
    """
    bins: list[list[tuple[bool, float]]] = [[] for _ in range(BINS)]
    for right, confidence in told:
        bins[min(BINS - 1, int(confidence * BINS))].append((right, confidence))
    return sum(
        abs(sum(right for right, _ in each) - sum(sure for _, sure in each)) for each in bins
    ) / max(1, len(told))


def precision_recall(found: Sequence[tuple[bool, bool]]) -> tuple[float, float]:
    """`found` says of each judged statement whether it bears on the issue, and was a hit."""
    both = sum(bears and hit for bears, hit in found)
    hits, bearing = sum(hit for _, hit in found), sum(bears for bears, _ in found)
    return both / max(1, hits), both / max(1, bearing)
