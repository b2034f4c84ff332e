"""One report as the page shows it: lines of pieces, and a note on each statement."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import BlockKind, DateConstraint, DateSource, Document
from onrecord.domain.span import Span, quoted
from onrecord.domain.statement import Statement
from onrecord.exports.circumstance_words import interval, limits
from onrecord.exports.segments import Layer, Role, Segment, evidence_layers, layers_of, segments
from onrecord.exports.statement_note import StatementNote, notes_of
from onrecord.text.paragraphs import paragraph_offsets


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same marks; `starts` and `ends` number the statements that begin or end here.

    `anchors` are the covering statements' anchors, the innermost last; `evidence` are the anchors
    of those of which it tells when, where or to whom they were made.
    """

    text: str
    kind: BlockKind
    roles: tuple[str, ...] = ()
    nested: bool = False
    anchors: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces that stand on one line of the report."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class DateNote:
    """One reason for the date of a report, or against it, and the words that it rests on."""

    days: str
    detail: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Article:
    """One report, ready for the template; `number` counts the page's reports from 1."""

    number: int
    anchor: str
    title: str
    name: str
    outlet: str | None
    published: str | None
    published_how: str
    place: str | None
    reasons: tuple[DateNote, ...]
    contradictions: tuple[DateNote, ...]
    lines: tuple[Line, ...]
    notes: tuple[StatementNote, ...]
    oddities: tuple[tuple[str, int], ...]


def article_of(analysed: AnalysedDocument, number: int) -> Article:
    """The view of `analysed` as the `number`th report of a page."""
    document = analysed.document
    anchor = f"d{number}"
    published = document.published
    reasons = Counter(note.reason for note in (*document.notes, *analysed.notes))
    return Article(
        number=number,
        anchor=anchor,
        title=document.title or document.name,
        name=document.name,
        outlet=document.outlet,
        published=interval(published.first, published.last) if published else None,
        published_how=(published.how if published else DateSource.UNKNOWN).value,
        place=document.place.name if document.place else None,
        reasons=_date_notes(document.text, published.reasons if published else ()),
        contradictions=_date_notes(document.text, published.contradictions if published else ()),
        lines=_lines(document, analysed.statements, anchor),
        notes=tuple(notes_of(document, analysed.statements, anchor)),
        oddities=tuple(sorted(reasons.items())),
    )


def _date_notes(text: str, constraints: Sequence[DateConstraint]) -> tuple[DateNote, ...]:
    return tuple(
        DateNote(limits(one), one.detail, quoted(text, one.evidence)) for one in constraints
    )


def _lines(document: Document, statements: Sequence[Statement], anchor: str) -> tuple[Line, ...]:
    layers = (*layers_of(statements), *evidence_layers(statements))
    cut = [
        [(kind, piece) for span, kind in line for piece in segments(span, layers)]
        for line in _blocks_by_line(document)
    ]
    first, last = _extent([piece for line in cut for _, piece in line])
    return tuple(
        Line(
            _line_kind([kind for kind, _ in line]),
            tuple(_piece(document.text, kind, piece, anchor, first, last) for kind, piece in line),
        )
        for line in cut
    )


def _blocks_by_line(document: Document) -> Iterator[list[tuple[Span, BlockKind]]]:
    """Blocks grouped by the line they stand on, white space between them given to the first."""
    blocks = _all_blocks(document)
    if not blocks:
        return
    line: list[tuple[Span, BlockKind]] = []
    for (span, kind), (following, _) in pairwise([*blocks, blocks[-1]]):
        between = document.text[span.end : max(span.end, following.start)]
        last = following == span
        same_line = not last and not any(mark in between for mark in "\n\r")
        line.append((Span(span.start, following.start) if same_line else span, kind))
        if not same_line:
            yield line
            line = []


def _all_blocks(document: Document) -> list[tuple[Span, BlockKind]]:
    """The document's blocks, and as paragraphs whatever visible text no block covers."""
    found: list[tuple[Span, BlockKind]] = []
    at = 0
    for block in document.blocks:
        found += _uncovered(document.text, at, block.span.start)
        found.append((block.span, block.kind))
        at = block.span.end
    return found + _uncovered(document.text, at, len(document.text))


def _uncovered(text: str, start: int, end: int) -> list[tuple[Span, BlockKind]]:
    return [
        (Span(start + low, start + high), BlockKind.PARAGRAPH)
        for low, high in paragraph_offsets(text[start:end])
    ]


def _line_kind(kinds: Sequence[BlockKind]) -> BlockKind:
    """A dateline opens a paragraph and does not make the line one."""
    return next((kind for kind in kinds if kind is not BlockKind.DATELINE), kinds[0])


def _extent(pieces: Sequence[Segment]) -> tuple[dict[int, Span], dict[int, Span]]:
    """The first and the last piece that each statement covers."""
    first: dict[int, Span] = {}
    last: dict[int, Span] = {}
    for piece in pieces:
        for layer in _covering(piece.layers):
            first.setdefault(layer.statement, piece.span)
            last[layer.statement] = piece.span
    return first, last


def _piece(
    text: str,
    kind: BlockKind,
    segment: Segment,
    anchor: str,
    first: dict[int, Span],
    last: dict[int, Span],
) -> Piece:
    layers = _covering(segment.layers)
    covering = tuple(dict.fromkeys(layer.statement for layer in layers))
    telling = (layer for layer in segment.layers if layer.role is Role.EVIDENCE)
    return Piece(
        text=segment.span.of(text),
        kind=kind,
        roles=tuple(sorted({layer.role.value for layer in layers})),
        nested=_depth(segment.layers) > 1,
        anchors=tuple(f"{anchor}s{place + 1}" for place in covering),
        evidence=tuple(dict.fromkeys(f"{anchor}s{layer.statement + 1}" for layer in telling)),
        starts=tuple(sorted(n + 1 for n in covering if first[n] == segment.span)),
        ends=tuple(sorted(n + 1 for n in covering if last[n] == segment.span)),
    )


def _covering(layers: Sequence[Layer]) -> list[Layer]:
    return [layer for layer in layers if layer.role is not Role.EVIDENCE]


def _depth(layers: Sequence[Layer]) -> int:
    return len({layer.statement for layer in layers if layer.role is Role.CONTENT})
