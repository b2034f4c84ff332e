"""Spans and probabilities as the extract contract has them."""

from onrecord.domain.span import Span

CONFIDENCE_DIGITS = 4
"""What a probability is good for; further digits differ between processors."""

Offsets = tuple[int, int]


def offsets(span: Span) -> Offsets:
    """Start and end."""
    return span.start, span.end


def all_offsets(spans: tuple[Span, ...]) -> list[Offsets]:
    """Each span's start and end."""
    return [offsets(span) for span in spans]


def share(value: float) -> float:
    """A probability, rounded."""
    return round(value, CONFIDENCE_DIGITS)
