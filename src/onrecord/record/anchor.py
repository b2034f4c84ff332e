"""Position and quote together, as in the W3C Web Annotation model: each checks the other."""

from dataclasses import dataclass

from onrecord.domain.span import Span

CONTEXT = 16
"""Characters kept on either side of a quotation, enough for a person to find it in a paper copy."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span with the exact text that stood there when it was found, and its surroundings."""

    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, span: Span) -> "Anchor":
        """The anchor of `span` in `text`."""
        prefix = text[max(0, span.start - CONTEXT) : span.start]
        suffix = text[span.end : span.end + CONTEXT]
        return cls(span, span.of(text), prefix, suffix)

    def holds(self, text: str) -> bool:
        """Whether exactly the kept words stand there. Nothing else counts: no look-alike."""
        return len(self.exact) == len(self.span) and self.span.of(text) == self.exact
