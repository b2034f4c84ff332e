"""What was odd or skipped, and why."""

from dataclasses import dataclass

from onrecord.domain.span import Span


@dataclass(frozen=True, slots=True)
class Note:
    """One counted reason, such as `unbalanced-quotation-mark`, with the place it applies to."""

    reason: str
    span: Span | None = None
    detail: str | None = None
