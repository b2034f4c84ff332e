"""TempEval-3's measure of expressions of time (UzZaman et al. 2013, section 5.1).

Extents: precision, recall and F1, `strict` where both ends are equal, `relaxed` where the two share
a character. An attribute's accuracy is its share right among relaxed matches; its F1 is the relaxed
F1 times that accuracy. Values are compared as strings. One expression matches one other at most,
the one it shares most characters with.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeml import GoldTime


@dataclass(frozen=True, slots=True)
class Counts:
    """What a figure is made of; sums over texts."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    types: int = 0
    values: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, n) + getattr(other, n) for n in self.__slots__))


def compare(gold: Sequence[GoldTime], found: Sequence[GoldTime]) -> Counts:
    """The counts of one text."""
    pairs = [(g, f) for g, f in matches(gold, found)]
    return Counts(
        gold=len(gold),
        found=len(found),
        strict=sum((g.start, g.end) == (f.start, f.end) for g, f in pairs),
        relaxed=len(pairs),
        types=sum(g.type == f.type for g, f in pairs),
        values=sum(g.value == f.value for g, f in pairs),
    )


def matches(gold: Sequence[GoldTime], found: Sequence[GoldTime]) -> list[tuple[GoldTime, GoldTime]]:
    """Pairs that overlap, the most alike first, each expression once."""
    shared = [(_alike(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs, used_gold, used_found = [], set[int](), set[int]()
    for alike, minus_i, minus_j in sorted(shared, reverse=True):
        i, j = -minus_i, -minus_j
        if alike > 0 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _alike(one: GoldTime, other: GoldTime) -> float:
    """Shared characters over those of both; negative where there are none."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def figures(counts: Counts) -> dict[str, float]:
    """Precision, recall, F1 in per cent."""
    relaxed = f1(counts.relaxed, counts.found, counts.gold)
    matched = max(counts.relaxed, 1)
    return {
        "relaxed_precision": percent(counts.relaxed / max(counts.found, 1)),
        "relaxed_recall": percent(counts.relaxed / max(counts.gold, 1)),
        "relaxed_f1": percent(relaxed),
        "strict_f1": percent(f1(counts.strict, counts.found, counts.gold)),
        "type_f1": percent(relaxed * counts.types / matched),
        "value_f1": percent(relaxed * counts.values / matched),
    }


def f1(right: int, found: int, gold: int) -> float:
    """Twice the right ones over both sides; 0 where there is nothing."""
    return 2 * right / (found + gold) if found + gold else 0.0


def percent(share: float) -> float:
    """One digit after the point."""
    return round(100 * share, 1)


def total(
    gold: Mapping[str, Sequence[GoldTime]], found: Mapping[str, Sequence[GoldTime]]
) -> Counts:
    """Counts over all texts of `gold`; a text that nothing was found in counts as missed."""
    return sum_of(compare(times, found.get(name, ())) for name, times in gold.items())


def sum_of(counts: Iterable[Counts]) -> Counts:
    """The sum."""
    return sum(counts, Counts())
