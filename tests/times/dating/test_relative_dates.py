"""A date counted from the report, and the same date with its year."""

import pytest

from onrecord.times.dating.relative_dates import relative_date_clues
from tests.times.dating.scenes import allows, scene

WHOLE = "The accord of 12 February 2015 holds. "


@pytest.mark.parametrize(
    "words", ["February 12 last year", "February 12 of last year", "last February"]
)
def test_the_same_date_twice(words: str) -> None:
    """The report is of the year after."""
    (clue,) = relative_date_clues(scene(f"{WHOLE}It was signed {words}."))
    assert allows(clue, "2016-01-20")
    assert not allows(clue, "2014-12-20")
    assert not allows(clue, "2017-06-01")


@pytest.mark.parametrize(
    "text",
    [
        "It was signed on February 12 last year.",
        WHOLE + "It was signed on March 3 last year.",
        WHOLE + "It was signed last year.",
        WHOLE + "It was signed on February 12.",
    ],
)
def test_other_dates(text: str) -> None:
    """No date with its year, or another one."""
    assert list(relative_date_clues(scene(text))) == []
