"""A report is dated by what it states, else by what its text allows, else not at all."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.documents import text_document
from onrecord.domain.document import DateCandidate, DateConstraint, DateSource, Document
from onrecord.domain.span import Span
from onrecord.times.dating.dating import date_document
from tests.times.found import phrases

WAR = (
    "The assembly met on May 7. It will vote on May 23. "
    "It spoke of the two-year civil war in Syria."
)


def dated(text: str, held: tuple[DateConstraint, ...] = (), **facts: object) -> Document:
    document = replace(text_document(text), **facts)  # type: ignore[arg-type]
    return date_document(document, phrases(text), held)


def period(document: Document) -> tuple[str, str] | None:
    found = document.published
    return (found.first.isoformat(), found.last.isoformat()) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The corridor stays shut, the minister said.", None, id="nothing"),
        pytest.param("The minister spoke on Monday.", None, id="a weekday alone"),
        pytest.param(
            "KORVANA, 14 February. /ZNA/. The corridor stays shut.", None, id="a day of any year"
        ),
        pytest.param("Halden signed in 2012 and left in 2013.", None, id="open at the end"),
        pytest.param(WAR, ("2013-05-07", "2013-05-23"), id="a war and two days"),
        pytest.param(
            "KORVANA, 20 January. /ZNA/. They spoke of the accord of 12 February 2015 and of what "
            "was signed on February 12 last year.",
            ("2016-01-20", "2016-01-20"),
            id="the same date with its year and as last year's",
        ),
    ],
)
def test_the_text_dates_a_report(text: str, expected: tuple[str, str] | None) -> None:
    """The narrowest interval that the evidence supports; none where it is open at an end."""
    assert period(dated(text)) == expected


def test_an_inferred_date_has_its_reasons() -> None:
    """Each with its words, which stand in the text."""
    found = dated(WAR).published
    assert found is not None
    assert found.how is DateSource.INFERRED
    words = {span.of(WAR) for reason in found.reasons for span in reason.evidence}
    assert {"May 7", "May 23", "two-year"} <= words
    assert {span for reason in found.reasons for span in reason.evidence} == set(found.evidence)


def test_a_stated_day_goes_before_what_the_text_allows() -> None:
    """Metadata are the first candidate, and nothing is inferred beside them."""
    day = date(2019, 5, 3)
    stated = DateCandidate(day, day, DateSource.METADATA, "published", "2019-05-03")
    assert dated(WAR, dates=(stated,)).dates == (stated,)


def test_a_day_of_modification_is_none_of_publication() -> None:
    """It stays a candidate of its own role."""
    day = date(2019, 5, 3)
    changed = DateCandidate(day, day, DateSource.METADATA, "modified", "2019-05-03", "modified")
    found = dated(WAR, dates=(changed,))
    assert found.dates[0] == changed
    assert period(found) == ("2013-05-07", "2013-05-23")


def test_a_line_with_the_day_states_it() -> None:
    """Above the report, with its words as evidence."""
    text = "Published on Friday, 3 May 2019\n\nThe corridor stays shut, the minister said."
    found = dated(text).published
    assert found is not None
    assert (found.first, found.how) == (date(2019, 5, 3), DateSource.STATED)
    assert "3 May 2019" in found.evidence[0].of(text)


def test_holders_of_offices_narrow_the_interval() -> None:
    """What `actors` hands over meets the rest."""
    text = "Minister Valk met the assembly on May 7."
    held = DateConstraint(
        "office-holder",
        date(2013, 1, 1),
        date(2013, 12, 31),
        (Span(0, 13),),
        "Irena Valk, minister: 2013",
    )
    found = dated(text, (held,)).published
    assert found is not None
    assert date(2013, 1, 1) <= found.first <= date(2013, 5, 7) <= found.last
    assert found.last <= date(2013, 12, 31)


def test_dating_again_changes_nothing() -> None:
    """A dated document is left as it is."""
    once = dated(WAR)
    assert date_document(once, phrases(WAR)) is once
