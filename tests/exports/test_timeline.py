"""Statements along an axis of time, a lane a speaker."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.period import Period
from onrecord.exports.lanes import MOST_ROWS, pack
from onrecord.exports.speaker_index import IndexedStatement, SpeakerRow
from onrecord.exports.time_axis import TimeAxis
from onrecord.exports.timeline import TOP_SPEAKERS, timeline_of
from onrecord.exports.when import When

DAY = date(2013, 9, 9)


def indexed(number: int, when: When | None, kind: str = "direct") -> IndexedStatement:
    """The statement of that number."""
    return IndexedStatement(f"d1s{number}", f"words {number}", kind, 1, when)


def on(day: date, *, told: bool = True) -> When:
    """Said on one day."""
    return When(Period.day(day), told)


def row(name: str, *whens: When | None, first: int = 1, resolved: bool = True) -> SpeakerRow:
    """A speaker's statements, numbered from `first`."""
    statements = [indexed(number, when) for number, when in enumerate(whens, start=first)]
    return SpeakerRow(name, "named", resolved, None, None, statements, {1})


def test_a_day_is_a_dot_and_an_interval_a_bar() -> None:
    """On the days they were said, hollow where only the report is dated."""
    month = When(Period.month(2013, 10), told=False)
    timeline = timeline_of([row("Irena Valk", on(DAY), month)])
    [lane] = timeline.lanes
    dot, bar = lane.marks
    assert (dot.width, dot.told, dot.anchor) == (None, True, "d1s1")
    assert bar.width is not None
    assert (bar.told, bar.x > dot.x) == (False, True)
    assert (timeline.has_bars, timeline.has_hollow) == (True, True)
    assert dot.title == "Irena Valk, 2013-09-09: words 1"
    assert bar.title == "Irena Valk, 2013-10-01 to 2013-10-31 (day of the report): words 2"
    assert timeline.days == "2013-09-09 to 2013-10-31"


def test_what_is_undated_is_counted() -> None:
    """A statement of two speakers once."""
    together = row("Irena Valk", on(DAY), None), row("Tomas Brandt", on(DAY), None)
    timeline = timeline_of(together)
    assert [lane.count for lane in timeline.lanes] == [1, 1]
    assert (timeline.dated, timeline.undated) == (1, 1)


@pytest.mark.parametrize(("rows", "undated"), [((), 0), ((row("Irena Valk", None, None),), 2)])
def test_without_a_date_nothing_is_drawn(rows: Sequence[SpeakerRow], undated: int) -> None:
    """And the timeline says how many could not be."""
    timeline = timeline_of(rows)
    assert (timeline.lanes, timeline.ticks, timeline.undated) == ((), (), undated)


def test_the_first_speakers_have_lanes_of_their_own() -> None:
    """Those with most dated statements; the others and the unresolved share the last."""
    rows = [
        row(f"Speaker {n}", *[on(DAY)] * (20 - n), first=100 * n) for n in range(TOP_SPEAKERS + 3)
    ]
    rows += [row("Many undated", *[None] * 99, first=5000)]
    rows += [row("Speaker not resolved", *[on(DAY)] * 99, first=9000, resolved=False)]
    lanes = timeline_of(rows).lanes
    assert [lane.name for lane in lanes] == [
        *(f"Speaker {n}" for n in range(TOP_SPEAKERS)),
        "3 others and unresolved",
    ]
    assert lanes[-1].count == 99 + sum(20 - n for n in range(TOP_SPEAKERS, TOP_SPEAKERS + 3))


@pytest.mark.parametrize("others", [0, 1, 2])
def test_nobody_is_the_only_other(others: int) -> None:
    """One more speaker than lanes has a lane, rather than being "1 other"."""
    rows = [row(f"Speaker {n}", on(DAY), first=n) for n in range(TOP_SPEAKERS + others)]
    names = [lane.name for lane in timeline_of(rows).lanes]
    assert names[-1] == ("2 others" if others == 2 else f"Speaker {TOP_SPEAKERS + others - 1}")


def test_thousands_on_one_day_are_counted() -> None:
    """A few are drawn above each other; the rest is a number that leads to the first of it."""
    [lane] = timeline_of([row("Irena Valk", *[on(DAY)] * 5000)]).lanes
    assert len(lane.marks) == MOST_ROWS
    assert len({mark.y for mark in lane.marks}) == MOST_ROWS
    [more] = lane.more
    assert (more.count, more.anchor) == (5000 - MOST_ROWS, f"d1s{MOST_ROWS + 1}")
    assert lane.top < more.y < min(mark.y for mark in lane.marks)


def test_what_is_known_best_is_drawn_first() -> None:
    """Where there is no room for all, the widest intervals are only counted."""
    year = When(Period.year(2013), told=False)
    [lane] = timeline_of([row("Irena Valk", *[year] * 50, *[on(DAY)] * MOST_ROWS)]).lanes
    dots = [mark for mark in lane.marks if mark.width is None]
    assert len(dots) == MOST_ROWS


def test_a_lane_stands_below_the_one_before() -> None:
    """And every mark of it above its line."""
    rows = [row(f"Speaker {n}", *[on(DAY)] * n, first=10 * n) for n in range(1, 5)]
    timeline = timeline_of(rows)
    assert [lane.top for lane in timeline.lanes[1:]] > [lane.base for lane in timeline.lanes[:-1]]
    for lane in timeline.lanes:
        assert all(lane.top < mark.y < lane.base for mark in lane.marks)
    assert timeline.height > timeline.lanes[-1].base


_DAYS = st.integers(0, 4000).map(lambda days: date(2010, 1, 1) + timedelta(days))
_PERIODS = st.tuples(_DAYS, st.sampled_from([0, 0, 0, 6, 30, 365, 3000])).map(
    lambda given: Period(given[0], given[0] + timedelta(given[1]))
)


@given(st.lists(_PERIODS, min_size=1, max_size=60))
def test_no_mark_covers_another_and_none_is_lost(periods: list[Period]) -> None:
    """In a row they stand side by side; what is not placed is counted."""
    axis = TimeAxis.over(periods)
    lane = pack(axis, [(f"s{number}", period) for number, period in enumerate(periods)])
    assert len(lane.placed) + sum(one.count for one in lane.overflow) == len(periods)
    assert lane.rows <= MOST_ROWS + 1
    for number in range(lane.rows):
        of_row = [one for one in lane.placed if one.row == number]
        marks = sorted((one.x, one.x + (one.width or 0)) for one in of_row)
        for (_, end), (start, _) in pairwise(marks):
            assert start >= end - 0.2
