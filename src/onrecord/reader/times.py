"""What looks like an expression of time: runs of words that the time head takes for one."""

import numpy as np

from onrecord.domain.span import Span
from onrecord.domain.time import TimeMark, TimeType
from onrecord.reader.decoding import Floats
from onrecord.reader.network import Encoded, Network
from onrecord.reader.windows import Window
from onrecord.reader.words import Words

TYPES = tuple(kind.value for kind in TimeType)
"""In the order of the head's labels: outside, then begin, inside, end, single of each."""

LEAST = 0.1
"""Words less likely to be part of an expression are no evidence for one."""

_BEGIN, _SINGLE, _LABELS = 0, 3, 4
"""Places among the labels of one type."""


def find_window_times(
    network: Network, encoded: Encoded, parts: list[tuple[Words, Window]]
) -> list[Floats]:
    """The chances of labels of the words that each window owns."""
    found = []
    for row, (_, window) in enumerate(parts):
        count = window.end - window.start
        chances = network.times(encoded.edges[row, :count], encoded.parts[row, :count])
        found.append(chances[window.owned_start - window.start : window.owned_end - window.start])
    return found


def read_marks(words: Words, chances: Floats) -> tuple[TimeMark, ...]:
    """The marks of a document; `chances` is (words, 1 + 4 * len(TYPES)), a row sums to 1."""
    inside = 1 - chances[:, 0]
    kinds = chances[:, 1:].reshape(len(chances), len(TYPES), _LABELS)
    begins = kinds[:, :, (_BEGIN, _SINGLE)].sum(axis=(1, 2)) * 2 > inside
    likely = np.flatnonzero(inside >= LEAST).tolist()
    marks: list[TimeMark] = []
    run: list[int] = []
    for place in likely:
        if run and (
            place > run[-1] + 1 or begins[place] or words.line[place] != words.line[run[0]]
        ):
            marks.append(_mark(words, inside, kinds, run))
            run = []
        run.append(place)
    if run:
        marks.append(_mark(words, inside, kinds, run))
    return tuple(marks)


def _mark(words: Words, inside: Floats, kinds: Floats, run: list[int]) -> TimeMark:
    span = Span(int(words.offsets[run[0], 0]), int(words.offsets[run[-1], 1]))
    kind = int(kinds[run].sum(axis=(0, 2)).argmax())
    return TimeMark(span, TimeType(TYPES[kind]), float(inside[run].max()))
