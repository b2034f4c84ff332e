"""What words a statement on an issue would have, and how much each of them tells."""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.domain.issue import Issue
from onrecord.positions.issues.stems import kin_of, stems

Rarity = Callable[[str], float]

KIN_COUNTS = 0.5
"""A word that says nearly the same counts for so much of the word."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """`proposition` are the stems of the proposition; `examples` those of each example; `words`
    those of the issue's further words and of its description."""

    proposition: frozenset[str]
    examples: tuple[frozenset[str], ...]
    words: frozenset[str]

    all: frozenset[str]
    """Every stem that hints at the issue, kin of the proposition's included."""


def wanted_of(issue: Issue) -> Wanted:
    """The stems of an issue."""
    proposition = stems(issue.proposition)
    examples = tuple(stems(example.text) for example in issue.examples)
    words = stems(" ".join((*issue.words, issue.description)))
    kin = (kin_of().get(stem, frozenset()) for stem in proposition)
    return Wanted(proposition, examples, words, proposition.union(words, *examples, *kin))


def rarities(bags: Iterable[frozenset[str]]) -> Rarity:
    """How much a stem tells: the logarithm of how rare it is among the statements.

    Between 0 (in every statement) and about ten; smoothed, so that no stem is infinitely rare.
    """
    counts: Counter[str] = Counter()
    total = 0
    for bag in bags:
        total += 1
        counts.update(bag)

    @cache
    def rarity(stem: str) -> float:
        return math.log((total + 1) / (counts[stem] + 0.5))

    return rarity


Bag = frozenset[str]
Coverage = Callable[[Bag, Bag], float]


def coverage(rarity: Rarity) -> Coverage:
    """What tells, of stems asked for, the share that a bag has: weighted by rarity, 0 to 1.

    Each answer is kept: statements differ in few of the stems that are asked for.
    """

    @cache
    def covered(asked: Bag, bag: Bag) -> float:
        whole = sum(rarity(stem) for stem in asked)
        found = sum(rarity(stem) * _has(stem, bag) for stem in asked) if bag else 0.0
        return found / whole if whole else 0.0

    return covered


def _has(stem: str, bag: frozenset[str]) -> float:
    if stem in bag:
        return 1.0
    return KIN_COUNTS if not bag.isdisjoint(kin_of().get(stem, ())) else 0.0
