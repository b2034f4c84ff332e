"""Days with a name fall where their rule puts them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.times import time_words
from onrecord.times.feasts import easter, feast_day, orthodox_easter

YEARS = st.integers(1600, 2400)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        # Days of 2013 as calendars of that year have them.
        ("easter", date(2013, 3, 31)),
        ("orthodox easter", date(2013, 5, 5)),
        ("good friday", date(2013, 3, 29)),
        ("pentecost", date(2013, 5, 19)),
        ("thanksgiving", date(2013, 11, 28)),
        ("black friday", date(2013, 11, 29)),
        ("memorial day", date(2013, 5, 27)),
        ("labor day", date(2013, 9, 2)),
        ("election day", date(2013, 11, 5)),
        ("christmas eve", date(2013, 12, 24)),
    ],
)
def test_day(name: str, day: date) -> None:
    """Some known days."""
    assert feast_day(name, day.year) == day


@given(YEARS)
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    """Easter lies between 22 March and 25 April, the Julian one not before it."""
    assert easter(year).isoweekday() == orthodox_easter(year).isoweekday() == 7
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
    assert easter(year) <= orthodox_easter(year)


@given(st.sampled_from(sorted(time_words().feasts)), YEARS)
def test_every_name_has_its_day(name: str, year: int) -> None:
    """Each name of the lexicon has one day in each year."""
    assert feast_day(name, year).year == year
