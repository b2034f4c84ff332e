"""Find attributions in windows: decode cues, link each to its words, decode source and content."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from onrecord.domain.reading import Attribution
from onrecord.domain.span import Span
from onrecord.reader.decoding import Floats, decode_rows, runs_by_row
from onrecord.reader.labels import FORBIDDEN, OUTSIDE
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
    scores = encoded.cues.copy()
    scores[:, :, OUTSIDE] -= bias
    labels = decode_rows(scores, batch.line, roles=1)
    labels[batch.line < 0] = OUTSIDE
    found = [
        (row, start, end)
        for row, ((_, window), cues) in enumerate(zip(parts, runs_by_row(labels), strict=True))
        for start, end in cues
        if window.owned_start <= start + window.start < window.owned_end
    ]
    rows, starts, ends = (np.array([cue[i] for cue in found], dtype=np.int64) for i in range(3))
    return make_candidates(batch.line, rows, starts, ends)


def make_candidates(line: Integers, row: Integers, start: Integers, end: Integers) -> Candidates:
    """Candidates with the range of words that stand LINES_APART lines away at most.

    `line` is (windows, words), ascending and -1 on padding.
    """
    lines = np.where(line < 0, np.iinfo(np.int64).max, line)[row]
    own = line[row, start][:, None]
    low = (lines < own - LINES_APART).sum(axis=1)
    high = (lines <= own + LINES_APART).sum(axis=1)
    return Candidates(row, start, end, low, high)


def _decode(
    linked: Linked,
    candidates: Candidates,
    batch: Batch,
    parts: list[tuple[Words, Window]],
    settings: DecodingSettings,
) -> Iterator[tuple[int, Attribution]]:
    valid = 1 / (1 + np.exp(-linked.valid.astype(np.float64)))
    kept = np.flatnonzero(valid >= settings.least_score)
    scores = _outside_cue(linked.roles[kept], candidates, kept)
    lines = candidates.lines(batch.line)[kept]
    labels = decode_rows(scores, lines, roles=2)
    labels[lines < 0] = OUTSIDE
    found = zip(kept.tolist(), runs_by_row(labels, 0), runs_by_row(labels, 1), strict=True)
    for candidate, source, content in found:
        row = int(candidates.row[candidate])
        words, window = parts[row]
        first = window.start + int(candidates.low[candidate])
        if content:
            cue = (int(candidates.start[candidate]), int(candidates.end[candidate]))
            yield (
                row,
                Attribution(
                    cue=_spans(words, window.start, [cue])[0],
                    source=_spans(words, first, source),
                    content=_spans(words, first, content),
                    score=float(valid[candidate]),
                ),
            )


def _outside_cue(scores: Floats, candidates: Candidates, kept: Integers) -> Floats:
    """Source and content never overlap the cue they belong to."""
    low = candidates.low[kept][:, None]
    places = low + np.arange(scores.shape[1])[None]
    inside = (places >= candidates.start[kept][:, None]) & (places < candidates.end[kept][:, None])
    scores[inside] = np.where(np.arange(scores.shape[2]) == OUTSIDE, 0, FORBIDDEN)
    return scores


def _spans(words: Words, first: int, ranges: list[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans of word ranges that count from word `first` of the document."""
    return tuple(
        Span(int(words.offsets[first + start, 0]), int(words.offsets[first + end - 1, 1]))
        for start, end in ranges
    )
