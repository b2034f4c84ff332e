"""A statement as evidence: its words, whose they are, and why they count as they do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.domain.issue import Position, StatementKey
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.exports.circumstance_words import interval, joined, step_words
from onrecord.exports.line_words import STANCE_NAMES, bearing, decided, percent
from onrecord.exports.segments import Layer, Role, segments

PASSAGE_CHARACTERS = 1000
"""Of a passage; the whole of it is in the report, to which the evidence links."""

AROUND = 120
"""Characters kept before the first marked words of a passage that is cut."""

Anchors = Mapping[StatementKey, str]


@dataclass(frozen=True, slots=True)
class EvidencePiece:
    """Text of a passage under the same marks; without any it is the report's own words."""

    text: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a statement was taken to say to the issue, and why."""

    stance: str
    confidence: int
    decided: str
    bearing: str
    conditional: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report of an utterance; `anchor` is where the page has it, None where it has not."""

    speaker: str
    outlet: str
    document: str
    when: str
    kind: str
    pieces: tuple[EvidencePiece, ...]
    anchor: str | None
    verdict: Verdict | None


def evidence_of(
    reported: ReportedStatement, position: Position | None, anchors: Anchors
) -> Evidence:
    """The evidence that a statement is, for a position where it takes one."""
    return Evidence(
        speaker=speaker_words(reported),
        outlet=reported.outlet,
        document=reported.document_name,
        when=when_words(reported),
        kind=reported.statement.kind.value,
        pieces=tuple(_pieces(reported, position)),
        anchor=anchors.get(reported.key),
        verdict=_verdict(position) if position else None,
    )


def speaker_words(reported: ReportedStatement) -> str:
    """Who said it."""
    names = [speaker.name for speaker in reported.speakers if speaker.name]
    return joined(names) if names else "Speaker not resolved"


def when_words(reported: ReportedStatement) -> str:
    """When it was said, and what tells; that of the report where nothing else does."""
    days = reported.said
    if days is None:
        return "no date known"
    said = reported.statement.said
    return f"{interval(days.first, days.last)}, {step_words(said.step if said else 'publication')}"


def _verdict(position: Position) -> Verdict:
    return Verdict(
        stance=STANCE_NAMES[position.stance],
        confidence=percent(position.confidence),
        decided=decided(position.step),
        bearing=bearing(position.hit),
        conditional=bool(position.conditions),
    )


def _pieces(reported: ReportedStatement, position: Position | None) -> Iterator[EvidencePiece]:
    layers = tuple(_layers(reported, position))
    window = _window(len(reported.passage), layers)
    if window is None:
        yield EvidencePiece(reported.content, (Role.CONTENT.value,))
        return
    if window.start:
        yield EvidencePiece("… ", ())
    for segment in segments(window, layers):
        roles = dict.fromkeys(layer.role.value for layer in segment.layers)
        yield EvidencePiece(segment.span.of(reported.passage), tuple(roles))
    if window.end < len(reported.passage):
        yield EvidencePiece(" …", ())


def _layers(reported: ReportedStatement, position: Position | None) -> Iterator[Layer]:
    """What of the passage is marked, as offsets in it; what lies outside of it is not."""
    whole = Span(reported.start, reported.start + max(1, len(reported.passage)))
    hit = position.hit if position else None
    contents = reported.statement.content
    marked = (
        (Role.CONTENT, contents),
        (Role.CONDITION, position.conditions if position else ()),
        (Role.STANCE, _narrower(position.evidence, contents) if position else ()),
        (Role.SHARED, hit.words if hit else ()),
    )
    for role, spans in marked:
        for span in spans:
            if whole.contains(span):
                yield Layer(reported.in_passage(span), role, 0)


def _narrower(evidence: tuple[Span, ...], contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words that a stance rests on; none where that is all that is said."""
    whole = all(any(one.contains(content) for one in evidence) for content in contents)
    return () if whole else evidence


def _window(length: int, layers: tuple[Layer, ...]) -> Span | None:
    """The part of a passage that is shown; None where it does not have what was said."""
    contents = [layer.span.start for layer in layers if layer.role is Role.CONTENT]
    if not contents:
        return None
    if length <= PASSAGE_CHARACTERS:
        return Span(0, length)
    first = min(layer.span.start for layer in layers if layer.role in _deciding(layers))
    start = max(0, min(first - AROUND, length - PASSAGE_CHARACTERS))
    return Span(start, start + PASSAGE_CHARACTERS)


def _deciding(layers: tuple[Layer, ...]) -> frozenset[Role]:
    """The roles that a cut passage must show: what decided, else what was said."""
    told = {layer.role for layer in layers} & {Role.CONDITION, Role.STANCE}
    return frozenset(told or {Role.CONTENT})
