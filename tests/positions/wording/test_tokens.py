"""Words as wordings are compared by them."""

import pytest

from onrecord.positions.wording.tokens import stems_of, tokens_of

SPELLINGS = [
    ("cease-fire", ["cease", "fire"]),
    ("We’ll", ["we", "will"]),
    ("can't", ["can", "not"]),
    ("cannot", ["can", "not"]),
    ("Halden's", ["halden"]),
    ("it’s", ["it", "is"]),
    ("U.S. US us", ["us.", "us.", "us"]),
    ("25,000 5% 5th", ["25000", "5%", "5th"]),
    ("défence centre", ["defense", "center"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "keys"), SPELLINGS)
def test_spellings_share_a_key(text, keys) -> None:
    """Marks, case, contractions and the two Englishes do not matter."""
    assert [token.key for token in tokens_of(text)] == keys


def test_sentences_and_clauses_are_numbered() -> None:
    """A full stop ends both, a comma a clause."""
    tokens = tokens_of("If they go, we stay. Good. […] He left")
    assert [(token.sentence, token.clause) for token in tokens][:6] == [
        (0, 0),
        (0, 0),
        (0, 0),
        (0, 1),
        (0, 1),
        (1, 2),
    ]
    assert [token.key for token in tokens if token.opens] == ["if", "good", "he"]


def test_stems_are_those_of_the_tokens() -> None:
    """The quick way gives the same."""
    text = "They won't have opened Halden’s roads, the U.S. said."
    assert [stem for stem, _ in stems_of(text)] == [token.stem for token in tokens_of(text)]
