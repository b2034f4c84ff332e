"""Reads the frames of a document."""

from collections.abc import Sequence
from functools import cache

from onrecord.domain.span import Span
from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.chain import Chain
from onrecord.occasions.facts import Event, Facts
from onrecord.occasions.frames import Frame, Stretch, Where
from onrecord.occasions.naming import Naming
from onrecord.occasions.signs import opening_words, words_of_writings

_SHORTEST = 2
_HEARER = " to "
"""Right after the cue: `confirmed to Reuters that …`."""

_MARKS = str.maketrans(dict.fromkeys(',;:()[]“”"', " "))
_MATTERING = frozenset(("at", "after", "before", "when", "told", "speaking", "meeting", "via"))
"""Classes of heads without which a stretch says nothing, unless it has a time or a sign."""


class FrameReader:
    """Reads frames with what one document names."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming

    def read(self, frame: Frame, cue: frozenset[str]) -> Facts:
        """What the frame says; `cue` has the words of the cue in lower case."""
        facts = Facts()
        writes = not cue.isdisjoint(occasion_words().writing)
        for stretch in frame.stretches:
            if self._matters(stretch):
                Chain(self._naming, stretch, facts, writes).read()
        return facts

    def titled(self, span: Span) -> Event | None:
        """The occasion that a title begins with, and who took part."""
        facts = Facts()
        Chain(self._naming, Stretch(span.start, span.end, Where.AFTER), facts, False).read_title()
        return facts.events[0] if facts.events else None

    def told(self, sentence: Span) -> Facts:
        """What a sentence says that nobody is quoted in."""
        facts = Facts()
        stretch = Stretch(sentence.start, sentence.end, Where.AFTER)
        if self._matters(stretch):
            Chain(self._naming, stretch, facts, False).read()
        return facts

    def _matters(self, stretch: Stretch) -> bool:
        """Whether a stretch has any word that can matter; most have none."""
        start, end = stretch.start, stretch.end
        if end - start < _SHORTEST:
            return False
        words = self._naming.text[start:end].lower().translate(_MARKS).split()
        if stretch.where is Where.SOURCE:
            return not _mattering_in_sources().isdisjoint(words)
        if stretch.where is Where.BEFORE and not self._leads_up(words, start):
            return False
        if self._naming.text.startswith(_HEARER, stretch.free):
            return True
        return not _mattering().isdisjoint(words) or bool(self._naming.times_in(start, end))

    def _leads_up(self, words: Sequence[str], start: int) -> bool:
        """Whether what stands before source and cue may belong to them: a clause does not, unless
        they depend on it (`… days after Belk said`)."""
        if not words:
            return False
        if words[0] in _openers() or words[-1] in _subordinating() or "when" in words:
            return True
        return bool(self._naming.times_in(start, start + len(words[0])))


@cache
def _openers() -> frozenset[str]:
    """Words that may open a sentence without being a clause."""
    heads = frozenset(head.partition(" ")[0] for head in occasion_words().heads)
    return heads | occasion_words().fillers


@cache
def _subordinating() -> frozenset[str]:
    heads = occasion_words().heads.items()
    return frozenset(head for head, kind in heads if kind in ("after", "before"))


@cache
def _mattering() -> frozenset[str]:
    heads = occasion_words().heads.items()
    first = frozenset(head.partition(" ")[0] for head, kind in heads if kind in _MATTERING)
    return first | opening_words()


@cache
def _mattering_in_sources() -> frozenset[str]:
    return words_of_writings() | {"on", "speaking"}
