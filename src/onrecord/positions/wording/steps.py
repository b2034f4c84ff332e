"""The way from one wording to the other, word by word."""

from collections.abc import Iterator
from itertools import groupby

from onrecord.domain.span import Span
from onrecord.domain.wording import DiffStep, StepKind
from onrecord.positions.wording.sides import Side, Sides

Stretch = tuple[bool, range, range]
"""Whether they are the same words, the words of the left, the words of the right."""


def steps_of(sides: Sides) -> tuple[DiffStep, ...]:
    """Steps that cover all words of both texts in order.

    Words that are aligned but not the same ("will", "would") are replaced one by the other.
    """
    filled = (stretch for stretch in _stretches(sides) if stretch[1] or stretch[2])
    runs = (list(run) for _, run in groupby(filled, key=lambda stretch: stretch[0]))
    return tuple(_step(sides, run) for run in runs)


def same_words(sides: Sides) -> int:
    """How many words both have in the same order, spelling aside."""
    return sum(
        partner is not None and token.key == sides.right.tokens[partner].key
        for token, partner in zip(sides.left.tokens, sides.left.partner, strict=True)
    )


def _stretches(sides: Sides) -> Iterator[Stretch]:
    left, right = sides.left, sides.right
    done_left = done_right = 0
    for index, partner in enumerate(left.partner):
        if partner is None:
            continue
        yield False, range(done_left, index), range(done_right, partner)
        same = left.tokens[index].key == right.tokens[partner].key
        yield same, range(index, index + 1), range(partner, partner + 1)
        done_left, done_right = index + 1, partner + 1
    yield False, range(done_left, len(left.tokens)), range(done_right, len(right.tokens))


def _step(sides: Sides, run: list[Stretch]) -> DiffStep:
    left = _span(sides.left, run[0][1].start, run[-1][1].stop)
    right = _span(sides.right, run[0][2].start, run[-1][2].stop)
    if run[0][0]:
        return DiffStep(StepKind.SAME, left, right)
    if left and right:
        return DiffStep(StepKind.REPLACED, left, right)
    return DiffStep(StepKind.DROPPED if left else StepKind.ADDED, left, right)


def _span(side: Side, start: int, stop: int) -> Span | None:
    return side.span(start, stop - 1) if start < stop else None
