"""How a line, its shifts and their evidence are put in lines of text."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from onrecord.cli.actors.wording import count
from onrecord.cli.wording import day_of, one_line
from onrecord.domain.issue import Position, Stance, StatementKey
from onrecord.domain.line import Counts, CoverageWarning, Line, Point, Shift, Stray
from onrecord.domain.reported import ReportedStatement
from onrecord.exports.line_words import CAUTION_WORDS
from onrecord.positions.lines import is_doubtful, speaker_name

MARKS = {Stance.FOR: "+", Stance.AGAINST: "-", Stance.CONDITIONAL: "~", Stance.UNCLEAR: "?"}
"""What a stance is marked with, so that a line can be read down its margin."""

WIDE = 120
"""Columns from which two statements stand side by side; below, either would be too narrow."""

NARROW = 100
"""Columns that text is wrapped to where there is no terminal."""

SHORT = 110
"""Characters of a point's words; those of a shift are shown whole."""

INDENT = "    "

Statements = Mapping[StatementKey, ReportedStatement]


@dataclass(frozen=True, slots=True)
class LineText:
    """A line, the statements behind it, and the columns there are (None: no terminal)."""

    line: Line
    statements: Statements
    width: int | None = None

    def lines(self) -> Iterator[str]:
        """Heading, points with the shifts between them, strays, counts."""
        yield f"{one_line(self.line.name)} on {self.line.issue_id}{self._how()}"
        if not self.line.points:
            yield f"{INDENT}no statement takes a position"
        strays = {stray.point.utterance_id: stray for stray in self.line.strays}
        shifts = {self._place(shift): shift for shift in self.line.shifts}
        for point in self.line.points:
            if point.utterance_id in shifts:
                yield from self._shift(shifts[point.utterance_id])
            yield from self._point(point, strays.get(point.utterance_id))
        yield from (f"! {caution_of(warning)}" for warning in self.line.warnings)
        yield counts_of(self.line.counts)

    def _place(self, shift: Shift) -> str:
        """The first point shown of the phase that a shift leads to: it comes before that."""
        shown = {point.utterance_id for point in self.line.points}
        phases = (phase.points for phase in self.line.phases if shift.after in phase.points)
        points = (point.utterance_id for points in phases for point in points)
        return next((id for id in points if id in shown), shift.after.utterance_id)

    def _how(self) -> str:
        return ", with its offices and spokespersons" if self.line.rolled_up else ""

    def _point(self, point: Point, stray: Stray | None) -> Iterator[str]:
        yield "  ".join(self._head(point))
        words = textwrap.shorten(words_of(point.position, self.statements), SHORT, placeholder=" …")
        yield f"{INDENT}{words}"
        if point.disputed:
            yield f"{INDENT}disputed: {self._dispute(point)}"
        if stray:
            yield (
                f"{INDENT}no shift: stands alone among those {_said(stray.phase)}, "
                f"chance that this was the position then {stray.chance:.2f}"
            )

    def _head(self, point: Point) -> Iterator[str]:
        yield f"{MARKS[point.stance]} {day_of(point.said)}"
        yield f"{point.stance.value:<11}"
        if self.line.rolled_up:
            yield speaker_name(point, self.statements)
        yield ", ".join(one_line(outlet) for outlet in point.outlets)
        doubtful = ", doubtful" if is_doubtful(point) else ""
        yield f"[{count(len(point.statements), 'statement')}, {point.confidence:.2f}{doubtful}]"

    def _dispute(self, point: Point) -> str:
        told = ((one, self.statements.get(one.key)) for one in point.others)
        others = [
            f"{position.stance.value} in {one_line(reported.outlet)}"
            for position, reported in told
            if reported and position.stance not in (point.stance, Stance.UNCLEAR)
        ]
        return ", ".join(dict.fromkeys(others))

    def _shift(self, shift: Shift) -> Iterator[str]:
        title = f"== {shift.kind.value.replace('_', ' ')}, chance {shift.confidence:.2f} "
        width = min(self.width or NARROW, WIDE)
        yield title.ljust(width, "=")
        before, after = (self._evidence(point) for point in (shift.before, shift.after))
        if self.width is not None and self.width >= WIDE:
            yield from side_by_side(before, after, min(self.width, 2 * NARROW))
        else:
            yield from one_under_the_other(before, after, width)
        yield from (f"! {caution_of(warning)}" for warning in shift.warnings)
        yield "=" * width

    def _evidence(self, point: Point) -> Sequence[str]:
        """Day, stance and place of a statement, its words, and those of its condition."""
        reported = self.statements.get(point.position.key)
        outlets = ", ".join(one_line(outlet) for outlet in point.outlets)
        facts = [day_of(point.said), point.stance.value, speaker_name(point, self.statements)]
        told = [", ".join(facts), words_of(point.position, self.statements)]
        condition = condition_of(point.position, reported)
        if condition:
            told.append(f"condition: {condition}")
        name = reported.document_name if reported else point.position.key.document_id
        place = outlets if name in outlets else f"{outlets}: {name}"
        return (*told, f"— {place}")


def caution_of(warning: CoverageWarning) -> str:
    """A warning in a line.

    >>> from onrecord.domain.line import Caution
    >>> caution_of(CoverageWarning(Caution.OTHER_OUTLETS, "before: TSN; after: Meridian only"))
    'other outlets: before: TSN; after: Meridian only'
    """
    return f"{CAUTION_WORDS[warning.caution]}: {warning.detail}"


def counts_of(counts: Counts) -> str:
    """Three numbers that are never added up.

    >>> counts_of(Counts(2, 5, 3))
    '2 utterances, reported in 5 statements by 3 outlets'
    """
    outlets = count(counts.outlets, "outlet")
    statements = count(counts.statements, "statement")
    return f"{count(counts.utterances, 'utterance')}, reported in {statements} by {outlets}"


def words_of(position: Position, statements: Statements) -> str:
    """The content of the statement that takes a position, in a line."""
    reported = statements.get(position.key)
    return one_line(reported.content) if reported else "(not in the record)"


def condition_of(position: Position, reported: ReportedStatement | None) -> str:
    """The words of the condition, where they stand in the passage."""
    if reported is None:
        return ""
    inside = (
        reported.in_passage(span) for span in position.conditions if span.start >= reported.start
    )
    return " […] ".join(one_line(span.of(reported.passage)) for span in inside)


def side_by_side(left: Sequence[str], right: Sequence[str], width: int) -> Iterator[str]:
    """Two texts in two columns.

    >>> print(*side_by_side(["one two three"], ["four"], 21), sep="\\n")
    one two    | four
    three      |
    """
    half = (width - 3) // 2
    wrapped = ([line for text in side for line in _wrapped(text, half)] for side in (left, right))
    for one, other in zip_longest(*wrapped, fillvalue=""):
        yield f"{one:<{half + 1}} | {other}".rstrip()


def one_under_the_other(before: Sequence[str], after: Sequence[str], width: int) -> Iterator[str]:
    """Two texts, each under what it is."""
    for title, side in (("before", before), ("after", after)):
        yield f"{title}: {side[0]}"
        for text in side[1:]:
            yield from (f"{INDENT}{line}" for line in _wrapped(text, width - len(INDENT)))


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) or [""]


def _said(stance: Stance) -> str:
    return {Stance.CONDITIONAL: "with a condition"}.get(stance, stance.value)
