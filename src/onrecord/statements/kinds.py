"""How much of a content stands between quotation marks."""

from bisect import bisect_left, bisect_right

from onrecord.domain.span import Span
from onrecord.domain.statement import StatementKind
from onrecord.text.quotes import QuotationView
from onrecord.text.words import word_offsets

DIRECT_SHARE = 0.95
"""A content is direct where at least this share of its words is quoted, as the benchmark counts."""


class Quoted:
    """The stretches inside outermost quotation marks of one document."""

    def __init__(self, text: str, view: QuotationView) -> None:
        self.text = text
        inner = [(q.inner_start, q.inner_end) for q in view.outermost]
        self.starts = [start for start, _ in inner]
        self.ends = [end for _, end in inner]

    def kind(self, content: tuple[Span, ...]) -> StatementKind:
        """direct, mixed or indirect."""
        if not any(map(self._touches, content)):
            return StatementKind.INDIRECT
        total = inside = 0
        for part in content:
            for start, end in word_offsets(self.text, part.start, part.end):
                if self.text[start].isalnum():
                    total += 1
                    inside += self._holds(start, end)
        if not inside:
            return StatementKind.INDIRECT
        return StatementKind.DIRECT if inside >= DIRECT_SHARE * total else StatementKind.MIXED

    def _touches(self, span: Span) -> bool:
        at = bisect_left(self.starts, span.end) - 1
        return at >= 0 and span.start < self.ends[at]

    def _holds(self, start: int, end: int) -> bool:
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and end <= self.ends[at]
