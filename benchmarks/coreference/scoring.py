"""Coreference scores as in the CoNLL-2012 shared task (reference scorer, version 8).

MUC (Vilain et al. 1995), B³ (Bagga & Baldwin 1998) and entity-based CEAF with φ4 (Luo 2005), each
with a recall and a precision as fractions that are summed over documents before they are divided.
Key and response need not have the same mentions: as Pradhan et al. (2014) show, no mention is
added to or taken from either side. The CoNLL figure is the mean of the three F1.

A mention is anything hashable; the mentions of one side are in one chain each.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

M = TypeVar("M", bound=Hashable)

MEASURES = ("muc", "b3", "ceafe")

Chains = Sequence[Collection[M]]


@dataclass(frozen=True, slots=True)
class Ratio:
    """Numerators and denominators of recall and precision."""

    recall_part: float = 0.0
    recall_whole: float = 0.0
    precision_part: float = 0.0
    precision_whole: float = 0.0

    def __add__(self, other: "Ratio") -> "Ratio":
        return Ratio(
            self.recall_part + other.recall_part,
            self.recall_whole + other.recall_whole,
            self.precision_part + other.precision_part,
            self.precision_whole + other.precision_whole,
        )

    @property
    def recall(self) -> float:
        """0 to 1; 0 where there is nothing to find."""
        return self.recall_part / self.recall_whole if self.recall_whole else 0.0

    @property
    def precision(self) -> float:
        """0 to 1; 0 where nothing was found."""
        return self.precision_part / self.precision_whole if self.precision_whole else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


@dataclass(frozen=True, slots=True)
class _Overlaps(Generic[M]):
    """How many mentions each key chain shares with each response chain; none is left out."""

    key: Sequence[frozenset[M]]
    response: Sequence[frozenset[M]]
    shared: Mapping[tuple[int, int], int] = field(init=False)

    def __post_init__(self) -> None:
        where = {mention: n for n, chain in enumerate(self.response) for mention in chain}
        pairs = ((k, m) for k, chain in enumerate(self.key) for m in chain if m in where)
        object.__setattr__(self, "shared", Counter((k, where[m]) for k, m in pairs))


def score(key: Chains[M], response: Chains[M]) -> dict[str, Ratio]:
    """One document's ratios under MEASURES and `mentions`; add those of many documents up.

    >>> found = score([{1, 2, 3, 4}], [{1, 2}, {3, 4}])
    >>> round(found["muc"].recall, 3), found["muc"].precision
    (0.667, 1.0)
    """
    both = _Overlaps([frozenset(c) for c in key], [frozenset(c) for c in response])
    return {
        "muc": _muc(both),
        "b3": _b_cubed(both),
        "ceafe": _ceaf(both),
        "mentions": _mentions(both),
    }


def total(scores: Iterable[Mapping[str, Ratio]]) -> dict[str, Ratio]:
    """The sum over documents, measure by measure."""
    sums: dict[str, Ratio] = {name: Ratio() for name in (*MEASURES, "mentions")}
    for found in scores:
        for name, ratio in found.items():
            sums[name] += ratio
    return sums


def conll(ratios: Mapping[str, Ratio]) -> float:
    """The mean F1 of the three measures, 0 to 1."""
    return sum(ratios[name].f1 for name in MEASURES) / len(MEASURES)


def _muc(both: _Overlaps[M]) -> Ratio:
    """Links kept: a chain's size less the number of pieces that the other side cuts it into."""
    kept_key, kept_response = defaultdict[int, int](int), defaultdict[int, int](int)
    for (k, r), count in both.shared.items():
        kept_key[k] += count - 1
        kept_response[r] += count - 1
    return Ratio(
        sum(kept_key.values()),
        sum(len(chain) - 1 for chain in both.key if chain),
        sum(kept_response.values()),
        sum(len(chain) - 1 for chain in both.response if chain),
    )


def _b_cubed(both: _Overlaps[M]) -> Ratio:
    """Mention by mention, the share of its chain that the other side puts with it."""
    return Ratio(
        sum(count**2 / len(both.key[k]) for (k, _), count in both.shared.items()),
        sum(map(len, both.key)),
        sum(count**2 / len(both.response[r]) for (_, r), count in both.shared.items()),
        sum(map(len, both.response)),
    )


