"""Slots to phases, and the points that fit none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from onrecord.domain.issue import Stance
from onrecord.domain.line import Phase, Point, Stray
from onrecord.positions.lines.slots import Slot
from onrecord.positions.lines.states import Chain

LAST_WORD = 0.8
"""How sure the latest utterance must be to count as a change that nothing confirms yet.

Nothing came after it that could have confirmed it, and it is what a user asks for; what it is
worth, its shift's confidence says.
"""


LEAST_CHANCE = 0.4
"""A change less likely than this is not told as a shift: of changes given .5 to .7 one in four is
real where lines are simulated (benchmarks/lines/simulated.py), of less likely ones hardly any."""


@dataclass(frozen=True, slots=True)
class HeldPhase:
    """A phase with the numbers of its slots, and of the slot of each of its points."""

    phase: Phase
    slots: range
    slot_of: tuple[int, ...]


def phases_of(slots: Sequence[Slot], chain: Chain) -> tuple[HeldPhase, ...]:
    """The stances held, in order; two that follow each other differ.

    The likeliest path may hold a change that is unlikely by itself: such changes are taken out, the
    least likely first.
    """
    held = _with_last_word(slots, chain.path())
    while True:
        found = tuple(_phase(slots, stance, numbers) for stance, numbers in _runs(held))
        weak = _weakest(found, chain)
        if weak is None:
            return found
        held = _without(held, *weak)


def chance_of_change(before: HeldPhase, after: HeldPhase, chain: Chain) -> float:
    """The chance that both stances were held, each where it is surest, whenever it changed."""
    first, second = before.phase.stance, after.phase.stance
    here = max(before.slots, key=lambda slot: chain.of(slot, first))
    there = max(after.slots, key=lambda slot: chain.of(slot, second))
    return chain.change(here, first, there, second)


def _weakest(phases: Sequence[HeldPhase], chain: Chain) -> tuple[HeldPhase, HeldPhase] | None:
    """The two phases with the least likely change between, if it is too unlikely to be told."""
    pairs = [pair for pair in pairwise(phases) if not _is_last_word(pair[1], phases)]
    chances = [(chance_of_change(*pair, chain), number) for number, pair in enumerate(pairs)]
    least, number = min(chances, default=(1.0, 0))
    return pairs[number] if least < LEAST_CHANCE else None


def _is_last_word(phase: HeldPhase, phases: Sequence[HeldPhase]) -> bool:
    sure = max(point.confidence for point in phase.phase.points)
    return phase is phases[-1] and sure >= LAST_WORD


def _without(held: tuple[Stance, ...], before: HeldPhase, after: HeldPhase) -> tuple[Stance, ...]:
    """The path with the phase that rests on less taken for the other."""
    weaker, other = sorted((before, after), key=_weight)
    kept = list(held)
    for number in weaker.slots:
        kept[number] = other.phase.stance
    return tuple(kept)


def _weight(held: HeldPhase) -> tuple[float, int]:
    return sum(point.confidence for point in held.phase.points), -held.slots.start


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
