"""A line over time, ready to be drawn: a level a stance, utterances on it, shifts between them.

Across, places are per cent of the width; down, they are pixels.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.domain.issue import Stance
from onrecord.domain.line import Line, Shift
from onrecord.domain.period import Period
from onrecord.exports.lanes import Packed, pack
from onrecord.exports.line_words import SHIFT_WORDS, STANCE_NAMES
from onrecord.exports.time_axis import Tick, TimeAxis

LEVELS = (Stance.FOR, Stance.CONDITIONAL, Stance.AGAINST)
"""From the top; what is unclear stands below them, off the line."""

MOST_ROWS = 4
"""Utterances above each other on a level; what is left is counted."""

ROW = 11
"""Pixels from one mark to the one above it."""

LABEL_ROOM = 14.0
"""Per cent of the width that the words of a shift need on a wide screen."""

_HEAD = 29
"""Pixels above a level's marks, for its name and for the count of what was left."""

_ABOVE = 9
"""Pixels from the highest mark's centre to the name of its level."""

_TICKS = 34
"""Pixels below the last level, for the labels of the ticks."""


@dataclass(frozen=True, slots=True)
class Plotted:
    """An utterance that is shown; `title` is what is said where the pointer rests on it."""

    anchor: str
    stance: Stance
    said: Period | None
    title: str
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class LineMark:
    """One utterance; `width` is None for a day, which is drawn as a dot."""

    anchor: str
    x: float
    y: int
    width: float | None
    title: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Utterances that there was no room to draw; `anchor` is the first of them."""

    anchor: str
    count: int
    x: float
    y: int


@dataclass(frozen=True, slots=True)
class Level:
    """One stance: `base` is the height of the line where it is held, `label` that of its name."""

    stance: str
    label: int
    base: int
    marks: tuple[LineMark, ...]
    more: tuple[Uncounted, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A stretch of days in which a stance is held."""

    stance: str
    start: float
    end: float
    y: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A shift, from the level it leaves to the one it takes.

    `words` stand beside its number where there is room; `side` is where: `start` right of it, `end`
    left of it.
    """

    number: int
    anchor: str
    start: float
    top: int
    end: float
    bottom: int
    x: float
    y: int
    words: str
    side: str


@dataclass(frozen=True, slots=True)
class LineChart:
    """Levels from top to bottom. `undated` utterances cannot be drawn."""

    levels: tuple[Level, ...]
    held: tuple[Held, ...]
    turns: tuple[Turn, ...]
    ticks: tuple[Tick, ...]
    height: int
    dated: int
    undated: int


def axis_over(lines: Sequence[Line]) -> TimeAxis | None:
    """One axis for lines that are to be compared; None where nothing in them is dated."""
    said = [point.said for line in lines for point in line.points if point.said]
    return TimeAxis.over(said) if said else None


def chart_of(
    line: Line, points: Sequence[Plotted], turns: Sequence[tuple[str, Shift]], axis: TimeAxis
) -> LineChart:
    """The drawing of the points, and of the shifts by their anchors."""
    levels = tuple(_levels(points, axis))
    bases = {level.stance: level.base for level in levels}
    dated = sum(point.said is not None for point in points)
    return LineChart(
        levels,
        tuple(_held(line, bases, axis)),
        tuple(_turns(turns, bases, axis)),
        axis.ticks(),
        levels[-1].base + ROW + _TICKS,
        dated,
        len(points) - dated,
    )


def _levels(points: Sequence[Plotted], axis: TimeAxis) -> Iterator[Level]:
    unclear = any(point.stance is Stance.UNCLEAR for point in points)
    top = 0
    for stance in (*LEVELS, Stance.UNCLEAR) if unclear else LEVELS:
        by_anchor = {point.anchor: point for point in points if point.stance is stance}
        dated = [(anchor, point.said) for anchor, point in by_anchor.items() if point.said]
        packed = pack(axis, dated, MOST_ROWS)
        base = top + _HEAD + ROW * max(1, packed.rows)
        yield Level(
            STANCE_NAMES[stance],
            base - ROW * max(0, packed.rows - 1) - _ABOVE,
            base,
            tuple(_mark(one, by_anchor, base) for one in packed.placed),
            tuple(
                Uncounted(one.anchor, one.count, one.x, base - ROW * one.row)
                for one in packed.overflow
            ),
        )
        top = base


def _mark(packed: Packed, points: Mapping[str, Plotted], base: int) -> LineMark:
    point = points[packed.anchor]
    return LineMark(
        packed.anchor,
        packed.x,
        base - ROW * packed.row,
        packed.width,
        point.title,
        point.disputed,
    )


def _held(line: Line, bases: Mapping[str, int], axis: TimeAxis) -> Iterator[Held]:
    for phase in line.phases:
        base = bases.get(STANCE_NAMES[phase.stance])
        if base is not None:
            start, end = _extent(phase.period, axis)
            yield Held(STANCE_NAMES[phase.stance], start, end, base)


def _extent(period: Period, axis: TimeAxis) -> tuple[float, float]:
    """From the middle of the first day to that of the last, as far as the axis goes."""
    first, last = period.first.toordinal() + 0.5, period.last.toordinal() + 0.5
    return _on_paper(axis.at(first)), _on_paper(axis.at(last))


def _on_paper(x: float) -> float:
    return round(min(max(x, 0.0), 100.0), 2)


def _turns(
    turns: Sequence[tuple[str, Shift]], bases: Mapping[str, int], axis: TimeAxis
) -> Iterator[Turn]:
    placed = [
        (number, anchor, shift, _between(shift, axis))
        for number, (anchor, shift) in enumerate(turns, start=1)
    ]
    crowded = _crowded([_middle(ends) for _, _, _, ends in placed if ends])
    for number, anchor, shift, ends in placed:
        top = bases.get(STANCE_NAMES[shift.before.stance])
        bottom = bases.get(STANCE_NAMES[shift.after.stance])
        if ends is None or top is None or bottom is None:
            continue
        x = _middle(ends)
        words = "" if x in crowded else SHIFT_WORDS[shift.kind]
        side = "start" if x <= 100 - LABEL_ROOM else "end"
        y = (top + bottom) // 2
        yield Turn(number, anchor, ends[0], top, ends[1], bottom, x, y, words, side)


def _between(shift: Shift, axis: TimeAxis) -> tuple[float, float] | None:
    """From the end of what was said before to the beginning of what was said after."""
    before, after = shift.before.said, shift.after.said
    if before is None or after is None:
        return None
    start, end = _extent(before, axis)[1], _extent(after, axis)[0]
    return (start, end) if start <= end else ((start + end) / 2, (start + end) / 2)


def _middle(ends: tuple[float, float]) -> float:
    return round(sum(ends) / 2, 2)


def _crowded(places: Sequence[float]) -> frozenset[float]:
    """The places with another right of them that its words would run into."""
    ordered = sorted(places)
    return frozenset(left for left, right in pairwise(ordered) if right - left < LABEL_ROOM)
