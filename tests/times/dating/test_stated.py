"""Dates that a report states above its text."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.documents import text_document
from onrecord.domain.document import DateCandidate, DateSource
from onrecord.times.dating.clue import Reason
from onrecord.times.dating.stated import DATE_LINE, DATELINE, dateline_clues, stated_dates
from tests.times.dating.scenes import allows
from tests.times.found import phrases

BODY = "The corridor stays shut, the minister said.\n\nNobody went home. The talks go on."


@pytest.mark.parametrize(
    ("text", "field", "role", "day"),
    [
        ("Published on Friday, 3 May 2019\n\n" + BODY, DATE_LINE, "published", "2019-05-03"),
        ("Updated 4 May 2019\n\n" + BODY, DATE_LINE, "modified", "2019-05-04"),
        ("KORVANA, 3 May 2019. /ZNA/. " + BODY, DATELINE, "published", "2019-05-03"),
    ],
)
def test_a_line_above_the_report(text: str, field: str, role: str, day: str) -> None:
    """It is told apart what it dates, and whether the report runs on in the line."""
    (found,) = stated_dates(text_document(text), phrases(text))
    assert (found.field, found.role, found.first.isoformat()) == (field, role, day)
    assert found.how is DateSource.STATED
    assert found.raw == found.evidence[0].of(text)


def test_a_dateline_without_its_year() -> None:
    """Of the year of the metadata, also over New Year; alone it states no day."""
    text = "KORVANA, 31 December. /ZNA/. " + BODY
    document = text_document(text)
    assert list(stated_dates(document, phrases(text))) == []
    day = date(2019, 1, 2)
    given = DateCandidate(day, day, DateSource.METADATA, "published", "2019-01-02")
    (found,) = stated_dates(replace(document, dates=(given,)), phrases(text))
    assert found.first == found.last == date(2018, 12, 31)


def test_a_day_of_every_year() -> None:
    """For inference a dateline is that day of any year; the weekday of its news narrows which."""
    text = "KORVANA, 13 February. /ZNA/. The minister stepped down on Monday.\n\n" + BODY
    line, weekday = dateline_clues(text_document(text), phrases(text))
    assert (line.reason, weekday.reason) == (Reason.DATELINE, Reason.NEWS_DAY)
    assert allows(line, "2016-02-13")
    assert not allows(line, "2016-02-14")
    assert [year for year in range(2013, 2019) if allows(weekday, f"{year}-02-13")] == [
        2013,
        2017,
        2018,
    ]


@pytest.mark.parametrize(
    "text",
    [
        BODY + "\n\nIt rained.\n\nKORVANA, 13 February. /ZNA/. The talks go on.",
        "KORVANA. /ZNA/. " + BODY,
        BODY,
    ],
)
def test_no_date_above_the_report(text: str) -> None:
    """What stands further down may be of another report."""
    assert list(dateline_clues(text_document(text), phrases(text))) == []
