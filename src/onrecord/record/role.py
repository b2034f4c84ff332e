"""What a stored span is to its statement."""

from collections.abc import Iterator
from enum import StrEnum

from onrecord.domain.span import Span
from onrecord.domain.statement import Statement


class SpanRole(StrEnum):
    """What a stored span is to its statement."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    MENTION = "mention"
    """Where the source names or describes the speaker."""
    EVIDENCE = "evidence"
    """Where the fullest form of the speaker's name stands."""


def spans_by_role(statement: Statement) -> Iterator[tuple[SpanRole, tuple[Span, ...]]]:
    """Every span of a statement, its speaker's included."""
    speaker = statement.speaker
    yield SpanRole.SOURCE, statement.source
    yield SpanRole.CUE, statement.cue
    yield SpanRole.CONTENT, statement.content
    yield SpanRole.MENTION, (speaker.mention,) if speaker.mention else ()
    yield SpanRole.EVIDENCE, (speaker.evidence,) if speaker.evidence else ()
