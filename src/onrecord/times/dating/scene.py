"""What clues are looked for in: a report's text, its expressions of time, the events it names."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.domain.document import Block, BlockKind, Document
from onrecord.domain.span import Span
from onrecord.lexicon.events import EventMention, find_events
from onrecord.lexicon.sentences import sentence_starts
from onrecord.times.phrase import TimePhrase

_UNREAD = frozenset({BlockKind.FURNITURE, BlockKind.BYLINE})
"""Footers carry the year of the crawl (`Copyright 2019`), not that of the report."""

OPENING = 2
"""Paragraphs that may stand before the dateline: a lead, a caption taken for one."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One report; `phrases` and `events` are those that its author wrote, in order."""

    text: str
    phrases: tuple[TimePhrase, ...]
    events: tuple[EventMention, ...]
    _breaks: list[int] = field(default_factory=list, repr=False)

    def sentence(self, span: Span) -> Span:
        """The sentence that the span begins in."""
        if not self._breaks:
            self._breaks.extend(sentence_starts(self.text))
        at = bisect_right(self._breaks, span.start)
        end = self._breaks[at] if at < len(self._breaks) else len(self.text)
        return Span(self._breaks[at - 1], max(end, span.end))

    def before(self, span: Span) -> str:
        """Its sentence up to a span."""
        return self.text[self.sentence(span).start : span.start]

    def after(self, span: Span) -> str:
        """Its sentence from the end of a span on."""
        return self.text[span.end : self.sentence(span).end]


def scene_of(document: Document, phrases: Sequence[TimePhrase]) -> Scene:
    """The scene of a document."""
    unread = [block.span for block in _unread(document.blocks)]
    return Scene(
        document.text,
        tuple(phrase for phrase in phrases if not _inside(phrase.span, unread)),
        tuple(
            mention for mention in find_events(document.text) if not _inside(mention.span, unread)
        ),
    )


def _unread(blocks: Sequence[Block]) -> Iterator[Block]:
    """Also lines with a date alone below the report: they date a correction, or a reprint."""
    read = 0
    for block in blocks:
        read += block.kind is BlockKind.PARAGRAPH
        if block.kind in _UNREAD or (read > OPENING and block.kind is BlockKind.DATELINE):
            yield block


def _inside(span: Span, blocks: Sequence[Span]) -> bool:
    return any(block.start <= span.start < block.end for block in blocks)
