"""Rivals in a race bound the day of a report that speaks of a campaign."""

from onrecord.times.dating.campaigns import campaign_clues
from onrecord.times.dating.clue import Reason
from tests.times.dating.scenes import allows, scene

CAMPAIGN = "Voters saw the candidates at a rally before the polls. "
TWO = "Trump answered Clinton. Clinton answered Trump. "
PRIMARY = "Caucuses and primaries give delegates; the nomination needs more delegates. "


def reasons(text: str) -> list[Reason]:
    return [clue.reason for clue in campaign_clues(scene(text))]


def test_rivals_in_a_campaign() -> None:
    """The race in which those ran who are named most, with the words of each."""
    text = CAMPAIGN + TWO
    (clue,) = campaign_clues(scene(text))
    assert clue.reason is Reason.RACE
    assert {span.of(text) for span in clue.evidence} == {"Trump", "Clinton"}
    assert allows(clue, "2016-08-01")
    assert not allows(clue, "2014-08-01")
    assert not allows(clue, "2016-12-01")


def test_names_alone_are_no_race() -> None:
    """Without words of a campaign the report may be of any year."""
    assert reasons(TWO * 3) == []
    assert reasons(CAMPAIGN + "Halden waits.") == []


def test_a_race_is_over_when_its_winner_is_in_office() -> None:
    """The report recalls it."""
    assert reasons(CAMPAIGN + TWO + "President Trump stayed at home.") == []


def test_a_candidate_who_is_named_often_is_running() -> None:
    """In a report on primaries; not one whose campaign is called former."""
    text = CAMPAIGN + PRIMARY + "Cruz met Trump. Trump met Cruz. " + "Cruz spoke. " * 4
    clues = {clue.reason: clue for clue in campaign_clues(scene(text))}
    assert allows(clues[Reason.RUNNING], "2016-03-01")
    assert not allows(clues[Reason.RUNNING], "2016-09-01")
    assert Reason.RUNNING not in reasons(text + "Aides to Cruz’s former campaign left.")
