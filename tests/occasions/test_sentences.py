"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.occasions.sentences import Sentences
from onrecord.text.paragraphs import paragraph_offsets


def _split(text: str) -> list[str]:
    sentences = Sentences(text, paragraph_offsets(text))
    bounds = (sentences.bounds(number) for number in range(len(sentences)))
    return [text[start:end].strip() for start, end in bounds]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It is over. She left.", ["It is over.", "She left."]),
        ("“Is it over?” He left.", ["“Is it over?”", "He left."]),
        ("“Is it over?” he asked.", ["“Is it over?” he asked."]),
        ("Mr. Tarn met Gen. Belk.", ["Mr. Tarn met Gen. Belk."]),
        ("The U.S. Senate met.", ["The U.S. Senate met."]),
        ("J. Tarn left.", ["J. Tarn left."]),
        ("It fell to 3.5 points.", ["It fell to 3.5 points."]),
        ("A headline\nA line. Another.", ["A headline", "A line.", "Another."]),
        ("“Over,” she said. “Done.”", ["“Over,” she said.", "“Done.”"]),
    ],
)
def test_a_sentence_ends_at_a_stop_before_a_capital(text: str, sentences: list[str]) -> None:
    """Not at that of an abbreviation, and always with its line."""
    assert _split(text) == sentences


@given(st.text("Ab. \n“”?", max_size=60))
def test_sentences_cover_the_lines_without_overlap(text: str) -> None:
    """Every character of a line is in one of them, and is found there."""
    lines = list(paragraph_offsets(text))
    sentences = Sentences(text, lines)
    bounds = [sentences.bounds(number) for number in range(len(sentences))]
    assert sorted(bounds) == bounds
    covered = [offset for start, end in bounds for offset in range(start, end)]
    assert covered == [offset for start, end in lines for offset in range(start, end)]
    assert all(
        bounds[sentences.number(o)][0] <= o < bounds[sentences.number(o)][1] for o in covered
    )
