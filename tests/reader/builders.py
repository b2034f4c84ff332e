"""Words, windows and a network made by hand, without a model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.reader.chaining import NAMES
from onrecord.reader.decoding import Floats
from onrecord.reader.labels import (
    BEGIN,
    CUE_LABELS,
    END,
    INSIDE,
    OUTSIDE,
    ROLE_LABELS,
    SINGLE,
)
from onrecord.reader.mentions import KINDS, WIDEST
from onrecord.reader.network import Candidates, Encoded, Linked
from onrecord.reader.times import TYPES
from onrecord.reader.windows import Batch
from onrecord.reader.words import LOWER, NUMBER, OTHER, TITLE, UPPER, Integers, Words
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
        np.array([_case(text[start:end]) for start, end in offsets], dtype=np.int64),
        np.array([_depth(text, start) for start, _ in offsets], dtype=np.int64),
        tuple((1000 + number,) for number in range(count)),
    )


def _case(word: str) -> int:
    shapes = ((word.islower(), LOWER), (word.isupper() and len(word) > 1, UPPER))
    further = ((word[0].isupper(), TITLE), (word[0].isdigit(), NUMBER))
    return next((shape for holds, shape in (*shapes, *further) if holds), OTHER)


def _depth(text: str, start: int) -> int:
    """Whether a word stands between curly marks."""
    return int(text.count("“", 0, start) > text.count("”", 0, start))


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


@dataclass(frozen=True)
class Seen:
    """A mention that the fake network is told to see: a half-open range of words and its head.

    `same` numbers what it refers to: two mentions of one number refer to the same. `name` is the
    range of a name inside, of the kind `name_kind`.
    """

    words: tuple[int, int]
    head: int
    kind: str = "person"
    same: int = 0
    score: float = 0.9
    name: tuple[int, int] | None = None
    name_kind: str = "person"


class FakeNetwork:
    """Sees what it is told, where the words it is told about stand in the window.

    Word n of the document has the piece 1000 + n (see `words_of_text`), so each window's words
    are known from its pieces alone; `edges` and `parts` carry n itself.
    """

    def __init__(
        self,
        told: Sequence[Told] = (),
        seen: Sequence[Seen] = (),
        cue_score: float = SURE,
        timed: Sequence[tuple[int, int, str]] = (),
    ) -> None:
        self._timed = timed
        self._told = told
        self._seen = seen
        self._cue_score = cue_score
        self.asked: list[int] = []
        self.blocks: list[int] = []

    def encode(self, batch: Batch) -> Encoded:
        rows, count = batch.first.shape
        cues = np.zeros((rows, count, CUE_LABELS), dtype=np.float32)
        cues[:, :, OUTSIDE] = SURE / 2
        for row, place in _present(batch):
            number = _word(batch, row, place)
            for told in self._told:
                if told.cue[0] <= number < told.cue[1]:
                    cues[row, place, _label(number, told.cue, 0)] += self._cue_score
        return replace(blind(cues), **self._mention_outputs(batch))

    def _mention_outputs(self, batch: Batch) -> dict[str, Floats]:
        rows, count = batch.first.shape
        edges = np.full((rows, count, 1), -1, dtype=np.float32)
        parts = np.zeros((rows, count, 3), dtype=np.float32)
        head = np.zeros((rows, count), dtype=np.float32)
        names = np.zeros((rows, count, NAME_LABELS), dtype=np.float32)
        names[:, :, OUTSIDE] = SURE / 2
        heads = {seen.head: seen.same for seen in self._seen}
        for row, place in _present(batch):
            number = _word(batch, row, place)
            edges[row, place] = number
            parts[row, place, 2] = heads.get(number, -1)
            head[row, place] = number in heads
            for seen in self._seen:
                if seen.name and seen.name[0] <= number < seen.name[1]:
                    kind = NAMES.index(seen.name_kind)
                    names[row, place, 4 * kind + _label(number, seen.name, 0)] = SURE
        return {"edges": edges, "parts": parts, "head": head, "names": names}

    def times(self, edges: Floats, parts: Floats) -> Floats:
        chances = np.zeros((len(edges), 1 + 4 * len(TYPES)), dtype=np.float32)
        chances[:, 0] = 1
        for first, last, kind in self._timed:
            for place in np.flatnonzero((edges[:, 0] >= first) & (edges[:, 0] < last)).tolist():
                label = _label(int(edges[place, 0]), (first, last), TYPES.index(kind))
                chances[place] = 0.1 / (chances.shape[1] - 1)
                chances[place, label] = 0.9
        return chances

    def spans(self, edges: Floats) -> Floats:
        chances = np.zeros((len(edges), WIDEST, len(KINDS)), dtype=np.float32)
        chances[:, :, 0] = 1
        first = int(edges[0, 0]) if len(edges) else 0
        for seen in self._seen:
            start, end = seen.words
            if first <= start < first + len(edges):
                place, width = start - first, end - start - 1
                chances[place, width, 0] = 1 - seen.score
                chances[place, width, KINDS.index(seen.kind)] = seen.score
        return chances

    def pairs(
        self,
        vectors: Floats,
        kind: Integers,
        later: Integers,
        earlier: Integers,
        features: Integers,
    ) -> Floats:
        self.blocks.append(len(later))
        same = vectors[later, 0] == vectors[earlier, 0]
        return np.where(same, 5.0, -5.0).astype(np.float32)

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


NAME_LABELS = 1 + 4 * len(NAMES)


def blind(cues: Floats) -> Encoded:
    """Scores of cues, and of nothing else."""
    rows, count = cues.shape[:2]
    empty = np.zeros((rows, count, 1), dtype=np.float32)
    parts, names = (np.zeros((rows, count, width), dtype=np.float32) for width in (3, NAME_LABELS))
    return Encoded(cues, empty, empty, empty, parts, empty[:, :, 0], names)


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
    assert role < len(TYPES)
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
