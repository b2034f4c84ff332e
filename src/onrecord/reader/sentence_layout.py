"""A sentence as the second network sees it: word pieces, and what each of them is.

`[CLS] text [SEP]` or `[CLS] text [SEP] second text [SEP]`, with a piece of its own before and
behind the source and the target of a marked sentence.
"""

from dataclasses import dataclass, replace

import numpy as np

from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span
from onrecord.reader.vocabulary import Vocabulary
from onrecord.reader.words import Integers
from onrecord.text.words import word_offsets

PLAIN, SOURCE, TARGET, SECOND, SPECIAL, BEFORE, BEHIND, VECTOR = range(8)
"""What a piece is: of the text, its source or target, the second text, [CLS] or [SEP], a mark; or
any piece of a text that is read for its vector."""

ROLES = 8
MARK_PIECES = {SOURCE: (1, 2), TARGET: (3, 4)}
"""Before and behind: pieces that BERT's vocabulary keeps free ([unused0] to [unused3])."""

MOST_PIECES = 256
"""Pieces of a text; what stands behind them is not read. Longest sentence of PLV: 162."""

MOST_SECOND = 96
"""Pieces of the second text."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`pieces` and `roles` are (pieces,); `words` are the words of the text and `word` is
    (pieces,): the number of the word a piece belongs to, -1 for none."""

    pieces: Integers
    roles: Integers
    word: Integers
    words: tuple[Span, ...]


def lay_out(sentence: MarkedSentence, second: str | None, vocabulary: Vocabulary) -> Layout:
    """Lay out a text, and a second one behind it where there is one."""
    spans = _kept_words(sentence, vocabulary)
    rows = [(vocabulary.start, SPECIAL, -1)]
    rows += _text_rows(sentence, spans)
    rows.append((vocabulary.separator, SPECIAL, -1))
    if second is not None:
        rows += [(piece, SECOND, -1) for piece in _plain(second, vocabulary)]
        rows.append((vocabulary.separator, SPECIAL, -1))
    pieces, roles, word = np.array(rows, dtype=np.int64).T
    return Layout(pieces, roles, word, tuple(span for span, _ in spans))


def lay_out_plain(text: str, vocabulary: Vocabulary) -> Layout:
    """Lay out a text for its vector."""
    layout = lay_out(MarkedSentence(text), None, vocabulary)
    return replace(layout, roles=np.full_like(layout.roles, VECTOR))


_Word = tuple[Span, tuple[int, ...]]


def _kept_words(sentence: MarkedSentence, vocabulary: Vocabulary) -> list[_Word]:
    """The words that are read: the first that fit, or those about marks that stand behind them."""
    text = sentence.text
    spans = [Span(start, end) for start, end in word_offsets(text)]
    pieces = vocabulary.pieces([span.of(text) for span in spans])
    marks = [span for span in (sentence.source, sentence.target) if span is not None]
    last = max((mark.end for mark in marks), default=0)
    words = list(zip(spans, pieces, strict=True))
    ends = np.cumsum([len(found) for found in pieces])
    needed = next((int(ends[i]) for i, span in enumerate(spans) if span.end >= last), 0)
    begin = max(0, needed - MOST_PIECES)
    return [
        word
        for word, end in zip(words, ends.tolist(), strict=True)
        if end - len(word[1]) >= begin and end <= begin + MOST_PIECES
    ]


def _text_rows(sentence: MarkedSentence, words: list[_Word]) -> list[tuple[int, int, int]]:
    rows: list[tuple[int, int, int]] = []
    inside = PLAIN
    for number, (span, pieces) in enumerate(words):
        role = _role(span, sentence)
        if role != inside:
            rows += _marks(inside, role)
            inside = role
        rows += [(piece, role, number) for piece in pieces]
    return rows + _marks(inside, PLAIN)


def _role(span: Span, sentence: MarkedSentence) -> int:
    if sentence.source is not None and span.overlaps(sentence.source):
        return SOURCE
    if sentence.target is not None and span.overlaps(sentence.target):
        return TARGET
    return PLAIN


def _marks(left: int, entered: int) -> list[tuple[int, int, int]]:
    found = []
    if left in MARK_PIECES:
        found.append((MARK_PIECES[left][1], BEHIND, -1))
    if entered in MARK_PIECES:
        found.append((MARK_PIECES[entered][0], BEFORE, -1))
    return found


def _plain(text: str, vocabulary: Vocabulary) -> list[int]:
    surfaces = [text[start:end] for start, end in word_offsets(text)]
    return [piece for found in vocabulary.pieces(surfaces) for piece in found][:MOST_SECOND]
