"""Two wordings side by side."""

from itertools import chain

from onrecord.domain.wording import Change, ChangeKind, Comparison, DiffStep, StepKind, Wording
from onrecord.positions.wording.alignment import align
from onrecord.positions.wording.conditions import condition_changes
from onrecord.positions.wording.names import name_changes
from onrecord.positions.wording.negations import negation_changes
from onrecord.positions.wording.numbers import number_changes
from onrecord.positions.wording.sides import Side, Sides, sides_of
from onrecord.positions.wording.steps import same_words, steps_of

NEARLY_SAME = 0.8
"""Share of the shorter text's words, changed ones aside, that both have: from there on a change is
an alteration of those words and not one of many differences of a paraphrase."""

LEAST_CUT = 3
"""Words that a cut has left; fewer are a word taken up, not a quotation."""

SAME_CUT = 0.9
"""Share of the cut's words that the full wording has: a pronoun may have become a name."""

LEAST_PIECE = 4
"""Words of a cut's pieces on the average; words picked out of a longer text here and there are no
cut of it."""

LONG_RUN = 6
SHARED_RUNS = 0.4
"""Words in a row, and the share of the shorter quotation's in such rows, that two translators do
not hit upon alike."""

SAME_AROUND = 0.9
LEAST_AROUND = 4
"""Words around the quotation, and the share both must have, for a report to be a copy."""

SAME_MEANING = 0.5
"""Cosine of the sentence network's vectors below which two quotations are no translations of one
another."""

OMISSIONS = frozenset(
    (
        ChangeKind.NUMBER_DROPPED,
        ChangeKind.NUMBER_ADDED,
        ChangeKind.NAME_DROPPED,
        ChangeKind.NAME_ADDED,
    )
)
"""What a cut leaves out without changing what the rest says."""


def compare(
    left: str,
    right: str,
    *,
    left_around: str = "",
    right_around: str = "",
    likeness_of_meaning: float | None = None,
    quoted: bool = False,
) -> Comparison:
    """How `right` differs from `left`; spans are offsets in the two texts.

    The surroundings are the sentences that the texts stand in, the texts themselves included: they
    tell a copied report, and a negation or a condition that a writer gives outside the quotation
    marks. `likeness_of_meaning` is the cosine of the sentence network's vectors. `quoted` says that
    both stand between quotation marks: then other words throughout are another translation, not a
    paraphrase.

    >>> found = compare("We will not talk until they withdraw.", "We will talk")
    >>> found.wording.value, [change.kind.value for change in found.changes]
    ('altered', ['negation_dropped', 'condition_dropped'])
    """
    sides = sides_of(left, right, left_around, right_around)
    steps, changes = steps_of(sides), _changes(sides)
    likeness = _likeness(sides)
    wording = _same_words(sides, steps, likeness, changes)
    if wording is None and quoted and _overlap(sides, steps):
        wording = Wording.ALTERED if changes else Wording.CUT
    elif wording is None:
        alike = likeness_of_meaning is None or likeness_of_meaning >= SAME_MEANING
        wording = Wording.TRANSLATED if quoted and alike else Wording.PARAPHRASED
    return Comparison(wording, round(likeness, 4), steps, changes)


def _likeness(sides: Sides) -> float:
    shorter = min(len(sides.left.tokens), len(sides.right.tokens))
    if not shorter:
        return float(len(sides.left.tokens) == len(sides.right.tokens))
    return same_words(sides) / shorter


def _changes(sides: Sides) -> tuple[Change, ...]:
    """All that may change what is said, in order of the left text, then of the right."""
    found = chain(
        negation_changes(sides),
        number_changes(sides),
        name_changes(sides),
        condition_changes(sides),
    )
    return tuple(sorted(found, key=_place))


def _place(change: Change) -> tuple[int, int, str]:
    left = change.left.start if change.left else 1 << 40
    return left, change.right.start if change.right else -1, change.kind.value


def _same_words(
    sides: Sides, steps: tuple[DiffStep, ...], likeness: float, changes: tuple[Change, ...]
) -> Wording | None:
    """What wordings with largely the same words are to each other; None for other words."""
    if all(step.kind is StepKind.SAME for step in steps):
        return Wording.WIRE_COPY if _copied(sides) else Wording.EXACT
    if _is_cut(sides, steps, likeness):
        harmless = all(change.kind in OMISSIONS for change in changes)
        return Wording.CUT if harmless else Wording.ALTERED
    return Wording.ALTERED if changes and _nearly_same(sides, changes) else None


def _nearly_same(sides: Sides, changes: tuple[Change, ...]) -> bool:
    """Whether little but the changes tells one from the other; forms of a word are the same."""
    fewer = sides.left if len(sides.left.tokens) <= len(sides.right.tokens) else sides.right
    spans = [change.left if fewer is sides.left else change.right for change in changes]
    rest = [
        fewer.kept(index)
        for index, token in enumerate(fewer.tokens)
        if not any(span and span.overlaps(token.span) for span in spans)
    ]
    return sum(rest) >= NEARLY_SAME * len(rest) and any(rest)


def _is_cut(sides: Sides, steps: tuple[DiffStep, ...], likeness: float) -> bool:
    """Whether one is what the other left over, in pieces long enough to be quoted."""
    shorter = min(len(sides.left.tokens), len(sides.right.tokens))
    pieces = sum(step.kind is StepKind.SAME for step in steps)
    if shorter < LEAST_CUT or likeness < SAME_CUT:
        return False
    return shorter / pieces >= LEAST_PIECE or (likeness == 1 and pieces == 1)


def _overlap(sides: Sides, steps: tuple[DiffStep, ...]) -> bool:
    """Whether both are cuts of one longer wording: words in a row stand in both."""
    fewest = min(len(sides.left.tokens), len(sides.right.tokens))
    spans = [step.left for step in steps if step.kind is StepKind.SAME and step.left]
    runs = [sum(span.contains(token.span) for token in sides.left.tokens) for span in spans]
    return sum(run for run in runs if run >= LONG_RUN) >= SHARED_RUNS * fewest


def _copied(sides: Sides) -> bool:
    """Whether the same words stand around both, and enough of them."""
    left, right = _keys_around(sides.left), _keys_around(sides.right)
    enough = min(len(left), len(right)) >= LEAST_AROUND
    return enough and len(align(left, right)) >= SAME_AROUND * max(len(left), len(right))


def _keys_around(side: Side) -> list[str]:
    return [token.key for token in side.around]
