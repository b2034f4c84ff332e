"""What one encoder pass found in a document."""

from dataclasses import dataclass

from onrecord.domain.mention import Mention
from onrecord.domain.span import Span
from onrecord.domain.time import TimeMark
from onrecord.text.quotes import QuotationView


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with the source and content that the linker gives it; scores are 0 to 1."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Attributions in order of their cue, and the quotation machine's view of the same text.

    `lines` are the half-open offsets of the stretches that were read, one a paragraph or heading.
    `mentions` are in order of their span; those of one `chain` refer to the same.
    `times` are what looks like an expression of time, in order, unsure ones (score below 0.5) too.
    """

    document_id: str
    lines: tuple[tuple[int, int], ...]
    quotations: QuotationView
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeMark, ...] = ()
