"""The words of a document as the encoder sees them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.vocabulary import Vocabulary
from onrecord.text.quotes import QuotationView, word_states
from onrecord.text.words import word_offsets

Integers = NDArray[np.int64]

LOWER, TITLE, UPPER, NUMBER, OTHER = range(1, 6)
CASES = 6
"""The shapes of a word; 0 is kept for the pieces that stand for no word."""


@dataclass(frozen=True, slots=True)
class Words:
    """All words of the lines that are read, in order.

    `offsets` is (words, 2) in code points; `line`, `case` and `quote` are (words,); `pieces[i]` are
    the word-piece ids of word i, never empty.
    """

    offsets: Integers
    line: Integers
    case: Integers
    quote: Integers
    pieces: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        return len(self.pieces)


def read_words(
    text: str, lines: Sequence[tuple[int, int]], view: QuotationView, vocabulary: Vocabulary
) -> Words:
    """Split `lines` of `text` into words with their features."""
    offsets: list[tuple[int, int]] = []
    line_of: list[int] = []
    for number, (start, end) in enumerate(lines):
        found = word_offsets(text, start, end)
        offsets.extend(found)
        line_of.extend([number] * len(found))
    surfaces = [text[start:end] for start, end in offsets]
    return Words(
        offsets=np.array(offsets, dtype=np.int64).reshape(-1, 2),
        line=np.array(line_of, dtype=np.int64),
        case=np.array([_case(surface) for surface in surfaces], dtype=np.int64),
        quote=np.array(word_states(offsets, view), dtype=np.int64),
        pieces=vocabulary.pieces(surfaces),
    )


def _case(surface: str) -> int:
    if surface.islower():
        return LOWER
    if surface.isupper() and len(surface) > 1:
        return UPPER
    if surface[0].isupper():
        return TITLE
    return NUMBER if surface[0].isdigit() else OTHER
