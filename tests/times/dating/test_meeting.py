"""Clues meet on the days that most of them allow."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.span import Span
from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.days import ALL_DAYS, days_between, days_of
from onrecord.times.dating.meeting import SURE, meet


def clue(
    first: date | None, last: date | None, reason: Reason = Reason.OFFICE_HOLDER, at: int = 0
) -> Clue:
    return Clue(reason, days_between(first, last), (Span(at, at + 1),), "made up")


def test_without_clues_every_day_is_left() -> None:
    """And no reason for any."""
    met = meet(())
    assert met.days == ALL_DAYS
    assert met.reasons == met.contradictions == ()


def test_what_all_allow_is_left() -> None:
    """The reasons are those that make it narrower, and no others."""
    wide = clue(date(2012, 1, 1), None)
    low = clue(date(2013, 9, 6), None, Reason.SUDDEN_EVENT)
    high = clue(None, date(2013, 9, 9), Reason.UNDATED_AHEAD)
    met = meet((wide, low, high))
    assert met.days == days_between(date(2013, 9, 6), date(2013, 9, 9))
    assert set(met.reasons) == {low, high}
    assert met.contradictions == ()


def test_a_clue_against_all_others_is_set_aside_and_named() -> None:
    """Two say 2013 and one says 2001: that one contradicts."""
    one = clue(date(2013, 1, 1), date(2013, 12, 31))
    other = clue(date(2013, 6, 1), date(2014, 12, 31), Reason.STATUS)
    odd = clue(date(2001, 1, 1), date(2001, 12, 31), Reason.RUNNING)
    met = meet((one, odd, other))
    assert met.days == days_between(date(2013, 6, 1), date(2013, 12, 31))
    assert met.contradictions == (odd,)


def test_the_surer_kind_wins() -> None:
    """A known event against a candidate of some year."""
    sure = clue(date(2015, 1, 1), None, Reason.SUDDEN_EVENT)
    weak = clue(None, date(2012, 1, 1), Reason.RUNNING)
    met = meet((weak, sure))
    assert met.days == sure.days
    assert met.contradictions == (weak,)


def test_a_day_of_every_year_meets_a_year() -> None:
    """Sets have gaps: `14 February` within 2015 to 2016 leaves two days, not two years."""
    yearly = Clue(Reason.DATELINE, days_of(2, 14), (Span(0, 1),), "the day of the dateline")
    met = meet((yearly, clue(date(2015, 1, 1), date(2016, 1, 31))))
    assert met.days == days_between(date(2015, 2, 14), date(2015, 2, 14))


dates = st.dates(date(1995, 1, 1), date(2030, 1, 1))


@given(st.lists(st.tuples(dates, dates, st.sampled_from(list(SURE))), max_size=7))
def test_something_is_always_left_and_every_clue_is_accounted_for(rows) -> None:
    """No set of clues leaves nothing; every reason allows some of what is left."""
    clues = [clue(min(a, b), max(a, b), reason, at) for at, (a, b, reason) in enumerate(rows)]
    met = meet(clues)
    assert met.days
    assert all(found.days & met.days for found in met.reasons)
    assert all(not found.days & met.days for found in met.contradictions)
    assert not set(met.reasons) & set(met.contradictions)
