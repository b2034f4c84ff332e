"""What else than a change of mind may be behind a shift, said with numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.domain.issue import StatementKey
from onrecord.domain.line import Caution, CoverageWarning, Phase, Point
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.statement import StatementKind
from onrecord.positions.lines.slots import LEAST_SURE, Placed, is_doubtful, takes_side
from onrecord.positions.lines.voices import speaker_name

FEW = 3
"""Utterances on a side below which one misread or odd report can make a shift."""

LONG_SILENCE = 3.0
"""How many times the longest silence inside the two sides the one between them is to be a gap."""

LEAST_GAP = 30
"""Days between the sides that are no gap, however dense the coverage around them."""

UNKNOWN_GAP = 180
"""Days between the sides that are a gap where neither has two days to tell what is usual."""

A_YEAR = 365
"""Days of silence anywhere on a line in which a change and its reversal may go unseen."""

NEAR = 7
"""Days between the sides within which a day of publication may be later than the next saying."""

NAMED = 4
"""Names of outlets and speakers that are spelled out; further ones are counted."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is known beside the points: the statements, and the points without a place in time."""

    statements: Mapping[StatementKey, ReportedStatement]
    open: tuple[Point, ...]
    rolled_up: bool

    def warnings(self, before: Phase, after: Phase) -> tuple[CoverageWarning, ...]:
        """The cautions for a shift between two phases."""
        told = (
            (Caution.OTHER_OUTLETS, _other_outlets(before, after)),
            (Caution.ONE_SIDED_PARAPHRASE, _one_sided_paraphrase(before, after)),
            (Caution.GAP_IN_COVERAGE, _gap(before, after)),
            (Caution.FEW_UTTERANCES, _few(before, after)),
            (Caution.OTHER_SPEAKER, self._other_speaker(before, after)),
            (Caution.DATES_OPEN, self._dates_open(before, after)),
        )
        return tuple(CoverageWarning(caution, detail) for caution, detail in told if detail)

    def _other_speaker(self, before: Phase, after: Phase) -> str:
        if not self.rolled_up:
            return ""
        earlier, later = ({point.speaker for point in one.points} for one in (before, after))
        if earlier & later:
            return ""
        return f"before: {self._speakers(before)}; after: {self._speakers(after)}"

    def _speakers(self, phase: Phase) -> str:
        names = {one.speaker: speaker_name(one, self.statements) for one in phase.points}
        return listed(tuple(names.values()))

    def _dates_open(self, before: Phase, after: Phase) -> str:
        return "; ".join((*self._between(before, after), *self._by_report(before, after)))

    def _between(self, before: Phase, after: Phase) -> Iterator[str]:
        """Of points without a place that may have been said about when the stance changed."""
        first, last = before.period.last, after.period.first
        near = [one.said for one in self.open if one.said]
        number = sum(said.first <= last and said.last >= first for said in near)
        if number:
            told = counted(number, "utterance")
            yield f"{told} without an exact day may belong before or after it"

    def _by_report(self, before: Phase, after: Phase) -> Iterator[str]:
        """Of sides so near each other that the order of reports may not be that of sayings."""
        first, last = before.period.last, after.period.first
        days = (last - first).days
        edges = [p for p in (*before.points, *after.points) if _at_edge(p, first, last)]
        if days <= NEAR and any(self._dated_by_report(point) for point in edges):
            yield f"the sides lie {counted(days, 'day')} apart, dated by their reports alone"

    def _dated_by_report(self, point: Point) -> bool:
        told = (self.statements[key].statement.said for key in point.statements)
        return all(said is None or said.step == "publication" for said in told)


