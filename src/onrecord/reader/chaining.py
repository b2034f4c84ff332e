"""Mentions of a document: spans and names window by window, then chains over all of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.domain.mention import Mention, MentionForm, MentionKind
from onrecord.domain.span import Span
from onrecord.reader.decoding import Floats
from onrecord.reader.mentions import KINDS, MentionSpans, decode_spans
from onrecord.reader.network import Encoded, Network
from onrecord.reader.pairs import Pairs, best_earlier, chains, find_pairs
from onrecord.reader.surface import FIRST_PRONOUN, NAME, Surface, read_surface
from onrecord.reader.windows import Batch, Window
from onrecord.reader.words import OTHER, Integers, Words

NAME_SPAN = 0.1
"""The least chance of a mention that is a whole name; see `with_names`."""

EDGE = 0.01
LABELS_A_KIND = 4

BLOCK = 32
"""Mentions whose antecedents are scored at one time: their pairs stay in the processor's cache, and
few mentions are prepared for more than one block."""

_STOPS = frozenset(".!?")
_LONGEST_ABBREVIATION = 12
_GAP = 5
_ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "st", "gen", "sen", "rep", "gov", "col", "lt", "sgt", "adm"),
        *("prof", "rev", "jr", "sr", "no", "vs", "inc", "corp", "co", "ltd", "maj", "capt"),
    )
)

NAMES = ("person", "organisation", "location", "people", "other")
"""The kinds of names in newswire: the label after 1 + 4 * kind begins, goes on, ends, is alone."""


@dataclass(frozen=True, slots=True)
class WindowMentions:
    """What one window owns: spans in words of the document, their vectors, and names.

    `vectors` is (mentions, width); `names` is (owned words,), an index into NAMES, or -1;
    `begins` says where a name begins.
    """

    first: int
    spans: MentionSpans
    vectors: Floats
    names: Integers
    begins: Integers


def find_window_mentions(
    network: Network,
    encoded: Encoded,
    batch: Batch,
    parts: list[tuple[Words, Window]],
    least: float,
) -> list[WindowMentions]:
    """The mentions that each window owns and that are more likely than `least`."""
    return [
        _of_window(network, encoded, batch, row, window, least)
        for row, (_, window) in enumerate(parts)
    ]


def _of_window(
    network: Network, encoded: Encoded, batch: Batch, row: int, window: Window, least: float
) -> WindowMentions:
    own = slice(window.owned_start - window.start, window.owned_end - window.start)
    labels = encoded.names[row, own].argmax(axis=1)
    chances = with_names(network.spans(encoded.edges[row, own]), labels, least)
    found = decode_spans(chances, encoded.head[row, own], batch.line[row, own], least)
    return WindowMentions(
        first=window.owned_start,
        spans=MentionSpans(
            found.start + window.owned_start,
            found.end + window.owned_start,
            found.head + window.owned_start,
            found.kind,
            found.score,
        ),
        vectors=_vectors(encoded.parts[row, own], found),
        names=np.where(labels > 0, (labels - 1) // 4, -1),
        begins=np.where((labels > 0) & ((labels - 1) % 4 % 3 == 0), 1, 0),
    )


def with_names(chances: Floats, labels: Integers, least: float) -> Floats:
    """The chances of spans, where a whole name is a mention unless the span head is sure of less.

    `labels` are (words,) of the name head.
    """
    begins = np.flatnonzero((labels > 0) & ((labels - 1) % LABELS_A_KIND % 3 == 0))
    for start in begins.tolist():
        end = start + 1
        while end < len(labels) and labels[end] and (labels[end] - 1) % LABELS_A_KIND in (1, 2):
            end += 1
        width = end - start - 1
        if width < chances.shape[1] and 1 - chances[start, width, 0] > NAME_SPAN:
            chances[start, width, 0] = min(chances[start, width, 0], 1 - least - EDGE)
    return chances


def _vectors(parts: Floats, found: MentionSpans) -> Floats:
    width = parts.shape[1] // 3
    result: Floats = (
        parts[found.start, :width]
        + parts[found.end - 1, width : 2 * width]
        + parts[found.head, 2 * width :]
    )
    return result


def link_mentions(
    network: Network, text: str, words: Words, found: Iterable[WindowMentions], bias: float
) -> tuple[Mention, ...]:
    """The mentions of all windows, in order, each with its chain and its name."""
    windows = list(found)
    every = _joined([window.spans for window in windows])
    kept = np.flatnonzero(in_one_sentence(text, words, every))
    spans = every.chosen(kept)
    surface = read_surface(text, words, spans)
    vectors = np.concatenate([window.vectors for window in windows])[kept]
    pairs = find_pairs(surface)
    scores = score_pairs(network, vectors, spans.kind, pairs) + np.float32(bias)
    chosen, chance = best_earlier(pairs, scores, len(spans))
    linked = zip(chains(chosen).tolist(), chance.tolist(), strict=True)
    return tuple(_mentions(words, surface, _Names(windows), linked))


def in_one_sentence(text: str, words: Words, spans: MentionSpans) -> Integers:
    """(mentions,) whether no sentence ends inside; the stop of an abbreviation ends none."""
    ends = np.zeros(len(words) + 1, dtype=np.int64)
    marks = np.flatnonzero(words.case == OTHER)
    for place, (start, end) in zip(marks.tolist(), words.offsets[marks].tolist(), strict=True):
        if text[start] in _STOPS and _ends_sentence(text, start, end):
            ends[place + 1] = 1
    before = ends.cumsum()
    result: Integers = (before[spans.end - 1] == before[spans.start]).astype(np.int64)
    return result


def _ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether space and a capital follow, and no initial or abbreviation stands before."""
    if not text[end : end + 1].isspace() or not text[end : end + _GAP].lstrip()[:1].isupper():
        return False
    before = text[max(0, start - _LONGEST_ABBREVIATION) : start].split()
    last = before[-1].lower() if before else ""
    return len(last) > 1 and last not in _ABBREVIATIONS and "." not in last


