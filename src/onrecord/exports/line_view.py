"""Lines as the page shows them, by issue: a drawing, the shifts, and a row an utterance."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.domain.issue import Issue, Position, Stance
from onrecord.domain.line import CoverageWarning, Line, Point, Shift
from onrecord.exports.circumstance_words import interval
from onrecord.exports.evidence import Anchors, Evidence, evidence_of
from onrecord.exports.excerpt import excerpt
from onrecord.exports.line_chart import LineChart, Plotted, axis_over, chart_of
from onrecord.exports.line_words import (
    CAUTION_WORDS,
    SHIFT_WORDS,
    STANCE_NAMES,
    counts_words,
    percent,
)
from onrecord.exports.sections import LineSection, Statements
from onrecord.exports.time_axis import TimeAxis

MOST_LINES = 30
"""Lines on a page; further ones are counted. So many with all their evidence are four megabytes."""

MOST_POINTS = 40
"""Utterances of a line that are shown; those that the shifts rest on are always among them."""

MOST_SHIFTS = 20
"""Shifts of a line that are shown, the surest."""

MOST_REPORTS = 4
"""Statements shown as evidence for one utterance."""

ROW_CHARACTERS = 96
"""Of a statement's words in a row of the table."""

SHIFT_CHARACTERS = 280
"""Of the words on either side of a shift."""

MISSING = "(not in the record)"


