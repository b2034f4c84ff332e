"""Numbers in figures and in words."""

import pytest

from onrecord.times.grammar.numbers import amount, cardinal, ordinal, year_in_words
from onrecord.times.grammar.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("2,000", 2000),
        ("2 1/2", 2.5),
        ("½", 0.5),
        ("twenty four", 24),
        ("twenty-four", 24),
        ("two hundred and five", 205),
        ("a hundred", 100),
        ("two thousand", 2000),
        ("ten", 10),
    ],
)
def test_cardinal(text: str, value: float) -> None:
    """Whole and broken numbers."""
    found = cardinal(Tokens(text), 0)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["and", "hundred", "May", ""])
def test_no_cardinal(text: str) -> None:
    """Words that are no number."""
    assert cardinal(Tokens(text), 0) is None


def test_numbers_that_do_not_join() -> None:
    """`Nineteen ninety` is no sum, `ten four` neither."""
    assert cardinal(Tokens("nineteen ninety"), 0) == (1, 19)
    assert cardinal(Tokens("ten four"), 0) == (1, 10)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a", 1),
        ("several", None),
        ("a few", None),
        ("a couple of", 2),
        ("half an", 0.5),
        ("two or three", None),
        ("12 to 18", None),
        ("two and a half", 2.5),
    ],
)
def test_amount(text: str, value: float | None) -> None:
    """Amounts of units; None where the words do not say how many."""
    tokens = Tokens(text)
    assert amount(tokens, 0) == (tokens.size, value)


@pytest.mark.parametrize(
    ("text", "value"), [("5th", 5), ("fifth", 5), ("twenty-first", 21), ("last", -1)]
)
def test_ordinal(text: str, value: int) -> None:
    """Ordinal numbers; the last counts from the end."""
    tokens = Tokens(text)
    assert ordinal(tokens, 0) == (tokens.size, value)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("nineteen ninety-seven", 1997),
        ("two thousand and two", 2002),
        ("seventeen hundred thirty-three", 1733),
        ("twenty thirteen", 2013),
    ],
)
def test_year_in_words(text: str, year: int) -> None:
    """Years as they are spoken."""
    tokens = Tokens(text)
    assert year_in_words(tokens, 0) == (tokens.size, year)


@pytest.mark.parametrize("text", ["nineteen people", "two thousand people died", "twenty four"])
def test_no_year_in_words(text: str) -> None:
    """Numbers that count something."""
    assert year_in_words(Tokens(text), 0) in (None, (2, 2000))
