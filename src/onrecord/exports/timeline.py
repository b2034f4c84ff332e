"""The statements of a record along an axis of time, a lane a speaker, ready to be drawn.

Across, places are per cent of the width, so that one drawing fits a phone and a wide screen; down,
they are pixels.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.exports.circumstance_words import interval
from onrecord.exports.lanes import Overflow, Packed, pack
from onrecord.exports.speaker_index import IndexedStatement, SpeakerRow
from onrecord.exports.time_axis import Tick, TimeAxis
from onrecord.exports.when import When

TOP_SPEAKERS = 6
"""Lanes of their own; with more, a full drawing is taller than a screen."""

LANE_CHARACTERS = 40
"""Of a speaker's name; more would run over the edge of a phone."""

TITLE_CHARACTERS = 90
"""Of a statement's words, where the pointer rests on its mark."""

ROW = 10
"""Pixels from one mark to the one above it."""

_HEAD = 26
"""Pixels above a lane's marks, for the name of its speaker."""

_TICKS = 34
"""Pixels above the first lane and below the last one, for the labels of the ticks."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement; `width` is None for a day, which is drawn as a dot."""

    anchor: str
    kind: str
    told: bool
    x: float
    y: int
    width: float | None
    title: str


@dataclass(frozen=True, slots=True)
class More:
    """Statements of which there was no room to draw each; `anchor` is the first of them."""

    anchor: str
    count: int
    x: float
    y: int


@dataclass(frozen=True, slots=True)
class Lane:
    """The statements of a speaker, or of all others; `base` is the line they stand on."""

    name: str
    title: str
    count: int
    top: int
    base: int
    marks: tuple[Mark, ...]
    more: tuple[More, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes above each other. `dated` statements are drawn, `undated` ones cannot be.

    `days` are the first and the last that something was said on, in words.
    """

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: int
    dated: int
    undated: int
    days: str
    has_hollow: bool
    has_bars: bool


@dataclass(frozen=True, slots=True)
class _Dated:
    """A statement whose days are known, and who made it."""

    speaker: str
    statement: IndexedStatement
    when: When


def timeline_of(rows: Sequence[SpeakerRow]) -> Timeline:
    """The timeline of the statements in the rows, of which one may stand in several."""
    lanes = _lanes(rows)
    dated = {one.statement.anchor: one for _, found in lanes for one in found}
    everything = {statement.anchor for row in rows for statement in row.statements}
    periods = [one.when.days for one in dated.values()]
    if not periods:
        return Timeline((), (), 0, 0, len(everything), "", has_hollow=False, has_bars=False)
    axis = TimeAxis.over(periods)
    drawn = tuple(_drawn(lanes, axis))
    return Timeline(
        drawn,
        axis.ticks(),
        drawn[-1].base + _TICKS,
        len(dated),
        len(everything) - len(dated),
        interval(min(p.first for p in periods), max(p.last for p in periods)),
        has_hollow=any(not one.when.told for one in dated.values()),
        has_bars=any(period.days > 1 for period in periods),
    )


def _lanes(rows: Sequence[SpeakerRow]) -> list[tuple[str, list[_Dated]]]:
    """Whoever is named and made most of what is dated comes first; all others share the last."""
    found = [(row, _dated(row)) for row in rows]
    found = [(row, dated) for row, dated in found if dated]
    named = sorted((one for one in found if one[0].resolved), key=lambda one: -len(one[1]))
    own = named[: TOP_SPEAKERS if len(found) > TOP_SPEAKERS + 1 else TOP_SPEAKERS + 1]
    shared = [one for one in found if one not in own]
    lanes = [(row.name, dated) for row, dated in own]
    if not shared:
        return lanes
    together = {one.statement.anchor: one for _, dated in shared for one in dated}
    return [*lanes, (_shared_name([row for row, _ in shared]), list(together.values()))]


def _shared_name(rows: Sequence[SpeakerRow]) -> str:
    others = sum(row.resolved for row in rows)
    if not others:
        return "Speaker not resolved"
    unresolved = " and unresolved" if len(rows) > others else ""
    return f"{others} {'other' if others == 1 else 'others'}{unresolved}"


def _dated(row: SpeakerRow) -> list[_Dated]:
    return [_Dated(row.name, one, one.when) for one in row.statements if one.when]


def _drawn(lanes: Iterable[tuple[str, list[_Dated]]], axis: TimeAxis) -> Iterable[Lane]:
    bottom = _TICKS
    for name, dated in lanes:
        by_anchor = {one.statement.anchor: one for one in dated}
        packed = pack(axis, [(anchor, one.when.days) for anchor, one in by_anchor.items()])
        base = bottom + _HEAD + ROW * packed.rows
        yield Lane(
            _cut(name, LANE_CHARACTERS),
            name,
            len(dated),
            bottom,
            base,
            tuple(_mark(one, by_anchor[one.anchor], base) for one in packed.placed),
            tuple(_more(one, base) for one in packed.overflow),
        )
        bottom = base + ROW


def _mark(packed: Packed, dated: _Dated, base: int) -> Mark:
    return Mark(
        packed.anchor,
        dated.statement.kind,
        dated.when.told,
        packed.x,
        _height(base, packed.row),
        packed.width,
        _title(dated),
    )


def _more(packed: Overflow, base: int) -> More:
    return More(packed.anchor, packed.count, packed.x, _height(base, packed.row))


def _height(base: int, row: int) -> int:
    return base - ROW // 2 - ROW * row


def _title(dated: _Dated) -> str:
    report = "" if dated.when.told else " (day of the report)"
    return f"{dated.speaker}, {dated.when}{report}: {_cut(dated.statement.words, TITLE_CHARACTERS)}"


def _cut(words: str, characters: int) -> str:
    return words if len(words) <= characters else words[: characters - 1].rstrip() + "…"
