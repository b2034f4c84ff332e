"""Which stance an actor held, slot by slot: a hidden Markov chain over points that may be misread.

What is seen (the stances read from utterances) is a noisy copy of what is held, and what is held
seldom changes, the more seldom the less time passes. So a change costs something, a point counts
by its confidence, and one doubtful point between equals is not worth two changes. Viterbi's path
gives the stances held; the forward-backward algorithm the chances. Source: Rabiner 1989, "A
Tutorial on Hidden Markov Models".
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from onrecord.domain.issue import Stance
from onrecord.positions.lines.slots import Slot

SIDES = (Stance.FOR, Stance.CONDITIONAL, Stance.AGAINST)

CHANGE_AT_ONCE = 0.02
"""The chance that a stance differs from one day to the next."""

FOUND_IN_TIME = 0.4
"""What months add to it where changes are looked for. With both, one utterance of .90 is a change
where it is the latest and three weeks of silence lie before it; between equals it is a stray,
unless four months lie on either side. Two utterances as sure are no stray after two months."""

RATED_IN_TIME = 0.15
"""What months add to it where the changes found are rated: looked for generously, rated strictly.
Decision 009 has the figures; those of .25 call likely what is right one time in eight."""

MONTHS_TO_CHANGE = 90.0
"""Days in which 63 % of that is added."""

LEAST = 0.34
"""Every reading says at least a little more for its own stance than for the two others: so every
stance of the likeliest path is one that somebody took."""

SUREST = 0.98
"""No reading of a stance is surer than this, but a person's."""

Row = tuple[float, float, float]
_STATES = range(len(SIDES))


class Chain:
    """The stances held at the slots of a line, and how likely they are, all points considered."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self._costs = [_costs(slot) for slot in slots]
        self._gaps = [_gap(before, after) for before, after in pairwise(slots)]
        self._seen = [_likelihoods(costs) for costs in self._costs]
        self._forward = self._forwards()
        self._backward = self._backwards()

    def path(self) -> tuple[Stance, ...]:
        """The likeliest stances, one a slot; of two paths as likely, the one that changes less."""
        if not self._costs:
            return ()
        costs, came = self._costs[0], list[tuple[int, ...]]()
        for gap, seen in zip(self._gaps, self._costs[1:], strict=True):
            stay, change = (-math.log(chance) for chance in _chances(gap, FOUND_IN_TIME))
            best = min(_STATES, key=costs.__getitem__)
            dear = costs[best] + change
            came.append(tuple(best if dear < costs[side] + stay else side for side in _STATES))
            costs = _row(min(dear, costs[side] + stay) + seen[side] for side in _STATES)
        held = [min(_STATES, key=costs.__getitem__)]
        for sources in reversed(came):
            held.append(sources[held[-1]])
        return tuple(SIDES[side] for side in reversed(held))

    def of(self, slot: int, stance: Stance) -> float:
        """The chance that the stance was held at a slot."""
        both = _product(self._forward[slot], self._backward[slot])
        return both[SIDES.index(stance)] / sum(both)

    def change(self, before: int, first: Stance, after: int, second: Stance) -> float:
        """The chance that the one stance was held at the one slot and the other at the later."""
        start, end = SIDES.index(first), SIDES.index(second)
        masked = _masked(self._forward[before], start)
        whole = self._forward[before]
        for at in range(before, after):
            masked = _product(_step(masked, self._gaps[at]), self._seen[at + 1])
            whole = _product(_step(whole, self._gaps[at]), self._seen[at + 1])
            masked, whole = _scaled(masked, sum(whole)), _scaled(whole, sum(whole))
        reached = masked[end] * self._backward[after][end]
        return reached / sum(_product(whole, self._backward[after]))

    def _forwards(self) -> list[Row]:
        rows: list[Row] = []
        for at, seen in enumerate(self._seen):
            row = _product(_step(rows[-1], self._gaps[at - 1]), seen) if rows else seen
            rows.append(_scaled(row, sum(row)))
        return rows

    def _backwards(self) -> list[Row]:
        rows: list[Row] = [(1.0, 1.0, 1.0)] if self._seen else []
        for gap, seen in zip(reversed(self._gaps), reversed(self._seen), strict=False):
            row = _step(_product(rows[-1], seen), gap)
            rows.append(_scaled(row, sum(row)))
        return rows[::-1]


def _gap(before: Slot, after: Slot) -> int:
    return max((after.period.first - before.period.last).days, 1)


@cache
def _chances(gap: int, in_time: float) -> tuple[float, float]:
    """The chances that a stance is the same after so many days, and that it is a given other."""
    change = CHANGE_AT_ONCE + in_time * (1 - math.exp(-gap / MONTHS_TO_CHANGE))
    return 1 - change, change / 2


def _costs(slot: Slot) -> Row:
    """What each stance costs at a slot, in nats.

    Points of one stance from the same outlets count 1, .71, .58 ...: what misread one sentence of
    a report misreads the next.
    """
    costs, heard = [0.0, 0.0, 0.0], Counter[tuple[Stance, tuple[str, ...]]]()
    for point in sorted(slot.points, key=lambda one: -one.confidence):
        key = (point.stance, point.outlets)
        heard[key] += 1
        sure = min(max(point.confidence, LEAST), _surest(point.position.step))
        for side, stance in enumerate(SIDES):
            chance = sure if stance is point.stance else (1 - sure) / 2
            costs[side] -= math.log(chance) / math.sqrt(heard[key])
    return _row(costs)


def _surest(step: str) -> float:
    return 0.9999 if step == "judged" else SUREST


def _likelihoods(costs: Row) -> Row:
    least = min(costs)
    return _row(math.exp(least - cost) for cost in costs)


def _step(row: Row, gap: int) -> Row:
    """The row after so many days; the chances of change are the same both ways."""
    stay, change = _chances(gap, RATED_IN_TIME)
    total = sum(row)
    return _row(stay * chance + change * (total - chance) for chance in row)


def _product(one: Row, other: Row) -> Row:
    return one[0] * other[0], one[1] * other[1], one[2] * other[2]


def _scaled(row: Row, total: float) -> Row:
    return row[0] / total, row[1] / total, row[2] / total


def _masked(row: Row, side: int) -> Row:
    kept = [0.0, 0.0, 0.0]
    kept[side] = row[side]
    return _row(kept)


def _row(values: Iterable[float]) -> Row:
    one, two, three = values
    return one, two, three
