"""How far two sound forms are from each other.

A weighted edit distance: what romanisations confuse is cheap, what tells names apart is dear. The
costs are set by hand: pairs that romanisations of one script write for each other (kh and ch for
Cyrillic and Arabic, g and k for Arabic qaf, j and ch between Pinyin and Wade-Giles), adjusted on
`training/names/pairs.csv`.
"""

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

# What two romanisations write for one sound: two symbols, and the cost of taking one for the other.
_CONFUSED = (
    ("a", "e", 0.3), ("a", "o", 0.35), ("a", "E", 0.4), ("a", "i", 0.6), ("a", "u", 0.7),
    ("e", "i", 0.25), ("e", "E", 0.15), ("e", "o", 0.4), ("e", "u", 0.6), ("i", "E", 0.25),
    ("i", "o", 0.7), ("i", "u", 0.6), ("o", "u", 0.15), ("o", "E", 0.7), ("u", "E", 0.7),
    ("k", "g", 0.3), ("k", "x", 0.25), ("h", "x", 0.1),
    ("g", "h", 0.35), ("g", "x", 0.4), ("k", "h", 0.6),
    ("b", "p", 0.4), ("d", "t", 0.4), ("z", "s", 0.3),
    ("v", "f", 0.25), ("v", "u", 0.3), ("v", "b", 0.5),
    ("j", "g", 0.4), ("j", "i", 0.25), ("j", "C", 0.35),
    ("j", "Z", 0.15), ("j", "S", 0.5), ("j", "z", 0.4),
    ("C", "S", 0.3), ("C", "k", 0.5), ("C", "x", 0.2), ("C", "h", 0.3),
    ("C", "T", 0.35), ("C", "Z", 0.4), ("C", "s", 0.6),
    ("Z", "S", 0.35), ("Z", "z", 0.3), ("Z", "s", 0.5),
    ("S", "s", 0.35),
    ("T", "s", 0.4), ("T", "z", 0.25),
    ("T", "k", 0.5), ("T", "t", 0.5), ("m", "n", 0.7), ("x", "S", 0.6), ("i", "Z", 0.6),
)  # fmt: skip
# The same where one side comes from a script without vowels.
_UNVOWELLED = (
    ("A", "a", 0.0), ("A", "e", 0.1), ("A", "o", 0.15),
    ("A", "E", 0.2), ("A", "i", 0.5), ("A", "u", 0.5),
    ("W", "u", 0.0), ("W", "o", 0.0), ("W", "v", 0.05),
    ("W", "a", 0.6), ("W", "f", 0.3), ("W", "b", 0.5),
    ("Y", "i", 0.0), ("Y", "e", 0.1), ("Y", "E", 0.0), ("Y", "j", 0.2), ("Y", "a", 0.5),
    ("b", "v", 0.1), ("b", "p", 0.15), ("p", "f", 0.1),
    ("f", "v", 0.15), ("k", "g", 0.15), ("k", "x", 0.15),
    ("z", "d", 0.1), ("t", "s", 0.3), ("j", "g", 0.05),
    ("S", "s", 0.15), ("C", "S", 0.3), ("m", "n", 0.4),
    ("T", "C", 0.2), ("h", "a", 0.2),
)  # fmt: skip
# The same where one side is written in kana.
_SYLLABIC = (
    ("r", "l", 0.0), ("b", "v", 0.05), ("s", "S", 0.1),
    ("s", "t", 0.15), ("z", "d", 0.15), ("h", "f", 0.1),
    ("u", "a", 0.4), ("a", "e", 0.15), ("o", "a", 0.2),
    ("j", "d", 0.4), ("T", "t", 0.3), ("C", "t", 0.3),
)  # fmt: skip
_DROPPED = {"h": 0.25, "a": 0.4, "e": 0.3, "i": 0.3, "o": 0.4, "u": 0.4, "E": 0.5, "j": 0.7}
_DROPPED_LAST = {"h": 0.1, "a": 0.9, "e": 0.2, "i": 0.4, "o": 0.8, "u": 0.5, "E": 0.4}
_DROPPED_FIRST = {"h": 0.6, "i": 0.25, "j": 0.6}
_DROPPED_UNVOWELLED = {
    "a": 0.02, "e": 0.03, "i": 0.05, "o": 0.05, "u": 0.05, "E": 0.35, "h": 0.15, "j": 0.6,
    "A": 0.3, "W": 0.8, "Y": 0.4,
}  # fmt: skip
_DROPPED_SYLLABIC = {
    "u": 0.03,
    "o": 0.05,
    "a": 0.15,
    "i": 0.15,
    "e": 0.25,
    "E": 0.3,
    "h": 0.1,
    "r": 0.15,
}
# Words whose symbols differ this much more often than they agree are not worth aligning.
_HOPELESS = 0.75
FAR = 9.0
# Up to this length an edit counts in full; a longer word bears more of them. Of 6, 8, 10 and 14 the
# lenience with the lowest log loss held out on training/names/pairs.csv.
_SHORT = 4
_LENIENCE = 10.0


