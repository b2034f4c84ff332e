"""The age of a war whose beginning is known bounds the day of the report."""

import pytest

from onrecord.times.dating.durations import duration_clues
from tests.times.dating.scenes import allows, scene

WAR = "Syria's civil war goes on. "
OTHER = "The Iraq war ended."


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        pytest.param(
            "The 23-month civil war in Syria goes on.",
            ("2013-02-20", "2013-03-14"),
            ("2013-06-01",),
            id="months",
        ),
        pytest.param(
            WAR + "Aid came for the two-year-old conflict.",
            ("2013-03-15", "2014-03-14"),
            ("2012-01-01", "2015-03-15"),
            id="years",
        ),
        pytest.param(
            WAR + "More than five years into the war nobody has won.",
            ("2016-03-16",),
            ("2016-03-01",),
            id="more",
        ),
        pytest.param(
            WAR + "The nearly eight-year war has no end.",
            ("2019-02-01",),
            ("2019-12-01",),
            id="nearly",
        ),
    ],
)
def test_the_age_of_a_war(text: str, inside: tuple[str, ...], outside: tuple[str, ...]) -> None:
    """Months are counted; years are rounded either way unless a word says which."""
    (clue,) = duration_clues(scene(text))
    assert "2011-03-15" in clue.detail
    assert [day for day in inside if not allows(clue, day)] == []
    assert [day for day in outside if allows(clue, day)] == []


@pytest.mark.parametrize(
    "text",
    [
        "The two-year-old conflict goes on.",
        WAR + OTHER + " Aid came for the two-year-old conflict.",
        WAR + "Lebanon's 15-year civil war was long.",
        WAR + "They fought for two years in a war.",
        WAR + "They were captured over five years of war.",
        WAR + "The two-year plan was signed.",
    ],
)
def test_other_lengths(text: str) -> None:
    """Those of no known war, of one of two, or of something else."""
    assert list(duration_clues(scene(text))) == []
