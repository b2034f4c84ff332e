"""The root that the words and the network come to together.

Both are read as chances of the sixteen labels, and multiplied with an exponent each. Where there is
no network the words decide alone.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.domain.act import Root
from onrecord.domain.span import Span
from onrecord.positions.acts.network import LABELS, Chances

ENOUGH = 0.5
"""Weight from which the words alone make an act."""

SURE = 0.65
RIVAL = 0.4
"""Words of this weight for one root, and less for every other, need no network: on 260 statements
of the Guardian and AllSides corpora it changed nothing of what they say, for twice the cost."""

TRUST_IN_WORDS = 1.0
TRUST_IN_NETWORK = 0.5
"""Exponents, chosen on the same statements."""

FLOOR = 0.02
"""The chance of a root of which no word speaks."""

LEAST_EVIDENCE = 0.12
MOST_EVIDENCE = 3
"""A word of the network is evidence where it has this share of its attention; at most so many."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A root and the chance that it is right."""

    root: Root
    confidence: float


def by_words(scores: Mapping[Root, float]) -> Decision:
    """What the words alone say."""
    if not scores:
        return Decision(Root.NONE, 1.0)
    root = max(scores, key=lambda each: (scores[each], -LABELS.index(each)))
    if scores[root] < ENOUGH:
        return Decision(Root.NONE, 1.0 - scores[root])
    return Decision(root, scores[root])


def are_sure(scores: Mapping[Root, float]) -> bool:
    """Whether the words need nobody else."""
    best, *others = sorted((*scores.values(), 0.0), reverse=True)
    return best >= SURE and all(other < RIVAL for other in others)


def together(
    scores: Mapping[Root, float],
    chances: Chances,
    trust_in_words: float = TRUST_IN_WORDS,
    trust_in_network: float = TRUST_IN_NETWORK,
) -> Decision:
    """What the words and the network say together."""
    words = chances_of(scores)
    logs = [
        trust_in_words * math.log(words[label])
        + trust_in_network * math.log(max(float(chances[i]), 1e-6))
        for i, label in enumerate(LABELS)
    ]
    top = max(logs)
    raised = [math.exp(value - top) for value in logs]
    best = raised.index(max(raised))
    return Decision(LABELS[best], raised[best] / sum(raised))


def chances_of(scores: Mapping[Root, float]) -> Mapping[Root, float]:
    """Scores of single roots as chances of all labels; what they leave is that of none."""
    nothing = math.prod(1.0 - score for score in scores.values())
    weights = {label: max(FLOOR, scores.get(label, 0.0)) for label in LABELS}
    weights[Root.NONE] = max(FLOOR, nothing)
    total = sum(weights.values())
    return {label: weight / total for label, weight in weights.items()}


def attended(words: Sequence[tuple[Span, float]], but: Sequence[Span]) -> tuple[Span, ...]:
    """The words that the network looked at most, in order, those of `but` left out."""
    free = [one for one in words if not any(one[0].overlaps(span) for span in but)]
    ranked = sorted(free, key=lambda one: (-one[1], one[0]))[:MOST_EVIDENCE]
    chosen = [one for one in ranked if one[1] >= LEAST_EVIDENCE] or ranked[:1]
    return tuple(sorted(span for span, _ in chosen))
