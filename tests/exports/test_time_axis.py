"""Days from left to right."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.period import Period
from onrecord.exports.time_axis import MOST_TICKS, TimeAxis

_PERIODS = st.tuples(st.dates(), st.dates()).map(lambda days: Period(min(days), max(days)))


def ticks_over(*periods: Period) -> list[str]:
    """The labels, each with its year where one stands below it."""
    ticks = TimeAxis.over(periods).ticks()
    return [f"{tick.label} {tick.year}".strip() for tick in ticks]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2013, 9, 9), date(2013, 9, 9), ["5 Sep 2013", "7 Sep", "9 Sep", "11 Sep", "13 Sep"]),
        (date(2013, 12, 9), date(2014, 1, 21), ["8 Dec 2013", "22 Dec", "5 Jan 2014", "19 Jan"]),
        (date(2013, 9, 9), date(2014, 2, 1), ["Oct 2013", "Nov", "Dec", "Jan 2014", "Feb"]),
        (date(2013, 9, 9), date(2017, 2, 1), ["2014", "2015", "2016", "2017"]),
        (date(1913, 9, 9), date(2017, 2, 1), ["1920", "1940", "1960", "1980", "2000", "2020"]),
    ],
)
def test_ticks_are_round_days_months_or_years(
    first: date, last: date, expected: Sequence[str]
) -> None:
    """As fine as a few labels can be; the year is said where it begins."""
    assert ticks_over(Period.day(first), Period.day(last)) == expected


@given(st.lists(_PERIODS, min_size=1, max_size=5))
def test_every_period_can_be_seen(periods: list[Period]) -> None:
    """In part at least, on an axis of any days; narrow ones whole, and few labels below."""
    axis = TimeAxis.over(periods)
    for period in periods:
        start, end = axis.at(period.first.toordinal()), axis.at(period.last.toordinal() + 1)
        assert start < 100
        assert end > 0
        if period.days == 1:
            assert 0 < start < end < 100
    assert len(axis.ticks()) <= MOST_TICKS
    assert all(0 <= tick.x <= 100 for tick in axis.ticks())


def test_a_wide_interval_does_not_press_the_others_into_a_point() -> None:
    """It is cut at both ends."""
    century = Period(date(1920, 1, 1), date(2020, 1, 1))
    axis = TimeAxis.over([century, Period.day(date(2013, 3, 3)), Period.day(date(2013, 9, 3))])
    assert axis.at(century.first.toordinal()) < 0
    assert axis.at(century.last.toordinal()) > 100
    assert axis.end - axis.start < 250
