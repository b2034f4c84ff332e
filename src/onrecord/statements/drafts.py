"""A statement in the making: what the reader found, before it has a kind, a speaker and an id."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onrecord.domain.reading import Attribution, Reading
from onrecord.domain.span import Span

NEIGHBOURS = 40
"""Statements that bear on each other stand within one window of the reader, which holds fewer
cues than this; looking no further keeps the work linear in the length of the document."""

CUE_STEP = "cue"
FLOATING_STEP = "floating"
VERBLESS_STEP = "verbless"
BESIDE_STEP = "beside"
NESTED_STEP = "nested"


@dataclass(frozen=True, slots=True)
class Draft:
    """Spans in order; `step` names what found the statement.

    `extent` goes from the first to the last character of source and cue, None without both.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    score: float = 1.0
    step: str = CUE_STEP
    extent: Span | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        parts = (*self.source, *self.cue)
        extent = Span(min(p.start for p in parts), max(p.end for p in parts)) if parts else None
        object.__setattr__(self, "extent", extent)

    @property
    def anchor(self) -> Span:
        """Where the statement is made: its cue, or its content where it has none."""
        return self.cue[0] if self.cue else self.content[0]

    def with_content(self, parts: list[Span]) -> "Draft":
        """The same with other content, in order and without overlaps."""
        return replace(self, content=tuple(merged(parts)))


def drafts_of(reading: Reading) -> list[Draft]:
    """One draft for each attribution of a reading."""
    return in_order(_draft(attribution) for attribution in reading.attributions)


def _draft(found: Attribution) -> Draft:
    return Draft(found.content, (found.cue,), found.source, found.score)


def in_order(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts by anchor, which all rules expect."""
    return sorted(drafts, key=lambda draft: (draft.anchor.start, draft.anchor.end, draft.content))


def near(drafts: Sequence[Draft], place: int) -> range:
    """The numbers of the drafts whose anchors lie around an offset."""
    at = bisect_left(drafts, place, key=lambda draft: draft.anchor.start)
    return range(max(0, at - NEIGHBOURS), min(len(drafts), at + NEIGHBOURS))


def merged(parts: list[Span]) -> list[Span]:
    """The parts in order, those that overlap made one."""
    result: list[Span] = []
    for part in sorted(parts):
        if result and part.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, part.end))
        else:
            result.append(part)
    return result


def covered(span: Span, parts: tuple[Span, ...]) -> int:
    """How many characters of `span` the parts cover."""
    start, end = span.start, span.end
    return sum(
        min(end, part.end) - max(start, part.start)
        for part in parts
        if part.start < end and start < part.end
    )
