"""Words with their places."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.positions.acts.tokens import Tokens


def test_contractions_are_two_words() -> None:
    """Typographic and straight apostrophes alike."""
    assert Tokens("We don’t; they'll").words == ["we", "do", "n't", ";", "they", "'ll"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_every_word_stands_where_it_says(text: str) -> None:
    """Whatever letters do when they are lowered."""
    tokens = Tokens(text)
    for index in range(len(tokens)):
        span = tokens.span(index, index)
        assert len(tokens.words[index]) == len(span)
        assert tokens.at(span.start) == index
