"""Windows: the overlapping stretches of words that the encoder reads at one time.

A window *owns* some of its words: only cues among those are decoded in it, so that each cue is
decoded exactly once, with context on both sides. Ownership ends at the end of a line where it
can, because an attribution and what it attributes nearly always stand in one paragraph (99.3 % in
PolNeAR's training part).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from onrecord.reader.vocabulary import Vocabulary
from onrecord.reader.words import Integers, Words

WINDOW_PIECES = 320
LEFT_CONTEXT = 40
"""Words of context before the first owned word, where the window has not begun the document."""
RIGHT_CONTEXT = 60
"""Words of context after the last owned word of a line that is longer than a window."""
LEAST_OWNED = 0.4
"""A window breaks at the end of a line only if that leaves it at least this share of its words."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words `[start, end)` of a document, of which `[owned_start, owned_end)` are this window's."""

    start: int
    end: int
    owned_start: int
    owned_end: int


def cut_windows(words: Words, size: int = WINDOW_PIECES, first: int | None = None) -> list[Window]:
    """Cut a document into windows of at most `size` word pieces, specials included.

    `first` is the size of the first window, which training varies so that cuts fall differently.
    """
    costs = [len(pieces) for pieces in words.pieces]
    breaks = np.flatnonzero(np.diff(words.line, prepend=-1))
    for position in breaks.tolist():
        costs[position] += 1
    total = np.array([0, *accumulate(costs)])
    return list(_cut(total, breaks, size - 2, (first or size) - 2))


def _cut(total: Integers, breaks: Integers, size: int, first: int) -> Iterator[Window]:
    count = len(total) - 1
    owned = 0
    budget = first
    while owned < count:
        start = max(0, owned - LEFT_CONTEXT)
        end = int(np.searchsorted(total, total[start] + budget, side="right")) - 1
        end = max(end, owned + 1)
        if end >= count:
            yield Window(start, count, owned, count)
            return
        stop = _ownership_end(breaks, owned, end)
        yield Window(start, end, owned, stop)
        owned, budget = stop, size


def _ownership_end(breaks: Integers, owned: int, end: int) -> int:
    """The last line start that leaves enough, else a little before the end of the window."""
    last = int(np.searchsorted(breaks, end, side="right")) - 1
    if last >= 0 and breaks[last] >= owned + LEAST_OWNED * (end - owned) and breaks[last] > owned:
        return int(breaks[last])
    return max(owned + 1, end - RIGHT_CONTEXT)


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as padded arrays.

    `pieces`, `mask`, `case`, `quote` are (windows, pieces); `first`, `last`, `line`, `present` are
    (windows, words): the positions of each word's first and last piece, the line the word stands
    in, and whether the word is there at all.
    """

    pieces: Integers
    mask: Integers
    case: Integers
    quote: Integers
    first: Integers
    last: Integers
    line: Integers
    present: Integers


def make_batch(parts: list[tuple[Words, Window]], vocabulary: Vocabulary) -> Batch:
    """Pad windows, each given with the words of its document, to one batch."""
    rows = [_Row.of(words, window, vocabulary) for words, window in parts]
    return Batch(
        pieces=_pad([row.pieces for row in rows], vocabulary.padding),
        mask=_pad([np.ones_like(row.pieces) for row in rows], 0),
        case=_pad([row.case for row in rows], 0),
        quote=_pad([row.quote for row in rows], 0),
        first=_pad([row.first for row in rows], 0),
        last=_pad([row.last for row in rows], 0),
        line=_pad([row.line for row in rows], -1),
        present=_pad([np.ones_like(row.first) for row in rows], 0),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """One window laid out piece by piece, with a separator between lines."""

    pieces: Integers
    case: Integers
    quote: Integers
    first: Integers
    last: Integers
    line: Integers

    @classmethod
    def of(cls, words: Words, window: Window, vocabulary: Vocabulary) -> "_Row":
        """Lay out the words of a window; each begins behind the one before it, or behind the
        separator after that."""
        own = slice(window.start, window.end)
        line, pieces = words.line[own], words.pieces[own]
        counts = np.array([len(found) for found in pieces], dtype=np.int64)
        ends = (counts + (np.diff(line, prepend=line[:1]) != 0)).cumsum() + 1
        places = np.arange(counts.sum()) + np.repeat(ends - counts.cumsum(), counts)

        def laid_out(values: Sequence[int] | Integers, filler: int) -> Integers:
            row = np.full(int(ends[-1]) + 1, filler, dtype=np.int64)
            row[places] = values
            return row

        ids = laid_out([piece for found in pieces for piece in found], vocabulary.separator)
        ids[0] = vocabulary.start
        return cls(
            pieces=ids,
            case=laid_out(np.repeat(words.case[own], counts), 0),
            quote=laid_out(np.repeat(words.quote[own], counts), 0),
            first=ends - counts,
            last=ends - 1,
            line=line,
        )


def _pad(rows: list[Integers], filler: int) -> Integers:
    padded = np.full((len(rows), max(map(len, rows))), filler, dtype=np.int64)
    for position, row in enumerate(rows):
        padded[position, : len(row)] = row
    return padded
