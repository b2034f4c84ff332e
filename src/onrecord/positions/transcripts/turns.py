"""An official text as turns: who speaks from where to where."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.domain.document import BlockKind, DateCandidate, Document
from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.domain.transcript import Transcript, Turn
from onrecord.lexicon.transcripts import transcript_words
from onrecord.positions.transcripts.labels import is_office, name_in_label
from onrecord.text.paragraphs import paragraph_offsets

LONGEST_LABEL = 260
"""Characters before the colon; officials have long titles."""

_LABEL = re.compile(
    rf"(?:\[?[\d:.]{{4,11}}\]?\s+)?(?P<label>[^:\n]{{1,{LONGEST_LABEL}}}?)\s*:(?=\s|$)"
)
_DASHED = re.compile(r"(?P<label>[^\n–—]{2,60}?)\s+[–—]\s+(?=\S)")
_NAME = r"(?P<name>(?:[^\W\d_a-z][\w’'.-]*\s+){0,4}[^\W\d_a-z][\w’'-]+)"
_BY = r"\s+(?:by|of|from)\s+(?P<title>[^,;:–—]{2,120})"


@dataclass(frozen=True, slots=True)
class _Label:
    """A label, the name it gives ("" for a nameless voice), and where its words begin."""

    span: Span
    name: str
    after: int


def read_transcript(document: Document) -> Transcript:
    """The turns of an official text. One without labels is nobody's, or that of its one speaker.

    A text that names its one speaker in the title ("Speech by …") is theirs from the first line.
    """
    text = document.text
    lines = [Span(*line) for line in paragraph_offsets(text)]
    turns = tuple(_turns(text, [line for line in lines if not _is_aside(line, document)]))
    if not any(turn.label for turn in turns):
        turns = _as_one(turns, document)
    published = document.published
    return Transcript(
        document_id=document.id,
        name=document.name,
        text=text,
        turns=turns,
        day=_day(published),
        place=document.place.name if document.place else None,
        title=document.title,
        url=document.url,
    )


def _day(published: DateCandidate | None) -> Period | None:
    return Period(published.first, published.last) if published else None


def _is_aside(line: Span, document: Document) -> bool:
    """A line that nobody speaks: furniture, a caption, "See also"."""
    if line.of(document.text).casefold() in transcript_words().lines:
        return True
    nobodys = (BlockKind.FURNITURE, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.DATELINE)
    return any(
        block.kind in nobodys and block.span.contains(line)
        for block in document.blocks
        if block.span.start <= line.start
    )


def _turns(text: str, lines: Sequence[Span]) -> Iterator[Turn]:
    dashed = _dashed_names(text, lines)
    label: _Label | None = None
    paragraphs: list[Span] = []
    for line in lines:
        found = _label_of(text, line, dashed)
        if found is None:
            paragraphs.append(line)
            continue
        if paragraphs or label:
            yield _turn(text, label, paragraphs)
        label, paragraphs = found, []
        if text[found.after : line.end].strip():
            paragraphs.append(Span(_first_word(text, found.after), line.end))
    if paragraphs or label:
        yield _turn(text, label, paragraphs)


def _turn(text: str, label: _Label | None, paragraphs: Sequence[Span]) -> Turn:
    if label is None:
        return Turn(tuple(paragraphs))
    name = label.name or label.span.of(text)
    return Turn(tuple(paragraphs), name, label.span)


def _label_of(text: str, line: Span, dashed: frozenset[str]) -> _Label | None:
    found = _LABEL.match(text, line.start, line.end)
    if found is None:
        found = _DASHED.match(text, line.start, line.end)
        if found is None or found["label"] not in dashed:
            return None
    words = found["label"]
    name = name_in_label(words)
    if name is None and is_office(words):
        name = _holder(words, text) or ""
    if name is None:
        return None
    return _Label(Span(*found.span("label")), name, found.end())


def _holder(office: str, text: str) -> str | None:
    """Who holds the office that a label names: the name after the same words earlier on."""
    post = office.casefold().removeprefix("the ")
    found = re.search(rf"\b(?i:{re.escape(post)})\s+{_NAME}", text[: text.find(office)])
    return found["name"] if found else None


def _dashed_names(text: str, lines: Sequence[Span]) -> frozenset[str]:
    """Names before a dash at the beginning of lines, if one of them comes twice."""
    found: Counter[str] = Counter()
    for line in lines:
        match = _DASHED.match(text, line.start, line.end)
        if match and name_in_label(match["label"]) is not None:
            found[match["label"]] += 1
    return frozenset(found) if found.total() > len(found) else frozenset()


def _first_word(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())


def _as_one(turns: tuple[Turn, ...], document: Document) -> tuple[Turn, ...]:
    """The whole text as the turn of whoever its title says it is by."""
    spoken = "|".join(map(re.escape, transcript_words().spoken))
    title = document.title or document.text.lstrip().partition("\n")[0]
    found = re.match(rf"(?:{spoken}){_BY}", title, re.IGNORECASE)
    words = found["title"] if found else ""
    for cut in range(len(words.split()), 1, -1):
        name = name_in_label(" ".join(words.split()[:cut]))
        if name:
            return tuple(Turn(turn.paragraphs, name) for turn in turns)
    return turns
