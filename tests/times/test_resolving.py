"""Expressions get TIMEX3 values and the days they cover, as far as the publication is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.period import Period
from onrecord.domain.time import TimeStep
from tests.times.found import WEDNESDAY, published, times, values

SENTENCE = (
    "Irena Valk said on Friday that the talks of May 7 and of last week had failed; in June 2012, "
    "in December and tomorrow, this month and in the third quarter, on Christmas, next spring, "
    "two days later, that year, over the weekend and at 6 p.m. on Monday."
)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("May 7, 2013", "2013-05-07"),
        ("7 May", "2033-05-07"),
        ("Feb. 25", "2033-02-25"),
        ("02/13/98", "1998-02-13"),
        ("13.02.2017", "2017-02-13"),
        ("May 1998", "1998-05"),
        ("early 2012", "2012"),
        ("fiscal 1989", "1989"),
        ("the third quarter of 1984", "1984-Q3"),
        ("the first quarter", "2033-Q1"),
        ("the first half of 2019", "2019-H1"),
        ("the second half of June", "2033-06"),
        ("the winter of 1994", "1994-WI"),
        ("the 1980s", "198X"),
        ("the late '80s", "198X"),
        ("the 20th century", "19XX"),
        ("Friday", "2033-05-06"),
        ("last Friday", "2033-05-06"),
        ("next Friday", "2033-05-20"),
        ("this Thursday", "2033-05-12"),
        ("yesterday", "2033-05-10"),
        ("the day after tomorrow", "2033-05-13"),
        ("tonight", "2033-05-11TNI"),
        ("this morning", "2033-05-11TMO"),
        ("Friday night", "2033-05-06TNI"),
        ("last week", "2033-W18"),
        ("this month", "2033-05"),
        ("next year", "2034"),
        ("next spring", "2034-SP"),
        ("last May", "2032-05"),
        ("the week after next", "2033-W21"),
        ("last weekend", "2033-W18-WE"),
        ("a year ago", "2032"),
        ("three years ago today", "2030-05-11"),
        ("six weeks ago", "2033-W13"),
        ("two years and three weeks ago", "2031-W16"),
        ("a decade ago", "2023"),
        ("a week from Friday", "2033-05-20"),
        ("two weeks after Christmas", "2033-01-08"),
        ("July last year", "2032-07"),
        ("Friday of next week", "2033-05-20"),
        ("the first week of March", "2033-W09"),
        ("the last Friday of March", "2033-03-25"),
        ("the week of March 7", "2033-W10"),
        ("Easter", "2033-04-17"),
        ("Easter Monday", "2033-04-18"),
        ("New Year's Day", "2033-01-01"),
        ("February 15-16", "2033-02-15/2033-02-16"),
        ("1990-95", "1990/1995"),
        ("9:30 a.m. EST", "2033-05-11T09:30"),
        ("noon", "2033-05-11T12:00"),
        ("1800 GMT", "2033-05-11T18:00"),
        ("4 in the afternoon", "2033-05-11T16:00"),
        ("six months", "P6M"),
        ("2 1/2 years", "P2Y6M"),
        ("a minute and a half", "PT1M30S"),
        ("two hours and ten minutes", "PT2H10M"),
        ("several years", "PXY"),
        ("the next three quarters", "P9M"),
        ("the past decade", "P10Y"),
        ("decades of war", "PXE"),
        ("a while", "PXX"),
        ("daily", "P1D"),
        ("every year", "P1Y"),
        ("each Monday", "XXXX-WXX-1"),
        ("Tuesday nights", "XXXX-WXX-2TNI"),
        ("every other week", "P2W"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("in the future", "FUTURE_REF"),
    ],
)
def test_value(words: str, value: str) -> None:
    """TIMEX3's value of an expression in a report of Wednesday, 11 May 2033."""
    assert list(values(f"For {words}.").values()) == [value]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("May 7, 2013", date(2013, 5, 7), date(2013, 5, 7)),
        ("last week", date(2033, 5, 2), date(2033, 5, 8)),
        ("the third quarter of 1984", date(1984, 7, 1), date(1984, 9, 30)),
        ("February 15-16", date(2033, 2, 15), date(2033, 2, 16)),
        ("Friday night", date(2033, 5, 6), date(2033, 5, 6)),
        ("late January", date(2033, 1, 16), date(2033, 1, 31)),
        ("earlier this month", date(2033, 5, 1), date(2033, 5, 11)),
        ("later this year", date(2033, 5, 11), date(2033, 12, 31)),
        ("the past three months", date(2033, 2, 11), date(2033, 5, 11)),
        ("the next two weeks", date(2033, 5, 11), date(2033, 5, 25)),
    ],
)
def test_period(words: str, first: date, last: date) -> None:
    """The days that an expression covers."""
    (found,) = times(f"It was in {words}.")
    assert found.period == Period(first, last)


