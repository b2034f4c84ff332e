"""Phases that follow each other, told as shifts with the two statements that show them best."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.domain.issue import Stance
from onrecord.domain.line import CoverageWarning, Phase, Point, Shift, ShiftKind
from onrecord.domain.statement import StatementKind
from onrecord.positions.lines.phases import HeldPhase, chance_of_change
from onrecord.positions.lines.states import Chain

KINDS: Mapping[tuple[Stance, Stance], ShiftKind] = {
    (Stance.FOR, Stance.AGAINST): ShiftKind.REVERSAL,
    (Stance.AGAINST, Stance.FOR): ShiftKind.REVERSAL,
    (Stance.FOR, Stance.CONDITIONAL): ShiftKind.CONDITION_ADDED,
    (Stance.CONDITIONAL, Stance.FOR): ShiftKind.CONDITION_DROPPED,
    (Stance.CONDITIONAL, Stance.AGAINST): ShiftKind.HARDENING,
    (Stance.AGAINST, Stance.CONDITIONAL): ShiftKind.SOFTENING,
}
"""The scale is for, conditional, against: a step down from a condition hardens, one up softens."""

TELLING = 0.8
"""Points within this share of a phase's surest one show it as well, so the nearest is taken."""

QUOTED = 1.15
"""A quotation shows a stance better than a paraphrase that is as sure."""

Warner = Callable[[Phase, Phase], tuple[CoverageWarning, ...]]


def shifts_of(phases: Sequence[HeldPhase], chain: Chain, warn: Warner) -> Iterator[Shift]:
    """A shift between each phase and the next; `warn` says what may be behind it instead."""
    for before, after in pairwise(phases):
        last, first = _most_telling(before, latest=True), _most_telling(after, latest=False)
        yield Shift(
            KINDS[before.phase.stance, after.phase.stance],
            before.phase.points[last],
            after.phase.points[first],
            chance_of_change(before, after, chain),
            warn(before.phase, after.phase),
        )


def _most_telling(held: HeldPhase, *, latest: bool) -> int:
    """The number of a point that shows the stance well, nearest to the edge; of one slot the best.

    What names its condition shows it better than what does not.
    """
    points = held.phase.points
    worth = [_worth(point) for point in points]
    least = TELLING * max(worth)
    showing = [number for number, one in enumerate(worth) if one >= least]
    slot = held.slot_of[showing[-1 if latest else 0]]
    there = (number for number in showing if held.slot_of[number] == slot)
    return max(there, key=lambda number: (bool(points[number].position.conditions), worth[number]))


def _worth(point: Point) -> float:
    quoted = StatementKind.DIRECT in point.kinds or StatementKind.MIXED in point.kinds
    return point.confidence * (QUOTED if quoted else 1.0)
