"""The table of events, and where a text names one."""

import pytest

from onrecord.lexicon.events import EventKind, events, find_events, wordings


def named(text: str) -> dict[str, list[str]]:
    """The first day of each event that the words may mean, by the words."""
    return {
        mention.span.of(text): [event.first.isoformat() for event in mention.events]
        for mention in find_events(text)
    }


def test_every_row_has_its_form() -> None:
    """An id of its own, days in order, a source to look it up in."""
    ids = [event.id for event in events()]
    assert len(ids) == len(set(ids)) > 900
    assert all(event.last is None or event.first <= event.last for event in events())
    assert all(event.source.startswith("Wikipedia: ") for event in events())
    assert {event.kind for event in events()} == set(EventKind)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("G20 summit", [("G20", "summit")]),
        ("(fall/loss) of Ramadi", [("fall", "of", "Ramadi"), ("loss", "of", "Ramadi")]),
        ("[final] vote", [("final", "vote"), ("vote",)]),
        ("talks in (New_York/Geneva)", [("talks", "in", "New", "York"), ("talks", "in", "Geneva")]),
        ("death of ~ Saleh", [("death", "of", "~", "Saleh")]),
        ("9/11|Sept. 11", [("9", "11"), ("Sept", "11")]),
    ],
)
def test_wordings(words: str, expected: list[tuple[str, ...]]) -> None:
    """Choices, words that may be left out, gaps, several wordings."""
    assert list(wordings(words)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met after resolution 2254 was adopted.", {"resolution 2254": ["2015-12-18"]}),
        ("They met after resolution (2254).", {"resolution (2254": ["2015-12-18"]}),
        (
            "the death of former President Ali Abdullah Saleh",
            {"death of former President Ali Abdullah Saleh": ["2017-12-04"]},
        ),
        ("at the G-20 summit in St. Petersburg", {"G-20 summit in St. Petersburg": ["2013-09-05"]}),
        ("the JCPOA", {"JCPOA": ["2015-07-14"]}),
        ("a nice attack on the goal", {}),
        ("The fall. Of Mosul nothing was heard.", {}),
        ("They spoke of the weather.", {}),
        ("", {}),
    ],
)
def test_events_are_found_by_their_words(text: str, expected: dict[str, list[str]]) -> None:
    """Capitals count; a gap takes up to three words; a sentence ends a wording."""
    assert named(text) == expected


def test_one_wording_may_mean_several_events() -> None:
    """What comes again is named alike each time."""
    (days,) = named("They spoke at the Iowa caucuses.").values()
    assert {"2012-01-03", "2016-02-01"} <= set(days)


def test_the_longest_wording_counts() -> None:
    """`second presidential debate` is no `presidential debate` of any kind."""
    assert "2016-10-09" in named("the second presidential debate")["second presidential debate"]
    assert "2016-09-26" not in named("the second presidential debate")["second presidential debate"]
