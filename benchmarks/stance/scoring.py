"""Figures of labels: accuracy and macro-F1 beside those of the most frequent label."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def f1(label: str, gold: Sequence[str], found: Sequence[str]) -> float:
    """F1 of one label; 0 where neither side has it."""
    right = sum(g == f == label for g, f in zip(gold, found, strict=True))
    both = gold.count(label) + found.count(label)
    return 2 * right / both if both else 0.0


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """The mean F1 of the labels that stand in `gold`."""
    labels = sorted(set(gold))
    return sum(f1(label, gold, found) for label in labels) / len(labels)


def accuracy(gold: Sequence[str], found: Sequence[str]) -> float:
    """The share of equal labels."""
    return sum(g == f for g, f in zip(gold, found, strict=True)) / len(gold)


def figures(gold: Sequence[str], found: Sequence[str]) -> dict[str, object]:
    """Rounded figures, those of the majority among them."""
    majority = [Counter(gold).most_common(1)[0][0]] * len(gold)
    return {
        "items": len(gold),
        "accuracy": round(accuracy(gold, found), 3),
        "macro_f1": round(macro_f1(gold, found), 3),
        "majority_accuracy": round(accuracy(gold, majority), 3),
        "majority_macro_f1": round(macro_f1(gold, majority), 3),
        "f1": {label: round(f1(label, gold, found), 3) for label in sorted(set(gold))},
    }


def rank_correlation(left: Sequence[float], right: Sequence[float]) -> float:
    """Spearman's: the correlation of ranks, equal values sharing theirs.

    >>> rank_correlation([1, 2, 2, 5], [10, 20, 20, 21])
    1.0
    """
    found = np.corrcoef(_ranks(left), _ranks(right))[0, 1]
    return round(float(found), 6)


def _ranks(values: Sequence[float]) -> NDArray[np.float64]:
    _, places, counts = np.unique(np.asarray(values), return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return ((ends - counts + ends - 1) / 2)[places]
