"""One report as the page shows it: lines of pieces, and a note on each statement."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import BlockKind, Document
from onrecord.domain.span import Span, quoted
from onrecord.domain.statement import CueStance, LinkStatus, Polarity, SpeakerLink, Statement
from onrecord.exports.segments import Layer, Role, Segment, layers_of, segments
from onrecord.text.paragraphs import paragraph_offsets

UNRESOLVED = frozenset({LinkStatus.PRONOUN_UNRESOLVED, LinkStatus.NONE})
"""Links that name nobody."""

NOBODY = SpeakerLink(LinkStatus.NONE, "no-source", 1.0)
"""What stands for the speaker of a statement without any."""

STATUS_WORDS = {
    LinkStatus.NAMED: "named",
    LinkStatus.OFFICE: "by office",
    LinkStatus.GROUP: "group",
    LinkStatus.DESCRIBED: "described, not named",
    LinkStatus.PRONOUN_UNRESOLVED: "pronoun, not resolved",
    LinkStatus.NONE: "no speaker given",
}
POLARITY_WORDS = {
    Polarity.AFFIRMED: "affirmed",
    Polarity.DENIED: "denied by the speaker",
    Polarity.DECLINED: "declined to speak",
    Polarity.NEGATED: "reported as not said",
    Polarity.HEDGED: "hedged by the writer",
}
STANCE_WORDS = {
    CueStance.NEUTRAL: "neutral",
    CueStance.DISTANCING: "keeps its distance",
    CueStance.FACTIVE: "takes it as fact",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text under the same marks; `starts` and `ends` number the statements that begin or end here.

    `anchors` are the covering statements' anchors, the innermost last.
    """

    text: str
    kind: BlockKind
    roles: tuple[str, ...] = ()
    nested: bool = False
    anchors: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces that stand on one line of the report."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SpeakerNote:
    """What the page says about one speaker of a statement."""

    label: str
    status: str
    resolved: bool
    step: str
    confidence: int


@dataclass(frozen=True, slots=True)
class StatementNote:
    """What the page says about one statement, in words."""

    number: int
    anchor: str
    id: str
    speakers: tuple[SpeakerNote, ...]
    words: str
    kind: str
    polarity: str
    plain_polarity: bool
    stance: str
    plain_stance: bool
    confidence: int
    step: str
    source: str
    parent: int | None


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
        published=_interval(published.first.isoformat(), published.last.isoformat())
        if published
        else None,
        published_how=published.how.value if published else "unknown",
        lines=_lines(document, analysed.statements, anchor),
        notes=tuple(_notes(document.text, analysed.statements, anchor)),
        oddities=tuple(sorted(reasons.items())),
    )


def _interval(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _lines(document: Document, statements: Sequence[Statement], anchor: str) -> tuple[Line, ...]:
    layers = layers_of(statements)
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
        for layer in piece.layers:
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
    covering = tuple(dict.fromkeys(layer.statement for layer in segment.layers))
    return Piece(
        text=segment.span.of(text),
        kind=kind,
        roles=tuple(sorted({layer.role.value for layer in segment.layers})),
        nested=_depth(segment.layers) > 1,
        anchors=tuple(f"{anchor}s{place + 1}" for place in covering),
        starts=tuple(sorted(n + 1 for n in covering if first[n] == segment.span)),
        ends=tuple(sorted(n + 1 for n in covering if last[n] == segment.span)),
    )


def _depth(layers: Sequence[Layer]) -> int:
    return len({layer.statement for layer in layers if layer.role is Role.CONTENT})


def _notes(text: str, statements: Sequence[Statement], anchor: str) -> Iterator[StatementNote]:
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    for number, statement in enumerate(statements, start=1):
        yield StatementNote(
            number=number,
            anchor=f"{anchor}s{number}",
            id=statement.id,
            speakers=tuple(
                _speaker(text, statement, link) for link in statement.speakers or (NOBODY,)
            ),
            words=quoted(text, statement.content),
            kind=statement.kind.value,
            polarity=POLARITY_WORDS[statement.polarity],
            plain_polarity=statement.polarity is Polarity.AFFIRMED,
            stance=STANCE_WORDS[statement.stance],
            plain_stance=statement.stance is CueStance.NEUTRAL,
            confidence=round(100 * statement.confidence),
            step=statement.step,
            source=quoted(text, statement.source),
            parent=numbers.get(statement.parent) if statement.parent else None,
        )


def _speaker(text: str, statement: Statement, link: SpeakerLink) -> SpeakerNote:
    return SpeakerNote(
        label=speaker_label(text, statement, link),
        status=STATUS_WORDS[link.status],
        resolved=link.status not in UNRESOLVED,
        step=link.step,
        confidence=round(100 * link.confidence),
    )


def speaker_label(text: str, statement: Statement, link: SpeakerLink) -> str:
    """The speaker's name; else the words that stand for the speaker; else that there are none."""
    if link.name and link.status not in UNRESOLVED:
        return link.name
    if link.mention and len(statement.speakers) > 1:
        return f"“{link.mention.of(text)}”"
    if statement.source:
        return f"“{quoted(text, statement.source)}”"
    return "Speaker not given"
