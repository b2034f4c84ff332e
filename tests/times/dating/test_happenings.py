"""Events whose days are known bound the day of the report that names them."""

import pytest

from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.happenings import event_clues
from tests.times.dating.scenes import allows, scene


def clues(text: str) -> dict[Reason, Clue]:
    return {clue.reason: clue for clue in event_clues(scene(text))}


@pytest.mark.parametrize(
    ("text", "reason", "inside", "outside"),
    [
        pytest.param(
            "They met after resolution 2254 was adopted.",
            Reason.SUDDEN_EVENT,
            ("2015-12-17", "2034-01-01"),
            ("2015-12-16",),
            id="nobody names a resolution before it is adopted",
        ),
        pytest.param(
            "House Speaker Paul Ryan stayed at home.",
            Reason.STATUS,
            ("2015-10-29", "2019-01-03"),
            ("2015-10-20", "2019-02-01"),
            id="a standing has two ends",
        ),
        pytest.param(
            "Envoys look to the upcoming Iowa caucuses.",
            Reason.EVENT_AHEAD,
            ("2016-02-01", "2015-06-01", "2012-01-02"),
            ("2014-01-01", "2016-02-02"),
            id="what is to come is not past in any year it is held",
        ),
        pytest.param(
            "He left after the Iowa caucuses.",
            Reason.EVENT_BEFORE,
            ("2016-02-02", "2016-05-01"),
            ("2015-12-01",),
            id="what is past is not to come",
        ),
        pytest.param(
            "They will sit down at the Astana meeting on February 15-16.",
            Reason.EVENT_COUNTED,
            ("2017-02-13",),
            ("2015-02-13", "2019-02-13"),
            id="a date without its year is that of an event on that day",
        ),
    ],
)
def test_what_an_event_says(
    text: str, reason: Reason, inside: tuple[str, ...], outside: tuple[str, ...]
) -> None:
    """Each kind by what is sure of it."""
    clue = clues(text)[reason]
    assert [day for day in inside if not allows(clue, day)] == []
    assert [day for day in outside if allows(clue, day)] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Former House Speaker Paul Ryan stayed at home.", Reason.STATUS),
        ("In 2016 House Speaker Paul Ryan stayed at home.", Reason.STATUS),
        ("The former envoy and House Speaker Paul Ryan stayed at home.", Reason.STATUS),
        ("He would leave after the Iowa caucuses.", Reason.EVENT_BEFORE),
        ("In February after the Iowa caucuses he left.", Reason.EVENT_COUNTED),
        ("The Iowa caucuses divide the party.", Reason.EVENT_AHEAD),
    ],
)
def test_what_says_nothing(text: str, reason: Reason) -> None:
    """What is called former, told of a year, planned, or has no word for its side."""
    assert reason not in clues(text)


def test_the_reader_is_told_the_event_and_its_day() -> None:
    """So that it can be looked up; the words stand in the text."""
    text = "They met after resolution 2254 was adopted."
    clue = clues(text)[Reason.SUDDEN_EVENT]
    assert "Resolution 2254" in clue.detail
    assert "2015-12-18" in clue.detail
    assert clue.evidence[0].of(text) == "resolution 2254"


def test_words_for_several_events_allow_the_days_of_each() -> None:
    """The detail names the first of them and says that there are more."""
    clue = clues("He left after the Iowa caucuses.")[Reason.EVENT_BEFORE]
    assert " or " in clue.detail
    assert allows(clue, "2012-01-10")
    assert allows(clue, "2016-02-10")
