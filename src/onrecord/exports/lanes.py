"""Marks along an axis, stacked where they would cover each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.domain.period import Period
from onrecord.exports.time_axis import TimeAxis

DOT = 1.1
"""Per cent of the width that a dot keeps for itself: twelve pixels on a wide screen. On a phone
neighbours overlap, which their outlines let see."""

MOST_ROWS = 7
"""Marks above each other; what is left is counted at the top."""

_STEP = 0.1
"""Per cent of the width; what is nearer than this is at the same place."""

_APART = 13.0
"""Per cent of the width from one count of what was left to the next: a number of four digits on a
phone."""


@dataclass(frozen=True, slots=True)
class Packed:
    """The place of one mark; `row` counts from the bottom, `width` is None for a dot."""

    anchor: str
    x: float
    row: int
    width: float | None


@dataclass(frozen=True, slots=True)
class Overflow:
    """Marks that there was no row for."""

    anchor: str
    count: int
    x: float
    row: int


@dataclass(frozen=True, slots=True)
class Lane:
    """The marks of one lane and how many rows they take."""

    placed: tuple[Packed, ...]
    overflow: tuple[Overflow, ...]
    rows: int


def pack(axis: TimeAxis, periods: Sequence[tuple[str, Period]], most_rows: int = MOST_ROWS) -> Lane:
    """Each anchor in the lowest row where nothing is in its way; the narrow come first.

    So what is left where there is no room is what is known least.
    """
    rows: list[int] = []
    placed: list[Packed] = []
    left: list[tuple[str, float]] = []
    for anchor, start, width in sorted(_extents(axis, periods), key=lambda one: (one[2], one[1])):
        taken = _steps(start, max(width, DOT))
        row = next((number for number, row in enumerate(rows) if not row & taken), len(rows))
        if row == most_rows:
            left.append((anchor, start))
            continue
        rows[row : row + 1] = [taken | (rows[row] if row < len(rows) else 0)]
        x = start if width else start + DOT / 2
        placed.append(Packed(anchor, round(x, 2), row, round(width, 2) or None))
    overflow = tuple(_overflow(sorted(left, key=lambda one: one[1]), most_rows))
    return Lane(tuple(placed), overflow, len(rows) + bool(overflow))


def _steps(start: float, width: float) -> int:
    """The steps of the axis that a mark covers, as bits."""
    first = round((start + DOT) / _STEP)
    return ((1 << max(1, round(width / _STEP))) - 1) << max(0, first)


def _extents(
    axis: TimeAxis, periods: Sequence[tuple[str, Period]]
) -> Iterator[tuple[str, float, float]]:
    """Where a mark begins and how wide it is, 0 for a day; cut a little beyond the axis."""
    for anchor, period in periods:
        first, last = period.first.toordinal(), period.last.toordinal() + 1
        if period.days == 1:
            yield anchor, axis.at(first + 0.5) - DOT / 2, 0.0
            continue
        start, end = max(axis.at(first), -DOT), min(axis.at(last), 100 + DOT)
        yield anchor, start, max(end - start, 1.5 * DOT)


def _overflow(left: Sequence[tuple[str, float]], row: int) -> list[Overflow]:
    """Counts, each where what it counts begins, apart enough to be read."""
    found: list[Overflow] = []
    for anchor, start in left:
        if found and start < found[-1].x + _APART:
            found[-1] = replace(found[-1], count=found[-1].count + 1)
        else:
            found.append(Overflow(anchor, 1, round(max(start, 0) + DOT / 2, 2), row))
    return found
