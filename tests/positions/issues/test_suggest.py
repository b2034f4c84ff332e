"""What issues the statements themselves suggest."""

from datetime import date

import pytest

from onrecord.positions.issues.proposing import proposition_of, slug_of
from onrecord.positions.issues.suggest import suggest
from tests.positions.issues.builders import FakeNetwork, reported

SAID = [
    ("Oss", "the monitoring mission should stay in the Sarn valley", date(2033, 1, 5)),
    ("Quost", "the monitoring mission should leave the Sarn valley", date(2033, 2, 5)),
    ("Tekk", "the monitoring mission in the Sarn valley should stay longer", date(2033, 3, 5)),
    ("Undwin", "prices of grain will rise before winter comes", date(2033, 1, 5)),
    ("Prud", "the harvest of apples was poor in the north", date(2033, 1, 5)),
]
STATEMENTS = [
    reported(f"[{by}] <said> {{{text}}}.", f"s{n}", document=f"d{n}", by=by, day=day)
    for n, (by, text, day) in enumerate(SAID)
]


@pytest.mark.parametrize("embed", [None, FakeNetwork()], ids=["words", "network"])
def test_what_several_speak_of_is_suggested_in_their_words(embed: FakeNetwork | None) -> None:
    """With everyone who says something on it; what is said once is not."""
    [found] = suggest(STATEMENTS, embed, 10)
    assert found.issue.proposition.startswith("The monitoring mission")
    assert {key.statement_id for key in found.members} == {"s0", "s1", "s2"}
    assert found.actors == ("Oss", "Quost", "Tekk")
    assert found.said is not None
    assert found.said.first == date(2033, 1, 5)


def test_the_order_of_statements_changes_nothing() -> None:
    """The same statements, the same issues."""
    assert suggest(STATEMENTS, None, 10) == suggest(STATEMENTS[::-1], None, 10)


def test_repeats_of_one_speaker_on_one_day_suggest_nothing() -> None:
    """Nor does one document."""
    again = [
        reported(f"[Oss] <said> {{the mission should stay in the Sarn valley {n}}}.", f"s{n}")
        for n in ("now", "today", "for long", "for good")
    ]
    assert suggest(again, None, 10) == ()
    assert suggest([], None, 10) == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("that the corridor must be opened to convoys", "The corridor must be opened to convoys."),
        ("“The corridor must be opened to convoys,”", "The corridor must be opened to convoys."),
        ("to open the corridor to all convoys", None),
        ("whether the corridor should be opened at all", None),
        ("he should open the corridor to all convoys", None),
        ("the opening of the corridor to all convoys", None),
        ("would open the corridor to convoys at once", None),
    ],
)
def test_only_a_whole_sentence_is_proposed(content: str, expected: str | None) -> None:
    """Without marks, "that" and pronouns that nobody would understand."""
    assert proposition_of(reported(f"[Oss] <said> {{{content}}}.")) == expected


def test_a_slug_is_fit_for_an_id() -> None:
    """Lower-case words and hyphens."""
    assert slug_of("The envoys of Halden must leave!") == "envoys-halden-leave"
