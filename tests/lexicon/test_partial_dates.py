"""Dates of reduced precision."""

from datetime import date

import pytest

from onrecord.lexicon.partial_dates import first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("", None, None),
        ("2004", date(2004, 1, 1), date(2004, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2004-03-09", date(2004, 3, 9), date(2004, 3, 9)),
    ],
)
def test_a_month_or_year_is_all_its_days(text, first, last):
    """The first and the last day that the text leaves open."""
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["2004-13", "2004-02-30", "soon", "2004-3", "04"])
def test_what_is_no_date_is_an_error(text):
    """A typing error in a table does not become a date."""
    with pytest.raises(ValueError, match=r".+"):
        first_day(text)
    with pytest.raises(ValueError, match=r".+"):
        last_day(text)
