"""Slots to phases, and the points that fit none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.domain.issue import Stance
from onrecord.domain.line import Phase, Point, Stray
from onrecord.positions.lines.slots import Slot
from onrecord.positions.lines.states import Chain

LAST_WORD = 0.8
"""How sure the latest utterance must be to count as a change that nothing confirms yet.

Nothing came after it that could have confirmed it, and it is what a user asks for; what it is
worth, its shift's confidence says.
"""


@dataclass(frozen=True, slots=True)
class HeldPhase:
    """A phase with the numbers of its slots, and of the slot of each of its points."""

    phase: Phase
    slots: range
    slot_of: tuple[int, ...]


def phases_of(slots: Sequence[Slot], chain: Chain) -> tuple[HeldPhase, ...]:
    """The stances held, in order; two that follow each other differ."""
    held = _with_last_word(slots, chain.path())
    return tuple(_phase(slots, stance, numbers) for stance, numbers in _runs(held))


def strays_of(slots: Sequence[Slot], phases: Sequence[HeldPhase], chain: Chain) -> Iterator[Stray]:
    """The points whose stance is not that of the phase they fall in, in order of time."""
    for held in phases:
        for number in held.slots:
            for point in slots[number].points:
                if point.stance is not held.phase.stance:
                    yield Stray(point, held.phase.stance, chain.of(number, point.stance))


def _with_last_word(slots: Sequence[Slot], held: tuple[Stance, ...]) -> tuple[Stance, ...]:
    """The path, but for the latest slots where they are sure of another stance than is held."""
    latest = _stance_of(slots[-1]) if slots else None
    if latest is None or latest is held[-1]:
        return held
    since = len(slots)
    while since and _stance_of(slots[since - 1]) is latest:
        since -= 1
    return (*held[:since], *(latest for _ in slots[since:]))


def _stance_of(slot: Slot) -> Stance | None:
    """What every point of a slot says, one of them surely; None where they differ."""
    stances = {point.stance for point in slot.points}
    sure = max(point.confidence for point in slot.points) >= LAST_WORD
    return stances.pop() if sure and len(stances) == 1 else None


def _runs(held: Sequence[Stance]) -> Iterator[tuple[Stance, range]]:
    start = 0
    for stance, run in groupby(held):
        end = start + sum(1 for _ in run)
        yield stance, range(start, end)
        start = end


def _phase(slots: Sequence[Slot], stance: Stance, numbers: range) -> HeldPhase:
    taking: list[tuple[Point, int]] = [
        (point, number)
        for number in numbers
        for point in slots[number].points
        if point.stance is stance
    ]
    points, slot_of = (point for point, _ in taking), (number for _, number in taking)
    return HeldPhase(Phase(stance, tuple(points)), numbers, tuple(slot_of))