def _ceaf(both: _Overlaps[M]) -> Ratio:
    """The best one-to-one alignment of chains, by φ4: twice the shared over the sum of sizes."""
    likeness = {
        (k, r): 2 * count / (len(both.key[k]) + len(both.response[r]))
        for (k, r), count in both.shared.items()
    }
    best = best_alignment(likeness)
    return Ratio(best, sum(map(bool, both.key)), best, sum(map(bool, both.response)))


def _mentions(both: _Overlaps[M]) -> Ratio:
    right = sum(both.shared.values())
    return Ratio(right, sum(map(len, both.key)), right, sum(map(len, both.response)))


def best_alignment(weights: Mapping[tuple[int, int], float]) -> float:
    """The greatest sum of weights over pairs that share no left and no right end.

    >>> best_alignment({(0, 0): 0.5, (0, 1): 0.4, (1, 0): 0.4})
    0.8
    """
    return sum(_assign(part) for part in _components(weights))


def _components(weights: Mapping[tuple[int, int], float]) -> list[dict[tuple[int, int], float]]:
    """The pairs by connected component, as few rows and columns at a time as may be."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for left, right in weights:
        parent[root(("left", left))] = root(("right", right))
    parts: dict[tuple[str, int], dict[tuple[int, int], float]] = defaultdict(dict)
    for (left, right), weight in weights.items():
        parts[root(("left", left))][left, right] = weight
    return list(parts.values())


def _assign(weights: Mapping[tuple[int, int], float]) -> float:
    """Kuhn's Hungarian method on one component."""
    rows = sorted({left for left, _ in weights})
    columns = sorted({right for _, right in weights})
    size = max(len(rows), len(columns))
    cost = [[0.0] * size for _ in range(size)]
    for (left, right), weight in weights.items():
        cost[rows.index(left)][columns.index(right)] = -weight
    return -sum(cost[row][column] for column, row in enumerate(_cheapest(cost)))


def _cheapest(cost: Sequence[Sequence[float]]) -> list[int]:
    """By column the row of a cheapest assignment of a square matrix: shortest augmenting paths."""
    size = len(cost)
    of_row, of_column = [0.0] * (size + 1), [0.0] * (size + 1)
    row_at = [size] * (size + 1)
    for row in range(size):
        row_at[size], column = row, size
        slack, came, done = [float("inf")] * size, [size] * size, [False] * (size + 1)
        while row_at[column] != size:
            done[column] = True
            here, open_ = row_at[column], [c for c in range(size) if not done[c]]
            for c in open_:
                reduced = cost[here][c] - of_row[here] - of_column[c]
                if reduced < slack[c]:
                    slack[c], came[c] = reduced, column
            column = min(open_, key=slack.__getitem__)
            _shift(slack[column], done, row_at, of_row, of_column, slack)
        while column != size:
            row_at[column] = row_at[came[column]]
            column = came[column]
    return row_at[:size]


def _shift(
    step: float,
    done: Sequence[bool],
    row_at: Sequence[int],
    of_row: list[float],
    of_column: list[float],
    slack: list[float],
) -> None:
    """Move the potentials by the least slack."""
    for column, is_done in enumerate(done):
        if is_done:
            of_row[row_at[column]] += step
            of_column[column] -= step
        elif column < len(slack):
            slack[column] -= step


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Of `asked` pronouns, `right` got the antecedent that the key has."""

    right: int = 0
    asked: int = 0

    def __add__(self, other: "Antecedents") -> "Antecedents":
        return Antecedents(self.right + other.right, self.asked + other.asked)


def antecedents(
    key: Chains[int], response: Chains[int], pronouns: Collection[int], asked: Collection[int]
) -> Antecedents:
    """Whether pronouns are put with a non-pronoun that the key puts them with.

    Mentions are places in the text. Counted are those `asked` that have a non-pronoun before them
    in their key chain; such a one is right where the nearest non-pronoun before it in its response
    chain is in that key chain too.
    """
    of_key = {mention: n for n, chain in enumerate(key) for mention in chain}
    found = _nearest(response, pronouns)
    counted = [mention for mention in _nearest(key, pronouns) if mention in asked]
    right = (
        mention in found and of_key.get(found[mention]) == of_key[mention] for mention in counted
    )
    return Antecedents(sum(right), len(counted))


def _nearest(chains: Chains[int], pronouns: Collection[int]) -> dict[int, int]:
    """By pronoun, the last non-pronoun before it in its chain, if there is one."""
    found: dict[int, int] = {}
    for chain in chains:
        last: int | None = None
        for mention in sorted(chain):
            if mention not in pronouns:
                last = mention
            elif last is not None:
                found[mention] = last
    return found
