"""Days, weeks, months and longer cells of the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.times.cells import Cell, moved
from onrecord.times.forms import Unit

UNITS = (
    Unit.DAY,
    Unit.WEEK,
    Unit.MONTH,
    Unit.QUARTER,
    Unit.SEASON,
    Unit.HALF,
    Unit.YEAR,
    Unit.DECADE,
)


@pytest.mark.parametrize(
    ("unit", "value", "first", "last"),
    [
        (Unit.DAY, "2033-01-01", date(2033, 1, 1), date(2033, 1, 1)),
        (Unit.WEEK, "2032-W53", date(2032, 12, 27), date(2033, 1, 2)),
        (Unit.WEEKEND, "2032-W53-WE", date(2033, 1, 1), date(2033, 1, 2)),
        (Unit.MONTH, "2033-01", date(2033, 1, 1), date(2033, 1, 31)),
        (Unit.QUARTER, "2033-Q1", date(2033, 1, 1), date(2033, 3, 31)),
        (Unit.SEASON, "2032-WI", date(2032, 12, 1), date(2033, 2, 28)),
        (Unit.HALF, "2033-H1", date(2033, 1, 1), date(2033, 6, 30)),
        (Unit.YEAR, "2033", date(2033, 1, 1), date(2033, 12, 31)),
        (Unit.DECADE, "203X", date(2030, 1, 1), date(2039, 12, 31)),
        (Unit.CENTURY, "20XX", date(2000, 1, 1), date(2099, 12, 31)),
    ],
)
def test_the_cell_of_a_day(unit: Unit, value: str, first: date, last: date) -> None:
    """The cells that 1 January 2033, a Saturday, lies in."""
    cell = Cell.around(unit, date(2033, 1, 1))
    assert (cell.value, cell.period.first, cell.period.last) == (value, first, last)


@given(st.sampled_from(UNITS), st.dates(date(1500, 1, 1), date(2500, 1, 1)))
def test_cells_tile_the_calendar(unit: Unit, day: date) -> None:
    """A day lies in its cell, and the next cell begins where that one ends."""
    cell = Cell.around(unit, day)
    assert cell.period.contains(day)
    assert cell.moved(1).first.toordinal() == cell.period.last.toordinal() + 1
    assert cell.moved(1).moved(-1) == cell


@pytest.mark.parametrize(
    ("unit", "steps", "day"),
    [
        (Unit.DAY, -2, date(2032, 1, 29)),
        (Unit.MONTH, 1, date(2032, 2, 29)),
        (Unit.YEAR, 1, date(2033, 1, 31)),
        (Unit.QUARTER, -1, date(2031, 10, 31)),
    ],
)
def test_a_day_moved(unit: Unit, steps: int, day: date) -> None:
    """So many units from 31 January 2032; in a shorter month its last day."""
    assert moved(date(2032, 1, 31), unit, steps) == day


@pytest.mark.parametrize(
    ("unit", "steps"), [(Unit.YEAR, 9000), (Unit.DAY, -(10**6)), (Unit.DAY, 10**12)]
)
def test_beyond_the_calendar(unit: Unit, steps: int) -> None:
    """Where the calendar of dates ends, moving fails with a ValueError."""
    with pytest.raises(ValueError, match="beyond the calendar"):
        moved(date(2033, 1, 1), unit, steps)
