"""From scores a word to spans: constrained decoding (Viterbi) over many rows at one time."""

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.labels import FORBIDDEN, OUTSIDE, may_end, may_start, transitions
from onrecord.reader.words import Integers

Floats = NDArray[np.float32]
Booleans = NDArray[np.bool_]


def decode_rows(scores: Floats, line: Integers, roles: int) -> Integers:
    """The best lawful label sequence of each row.

    `scores` is (rows, words, labels): the best sequence has the greatest sum. `line` is (rows,
    words), and no span runs over a change of line. Padding words carry line -1, and their labels
    mean nothing. Returns (rows, words) labels.

    Lines are decoded apart. Where the best label of every word makes a lawful sequence, no other
    is better, so that few lines are left to search.
    """
    rows, words, count = scores.shape
    if not rows or not words:
        return np.zeros((rows, words), dtype=np.int64)
    scores = scores.copy()
    starts = np.ones((rows, words), dtype=bool)
    starts[:, 1:] = line[:, 1:] != line[:, :-1]
    ends = np.ones((rows, words), dtype=bool)
    ends[:, :-1] = starts[:, 1:]
    scores[starts] += np.where(may_start(roles), 0, FORBIDDEN)
    scores[ends] += np.where(may_end(roles), 0, FORBIDDEN)
    labels: Integers = scores.argmax(axis=2)
    unlawful = ~_is_lawful(labels, starts, roles) & (line >= 0)
    if unlawful.any():
        _search(labels.reshape(-1), scores.reshape(-1, count), starts.reshape(-1), unlawful, roles)
    return labels


def _is_lawful(labels: Integers, starts: Booleans, roles: int) -> Booleans:
    """(rows, words): whether each label may follow the one before it, or begin its line."""
    allowed = transitions(roles) == 0
    lawful = may_start(roles)[labels]
    inner = ~starts[:, 1:]
    lawful[:, 1:][inner] = allowed[labels[:, :-1], labels[:, 1:]][inner]
    return lawful


def _search(
    labels: Integers, scores: Floats, starts: Booleans, unlawful: Booleans, roles: int
) -> None:
    """Put the best lawful sequence in the place of each stretch with an unlawful label.

    All are (words,), `scores` with labels behind; a stretch goes from one start to the next.
    """
    first = np.flatnonzero(starts)
    chosen = np.unique(starts.cumsum()[unlawful.reshape(-1)]) - 1
    length = np.diff(first, append=len(labels))[chosen]
    places = first[chosen][:, None] + np.arange(length.max())[None]
    inside = places < (first[chosen] + length)[:, None]
    padding = np.where(np.arange(scores.shape[1]) == OUTSIDE, 0, FORBIDDEN)
    padded = np.where(inside[:, :, None], scores[np.where(inside, places, 0)], padding)
    labels[places[inside]] = _viterbi(padded, transitions(roles))[inside]


def _viterbi(scores: Floats, allowed: Floats) -> Integers:
    """The best sequence of each row; `allowed` is (labels, labels), the earlier label first.

    Where a label was best reached from is looked up only along the way back.
    """
    rows, words, labels = scores.shape
    sums = np.ascontiguousarray(scores.transpose(1, 2, 0))
    onward = allowed[:, :, None]
    options = np.empty((labels, labels, rows), dtype=np.result_type(scores, allowed))
    reached = np.empty((labels, rows), dtype=options.dtype)
    for word in range(1, words):
        np.add(sums[word - 1][:, None], onward, out=options)
        np.maximum.reduce(options, axis=0, out=reached)
        np.add(sums[word], reached, out=sums[word])
    path = np.zeros((words, rows), dtype=np.int64)
    path[-1] = sums[-1].argmax(axis=0)
    for word in range(words - 1, 0, -1):
        path[word - 1] = (sums[word - 1] + allowed[:, path[word]]).argmax(axis=0)
    return path.T


def runs(labels: Integers, role: int = 0) -> list[tuple[int, int]]:
    """The half-open word ranges that lawful `labels` (words,) give to one role."""
    return runs_by_row(labels[None], role)[0]


def runs_by_row(labels: Integers, role: int = 0) -> list[list[tuple[int, int]]]:
    """The same for `labels` (rows, words), a list for each row."""
    base = 1 + 4 * role
    rows, begins = np.nonzero((labels == base) | (labels == base + 3))
    _, ends = np.nonzero((labels == base + 2) | (labels == base + 3))
    found: list[list[tuple[int, int]]] = [[] for _ in labels]
    for row, start, end in zip(rows.tolist(), begins.tolist(), ends.tolist(), strict=True):
        found[row].append((start, end + 1))
    return found


DISTANCES = 16
LINES = 5


def relation_table() -> Integers:
    """Word distance 0..4095 to one of DISTANCES buckets, finer when near (half octaves)."""
    distance = np.arange(4096)
    buckets = np.where(distance < 4, distance, 2 * np.log2(np.maximum(distance, 1)))
    return np.minimum(buckets.astype(np.int64), DISTANCES - 1)


_TABLE = relation_table()
RELATIONS = (2 * DISTANCES) * LINES


def relations(lines: Integers, cue_start: Integers, cue_end: Integers) -> Integers:
    """How each word lies to each cue, as one number below RELATIONS.

    `lines` is (cues, words), the line of each word; `cue_start`, `cue_end` are (cues,), the
    half-open range of the cue among them. Returns (cues, words).
    """
    position = np.arange(lines.shape[1])[None]
    before = np.clip(cue_start[:, None] - position, 0, 4095)
    after = np.clip(position - (cue_end[:, None] - 1), 0, 4095)
    side = np.where(before > 0, _TABLE[before], DISTANCES + _TABLE[after])
    apart = lines - np.take_along_axis(lines, cue_start[:, None], axis=1)
    result: Integers = side * LINES + np.clip(apart, -2, 2) + 2
    return result
