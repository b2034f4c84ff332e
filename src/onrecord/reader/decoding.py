"""From scores a word to spans: constrained decoding (Viterbi) over many rows at one time."""

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.labels import FORBIDDEN, may_end, may_start, transitions
from onrecord.reader.words import Integers

Floats = NDArray[np.float32]


def log_softmax(scores: Floats) -> Floats:
    """Log probabilities over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    normalised: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normalised


def decode_rows(scores: Floats, line: Integers, roles: int) -> Integers:
    """The best lawful label sequence of each row.

    `scores` is (rows, words, labels), log probabilities; `line` is (rows, words), and no span
    runs over a change of line. Padding words carry line -1. Returns (rows, words) labels.
    """
    rows, words, _ = scores.shape
    if not rows or not words:
        return np.zeros((rows, words), dtype=np.int64)
    scores = scores.copy()
    starts = np.ones((rows, words), dtype=bool)
    starts[:, 1:] = line[:, 1:] != line[:, :-1]
    ends = np.ones((rows, words), dtype=bool)
    ends[:, :-1] = starts[:, 1:]
    scores[starts] += np.where(may_start(roles), 0, FORBIDDEN)
    scores[ends] += np.where(may_end(roles), 0, FORBIDDEN)
    return _viterbi(scores, transitions(roles))


def _viterbi(scores: Floats, allowed: Floats) -> Integers:
    rows, words, labels = scores.shape
    back = np.zeros((words, rows, labels), dtype=np.int8)
    best = scores[:, 0]
    flipped = allowed.T[None]
    for word in range(1, words):
        options = best[:, None, :] + flipped
        chosen = options.argmax(axis=2)
        back[word] = chosen
        best = np.take_along_axis(options, chosen[:, :, None], axis=2)[:, :, 0] + scores[:, word]
    path = np.zeros((rows, words), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    every = np.arange(rows)
    for word in range(words - 1, 0, -1):
        path[:, word - 1] = back[word, every, path[:, word]]
    return path


def runs(labels: Integers, role: int = 0) -> list[tuple[int, int]]:
    """The half-open word ranges that lawful `labels` (words,) give to one role."""
    base = 1 + 4 * role
    begins = np.flatnonzero((labels == base) | (labels == base + 3))
    ends = np.flatnonzero((labels == base + 2) | (labels == base + 3))
    return [(int(start), int(end) + 1) for start, end in zip(begins, ends, strict=True)]


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
