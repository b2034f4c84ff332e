"""Words, windows and a network made by hand, without a model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.reader.decoding import Floats
from onrecord.reader.labels import (
    BEGIN,
    CUE_LABELS,
    END,
    INSIDE,
    OUTSIDE,
    ROLE_LABELS,
    ROLES,
    SINGLE,
)
from onrecord.reader.network import Candidates, Encoded, Linked
from onrecord.reader.windows import Batch
from onrecord.reader.words import Words
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.words import word_offsets

SURE = 20.0


def words_of_lines(lines: Sequence[Sequence[int]]) -> Words:
    """Words of given piece counts, line by line, each one character and a space long."""
    costs = [cost for line in lines for cost in line]
    return Words(
        offsets=np.array([(2 * n, 2 * n + 1) for n in range(len(costs))]).reshape(-1, 2),
        line=np.array([n for n, line in enumerate(lines) for _ in line], dtype=np.int64),
        case=np.ones(len(costs), dtype=np.int64),
        quote=np.zeros(len(costs), dtype=np.int64),
        pieces=tuple((7,) * cost for cost in costs),
    )


def words_of_text(text: str) -> Words:
    """The words of a text, one piece each."""
    offsets, line = [], []
    for number, (start, end) in enumerate(paragraph_offsets(text)):
        found = word_offsets(text, start, end)
        offsets += found
        line += [number] * len(found)
    count = len(offsets)
    return Words(
        np.array(offsets, dtype=np.int64).reshape(-1, 2),
        np.array(line, dtype=np.int64),
        np.ones(count, dtype=np.int64),
        np.zeros(count, dtype=np.int64),
        tuple((1000 + number,) for number in range(count)),
    )


class FakeVocabulary:
    """The special pieces; words bring their own."""

    start, separator, padding, unknown = 1, 2, 0, 3


@dataclass(frozen=True)
class Told:
    """An attribution that the fake network is told to see: half-open ranges of words."""

    cue: tuple[int, int]
    source: Sequence[tuple[int, int]] = ()
    content: Sequence[tuple[int, int]] = ()
    valid: float = SURE


class FakeNetwork:
    """Sees what it is told, where the words it is told about stand in the window.

    Word n of the document has the piece 1000 + n (see `words_of_text`), so each window's words
    are known from its pieces alone.
    """

    def __init__(self, told: Sequence[Told], cue_score: float = SURE) -> None:
        self._told = told
        self._cue_score = cue_score
        self.asked: list[int] = []

    def encode(self, batch: Batch) -> Encoded:
        rows, count = batch.first.shape
        cues = np.zeros((rows, count, CUE_LABELS), dtype=np.float32)
        cues[:, :, OUTSIDE] = SURE / 2
        for row, place in _present(batch):
            number = _word(batch, row, place)
            for told in self._told:
                if told.cue[0] <= number < told.cue[1]:
                    cues[row, place, _label(number, told.cue, 0)] += self._cue_score
        empty = np.zeros((rows, count, 1), dtype=np.float32)
        return Encoded(cues, empty, empty)

    def link(self, encoded: Encoded, batch: Batch, candidates: Candidates) -> Linked:
        count = batch.first.shape[1]
        roles = np.zeros((len(candidates), count, ROLE_LABELS), dtype=np.float32)
        roles[:, :, OUTSIDE] = SURE / 2
        valid = np.full(len(candidates), -SURE, dtype=np.float32)
        for at in range(len(candidates)):
            row = int(candidates.row[at])
            number = _word(batch, row, int(candidates.start[at]))
            self.asked.append(number)
            told = next((t for t in self._told if t.cue[0] == number), None)
            if told is not None:
                valid[at] = told.valid
                self._put(roles[at], batch, row, told)
        return Linked(aligned(roles, candidates), valid)

    @staticmethod
    def _put(roles: Floats, batch: Batch, row: int, told: Told) -> None:
        for role, ranges in enumerate((told.source, told.content)):
            for one in ranges:
                for place in np.flatnonzero(batch.present[row]).tolist():
                    number = _word(batch, row, place)
                    if one[0] <= number < one[1]:
                        roles[place, _label(number, one, role)] += SURE


def aligned(roles: Floats, candidates: Candidates) -> Floats:
    """Scores by word of the window, shifted to begin with each candidate's first word."""
    places = candidates.low[:, None] + np.arange(candidates.width)[None]
    places = np.minimum(places, roles.shape[1] - 1)
    return np.take_along_axis(roles, places[:, :, None], axis=1)


def _present(batch: Batch) -> list[tuple[int, int]]:
    return [(int(row), int(place)) for row, place in np.argwhere(batch.present)]


def _word(batch: Batch, row: int, place: int) -> int:
    return int(batch.pieces[row, batch.first[row, place]]) - 1000


def _label(number: int, one: tuple[int, int], role: int) -> int:
    assert role < len(ROLES)
    if one[1] - one[0] == 1:
        return 4 * role + SINGLE
    if number == one[0]:
        return 4 * role + BEGIN
    return 4 * role + (END if number == one[1] - 1 else INSIDE)


Finder = Callable[[str], tuple[int, int]]


def finder(text: str) -> Finder:
    """A function from words of the text (their first occurrence) to their range of words."""
    offsets = words_of_text(text).offsets.tolist()

    def find(part: str) -> tuple[int, int]:
        start = text.index(part)
        inside = [n for n, (s, e) in enumerate(offsets) if s >= start and e <= start + len(part)]
        return inside[0], inside[-1] + 1

    return find
