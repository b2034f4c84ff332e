"""What looks like an expression of time: runs of words that the time head takes for one."""

import numpy as np

from onrecord.domain.span import Span
from onrecord.domain.time import TimeMark, TimeType
from onrecord.reader.decoding import Floats
from onrecord.reader.network import Encoded, Network
from onrecord.reader.windows import Window
from onrecord.reader.words import Integers, Words

TYPES = tuple(kind.value for kind in TimeType)
"""In the order of the head's labels: outside, then begin, inside, end, single of each."""

LEAST = 0.1
"""Words less likely to be part of an expression are no evidence for one."""

SEEN = 3
"""Words on either side that the head looks at for the label of one."""

_BEGIN, _SINGLE, _LABELS = 0, 3, 4
"""Places among the labels of one type."""


def find_window_times(
    network: Network, encoded: Encoded, parts: list[tuple[Words, Window]]
) -> list[Floats]:
    """The chances of labels of the words that each window owns."""
    found = []
    for row, (_, window) in enumerate(parts):
        first, last = window.owned_start - window.start, window.owned_end - window.start
        low, high = max(0, first - SEEN), min(window.end - window.start, last + SEEN)
        chances = network.times(encoded.edges[row, low:high], encoded.parts[row, low:high])
        found.append(chances[first - low : last - low])
    return found


def read_marks(words: Words, chances: Floats) -> tuple[TimeMark, ...]:
    """The marks of a document; `chances` is (words, 1 + 4 * len(TYPES)), a row sums to 1."""
    likely = np.flatnonzero(1 - chances[:, 0] >= LEAST)
    inside = 1 - chances[likely, 0]
    kinds = chances[likely, 1:].reshape(len(likely), len(TYPES), _LABELS)
    begins = kinds[:, :, (_BEGIN, _SINGLE)].sum(axis=(1, 2)) * 2 > inside
    begins[1:] |= (np.diff(likely) > 1) | (np.diff(words.line[likely]) != 0)
    runs = np.split(np.arange(len(likely)), np.flatnonzero(begins[1:]) + 1)
    return tuple(_mark(words, likely[run], inside[run], kinds[run]) for run in runs if len(run))


def _mark(words: Words, places: Integers, inside: Floats, kinds: Floats) -> TimeMark:
    span = Span(int(words.offsets[places[0], 0]), int(words.offsets[places[-1], 1]))
    kind = int(kinds.sum(axis=(0, 2)).argmax())
    return TimeMark(span, TimeType(TYPES[kind]), float(inside.max()))
