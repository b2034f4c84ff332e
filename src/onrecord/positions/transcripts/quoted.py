"""Which words of a statement are given as the speaker's own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.statement import StatementKind
from onrecord.positions.wording.tokens import Token, tokens_of
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import read_quotations

SHOUTED = 3
"""Words all in capitals that are a heading; fewer may be acronyms."""

_ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?")
_BRACKET = re.compile(r"\[[^\]\n]*\]|\([^)\n]*(?:\bsic\b|—\s*ed)[^)\n]*\)", re.IGNORECASE)
_MARKS = "\"'“”„‟«»‘’"
_EDGE = re.compile(rf"^[\s{_MARKS},;:–—-]+|[\s{_MARKS},;:–—-]+$")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of quoted words without an ellipsis: `span` of the passage.

    The tokens' spans count from the part's own beginning.
    `open_before` and `open_after` tell that an ellipsis stands there, `brackets` are the places in
    `tokens` before which the writer put in words of the report's own, which are no tokens.
    """

    span: Span
    tokens: tuple[Token, ...]
    open_before: bool = False
    open_after: bool = False
    brackets: frozenset[int] = frozenset()

    @property
    def keys(self) -> tuple[str, ...]:
        """One key for each word, the same for its spellings."""
        return tuple(token.key for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quoted words of a statement: `text` is its passage, `parts` are in order."""

    text: str
    parts: tuple[Part, ...]

    @property
    def words(self) -> str:
        """The parts, joined by an ellipsis in brackets."""
        return " […] ".join(part.span.of(self.text) for part in self.parts)


def quoted_words(statement: ReportedStatement, *, indirect: bool = False) -> Quoted:
    """What stands between quotation marks; where `indirect`, all that is said."""
    text = statement.passage
    spans = _spans(statement, indirect=indirect)
    parts = [part for span in spans for part in _parts(text, span)]
    return Quoted(text, tuple(parts))


def _spans(statement: ReportedStatement, *, indirect: bool) -> list[Span]:
    content = [statement.in_passage(span) for span in statement.statement.content]
    if indirect or statement.statement.kind is StatementKind.DIRECT:
        return content
    return [span for part in content for span in _between_marks(statement.passage, part)]


def _between_marks(text: str, content: Span) -> Iterator[Span]:
    view = read_quotations(text, paragraph_offsets(text))
    for quotation in view.outermost:
        start = max(quotation.inner_start, content.start)
        end = min(quotation.inner_end, content.end)
        if start < end:
            yield Span(start, end)


def _parts(text: str, span: Span) -> Iterator[Part]:
    """Cut at every ellipsis."""
    gaps = [
        (found.start(), found.end()) for found in _ELLIPSIS.finditer(text, span.start, span.end)
    ]
    edges = [(span.start, span.start), *gaps, (span.end, span.end)]
    for (_, start), (end, _) in pairwise(edges):
        inner = _trimmed(text, start, end)
        if inner is not None:
            yield _part(text, inner, start > span.start, end < span.end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Without marks and blanks at its ends."""
    words = text[start:end]
    body = _EDGE.sub("", words)
    if not body:
        return None
    at = start + words.index(body)
    return Span(at, at + len(body))


def _part(text: str, span: Span, open_before: bool, open_after: bool) -> Part:
    words = span.of(text)
    holes = [found.span() for found in _BRACKET.finditer(words)]
    tokens = tokens_of(_quietly(_blanked(words, holes)))
    brackets = (_place(tokens, hole) for hole in holes)
    return Part(span, tokens, open_before, open_after, frozenset(brackets))


def _blanked(words: str, holes: Sequence[tuple[int, int]]) -> str:
    for start, end in holes:
        words = words[:start] + " " * (end - start) + words[end:]
    return words


def _quietly(words: str) -> str:
    """A heading in capitals in small letters, as far as no letter becomes two by it."""
    small = words.lower()
    shouted = words.isupper() and len(words.split()) >= SHOUTED
    return small if shouted and len(small) == len(words) else words


def _place(tokens: Sequence[Token], hole: tuple[int, int]) -> int:
    """How many words stand before a hole."""
    return sum(token.span.start < hole[0] for token in tokens)
