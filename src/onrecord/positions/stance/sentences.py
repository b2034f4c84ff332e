"""The sentences of what was said, by where they stand in the document."""

import re
from collections.abc import Iterator

from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span

_TITLES = "".join(rf"(?<!\b{title})" for title in ("Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep"))
_END = re.compile(
    rf"(?<=[^\s.]{{2}}){_TITLES}[.!?…]+[”’\"')\]]*(?=\s+[“‘\"'(\[]*[A-Z0-9])"
    r"|\n\s*\n|;(?=\s)| \[…\] "
)
GAP = " […] "
"""What joins the parts of a content."""

_EDGES = " \t\r\n“”\"‘’',;:–—-"


def parts(statement: ReportedStatement) -> Iterator[tuple[str, int]]:
    """The parts of the content with the offset of each in the document."""
    for span in statement.statement.content:
        yield statement.in_passage(span).of(statement.passage), span.start


def sentences(statement: ReportedStatement) -> tuple[Span, ...]:
    """Each sentence of the content, without marks and spaces at its edges."""
    return tuple(
        Span(place.start + start, place.end + start)
        for text, start in parts(statement)
        for place in sentence_spans(text)
    )


def sentence_spans(text: str) -> Iterator[Span]:
    """Where the sentences of a text are.

    >>> words = "“We shall stay. Ask Mr. Oss!” he said."
    >>> [span.of(words) for span in sentence_spans(words)]
    ['We shall stay.', 'Ask Mr. Oss!” he said.']
    """
    start = 0
    for match in (*_END.finditer(text), None):
        end = match.end() if match else len(text)
        trimmed = trim(text, start, match.start() if match and match[0] == GAP else end)
        if trimmed is not None:
            yield trimmed
        start = end


def trim(text: str, start: int, end: int) -> Span | None:
    """The stretch without marks and spaces at its edges, None where nothing else is in it."""
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else None