def _table(*rows: tuple[tuple[str, str, float], ...]) -> Mapping[str, float]:
    table: dict[str, float] = {}
    for left, right, cost in (entry for part in rows for entry in part):
        table[left + right] = table[right + left] = cost
    return table


_SPELT = _table(_CONFUSED)
_OPEN = _table(_CONFUSED, _UNVOWELLED)
_KANA = _table(_CONFUSED, _SYLLABIC)


@lru_cache(maxsize=1 << 18)
def sound_distance(left: str, right: str) -> float:
    """0 for one sound; 1 and more for what no romanisation confuses; symmetric."""
    if left[1:] == right[1:]:
        return 0.0
    if left > right:
        left, right = right, left
    a, b, marks = left[1:], right[1:], left[0] + right[0]
    longer = max(len(a), len(b))
    if not a or not b:
        return FAR
    if "*" in marks and marks != "**":
        cost = _cost(a, b, _OPEN, _DROPPED_UNVOWELLED, _DROPPED_UNVOWELLED | {"A": 0.05})
    elif "^" in marks and marks != "^^":
        cost = _cost(a, b, _KANA, _DROPPED_SYLLABIC, _DROPPED_SYLLABIC)
    elif Levenshtein.normalized_distance(a, b) > _HOPELESS:
        return FAR
    else:
        cost = _cost(a, b, _SPELT, _DROPPED, _DROPPED_FIRST, _DROPPED_LAST)
    return cost / (1.0 + max(0, longer - _SHORT) / _LENIENCE)


def _cost(
    a: str,
    b: str,
    confused: Mapping[str, float],
    dropped: Mapping[str, float],
    first: Mapping[str, float],
    last: Mapping[str, float] | None = None,
) -> float:
    """The cheapest way from `a` to `b`."""
    drop_a, drop_b = _drops(a, dropped, first, last), _drops(b, dropped, first, last)
    row = [0.0]
    for cost in drop_b:
        row.append(row[-1] + cost)
    for i, symbol in enumerate(a):
        left, gone = row[0] + drop_a[i], drop_a[i]
        above = [left]
        for j, other in enumerate(b):
            kept = row[j] + (0.0 if symbol == other else confused.get(symbol + other, 1.0))
            left = min(kept, row[j + 1] + gone, left + drop_b[j])
            above.append(left)
        row = above
    return row[-1]


def _drops(
    symbols: str,
    dropped: Mapping[str, float],
    first: Mapping[str, float],
    last: Mapping[str, float] | None,
) -> list[float]:
    costs = [dropped.get(symbol, 1.0) for symbol in symbols]
    costs[0] = first.get(symbols[0], 1.0)
    if last is not None:
        costs[-1] = last.get(symbols[-1], 1.0)
    return costs
