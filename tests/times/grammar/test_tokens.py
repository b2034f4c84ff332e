"""Words and numbers with what stands between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.times.grammar.tokens import Tokens, once


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On May 7, 2013", ["on", "may", "7", "2013"]),
        ("the year's end", ["the", "year", "end"]),
        ("o'clock, we'll", ["o'clock", "we'll"]),
        ("2,000 and 3.5 and 5th", ["2,000", "and", "3.5", "and", "5th"]),
        ("9:30 2013-05-07 02/13/98 13.02.2017", ["9:30", "2013-05-07", "02/13/98", "13.02.2017"]),
        ("the 1990s, 1990’s", ["the", "1990s", "1990"]),
        ("mid-May 9am", ["mid", "may", "9", "am"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """Dates and times in figures are one word; a possessive belongs to no word."""
    assert Tokens(text).words == words


def test_what_stands_between() -> None:
    """A gap is what stands before a word, without white space; a new paragraph is a mark."""
    tokens = Tokens("Feb. 25, the year's end\n\n2-day")
    assert [tokens.gap(index) for index in range(tokens.size)] == [
        "¶",
        ".",
        ",",
        "",
        "'s",
        "¶",
        "-",
    ]


def test_a_line_break_is_a_space() -> None:
    """Texts with wrapped lines read as others."""
    assert Tokens("two\n  days").spaced(1)
    assert not Tokens("two\n \ndays").spaced(1)


@given(st.text(max_size=100))
def test_spans(text: str) -> None:
    """A word's span holds its letters, whatever becomes of them in lower case."""
    tokens = Tokens(text)
    for index, word in enumerate(tokens.words):
        start, end = tokens.span(index)
        assert end - start == len(word)
        assert word in (text[start:end], text[start:end].lower()) or len(text.lower()) != len(text)


def test_a_rule_is_asked_once_a_token() -> None:
    """Rules that begin alike ask for the same token again and get the same answer."""
    asked = []

    @once
    def rule(tokens: Tokens, index: int) -> str | None:
        asked.append(index)
        return tokens.word(index) or None

    tokens = Tokens("two years")
    assert [rule(tokens, index) for index in (0, 1, 1, 2, 2, 0)] == [
        "two", "years", "years", None, None, "two",
    ]  # fmt: skip
    assert asked == [0, 1, 2]
