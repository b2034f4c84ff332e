"""Figures of acts: accuracy, macro-F1 of roots, accuracy of quad classes, worst confusions."""

from collections import Counter
from collections.abc import Sequence

Figures = dict[str, float]
WORST_PAIRS = 8


def figures(gold: Sequence[str], found: Sequence[str], quads: dict[str, str]) -> Figures:
    """Shares of 1. Macro-F1 is the mean over the roots that stand in `gold`."""
    pairs = list(zip(gold, found, strict=True))
    roots = sorted(set(gold))
    return {
        "rows": len(pairs),
        "accuracy": round(sum(g == f for g, f in pairs) / len(pairs), 4),
        "macro_f1": round(sum(f1(root, pairs) for root in roots) / len(roots), 4),
        "quad": round(sum(quads[g] == quads[f] for g, f in pairs) / len(pairs), 4),
    }


def f1(label: str, pairs: Sequence[tuple[str, str]]) -> float:
    """F1 of one label over pairs of gold and found; 0 where neither has it."""
    right = sum(gold == found == label for gold, found in pairs)
    both = sum(gold == label for gold, _ in pairs) + sum(found == label for _, found in pairs)
    return 2 * right / both if both else 0.0


def confusions(gold: Sequence[str], found: Sequence[str]) -> list[tuple[str, str, int]]:
    """The most frequent errors: gold root, root found, how often."""
    wrong = Counter((g, f) for g, f in zip(gold, found, strict=True) if g != f)
    ranked = sorted(wrong.items(), key=lambda item: (-item[1], item[0]))
    return [(g, f, count) for (g, f), count in ranked[:WORST_PAIRS]]
