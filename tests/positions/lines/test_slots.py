"""Points are in order of time as far as there is one."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.line import Point
from onrecord.domain.period import Period
from onrecord.positions.lines.slots import placed
from tests.positions.lines.reports import FOR, START, UNCLEAR, Told, day, line


def points(*said: Period | None) -> tuple[Point, ...]:
    return line(*(Told(one, FOR) for one in said)).points


def test_points_of_one_day_share_a_slot() -> None:
    """Nobody knows which of them came first."""
    order = placed(points(day(3), day(3), day(4)))
    assert [len(slot.points) for slot in order.slots] == [2, 1]


def test_a_week_around_one_day_joins_it_and_a_year_around_two_is_open() -> None:
    """What may have come before either of two days comes nowhere."""
    week, year = Period(date(2031, 2, 27), date(2031, 3, 5)), Period.year(2031)
    order = placed(points(day(3), day(4), week, year, None))
    assert [slot.period for slot in order.slots] == [week, day(4)]
    assert [point.said for point in order.open] == [year, None]


def test_unclear_points_take_no_place() -> None:
    """They have no side that could shift."""
    order = placed(line(Told(day(3), UNCLEAR), Told(None, UNCLEAR)).points)
    assert (order.slots, order.open) == ((), ())


_periods = st.builds(
    lambda start, days: Period(START + timedelta(start), START + timedelta(start + days)),
    st.integers(0, 60),
    st.integers(0, 40),
)


@given(st.lists(st.none() | _periods, max_size=20))
def test_slots_never_share_a_day_and_no_point_is_lost(said: list[Period | None]) -> None:
    """Slots are strictly in order; every point with a side is in one of them, or open."""
    given_points = points(*said)
    order = placed(given_points)
    assert all(one.period.last < other.period.first for one, other in pairwise(order.slots))
    there = [point for slot in order.slots for point in slot.points]
    assert sorted([*there, *order.open], key=id) == sorted(given_points, key=id)
    for slot in order.slots:
        within = [point.said for point in slot.points if point.said]
        assert slot.period == Period(min(p.first for p in within), max(p.last for p in within))
