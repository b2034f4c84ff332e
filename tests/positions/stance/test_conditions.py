"""Where conditions begin and end, and what hangs on them."""

import pytest

from onrecord.positions.stance.conditions import conditions, governs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We shall open it if they withdraw.", ["if they withdraw"]),
        ("If they withdraw, we shall open it.", ["If they withdraw"]),
        ("“If they withdraw, the road will open,” he said.", ["If they withdraw"]),
        ("It stays closed unless the mission certifies it.", ["unless the mission certifies it"]),
        ("We agree, provided that nobody shoots.", ["provided that nobody shoots"]),
        ("Talks can begin only after the army has left.", ["only after the army has left"]),
        ("Not one man will leave until the prisoners are free.", ["until the prisoners are free"]),
        ("They waited until evening.", []),
        ("He will sign once the text is ready.", ["once the text is ready"]),
        ("He once signed it.", []),
        ("She asked if they would come.", []),
        ("It is not a matter of if but when.", []),
        ("Even if they come, we stay.", []),
        ("They are providing arms to the front.", []),
        (
            "The road opens as long as it is quiet, but the bridge stays closed.",
            ["as long as it is quiet"],
        ),
        (
            "The opening depends on the mission. We shall see.",
            ["depends on the mission"],
        ),
        ("Open it if you can […] if not today, tomorrow.", ["if you can"]),
    ],
)
def test_a_condition_is_its_clause(text: str, expected: list[str]) -> None:
    """From its opener to the end of the clause."""
    assert [found.span.of(text) for found in conditions(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We shall open the corridor if they withdraw.", True),
        ("We are ready only if they withdraw.", True),
        ("They will leave the talks if the corridor is opened.", False),
    ],
)
def test_a_condition_on_the_issue_itself_governs_nothing(text: str, expected: bool) -> None:
    """A threat for the case that it comes about is a stance, no condition."""
    [found] = conditions(text)
    assert governs(found, text, "The corridor should be opened.") is expected
