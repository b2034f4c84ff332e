"""Cutting a text at the edges of every span that covers it.

Spans overlap: a statement stands inside the content of another, a source inside a content. Marks in
a page cannot overlap, so the text is cut at all edges and each piece is told what covers it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from onrecord.domain.act import Root
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement


class Role(StrEnum):
    """What a span is to its statement."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    EVIDENCE = "evidence"
    """What tells when, where or to whom, or what it does by being said."""
    CONDITION = "condition"
    """What its stance hangs on."""
    STANCE = "stance"
    """What its stance rests on."""
    SHARED = "shared"
    """What it has in common with an issue."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One span of one statement; `statement` is the statement's place in its document, from 0."""

    span: Span
    role: Role
    statement: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that the same layers cover from end to end, the widest layer first."""

    span: Span
    layers: tuple[Layer, ...]


def layers_of(statements: Sequence[Statement]) -> tuple[Layer, ...]:
    """Every span of every statement, with its role."""
    return tuple(
        Layer(span, role, place)
        for place, statement in enumerate(statements)
        for role, spans in (
            (Role.SOURCE, statement.source),
            (Role.CUE, statement.cue),
            (Role.CONTENT, statement.content),
        )
        for span in spans
    )


def evidence_layers(statements: Sequence[Statement]) -> tuple[Layer, ...]:
    """Every span that tells when, where or to whom a statement was made, or which act it is."""
    return tuple(
        Layer(span, Role.EVIDENCE, place)
        for place, statement in enumerate(statements)
        for span in dict.fromkeys(_evidence(statement))
    )


def _evidence(statement: Statement) -> Iterator[Span]:
    if statement.said:
        yield from statement.said.evidence
    parties = (*statement.addressees, *statement.reported_via)
    if met := statement.occasion:
        yield from met.evidence
        parties += met.counterparts
        if met.place:
            yield met.place.span
    yield from (party.span for party in parties)
    if (act := statement.act) and act.root is not Root.NONE:
        yield from act.evidence
        yield from (party.span for party in act.targets)


def segments(within: Span, layers: Iterable[Layer]) -> tuple[Segment, ...]:
    """The pieces of `within`, in order and without a gap; layers are clipped to it.

    >>> [s.span for s in segments(Span(0, 9), [Layer(Span(2, 4), Role.CUE, 0)])]
    [Span(start=0, end=2), Span(start=2, end=4), Span(start=4, end=9)]
    """
    inside = sorted(
        (layer for layer in layers if layer.span.overlaps(within)),
        key=lambda layer: (-len(layer.span), layer.statement, layer.role),
    )
    edges = {within.start, within.end}
    for layer in inside:
        edges |= {max(layer.span.start, within.start), min(layer.span.end, within.end)}
    cuts = sorted(edges)
    pieces = (Span(start, end) for start, end in pairwise(cuts))
    return tuple(
        Segment(piece, tuple(layer for layer in inside if layer.span.contains(piece)))
        for piece in pieces
    )