@pytest.mark.parametrize("words", ["six months", "fiscal 1989", "now", "every day"])
def test_no_days(words: str) -> None:
    """Durations that adjoin nothing, fiscal years, references and sets cover no known days."""
    (found,) = times(f"It was for {words}.")
    assert found.period is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Talks will start Feb. 25.", "2034-02-25"),
        ("Talks will start on Jan. 5.", "2034-01-05"),
        ("Talks began in October.", "2032-10"),
        ("They will meet on Friday.", "2033-05-13"),
        ("They met on Friday.", "2033-05-06"),
        ("The army must leave by August 1.", "2033-08-01"),
        ("Since June they have waited.", "2032-06"),
        ("They met on Saturday, May 14.", "2033-05-14"),
        ("They met on Tuesday, May 14.", "2033-05-14"),
        ("The dividend was cut and is payable June 1.", "2033-06-01"),
    ],
)
def test_direction_of_open_dates(text: str, value: str) -> None:
    """Tense and preposition say which year or week is meant."""
    assert list(values(text).values()) == [value]


@pytest.mark.parametrize(
    ("text", "words", "value", "anchor"),
    [
        (
            "It fell on 3 May 2031. Two days later it rose.",
            "Two days later",
            "2031-05-05",
            "3 May 2031",
        ),
        ("It fell on 3 May 2031. A month later it rose.", "A month later", "2031-06", "3 May 2031"),
        ("It fell on 3 May 2031. That year it rose.", "That year", "2031", "3 May 2031"),
        (
            "It fell in 1995. The following October it rose.",
            "The following October",
            "1995-10",
            "1995",
        ),
        (
            "It fell on 3 May 2031, a week earlier than Ostrel.",
            "a week earlier",
            "2031-W17",
            "3 May 2031",
        ),
        (
            "It fell on 3 May 2031. The next morning it rose.",
            "The next morning",
            "2031-05-04TMO",
            "3 May 2031",
        ),
        ("It fell on 3 May 2031 at 10 p.m. in rain.", "10 p.m.", "2031-05-03T22:00", "3 May 2031"),
        (
            "Of the third quarter, or a year earlier.",
            "a year earlier",
            "2032-Q3",
            "the third quarter",
        ),
    ],
)
def test_counted_from_the_text(text: str, words: str, value: str, anchor: str) -> None:
    """What is counted from the text names the expression that it is counted from."""
    found = next(one for one in times(text) if one.span.of(text) == words)
    assert found.anchor is not None
    assert (found.value, found.step, found.anchor.of(text)) == (value, TimeStep.TEXT, anchor)


def test_what_was_compared_is_no_anchor() -> None:
    """`A year earlier` is never counted from another `a year earlier`."""
    text = "In the third quarter of 2031 it lost, a year earlier it won; a year earlier it rose."
    assert [one.value for one in times(text)] == ["2031-Q3", "2030-Q3", "2030-Q3"]


def test_ends_of_a_range_share_their_year() -> None:
    """The first of two ends lies before the second, whose year counts for both."""
    text = "From January to March 2015 and between November and February 2020."
    assert [one.value for one in times(text)] == ["2015-01", "2015-03", "2019-11", "2020-02"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Friday", "XXXX-WXX-5"),
        ("May 7", "XXXX-05-07"),
        ("last week", "XXXX-WXX"),
        ("December", "XXXX-12"),
        ("tomorrow", "XXXX-XX-XX"),
        ("the third quarter", "XXXX-Q3"),
        ("Christmas", "XXXX-12-25"),
        ("next spring", "XXXX-SP"),
        ("the weekend", "XXXX-WXX-WE"),
        ("Friday night", "XXXX-WXX-5TNI"),
        ("last year", "XXXX"),
    ],
)
def test_without_publication(words: str, value: str) -> None:
    """Where nothing is known to count from, the value has X and there are no days."""
    (found,) = times(f"It was on {words}.", None)
    assert (found.value, found.period, found.step) == (value, None, TimeStep.UNRESOLVED)


def test_stated_dates_need_no_publication() -> None:
    """A date with its year is the same whenever the report was published."""
    (found,) = times("It fell in June 2012.", None)
    assert (found.value, found.step) == ("2012-06", TimeStep.STATED)


@pytest.mark.parametrize(
    ("words", "value", "period"),
    [
        ("Friday", "2033-05-XX", Period(date(2033, 5, 6), date(2033, 5, 13))),
        ("May 7", "2033-05-07", Period.day(date(2033, 5, 7))),
        ("last month", "2033-04", Period.month(2033, 4)),
        ("last week", "2033-WXX", Period(date(2033, 5, 2), date(2033, 5, 15))),
        ("yesterday", "2033-05-XX", Period(date(2033, 5, 10), date(2033, 5, 16))),
        ("last year", "2032", Period.year(2032)),
    ],
)
def test_published_within_days(words: str, value: str, period: Period) -> None:
    """For an interval of publication the value says what holds for all of it, the days cover it."""
    (found,) = times(f"It was {words}.", published(WEDNESDAY, date(2033, 5, 17)))
    assert (found.value, found.period) == (value, period)


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 900), st.integers(0, 900))
def test_intervals_hold_every_day_of_theirs(first: date, length: int, inside: int) -> None:
    """What is resolved for an interval of publication covers what each of its days gives."""
    last = date.fromordinal(first.toordinal() + length)
    day = date.fromordinal(first.toordinal() + inside % (length + 1))
    wide, narrow = times(SENTENCE, published(first, last)), times(SENTENCE, published(day))
    for outer, inner in zip(wide, narrow, strict=True):
        if outer.period is not None and inner.period is not None:
            assert outer.period.first <= inner.period.first
            assert inner.period.last <= outer.period.last


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_day_of_publication(day: date) -> None:
    """At either end of the calendar nothing fails."""
    assert all(found.value for found in times(SENTENCE, published(day)))
