"""Sets of days behave as sets, and know what bounds them."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.period import Period
from onrecord.times.dating.days import (
    ALL_DAYS,
    FIRST_DAY,
    LAST_DAY,
    days_between,
    days_of,
    has_both_ends,
    on_weekdays,
    open_period,
    period_of,
    runs,
    union,
)

days = st.dates(FIRST_DAY, LAST_DAY)


@given(days, days)
def test_days_between_are_those_of_the_period(one: date, other: date) -> None:
    """Both ends are included; the other way round there is none."""
    first, last = min(one, other), max(one, other)
    assert period_of(days_between(first, last)) == Period(first, last)
    assert days_between(first, last).bit_count() == (last - first).days + 1
    assert not days_between(last + timedelta(1), first)


@given(days, days, days, days)
def test_sets_meet_as_periods_do(a: date, b: date, c: date, d: date) -> None:
    """What two unbroken sets share is what the periods share."""
    one, other = Period(min(a, b), max(a, b)), Period(min(c, d), max(c, d))
    shared = days_between(one.first, one.last) & days_between(other.first, other.last)
    assert period_of(shared) == one.meet(other)


def test_a_day_of_every_year_skips_years_without_it() -> None:
    """29 February comes in leap years only."""
    found = list(runs(days_of(2, 29)))
    assert {period.first.year % 4 for period in found} == {0}
    assert all(period.days == 1 for period in found)


def test_weekdays_are_those_of_the_calendar() -> None:
    """Mondays and the day after, all through."""
    found = on_weekdays(1, 1)
    seen = {period.first.isoweekday() for period in runs(found)}
    assert seen == {1}
    assert all(period.days == 2 for period in list(runs(found))[1:-1])


def test_an_end_that_nothing_bounds_is_open() -> None:
    """From a day on: no last one."""
    day = date(2013, 9, 6)
    assert open_period(days_between(day, None)) == (day, None)
    assert open_period(days_between(None, day)) == (None, day)
    assert not has_both_ends(days_between(day, None))
    assert has_both_ends(days_between(day, day))


def test_a_day_of_every_year_has_no_ends() -> None:
    """A dateline's `14 February` alone dates nothing."""
    assert not has_both_ends(days_of(2, 14))
    assert not has_both_ends(0)
    assert not has_both_ends(ALL_DAYS)


@given(st.lists(st.tuples(days, st.integers(0, 40)), max_size=6))
def test_runs_make_up_the_set(stretches: list[tuple[date, int]]) -> None:
    """Unbroken stretches, in order, apart from each other, nothing lost."""
    found = union(days_between(day, day + timedelta(more)) for day, more in stretches)
    parts = list(runs(found))
    assert union(days_between(part.first, part.last) for part in parts) == found
    assert all(b.first - a.last > timedelta(1) for a, b in itertools.pairwise(parts))
