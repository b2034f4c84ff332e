"""Which parts of a source speak."""

import re

from onrecord.domain.span import Span

_PASSED_ON = re.compile(r"\b(?:quot|cit)(?:ed|es|ing)\b(?!\s+by\b)", re.IGNORECASE)


def speaking(text: str, source: tuple[Span, ...], cue: tuple[Span, ...]) -> tuple[Span, ...]:
    """The parts that made the statement: in `TSN quoted Belk as saying`, Belk and not TSN."""
    if len(source) < 2 or not cue or not _PASSED_ON.search(cue[0].of(text)):
        return source
    return tuple(part for part in source if part.start >= cue[0].end) or source
