"""The occasion that a transcript's title names: `Meeting with …`, `Interview to …`."""

from collections.abc import Sequence

from onrecord.domain.document import BlockKind, Document
from onrecord.domain.statement import Statement
from onrecord.occasions.facts import Event
from onrecord.occasions.reader import FrameReader

LEAST_TURNS = 3
"""Paragraphs that begin with a speaker's name and a colon: a transcript has several."""

_TURN = "verbless"
_LONGEST_LABEL = 3
"""Words before the noun in such a title: "Joint news conference with …"."""


def transcript_event(
    document: Document, statements: Sequence[Statement], reader: FrameReader
) -> Event | None:
    """The occasion in the first heading of a transcript; None where the document is none."""
    turns = sum(1 for statement in statements if statement.step == _TURN and statement.cue)
    if turns < LEAST_TURNS:
        return None
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            event = reader.titled(block.span)
            if event is not None:
                words = document.text[block.span.start : event.span.start].split()
                return event if len(words) <= _LONGEST_LABEL else None
    return None
