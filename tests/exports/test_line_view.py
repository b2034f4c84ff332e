"""Lines as the page shows them."""

from dataclasses import replace
from itertools import pairwise

from onrecord.domain.issue import Stance
from onrecord.domain.line import Line, Stray
from onrecord.exports.line_view import (
    MISSING,
    MOST_LINES,
    MOST_POINTS,
    MOST_REPORTS,
    MOST_SHIFTS,
    LineView,
    lines_view,
)
from onrecord.exports.sections import LineSection
from tests.exports.told import CONTENT, ISSUE, line, point, shift, told

FOR, AGAINST, UNCLEAR = Stance.FOR, Stance.AGAINST, Stance.UNCLEAR


def section(whole: Line, *numbers: int) -> LineSection:
    """A line with the statements of these numbers."""
    held = [told(number) for number in numbers]
    return LineSection(whole, ISSUE, {one.key: one for one in held})


def view(whole: Line, *numbers: int) -> LineView:
    """The only line of a page."""
    [issue] = lines_view([section(whole, *numbers)], {}).issues
    [shown] = issue.lines
    return shown


def test_a_point_is_said_in_words() -> None:
    """When, which stance, how sure, whose words, in which reports."""
    [shown] = view(line([point(1, AGAINST)]), 1).points
    assert (shown.when, shown.stance, shown.confidence) == ("2033-02-14", "against", 80)
    assert (shown.words, shown.speaker, shown.outlets) == (CONTENT, "Mirelda Quost", ("TSN",))
    [evidence] = shown.evidence
    assert evidence.verdict is not None


def test_a_statement_that_the_record_has_lost_is_told_of() -> None:
    """The line still says when which stance was taken."""
    [shown] = view(line([point(1, AGAINST)])).points
    assert (shown.words, shown.evidence, shown.speaker) == (MISSING, (), "person~quost")


def test_utterances_statements_and_outlets_are_counted_apart() -> None:
    """Three numbers, never one."""
    counts = view(line([point(1, FOR), point(2, FOR, 3)])).counts
    assert counts == ("2 utterances", "4 statements", "3 outlets")


def test_a_shift_shows_both_sides_and_its_warnings() -> None:
    """Each side leads to the evidence for it."""
    before, after = point(1, FOR), point(2, AGAINST, 200)
    [shown] = view(line([before, after], shift(before, after)), 1, 2).shifts
    assert (shown.kind, shown.confidence, shown.before.stance) == ("reversal", 90, "for")
    assert (shown.before.anchor, shown.after.anchor) == ("l1p1", "l1p2")
    [warning] = shown.warnings
    assert (warning.caution, warning.detail) == ("few utterances", "1 each")


def test_the_last_stance_is_that_of_the_last_day() -> None:
    """What takes no side is no stance, what is undated no last one."""
    points = [point(1, FOR), point(2, AGAINST, 9), point(3, UNCLEAR, 20), point(4, FOR, None)]
    assert view(line(points)).last == "against, 2033-02-23"
    assert view(line([point(1, FOR, None)])).last == ""
    assert view(line([point(1, FOR, None)])).chart is None


def test_what_stands_alone_or_is_disputed_says_so() -> None:
    """A stray with the chance that it was meant."""
    odd = point(2, AGAINST, 5)
    whole = line([point(1, FOR), odd, point(3, FOR, 9, disputed=True)])
    points = view(replace(whole, strays=(Stray(odd, FOR, 0.2),))).points
    assert [one.note for one in points] == [
        "",
        "stands alone among those for: 20 % that it was meant",
        "disputed: its reports differ",
    ]


def test_of_many_points_those_that_shifts_rest_on_are_kept() -> None:
    """Then the most certain; the others are counted."""
    points = [point(n, FOR if n < 70 else AGAINST, n, confidence=n / 200) for n in range(90)]
    shown = view(line(points, shift(points[2], points[3])))
    kept = [int(one.anchor.removeprefix("l1p")) for one in shown.points]
    assert (len(kept), shown.hidden) == (MOST_POINTS, 90 - MOST_POINTS)
    assert kept == list(range(1, MOST_POINTS + 1))
    assert [shown.shifts[0].before.anchor, shown.shifts[0].after.anchor] == ["l1p2", "l1p3"]
    assert shown.points[0].when == "2033-02-14"


def test_many_shifts_and_reports_are_counted() -> None:
    """The surest shifts are shown, in order of time."""
    points = [point(n, FOR if n % 2 else AGAINST, n) for n in range(40)]
    pairs = pairwise(points)
    shifts = [shift(*pair, confidence=n / 50) for n, pair in enumerate(pairs)]
    shown = view(line(points, *shifts))
    assert len(shown.shifts) == MOST_SHIFTS
    assert shown.hidden_shifts == len(shifts) - MOST_SHIFTS
    assert shown.shifts[-1].confidence == 76
    keys = tuple(told(n).key for n in range(9))
    often = replace(point(0, FOR), statements=keys)
    [one] = view(line([often]), *range(9)).points
    assert (len(one.evidence), one.more, one.reports) == (MOST_REPORTS, 9 - MOST_REPORTS, 9)


def test_lines_stand_under_their_issue_on_one_axis() -> None:
    """Issues in order of their first line; of too many lines the rest is counted."""
    other = replace(section(line([point(1, FOR)])), issue=replace(ISSUE, id="guns"))
    late = section(line([point(1, FOR, 900)], name="Jorun Tekk"))
    shown = lines_view([section(line([point(1, FOR)])), other, late], {})
    assert [issue.id for issue in shown.issues] == ["pass", "guns"]
    quost, tekk = shown.issues[0].lines
    assert quost.chart is not None
    assert tekk.chart is not None
    assert quost.chart.ticks == tekk.chart.ticks
    assert [one.anchor for one in (quost, tekk)] == ["l1", "l3"]
    many = lines_view([section(line([point(1, FOR)]))] * (MOST_LINES + 5), {})
    assert many.hidden == 5
