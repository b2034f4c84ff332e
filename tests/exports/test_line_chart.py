"""A line over time: levels, marks on them, shifts between them."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.issue import Stance
from onrecord.domain.line import Line, Point
from onrecord.exports.line_chart import LineChart, Plotted, axis_over, chart_of
from tests.exports.told import line, point, shift

FOR, AGAINST = Stance.FOR, Stance.AGAINST
CONDITIONAL, UNCLEAR = Stance.CONDITIONAL, Stance.UNCLEAR


def drawn(whole: Line) -> LineChart:
    """The chart of all points and shifts of a line with a dated point."""
    axis = axis_over([whole])
    assert axis is not None
    plotted = [
        Plotted(one.utterance_id, one.stance, one.said, "title", one.disputed)
        for one in whole.points
    ]
    turns = [(f"h{number}", one) for number, one in enumerate(whole.shifts, start=1)]
    return chart_of(whole, plotted, turns, axis)


def test_for_stands_above_conditional_above_against() -> None:
    """Each on its level; the levels are there whether or not anything is on them."""
    chart = drawn(line([point(1, AGAINST), point(2, FOR, 90)]))
    assert [level.stance for level in chart.levels] == ["for", "conditional", "against"]
    assert [len(level.marks) for level in chart.levels] == [1, 0, 1]
    bases = [level.base for level in chart.levels]
    assert bases == sorted(bases)
    assert chart.height > bases[-1]


def test_what_takes_no_side_stands_below() -> None:
    """And is on no phase of the line."""
    chart = drawn(line([point(1, FOR), point(2, UNCLEAR, 9)]))
    assert chart.levels[-1].stance == "unclear"
    assert [held.stance for held in chart.held] == ["for"]


def test_the_width_of_a_mark_is_the_time_in_which_it_was_said() -> None:
    """A day is a dot; a longer time a bar from its first day to its last."""
    chart = drawn(line([point(1, FOR), point(2, FOR, 100, lasts=20), point(3, FOR, 200)]))
    by_anchor = {mark.anchor: mark for mark in chart.levels[0].marks}
    assert by_anchor["u1"].width is None
    assert by_anchor["u2"].width is not None
    assert by_anchor["u1"].x < by_anchor["u2"].x < by_anchor["u3"].x


def test_what_is_undated_is_counted() -> None:
    """It has no place on the axis."""
    chart = drawn(line([point(1, FOR), point(2, FOR, None)]))
    assert (chart.dated, chart.undated) == (1, 1)
    assert axis_over([line([point(1, FOR, None)])]) is None


def test_a_shift_leads_from_one_level_to_the_other() -> None:
    """From the day of the earlier utterance to that of the later, its number between them."""
    before, after = point(1, FOR), point(2, AGAINST, 200)
    chart = drawn(line([before, after], shift(before, after)))
    [turn] = chart.turns
    assert (turn.top, turn.bottom) == (chart.levels[0].base, chart.levels[2].base)
    assert turn.start < turn.x < turn.end
    assert turn.top < turn.y < turn.bottom
    assert (turn.number, turn.anchor, turn.words) == (1, "h1", "reversal")


def test_the_words_of_a_shift_leave_room_for_the_next() -> None:
    """Where the next is too near, only the number is drawn."""
    points = [point(1, FOR), point(2, AGAINST, 20), point(3, FOR, 40), point(4, AGAINST, 900)]
    shifts = [shift(*pair) for pair in pairwise(points)]
    words = [turn.words for turn in drawn(line(points, *shifts)).turns]
    assert words == ["", "reversal", "reversal"]


@pytest.mark.parametrize("days", [None, 0])
def test_a_shift_without_an_order_in_time_is_no_arrow_backwards(days: int | None) -> None:
    """Undated sides are not joined; those of one day are joined upright."""
    before, after = point(1, FOR, days), point(2, AGAINST, 0)
    turns = drawn(line([before, after, point(3, FOR, 30)], shift(before, after))).turns
    assert len(turns) == (0 if days is None else 1)
    assert all(turn.start == turn.end for turn in turns)


def test_many_on_one_day_are_counted() -> None:
    """A few are drawn above each other; a number leads to the first of the others."""
    chart = drawn(line([point(number, FOR) for number in range(30)]))
    [more] = chart.levels[0].more
    assert len(chart.levels[0].marks) + more.count == 30


_POINTS = st.lists(
    st.builds(
        lambda stance, days, lasts: (stance, days, lasts),
        st.sampled_from(Stance),
        st.none() | st.integers(0, 3000),
        st.sampled_from([1, 1, 7, 31, 365]),
    ),
    min_size=1,
    max_size=40,
)


@given(_POINTS)
def test_every_utterance_is_drawn_or_counted_once(
    given_points: list[tuple[Stance, int, int]],
) -> None:
    """Within the drawing, whatever the points."""
    points: list[Point] = [
        point(number, stance, days, lasts=lasts)
        for number, (stance, days, lasts) in enumerate(given_points)
    ]
    whole = replace(line(points), phases=())
    if axis_over([whole]) is None:
        return
    chart = drawn(whole)
    marks = [mark for level in chart.levels for mark in level.marks]
    left = sum(more.count for level in chart.levels for more in level.more)
    assert len(marks) + left + chart.undated == len(points)
    assert len({mark.anchor for mark in marks}) == len(marks)
    assert all(0 < mark.y < chart.height for mark in marks)
