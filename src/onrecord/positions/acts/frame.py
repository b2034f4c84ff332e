"""A statement laid out for coding: its words, and which part of it each belongs to."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from onrecord.domain.span import Span
from onrecord.domain.statement import Statement
from onrecord.positions.acts.hits import Hit, find_hits
from onrecord.positions.acts.tokens import Tokens

AROUND = 80
"""Code points before and behind a statement that are looked at: a negation of its cue may stand
there."""

LINK = 60
"""Code points between a cue and the content that still belong to the cue's clause."""

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])|[\r\n]+")


class Part(IntEnum):
    """What a word belongs to."""

    NONE = 0
    SOURCE = 1
    CUE = 2
    CONTENT = 3
    NESTED = 4
    """Of the content, in the words of somebody else."""


class Article:
    """A text with its words and the entries of the lexicon that stand in it, found once.

    Where there are `statements`, only what is in and about them is looked at.
    """

    __slots__ = ("_firsts", "hits", "text", "tokens")

    def __init__(self, text: str, statements: Sequence[Statement] | None = None) -> None:
        self.text = text
        self.tokens = Tokens(text, None if statements is None else _stretches(text, statements))
        self.hits = find_hits(self.tokens)
        self._firsts = [hit.first for hit in self.hits]

    def hits_between(self, first: int, behind: int) -> Sequence[Hit]:
        """Those that begin at a word from `first` to before `behind`."""
        return self.hits[bisect_left(self._firsts, first) : bisect_left(self._firsts, behind)]

    def has_hits(self, statement: Statement) -> bool:
        """Whether any entry begins in the stretch that a statement takes up."""
        spans = statement.spans()
        first = self.tokens.at(min(span.start for span in spans))
        return bool(self.hits_between(first, self.tokens.at(max(span.end for span in spans))))


@dataclass(frozen=True, slots=True)
class Frame:
    """`parts[i]` is the Part of word `i` of the article; `first`, `behind` bound the statement."""

    article: Article
    parts: bytearray
    first: int
    behind: int

    @property
    def tokens(self) -> Tokens:
        """The words of the whole article."""
        return self.article.tokens

    def hits(self) -> list[Hit]:
        """The entries that begin in the attribution or in the content."""
        found = self.article.hits_between(self.first, self.behind)
        return [hit for hit in found if self.parts[hit.first] in (Part.CUE, Part.CONTENT)]

    def words_of(self, spans: Iterable[Span]) -> list[str]:
        """The words of a few spans."""
        tokens = self.tokens
        return [
            word
            for span in spans
            for word in tokens.words[tokens.at(span.start) : tokens.at(span.end)]
        ]

    def content_start(self, index: int) -> int:
        """The first word of the piece of content that a word stands in."""
        while index and self.parts[index - 1] == Part.CONTENT:
            index -= 1
        return index


def frame_of(article: Article, statement: Statement, nested: Iterable[Statement]) -> Frame:
    """The frame of a statement; `nested` are those inside whose words are somebody else's."""
    tokens = article.tokens
    spans = statement.spans()
    parts = bytearray(len(tokens))
    _mark(parts, tokens, _links(statement), Part.CUE)
    _mark(parts, tokens, statement.content, Part.CONTENT)
    for other in nested:
        _mark(parts, tokens, (*other.cue, *other.content), Part.NESTED)
    _mark(parts, tokens, statement.source, Part.SOURCE)
    _mark(parts, tokens, statement.cue, Part.CUE)
    first = tokens.at(min(span.start for span in spans))
    return Frame(article, parts, first, tokens.at(max(span.end for span in spans)))


def _stretches(text: str, statements: Iterable[Statement]) -> list[tuple[int, int]]:
    """What statements take up, with a little about each, in order and without overlap."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_extent(text, statement) for statement in statements):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _extent(text: str, statement: Statement) -> tuple[int, int]:
    spans = statement.spans()
    start = max(0, min(span.start for span in spans) - AROUND)
    end = max(span.end for span in spans) + AROUND
    return text.rfind(" ", 0, start) + 1, _word_end(text, end)


def _word_end(text: str, offset: int) -> int:
    found = text.find(" ", offset)
    return len(text) if found < 0 else found


def sentence_of(text: str, start: int, end: int, most: int) -> Span:
    """The sentence, or the part of `most` code points about it, that a stretch stands in."""
    room = max(0, most - (end - start)) // 2
    low, high = max(0, start - room), min(len(text), end + room)
    earlier = [stop.end() for stop in _SENTENCE_END.finditer(text, low, start)]
    after = _SENTENCE_END.search(text, max(low, end - 1), high)
    if earlier:
        low = earlier[-1]
    elif low:
        low = text.find(" ", low, start) + 1 or low
    if after is not None:
        high = after.start() + len(after.group().rstrip())
    elif high < len(text):
        high = text.rfind(" ", end, high) if text.rfind(" ", end, high) > 0 else high
    return Span(low, high)


def _links(statement: Statement) -> tuple[Span, ...]:
    """What stands between a cue and the content behind it: "has *strongly* condemned"."""
    found = []
    for cue in statement.cue:
        begins = [span.start for span in statement.content if span.start >= cue.end]
        if begins and 0 < min(begins) - cue.end <= LINK:
            found.append(Span(cue.end, min(begins)))
    return tuple(found)


def _mark(parts: bytearray, tokens: Tokens, spans: Iterable[Span], part: Part) -> None:
    for span in spans:
        begin, behind = tokens.at(span.start), tokens.at(span.end)
        parts[begin:behind] = bytes((part,)) * (behind - begin)
