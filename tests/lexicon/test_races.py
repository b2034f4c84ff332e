"""The table of candidacies."""

from onrecord.lexicon.races import Tells, races


def test_every_race_can_be_told() -> None:
    """By one name at least; its days are those of its candidates."""
    for race in races():
        assert any(one.tells is not Tells.NOTHING for one in race.candidacies.values())
        assert race.first == min(one.first for one in race.candidacies.values())
        assert all(one.first <= one.last <= race.last for one in race.candidacies.values())


def test_races_stand_in_order() -> None:
    """Each ends after the one before."""
    ends = [race.last for race in races()]
    assert ends == sorted(ends)
    assert len({race.name for race in races()}) == len(races())


def test_one_candidate_at_most_takes_the_office() -> None:
    """None does where a president stays or comes back."""
    for race in races():
        assert sum(one.wins for one in race.candidacies.values()) <= 1
