"""Find attributions in windows: decode cues, link each to its words, decode source and content."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from onrecord.domain.reading import Attribution
from onrecord.domain.span import Span
from onrecord.reader.decoding import Floats, decode_rows, log_softmax, runs
from onrecord.reader.labels import OUTSIDE
from onrecord.reader.network import Candidates, Encoded, Linked, Network
from onrecord.reader.windows import Batch, Window
from onrecord.reader.words import Integers, Words

CUE_BIAS = 1.5
"""Added to the log odds of being a cue word, so that weak cues become candidates. The linker,
which sees source and content, then decides. Set beforehand; other values were not compared."""


SHORT_WORDS = 80
SHORT_BIAS = 2.0
SHORT_SCORE = 0.08
"""The network learned from windows of whole articles and is timid on a lone sentence: it finds the
right spans and scores them low. Documents this short are decoded with more faith."""

LINES_APART = 1
"""Source and content are looked for in the cue's line and as many before and after it: 99.3 % of
PolNeAR's attributions stand in one line, and on dev three lines more changed F1 by 0.2 or less."""


@dataclass(frozen=True, slots=True)
class DecodingSettings:
    """Thresholds: `least_score` is the least probability of a statement (chosen on PolNeAR dev),
    `least_span` that of a mention, `link_bias` what is added to every pair's score (GUM dev)."""

    cue_bias: float = CUE_BIAS
    least_score: float = 0.5
    least_span: float = 0.3
    link_bias: float = 0.0

    def for_length(self, words: int) -> "DecodingSettings":
        """The settings for a document of so many words."""
        if words >= SHORT_WORDS:
            return self
        score = min(self.least_score, SHORT_SCORE)
        return replace(self, cue_bias=self.cue_bias + SHORT_BIAS, least_score=score)


def find_attributions(
    network: Network,
    encoded: Encoded,
    batch: Batch,
    parts: list[tuple[Words, Window]],
    settings: DecodingSettings,
) -> list[list[Attribution]]:
    """The attributions whose cue each window owns, one list a window."""
    candidates = find_candidates(encoded, batch, parts, settings.cue_bias)
    found: list[list[Attribution]] = [[] for _ in parts]
    if len(candidates):
        linked = network.link(encoded, batch, candidates)
        for row, attribution in _decode(linked, candidates, batch, parts, settings):
            found[row].append(attribution)
    return found


def find_candidates(
    encoded: Encoded, batch: Batch, parts: list[tuple[Words, Window]], bias: float
) -> Candidates:
    """Every stretch that may be a cue and that its window owns."""
    scores = log_softmax(encoded.cues)
    scores[:, :, OUTSIDE] -= bias
    labels = decode_rows(scores, batch.line, roles=1)
    found = [
        (row, start, end)
        for row, (_, window) in enumerate(parts)
        for start, end in runs(labels[row, : window.end - window.start])
        if window.owned_start <= start + window.start < window.owned_end
    ]
    rows, starts, ends = (np.array([cue[i] for cue in found], dtype=np.int64) for i in range(3))
    return make_candidates(batch.line, rows, starts, ends)


def make_candidates(line: Integers, row: Integers, start: Integers, end: Integers) -> Candidates:
    """Candidates with the range of words that stand LINES_APART lines away at most.

    `line` is (windows, words), ascending and -1 on padding.
    """
    own = line[row, start]
    lines = np.where(line < 0, np.iinfo(np.int64).max, line)
    places = zip(row.tolist(), own.tolist(), strict=True)
    found = [
        (
            np.searchsorted(lines[window], number - LINES_APART, side="left"),
            np.searchsorted(lines[window], number + LINES_APART, side="right"),
        )
        for window, number in places
    ]
    ranges = np.array(found, dtype=np.int64).reshape(-1, 2)
    return Candidates(row, start, end, ranges[:, 0], ranges[:, 1])


def linked_lines(line: Integers, candidates: Candidates) -> Integers:
    """(cues, width): the line of each word that a cue may be linked to, -1 beyond the last."""
    places = candidates.low[:, None] + np.arange(candidates.width)[None]
    inside = places < candidates.high[:, None]
    found = line[candidates.row[:, None], np.minimum(places, line.shape[1] - 1)]
    return np.where(inside, found, -1)


def _decode(
    linked: Linked,
    candidates: Candidates,
    batch: Batch,
    parts: list[tuple[Words, Window]],
    settings: DecodingSettings,
) -> Iterator[tuple[int, Attribution]]:
    valid = 1 / (1 + np.exp(-linked.valid.astype(np.float64)))
    kept = np.flatnonzero(valid >= settings.least_score)
    scores = _outside_cue(log_softmax(linked.roles[kept]), candidates, kept)
    labels = decode_rows(scores, linked_lines(batch.line, candidates)[kept], roles=2)
    for position, candidate in enumerate(kept.tolist()):
        row = int(candidates.row[candidate])
        words, window = parts[row]
        low, high = int(candidates.low[candidate]), int(candidates.high[candidate])
        seen = labels[position, : high - low]
        first = window.start + low
        content = _spans(words, first, runs(seen, 1))
        if content:
            cue = (int(candidates.start[candidate]), int(candidates.end[candidate]))
            yield (
                row,
                Attribution(
                    cue=_spans(words, window.start, [cue])[0],
                    source=_spans(words, first, runs(seen, 0)),
                    content=content,
                    score=float(valid[candidate]),
                ),
            )


def _outside_cue(scores: Floats, candidates: Candidates, kept: Integers) -> Floats:
    """Source and content never overlap the cue they belong to."""
    for position, candidate in enumerate(kept.tolist()):
        low = int(candidates.low[candidate])
        inside = slice(candidates.start[candidate] - low, candidates.end[candidate] - low)
        scores[position, inside, 1:] = -1e4
        scores[position, inside, OUTSIDE] = 0
    return scores


def _spans(words: Words, first: int, ranges: list[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans of word ranges that count from word `first` of the document."""
    return tuple(
        Span(int(words.offsets[first + start, 0]), int(words.offsets[first + end - 1, 1]))
        for start, end in ranges
    )
