"""From the day that a relative expression means, back to the days it was written on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.period import Period
from onrecord.times.dating.counted import written_on
from onrecord.times.dating.days import days_between
from onrecord.times.forms import Direction
from tests.times.found import phrases, published, times

MONDAY = Period.day(date(2013, 9, 9))
SUMMIT = Period(date(2013, 9, 5), date(2013, 9, 6))


def may_be_of(text: str, meant: Period, day: str, hint: Direction | None = None) -> bool:
    (phrase,) = phrases(text)
    days = written_on(phrase, meant, hint)
    assert days is not None
    at = date.fromisoformat(day)
    return bool(days & days_between(at, at))


@pytest.mark.parametrize(
    ("text", "meant", "inside", "outside"),
    [
        ("on Monday", MONDAY, ("2013-09-09", "2013-09-15", "2013-09-03"), ("2013-09-20",)),
        ("last Monday", MONDAY, ("2013-09-09", "2013-09-20"), ("2013-09-08",)),
        ("next Monday", MONDAY, ("2013-09-01",), ("2013-09-10",)),
        ("on Friday", SUMMIT, ("2013-09-06", "2013-09-10"), ("2013-09-20",)),
        ("yesterday", MONDAY, ("2013-09-10",), ("2013-09-09",)),
        ("this week", MONDAY, ("2013-09-09", "2013-09-13"), ("2013-09-20",)),
        ("last week", MONDAY, ("2013-09-16",), ("2013-09-12", "2013-09-26")),
        ("next week", MONDAY, ("2013-09-04",), ("2013-09-16",)),
        ("last month", MONDAY, ("2013-10-01", "2013-10-31"), ("2013-09-30",)),
        ("this year", MONDAY, ("2013-01-01", "2013-12-31"), ("2014-01-01",)),
        ("last year", MONDAY, ("2014-01-01", "2014-12-31"), ("2013-12-31",)),
        ("two years ago", MONDAY, ("2015-09-01",), ("2013-12-31", "2017-01-01")),
        ("in September", MONDAY, ("2013-09-01", "2014-05-01"), ("2015-09-01",)),
        ("September 9 last year", MONDAY, ("2014-06-01",), ("2013-09-10",)),
    ],
)
def test_relative_expressions_are_counted_back(
    text: str, meant: Period, inside: tuple[str, ...], outside: tuple[str, ...]
) -> None:
    """A day, a week, a month or a year before or after."""
    assert all(may_be_of(text, meant, day) for day in inside)
    assert not any(may_be_of(text, meant, day) for day in outside)


def test_a_direction_leaves_half() -> None:
    """`on Monday` of something past, or of something to come."""
    assert not may_be_of("on Monday", MONDAY, "2013-09-05", Direction.PAST)
    assert not may_be_of("on Monday", MONDAY, "2013-09-10", Direction.FUTURE)


@pytest.mark.parametrize("text", ["on Tuesday", "in May", "May 7"])
def test_another_day_was_not_meant(text: str) -> None:
    """No day of the report makes these words mean that day."""
    (phrase,) = phrases(text)
    assert not written_on(phrase, MONDAY)


@pytest.mark.parametrize(
    "text", ["9 September 2013", "the 1990s", "two days later", "for two days"]
)
def test_what_is_not_counted_from_the_report_says_nothing(text: str) -> None:
    """Whole dates, durations, what the text itself is counted from."""
    (phrase,) = phrases(text)
    assert written_on(phrase, MONDAY) is None


@given(
    st.dates(date(2005, 1, 1), date(2025, 12, 31)),
    st.sampled_from(
        ["yesterday", "on Monday", "last week", "last month", "last year", "this week"]
    ),
)
def test_counting_back_undoes_counting(day: date, text: str) -> None:
    """The report's own day is among those on which its words may have been written."""
    (expression,) = times(text, published(day))
    assert expression.period is not None
    (phrase,) = phrases(text)
    days = written_on(phrase, expression.period)
    assert days is not None
    assert days & days_between(day - timedelta(0), day)