def _joined(found: list[MentionSpans]) -> MentionSpans:
    fields = ("start", "end", "head", "kind", "score")
    return MentionSpans(*(np.concatenate([getattr(s, name) for s in found]) for name in fields))


def score_pairs(network: Network, vectors: Floats, kind: Integers, pairs: Pairs) -> Floats:
    """(pairs,) scores, a block of later mentions at a time."""
    edges = np.searchsorted(pairs.later, np.arange(0, len(vectors) + BLOCK, BLOCK))
    scores = [np.zeros(0, dtype=np.float32)]
    for low, high in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if low < high:
            scores.append(_score_block(network, vectors, kind, pairs, slice(low, high)))
    return np.concatenate(scores)


def _score_block(
    network: Network, vectors: Floats, kind: Integers, pairs: Pairs, block: slice
) -> Floats:
    later, earlier = pairs.later[block], pairs.earlier[block]
    seen = np.zeros(len(vectors), dtype=bool)
    seen[later] = seen[earlier] = True
    used, place = np.flatnonzero(seen), seen.cumsum() - 1
    return network.pairs(
        vectors[used], kind[used], place[later], place[earlier], pairs.features[block]
    )


class _Names:
    """Which words of the document stand in a name, and of what kind."""

    def __init__(self, windows: list[WindowMentions]) -> None:
        kind = np.concatenate([window.names for window in windows])
        begins = np.concatenate([window.begins for window in windows])
        fresh = np.ones(len(kind), dtype=bool)
        fresh[1:] = (kind[1:] != kind[:-1]) | (begins[1:] > 0)
        self.kind: list[int] = kind.tolist()
        self.run: list[int] = fresh.cumsum().tolist()

    def around(self, start: int, end: int, head: int) -> tuple[int, int] | None:
        """The word range of the name that the head of a mention stands in, cut to the mention."""
        if self.kind[head] < 0:
            return None
        first = head
        while first > start and self.run[first - 1] == self.run[head]:
            first -= 1
        last = head + 1
        while last < end and self.run[last] == self.run[head]:
            last += 1
        return first, last


_KINDS = (MentionKind.OTHER, *(MentionKind(kind) for kind in KINDS[1:]))
_NAME_KINDS = (
    MentionKind.PERSON,
    MentionKind.ORGANISATION,
    MentionKind.PLACE,
    MentionKind.OTHER,
    MentionKind.OTHER,
)
"""The kind of a mention with a name is that of the name: newswire has more of them than GUM."""


def _mentions(
    words: Words, surface: Surface, names: _Names, linked: Iterable[tuple[int, float]]
) -> Iterator[Mention]:
    """The mentions of a surface; `linked` are their chains and the chances of their links."""
    spans, offsets = surface.spans, words.offsets.tolist()
    columns = (spans.start, spans.end, spans.head, spans.kind, spans.score, surface.form)
    rows = zip(*(column.tolist() for column in columns), linked, strict=True)
    for start, end, head, kind, score, form, (chain, link) in rows:
        name = names.around(start, end, head)
        yield Mention(
            span=_span(offsets, start, end),
            head=_span(offsets, head, head + 1),
            form=_form(form, name is not None),
            kind=_NAME_KINDS[names.kind[head]] if name else _KINDS[kind],
            chain=chain,
            score=round(score, 4),
            link=round(link, 4),
            name=_span(offsets, *name) if name and form < FIRST_PRONOUN else None,
        )


def _form(form: int, in_name: bool) -> MentionForm:
    if form >= FIRST_PRONOUN:
        return MentionForm.PRONOUN
    return MentionForm.NAME if form == NAME and in_name else MentionForm.NOMINAL


def _span(offsets: Sequence[Sequence[int]], start: int, end: int) -> Span:
    return Span(offsets[start][0], offsets[end - 1][1])
