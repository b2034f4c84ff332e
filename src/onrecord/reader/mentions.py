"""From scores of spans to mentions: which stretches of words refer to something.

Spans lie in one line and may be nested but do not cross. Each has a kind and a head word.
"""

from dataclasses import dataclass

import numpy as np

from onrecord.reader.decoding import Floats
from onrecord.reader.words import Integers

WIDEST = 28
"""Words in a mention at most; 98.5 % of GUM's mentions are no longer."""

KINDS = ("none", "person", "organisation", "place", "other")
"""The classes of the span head, in order."""


@dataclass(frozen=True, slots=True)
class MentionSpans:
    """Mentions as half-open word ranges, by start, then end.

    All are (mentions,): `head` is the place of the head word, `kind` an index into KINDS, `score`
    the probability that the span is a mention at all.
    """

    start: Integers
    end: Integers
    head: Integers
    kind: Integers
    score: Floats

    def __len__(self) -> int:
        return len(self.start)

    def chosen(self, keep: Integers) -> "MentionSpans":
        """Those at the places `keep`."""
        return MentionSpans(
            self.start[keep], self.end[keep], self.head[keep], self.kind[keep], self.score[keep]
        )


def lawful(line: Integers, width: int = WIDEST) -> Integers:
    """(words, width): whether the span from a word over so many more stays in its line."""
    words = len(line)
    last = np.arange(words)[:, None] + np.arange(width)[None]
    inside = last < words
    same = line[np.minimum(last, words - 1)] == line[:, None]
    result: Integers = (inside & same).astype(np.int64)
    return result


def decode_spans(chances: Floats, heads: Floats, line: Integers, least: float) -> MentionSpans:
    """Spans more likely a mention than `least`, without crossing ones.

    `chances` is (words, WIDEST, len(KINDS)) probabilities of the span from a word over so many
    more words; `heads` is (words,) scores of being a head.
    """
    score = (1 - chances[:, :, 0]) * lawful(line, chances.shape[1])
    start, width = np.nonzero(score > least)
    end = start + width + 1
    found = MentionSpans(
        start=start,
        end=end,
        head=_heads(heads, start, end),
        kind=chances[start, width, 1:].argmax(axis=-1) + 1 if len(start) else start,
        score=score[start, width],
    )
    return found.chosen(_uncrossed(found))


def _heads(heads: Floats, start: Integers, end: Integers) -> Integers:
    """(spans,): the word of each span with the best score, the first of equal ones."""
    places = start[:, None] + np.arange((end - start).max(initial=1))[None]
    scores = heads[np.minimum(places, len(heads) - 1)]
    result: Integers = start + np.where(places < end[:, None], scores, -np.inf).argmax(axis=1)
    return result


def _uncrossed(found: MentionSpans) -> Integers:
    """The places of spans that cross no better one."""
    spans = list(zip(found.start.tolist(), found.end.tolist(), strict=True))
    places = []
    near: dict[int, list[tuple[int, int]]] = {}
    for place in np.argsort(-found.score, kind="stable").tolist():
        start, end = span = spans[place]
        around = [*near.get(start, ()), *near.get(end - 1, ())]
        if any(_cross(span, other) for other in around):
            continue
        places.append(place)
        for word in range(start, end):
            near.setdefault(word, []).append(span)
    return np.array(sorted(places), dtype=np.int64)


def _cross(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[0] < one[1] < other[1] or other[0] < one[0] < other[1] < one[1]
