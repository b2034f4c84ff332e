"""Dates in a text bound its day: with their year by themselves, without it by being near."""

import pytest

from onrecord.times.dating.calendar_dates import dated_clues, nearest_clue, undated_clues
from onrecord.times.dating.clue import Reason
from tests.times.dating.scenes import allows, scene


@pytest.mark.parametrize(
    ("text", "reason", "day_before", "day"),
    [
        ("Halden signed on 6 May 2013.", Reason.DATED, "2013-05-04", "2013-05-06"),
        ("Halden signed in May 2013.", Reason.DATED, "2013-04-29", "2013-05-01"),
        ("The fleet sailed in 2012 and came back.", Reason.YEAR, "2011-12-30", "2012-01-01"),
    ],
)
def test_a_report_is_no_older_than_what_it_tells(
    text: str, reason: Reason, day_before: str, day: str
) -> None:
    """A day is left for the time zones."""
    (clue,) = dated_clues(scene(text))
    assert clue.reason is reason
    assert not allows(clue, day_before)
    assert allows(clue, day)


@pytest.mark.parametrize(
    "text",
    [
        "Halden will vote on 6 May 2013.",
        "Halden wants to be ready by 2020.",
        "The 2016 election divides Halden.",
        "He is a candidate in the May 2016 election.",
        "They hope for a vote in May 2016.",
        "This report was amended on 14 August 2017.",
        "Halden held out for two years.",
    ],
)
def test_plans_and_names_bound_nothing(text: str) -> None:
    """What is to come may be of a later year, and a vote is called by its year long before."""
    assert list(dated_clues(scene(text))) == []


@pytest.mark.parametrize(
    ("text", "reason", "inside", "outside"),
    [
        ("Halden signed on May 7.", Reason.UNDATED, "2013-05-07", "2013-05-06"),
        ("On May 7, Halden signed the accord.", Reason.UNDATED, "2013-06-01", "2013-05-06"),
        ("Halden will sign on May 23.", Reason.UNDATED_AHEAD, "2013-05-23", "2013-05-24"),
        ("Halden signed in March.", Reason.MONTH, "2013-03-01", "2013-02-20"),
        ("Halden will sign in March.", Reason.MONTH_AHEAD, "2013-03-31", "2013-04-10"),
        ("Halden signs Monday, May 6.", Reason.WEEKDAY_AND_DATE, "2013-05-06", "2014-05-06"),
    ],
)
def test_dates_without_a_year_are_near(
    text: str, reason: Reason, inside: str, outside: str
) -> None:
    """Before the report or after it, as the verb says; a weekday tells the year."""
    found = {clue.reason: clue for clue in undated_clues(scene(text))}
    assert allows(found[reason], inside)
    assert not allows(found[reason], outside)


@pytest.mark.parametrize(
    "text",
    [
        "The May 3 vote divides Halden.",
        "Halden offered to debate on April 14.",
        "They won the primary on June 7.",
        "They recalled Sept. 11.",
        "They would answer the attack on May 7.",
        "It will be read (Letters, 7 May).",
        "The harbour is shut on May 7.",
        "Halden signed on that Friday.",
    ],
)
def test_without_a_clear_verb_a_date_says_nothing(text: str) -> None:
    """A noun or an infinitive before it may make it a plan that the past tells of."""
    assert list(undated_clues(scene(text))) == []


def test_the_nearest_of_several_dates_is_near() -> None:
    """One date may be half a year away, two are not both."""
    (one,) = nearest_clue(scene("Halden spoke of May 7."))
    (two,) = nearest_clue(scene("Halden spoke of May 7 and of May 20."))
    assert allows(one, "2013-09-01")
    assert not allows(two, "2013-09-01")
    assert allows(two, "2013-06-20")
    assert list(nearest_clue(scene("Halden spoke of Sept. 11."))) == []
