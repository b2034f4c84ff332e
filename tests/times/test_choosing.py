"""Of the days of one name, tense and nearness choose."""

from datetime import date

import pytest

from onrecord.times.choosing import nearest
from onrecord.times.forms import Calendar, Direction
from tests.times.found import WEDNESDAY

PAST, PRESENT, FUTURE = Direction.PAST, Direction.PRESENT, Direction.FUTURE


@pytest.mark.parametrize(
    ("form", "hint", "first"),
    [
        (Calendar(weekday=5), None, date(2033, 5, 6)),
        (Calendar(weekday=5), FUTURE, date(2033, 5, 13)),
        (Calendar(weekday=3), PAST, WEDNESDAY),
        (Calendar(weekday=3), FUTURE, WEDNESDAY),
        (Calendar(month=5), None, date(2033, 5, 1)),
        (Calendar(month=11), None, date(2032, 11, 1)),
        (Calendar(month=12), PAST, date(2032, 12, 1)),
        (Calendar(month=12), FUTURE, date(2033, 12, 1)),
        (Calendar(month=5, day=12), PAST, date(2033, 5, 12)),
        (Calendar(quarter=2), FUTURE, date(2033, 4, 1)),
        (Calendar(day=5), None, date(2033, 5, 5)),
        (Calendar(month=2, day=29), None, date(2032, 2, 29)),
        (Calendar(weekday=5, which=PAST), None, date(2033, 5, 6)),
        (Calendar(weekday=3, which=PAST), None, date(2033, 5, 4)),
        (Calendar(weekday=1, which=PRESENT), None, date(2033, 5, 9)),
        (Calendar(month=9, which=PRESENT), None, date(2033, 9, 1)),
        (Calendar(month=5, which=FUTURE), None, date(2034, 5, 1)),
        (Calendar(month=5, which=PAST), None, date(2032, 5, 1)),
    ],
)
def test_nearest(form: Calendar, hint: Direction | None, first: date) -> None:
    """What a date that leaves its year or week open means on Wednesday, 11 May 2033."""
    found = nearest(form, WEDNESDAY, hint, sure=True)
    assert found is not None
    assert found.first == first
