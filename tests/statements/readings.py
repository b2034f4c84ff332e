"""Readings built by hand from texts with marked attributions."""

from collections.abc import Sequence

from onrecord.domain.document import Document
from onrecord.domain.reading import Attribution, Reading
from onrecord.domain.span import Span, quoted
from onrecord.domain.statement import Statement
from onrecord.statements.assemble import find_statements
from onrecord.statements.drafts import Draft
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import read_quotations
from tests.builders import document_of, span_of

Words = str | tuple[str, ...]


def spans(text: str, words: Words, start: int = 0) -> tuple[Span, ...]:
    """Where each of the words first stands, from `start` on."""
    parts = (words,) if isinstance(words, str) else words
    return tuple(span_of(text, part, start) for part in parts if part)


def attribution(
    text: str, cue: str, source: Words, content: Words, *, after: str = "", score: float = 0.9
) -> Attribution:
    """An attribution by its words; the cue and the source stand after the words `after`."""
    start = text.index(after) + len(after) if after else 0
    return Attribution(
        span_of(text, cue, start), spans(text, source, start), spans(text, content), score
    )


def reading_of(text: str, *attributions: Attribution) -> Reading:
    """A reading in which every line was read."""
    lines = tuple(paragraph_offsets(text))
    found = tuple(sorted(attributions, key=lambda found: found.cue))
    return Reading("d", lines, read_quotations(text, lines), found)


def statements_of(text: str, *attributions: Attribution) -> tuple[Statement, ...]:
    """The statements of a document with such a reading."""
    document: Document = document_of(text, id="d")
    return find_statements(document, reading_of(text, *attributions))


def content_words(text: str, drafts: Sequence[Draft | Statement]) -> list[str]:
    """The content of each, its parts joined by ` […] `."""
    return [quoted(text, draft.content) for draft in drafts]
