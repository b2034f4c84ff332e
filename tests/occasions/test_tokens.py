"""Words, and phrases looked up in them."""

import pytest

from onrecord.occasions.tokens import Phrases, tokens_of

PHRASES = Phrases({"news conference": "press", "conference": "speech", "on the phone": "call"})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An op-ed, e-mailed.", ["an", "op-ed", ",", "e-mailed", "."]),
        ("Belk's interview", ["belk's", "interview"]),
        ("“No” – she said", ["“", "no", "”", "–", "she", "said"]),
        ("", []),
    ],
)
def test_words_and_marks_are_tokens(text: str, words: list[str]) -> None:
    """In lower case, each with its offsets."""
    tokens = tokens_of(text, 0, len(text))
    assert [token.word for token in tokens] == words
    assert [text[token.start : token.end].lower() for token in tokens] == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a news conference", [(1, 2, "press")]),
        ("a conference on the phone", [(1, 1, "speech"), (2, 3, "call")]),
        ("news of the conference", [(3, 1, "speech")]),
        ("on the", []),
        ("a news conference call", [(1, 2, "press")]),
    ],
)
def test_the_longest_phrase_is_found(text: str, found: list[tuple[int, int, str]]) -> None:
    """And none inside another."""
    assert list(PHRASES.scan(tokens_of(text, 0, len(text)))) == found