def of_the_line(points: Sequence[Point], order: Placed) -> Iterator[CoverageWarning]:
    """The cautions for a line as a whole; `order` has the places of its points in time."""
    open = order.open
    sided = [point for point in points if takes_side(point)]
    doubtful = sum(is_doubtful(point) for point in sided)
    if doubtful:
        read = counted(doubtful, "utterance")
        detail = f"the stance of {read} was read with a chance below {LEAST_SURE}: in no shift"
        yield CoverageWarning(Caution.DOUBTFUL_READINGS, detail)
    if open:
        undated = sum(point.said is None for point in open)
        wide = len(open) - undated
        parts = ((undated, "undated"), (wide, "with days that reach over several others"))
        detail = ", ".join(f"{number} {words}" for number, words in parts if number)
        yield CoverageWarning(
            Caution.DATES_OPEN, f"{counted(len(open), 'utterance')} in no shift: {detail}"
        )
    gap = _longest_silence(order)
    if gap:
        yield CoverageWarning(Caution.GAP_IN_COVERAGE, gap)
    if 0 < len(sided) < FEW:
        rests = f"the line rests on {counted(len(sided), 'utterance')}"
        yield CoverageWarning(Caution.FEW_UTTERANCES, rests)


def _longest_silence(order: Placed) -> str:
    pairs = [(one.period.last, other.period.first) for one, other in pairwise(order.slots)]
    last, first = max(pairs, key=lambda pair: pair[1] - pair[0], default=(None, None))
    if last is None or first is None or (first - last).days <= A_YEAR:
        return ""
    return f"nothing between {last} and {first} ({counted((first - last).days, 'day')})"


def _at_edge(point: Point, first: date, last: date) -> bool:
    return point.said is not None and (point.said.last == first or point.said.first == last)


def _other_outlets(before: Phase, after: Phase) -> str:
    earlier, later = _outlets(before), _outlets(after)
    if set(earlier) & set(later):
        return ""
    return f"before: {_only(earlier)}; after: {_only(later)}"


def _outlets(phase: Phase) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outlet for point in phase.points for outlet in point.outlets))


def _only(outlets: Sequence[str]) -> str:
    return f"{outlets[0]} only" if len(outlets) == 1 else listed(outlets)


def _one_sided_paraphrase(before: Phase, after: Phase) -> str:
    if _quotations(before) and _quotations(after):
        return ""
    if not (_quotations(before) or _quotations(after)):
        return ""
    return f"before: {_kinds(before)}; after: {_kinds(after)}"


def _quotations(phase: Phase) -> int:
    return sum(set(point.kinds) != {StatementKind.INDIRECT} for point in phase.points)


def _kinds(phase: Phase) -> str:
    quoted, whole = _quotations(phase), len(phase.points)
    if not quoted:
        return f"paraphrase alone ({counted(whole, 'utterance')})"
    return f"{quoted} of {counted(whole, 'utterance')} quoted"


def _gap(before: Phase, after: Phase) -> str:
    first, last = before.period.last, after.period.first
    days = (last - first).days
    silences = [gap for phase in (before, after) for gap in _silences(phase)]
    least = max(LEAST_GAP, LONG_SILENCE * max(silences)) if silences else UNKNOWN_GAP
    if days <= least:
        return ""
    usual = f"; within the sides at most {counted(max(silences), 'day')}" if silences else ""
    return f"{counted(days, 'day')} between {first} and {last}{usual}"


def _silences(phase: Phase) -> list[int]:
    """Days between the utterances of a phase that follow each other; none within one day."""
    said = [point.said for point in phase.points if point.said]
    gaps = ((after.first - before.last).days for before, after in pairwise(said))
    return [gap for gap in gaps if gap > 0]


def _few(before: Phase, after: Phase) -> str:
    earlier, later = len(before.points), len(after.points)
    if min(earlier, later) >= FEW:
        return ""
    return f"before: {counted(earlier, 'utterance')}; after: {counted(later, 'utterance')}"


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "utterance"), counted(2000, "day")
    ('1 utterance', '2,000 days')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(names: Sequence[str]) -> str:
    """Names, the first of them spelled out.

    >>> listed(("TSN", "Meridian")), listed(("A", "B", "C", "D", "E", "F"))
    ('TSN, Meridian', 'A, B, C, D and 2 more')
    """
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")
