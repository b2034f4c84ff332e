"""Statements marked by hand, and a network that knows a few words.

`[…]` is the source, `<…>` the cue and `{…}` the content; several contents are parts of one. Places
and people are invented.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from onrecord.domain.issue import Stance
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.span import Span, quoted
from onrecord.domain.statement import Polarity, Statement, StatementKind
from onrecord.positions.issues.embedder import Floats
from onrecord.positions.issues.stems import stems
from onrecord.positions.stance.network import STANCES

_MARKS = re.compile(r"[\[\]<>{}]")
_KINDS = {"[": "source", "<": "cue", "{": "content"}


def reported(
    marked: str,
    id: str = "s1",
    *,
    document: str = "d1",
    by: str | None = "Hadrun Oss",
    polarity: Polarity = Polarity.AFFIRMED,
    parent: str | None = None,
    day: date | None = None,
    start: int = 100,
    targets: tuple[str, ...] = (),
) -> ReportedStatement:
    """The statement that the marks tell of, its passage beginning at `start` of its document."""
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    text, opened, kind, last = "", 0, "", 0
    for match in _MARKS.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match[0] in _KINDS:
            opened, kind = len(text), _KINDS[match[0]]
        else:
            spans[kind].append(Span(opened, len(text)))
    text += marked[last:]
    moved = {
        name: tuple(Span(span.start + start, span.end + start) for span in found)
        for name, found in spans.items()
    }
    statement = Statement(
        id, document, StatementKind.INDIRECT, polarity=polarity, parent=parent, **moved
    )
    return ReportedStatement(
        statement,
        content=quoted(text, spans["content"]),
        passage=text,
        start=start,
        document_name=f"{document}.txt",
        outlet="Courier",
        speakers=(ReportedActor(f"person:{by.lower()}", by),) if by else (),
        targets=tuple(ReportedActor(None, name) for name in targets),
        published=Period.day(day) if day else None,
    )


@dataclass
class FakeNetwork:
    """Takes a text for a stance by a word in it; vectors count stems at fixed places."""

    tell: dict[str, Stance] = field(
        default_factory=lambda: {
            "must": Stance.FOR,
            "never": Stance.AGAINST,
            "if": Stance.CONDITIONAL,
        }
    )
    sure: float = 0.85
    asked: list[tuple[str, str]] = field(default_factory=list)

    def stances(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        self.asked += pairs
        rows = np.full((len(pairs), 4), (1 - self.sure) / 3, dtype=np.float32)
        for row, (text, _) in zip(rows, pairs, strict=True):
            words = re.findall(r"\w+", text.lower())
            told = next((s for word, s in self.tell.items() if word in words), Stance.UNCLEAR)
            row[STANCES.index(told)] = self.sure
        return rows

    def embed(self, texts: Sequence[str]) -> Floats:
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for stem in stems(text):
                row[sum(map(ord, stem)) % 64] += 1.0
            row /= float(np.linalg.norm(row)) or 1.0
        return rows
