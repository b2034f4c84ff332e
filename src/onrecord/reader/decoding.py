"""From scores a word to spans: constrained decoding (Viterbi) over many rows at one time."""

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.labels import FORBIDDEN, OUTSIDE, may_end, may_start, transitions
from onrecord.reader.words import Integers

Floats = NDArray[np.float32]
Booleans = NDArray[np.bool_]

LONG = 60
"""Words of a stretch from which on it is faster to cut it up before the search."""


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
        _search(
            labels.reshape(-1),
            scores.reshape(-1, count),
            starts.reshape(-1),
            unlawful.reshape(-1),
            roles,
        )
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
    broken = unlawful.copy()
    broken[:-1] |= unlawful[1:] & ~starts[1:]
    first, length = _stretches(starts, broken)
    if length.max() > LONG:
        first, length = _stretches(_cut(labels, scores, starts, broken, roles), broken)
    places = first[:, None] + np.arange(length.max())[None]
    inside = places < (first + length)[:, None]
    padding = np.where(np.arange(scores.shape[1]) == OUTSIDE, 0, FORBIDDEN)
    padded = np.where(inside[:, :, None], scores[np.where(inside, places, 0)], padding)
    labels[places[inside]] = _viterbi(padded, transitions(roles))[inside]


def _stretches(starts: Booleans, broken: Booleans) -> tuple[Integers, Integers]:
    """Where the stretches with a `broken` word begin, and how long they are."""
    chosen = np.unique(starts.cumsum()[broken]) - 1
    first = np.flatnonzero(starts)
    return first[chosen], np.diff(first, append=len(starts))[chosen]


def _cut(
    labels: Integers, scores: Floats, starts: Booleans, broken: Booleans, roles: int
) -> Booleans:
    """The starts with those of `_cuts`; `scores` keep spans from running over these."""
    cuts = _cuts(labels, scores, starts, broken)
    scores[np.flatnonzero(cuts) - 1] += np.where(may_end(roles), 0, FORBIDDEN)
    scores[cuts] += np.where(np.arange(scores.shape[1]) == OUTSIDE, 0, FORBIDDEN)
    return starts | cuts


def _cuts(labels: Integers, scores: Floats, starts: Booleans, broken: Booleans) -> Booleans:
    """(words,): words that are outside in the best lawful sequence of their stretch, whatever it
    is, so that what stands before and behind them can be searched apart.

    A lawful sequence to measure by takes the best labels but for `broken` runs, which it leaves
    outside. Another one with a span over an outside word loses on that and every outside word up
    to where the two agree again, and gains at most what the broken runs between cost the first.
    """
    outside = labels == OUTSIDE
    run = (starts | outside).cumsum() - 1
    is_broken = np.bincount(run[broken], minlength=run[-1] + 1)[run] > 0
    best = np.take_along_axis(scores, labels[:, None], axis=1)[:, 0]
    ahead = scores[:, OUTSIDE] - np.delete(scores, OUTSIDE, axis=1).max(axis=1)
    loss = np.where(outside, ahead, np.where(is_broken, scores[:, OUTSIDE] - best, 0))
    result: Booleans = outside & ~starts & (_least_around(loss.astype(np.float64), starts) > 0)
    return result


def _least_around(loss: NDArray[np.float64], starts: Booleans) -> NDArray[np.float64]:
    """(words,): the least sum of `loss` over words in a row, of one stretch, with each word."""
    apart = starts.cumsum() * (2 * np.abs(loss).sum() + 1)
    total = loss.cumsum() + apart
    least_to = np.minimum.accumulate(total[::-1])[::-1]
    most_before = np.maximum.accumulate(total - loss)
    return least_to - most_before


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