@dataclass(frozen=True, slots=True)
class PointView:
    """One utterance of a line. `note` tells of it what its stance does not."""

    anchor: str
    when: str
    stance: str
    confidence: int
    words: str
    speaker: str
    outlets: tuple[str, ...]
    reports: int
    note: str
    evidence: tuple[Evidence, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a shift; `anchor` is that of its utterance, None where it is not shown."""

    when: str
    stance: str
    words: str
    speaker: str
    outlets: tuple[str, ...]
    anchor: str | None


@dataclass(frozen=True, slots=True)
class WarningView:
    """Why a change may come from who reported."""

    caution: str
    detail: str


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A shift in words, its two sides, and what speaks against taking it at its word."""

    number: int
    anchor: str
    kind: str
    confidence: int
    before: SideView
    after: SideView
    warnings: tuple[WarningView, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """One actor's line; `last` is the stance last taken and when, `hidden` counts points."""

    anchor: str
    name: str
    rolled_up: bool
    counts: tuple[str, str, str]
    last: str
    chart: LineChart | None
    shifts: tuple[ShiftView, ...]
    hidden_shifts: int
    warnings: tuple[WarningView, ...]
    points: tuple[PointView, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class IssueView:
    """The lines on one issue, above one axis of time."""

    anchor: str
    id: str
    proposition: str
    description: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class LinesView:
    """All that is shown; `hidden` counts the lines that are not."""

    issues: tuple[IssueView, ...]
    hidden: int
    has_bars: bool
    has_unclear: bool
    has_disputed: bool


def lines_view(sections: Sequence[LineSection], anchors: Anchors) -> LinesView:
    """The lines by issue, issues in order of their first line."""
    shown = sections[:MOST_LINES]
    issues: dict[str, list[tuple[int, LineSection]]] = {}
    for number, section in enumerate(shown, start=1):
        issues.setdefault(section.issue.id, []).append((number, section))
    views = tuple(
        _issue(f"i{number}", group, anchors) for number, group in enumerate(issues.values(), 1)
    )
    points = [point for section in shown for point in section.line.points]
    return LinesView(
        views,
        len(sections) - len(shown),
        has_bars=any(point.said and point.said.days > 1 for point in points),
        has_unclear=any(point.stance is Stance.UNCLEAR for point in points),
        has_disputed=any(point.disputed for point in points),
    )


def _issue(anchor: str, group: Sequence[tuple[int, LineSection]], anchors: Anchors) -> IssueView:
    issue: Issue = group[0][1].issue
    axis = axis_over([section.line for _, section in group])
    return IssueView(
        anchor,
        issue.id,
        issue.proposition,
        issue.description,
        tuple(_line(f"l{number}", section, axis, anchors) for number, section in group),
    )


def _line(anchor: str, section: LineSection, axis: TimeAxis | None, anchors: Anchors) -> LineView:
    line, statements = section.line, section.statements
    shown = _shown(line)
    names = {point.utterance_id: f"{anchor}p{number}" for number, point in enumerate(shown, 1)}
    shifts = _surest(line.shifts)
    turns = [(f"{anchor}h{number}", shift) for number, shift in enumerate(shifts, 1)]
    points = tuple(_point(names[p.utterance_id], p, section, anchors) for p in shown)
    plotted = [_plotted(view, point) for view, point in zip(points, shown, strict=True)]
    return LineView(
        anchor=anchor,
        name=line.name,
        rolled_up=line.rolled_up,
        counts=counts_words(line.counts),
        last=_last(line),
        chart=chart_of(line, plotted, turns, axis) if axis else None,
        shifts=tuple(
            _shift(number, name, shift, statements, names)
            for number, (name, shift) in enumerate(turns, start=1)
        ),
        hidden_shifts=len(line.shifts) - len(shifts),
        warnings=tuple(_warning(warning) for warning in line.warnings),
        points=points,
        hidden=len(line.points) - len(shown),
    )


def _shown(line: Line) -> tuple[Point, ...]:
    """All points; of too many those that shifts and phases rest on, then the most certain."""
    if len(line.points) <= MOST_POINTS:
        return line.points
    needed = {point.utterance_id for point in _needed(line)}
    by_weight = sorted(
        line.points, key=lambda point: (point.utterance_id not in needed, -point.confidence)
    )
    kept = {point.utterance_id for point in by_weight[:MOST_POINTS]}
    return tuple(point for point in line.points if point.utterance_id in kept)


def _needed(line: Line) -> Iterator[Point]:
    for shift in _surest(line.shifts):
        yield from (shift.before, shift.after)
    yield from (stray.point for stray in line.strays)
    yield from chain.from_iterable((one.points[0], one.points[-1]) for one in line.phases)


def _surest(shifts: Sequence[Shift]) -> tuple[Shift, ...]:
    """The shifts that are shown, in order of time."""
    kept = sorted(range(len(shifts)), key=lambda place: -shifts[place].confidence)[:MOST_SHIFTS]
    return tuple(shifts[place] for place in sorted(kept))


def _point(anchor: str, point: Point, section: LineSection, anchors: Anchors) -> PointView:
    statements = section.statements
    positions = {one.key: one for one in (*point.others, point.position)}
    keys = tuple(dict.fromkeys((point.position.key, *point.statements)))
    held = [statements[key] for key in keys if key in statements]
    return PointView(
        anchor=anchor,
        when=_when(point),
        stance=STANCE_NAMES[point.stance],
        confidence=percent(point.confidence),
        words=_words(point.position, statements, ROW_CHARACTERS),
        speaker=_speaker(point, statements),
        outlets=point.outlets,
        reports=len(point.statements),
        note=_note(section.line, point),
        evidence=tuple(
            evidence_of(reported, positions.get(reported.key), anchors)
            for reported in held[:MOST_REPORTS]
        ),
        more=len(held[MOST_REPORTS:]),
    )


def _note(line: Line, point: Point) -> str:
    for stray in line.strays:
        if stray.point.utterance_id == point.utterance_id:
            chance = percent(stray.chance)
            held = STANCE_NAMES[stray.phase]
            return f"stands alone among those {held}: {chance} % that it was meant"
    return "disputed: its reports differ" if point.disputed else ""


def _plotted(view: PointView, point: Point) -> Plotted:
    note = f" ({view.note})" if view.note else ""
    outlets = ", ".join(view.outlets)
    title = f"{view.stance}{note}, {view.when}, {outlets}: {view.words}"
    return Plotted(view.anchor, point.stance, point.said, title, point.disputed)


def _shift(
    number: int, anchor: str, shift: Shift, statements: Statements, names: Mapping[str, str]
) -> ShiftView:
    return ShiftView(
        number,
        anchor,
        SHIFT_WORDS[shift.kind],
        percent(shift.confidence),
        _side(shift.before, statements, names),
        _side(shift.after, statements, names),
        tuple(_warning(warning) for warning in shift.warnings),
    )


def _side(point: Point, statements: Statements, names: Mapping[str, str]) -> SideView:
    return SideView(
        _when(point),
        STANCE_NAMES[point.stance],
        _words(point.position, statements, SHIFT_CHARACTERS),
        _speaker(point, statements),
        point.outlets,
        names.get(point.utterance_id),
    )


def _warning(warning: CoverageWarning) -> WarningView:
    return WarningView(CAUTION_WORDS[warning.caution], warning.detail)


def _when(point: Point) -> str:
    return interval(point.said.first, point.said.last) if point.said else "no date known"


def _words(position: Position, statements: Statements, characters: int) -> str:
    reported = statements.get(position.key)
    return excerpt(reported.content, characters) if reported else MISSING


def _speaker(point: Point, statements: Statements) -> str:
    """What the speaker is called in the statements behind a point."""
    for key in (point.position.key, *point.statements):
        reported = statements.get(key)
        for speaker in reported.speakers if reported else ():
            if speaker.id == point.speaker:
                return speaker.name
    return point.speaker


def _last(line: Line) -> str:
    """The stance last taken; empty where none is dated."""
    sided = [p for p in line.points if p.said and p.stance is not Stance.UNCLEAR]
    if not sided:
        return ""
    latest = max(sided, key=lambda point: point.said.last.toordinal() if point.said else 0)
    return f"{STANCE_NAMES[latest.stance]}, {_when(latest)}"
