"""Tidy edges: spans that hold words, stay on their line, and are told once."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.domain.span import Span
from onrecord.statements.drafts import Draft
from onrecord.text.words import has_word_character

_LEADING = re.compile(r"[\s”]*(?:\"\s+(?=[\"“])|(?:and|but)\s+(?=[“«]))?")
_TRAILING = re.compile(r"(?:\s+[“\"«„]?|[“«„])\s*$")
"""A mark that can only close, at the start of a span, belongs to what comes before it, and one that
can only open, at the end, to what follows."""


def tidy(text: str, lines: Sequence[tuple[int, int]], drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts whose content has a word, cut at line ends, without exact repetitions."""
    cutter = _Lines(text, lines)
    kept: dict[tuple[tuple[Span, ...], ...], Draft] = {}
    for draft in drafts:
        content, source = cutter.cut(draft.content), cutter.cut(draft.source)
        if content:
            changed = content != draft.content or source != draft.source
            tidied = replace(draft, content=content, source=source) if changed else draft
            key = (tidied.source, tidied.cue, tidied.content)
            if key not in kept or kept[key].score < tidied.score:
                kept[key] = tidied
    return list(kept.values())


class _Lines:
    """The lines that are read: a span lies in one of them or is cut."""

    def __init__(self, text: str, lines: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.lines = lines
        self.starts = [start for start, _ in lines]

    def cut(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The parts of the spans that lie on lines and hold a word, white space trimmed."""
        return tuple(part for span in spans for part in self._cut(span))

    def _cut(self, span: Span) -> Iterable[Span]:
        at = max(0, bisect_right(self.starts, span.start) - 1)
        while at < len(self.lines) and self.lines[at][0] < span.end:
            start, end = max(span.start, self.lines[at][0]), min(span.end, self.lines[at][1])
            body = self.text[start:end] if start < end else ""
            if has_word_character(body):
                lead = _LEADING.match(body)
                tail = _TRAILING.search(body, _last_but_one(body))
                first = start + (lead.end() if lead else 0)
                yield Span(first, start + (tail.start() if tail else len(body)))
            at += 1


def _last_but_one(body: str) -> int:
    """Where the last visible character but one ends: the trailing space and mark begin there."""
    return len(body.rstrip()[:-1].rstrip())
