"""Dates as pages and tables write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.dates import name_date, read_date, url_date


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2019-05-03", "2019-05-03", "2019-05-03"),
        ("2019-05-03T23:40:00-08:00", "2019-05-03", "2019-05-03"),
        ("2019/5/3 10:00", "2019-05-03", "2019-05-03"),
        ("20190503", "2019-05-03", "2019-05-03"),
        ("Fri, 03 May 2019 10:40:00 GMT", "2019-05-03", "2019-05-03"),
        ("3 May 2019", "2019-05-03", "2019-05-03"),
        ("May 3rd, 2019", "2019-05-03", "2019-05-03"),
        ("Sept. 3, 2019", "2019-09-03", "2019-09-03"),
        ("23/05/2019", "2019-05-23", "2019-05-23"),
        ("05/23/2019", "2019-05-23", "2019-05-23"),
        ("1556880000", "2019-05-03", "2019-05-03"),
        ("1556880000000", "2019-05-03", "2019-05-03"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_read_date(written: str, first: str, last: str) -> None:
    """A day is a day in its own time zone; a month or a year is the interval it covers."""
    period = read_date(written)
    assert period is not None
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "written", ["", "yesterday", "03/04/2019", "2019-13-40", "0000-00-00", "12"]
)
def test_undecided(written: str) -> None:
    """What is no date, or could be two, is not decided."""
    assert read_date(written) is None


@given(st.text())
def test_any_text(written: str) -> None:
    """No text is an error."""
    read_date(written)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2019-05-03_courier_talks.txt", "2019-05-03"),
        ("clippings/courier_2019-05-03.txt", "2019-05-03"),
        ("clippings\\courier 2019-05-03 talks.txt", "2019-05-03"),
        ("2019-05-03/talks.txt", None),
        ("case-2019-05-03-04.txt", None),
        ("2019-13-03.txt", None),
        ("0019-05-03.txt", None),
        ("talks.txt", None),
    ],
)
def test_a_file_name_may_have_the_day(name: str, day: str | None) -> None:
    """A whole day, apart from other digits; not that of a folder."""
    found = name_date(name)
    assert (found and found.first.isoformat()) == day


@pytest.mark.parametrize(
    ("url", "first", "last"),
    [
        ("https://post.example/2019/05/03/talks", "2019-05-03", "2019-05-03"),
        ("https://post.example/world/2019/may/03/talks.html", "2019-05-03", "2019-05-03"),
        ("https://post.example/2019/05/talks", "2019-05-01", "2019-05-31"),
        ("https://post.example/2019/13/talks", None, None),
        ("https://post.example/talks?since=2019/05/03", None, None),
        ("https://post.example/news/66108", None, None),
        ("", None, None),
    ],
)
def test_an_address_may_have_the_day(url: str, first: str | None, last: str | None) -> None:
    """A day or a month in its path; not one that is asked for."""
    found = url_date(url)
    assert (
        (found.first.isoformat(), found.last.isoformat()) == (first, last)
        if found
        else first is None
    )
