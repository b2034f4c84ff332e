"""What a network's answers and the words of a statement come to: scores of the four stances.

A multinomial logistic regression, the same for for and against but for the sign of what takes a
side: `SIDE` pulls one up and the other down, `DECIDED` both against unclear, `CONDITION` the
conditional. Fitted on the tuning half of benchmarks/stance/judged.csv, issues alike, rare stances
counted by the inverse root of their share (benchmarks/stance/fit.py). The weights of `declared`
("we are for it") are set by hand: too few judged statements are that plain.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from onrecord.positions.stance.learning import Reals
from onrecord.positions.stance.network import AGAINST, CONDITIONAL, FOR, UNCLEAR

VIEWS = ("bare", "voiced")
"""What a network is asked about: the content, and the content with its attribution. The sentences
around it told nothing more."""

SIDE: Mapping[str, float] = {
    "network": 0.25, "negation": 0.38, "opposing_cue": 1.46, "turned": 1.89, "declared": 1.5,
}  # fmt: skip
DECIDED: Mapping[str, float] = {
    "network": 0.35, "hedges": 1.19, "nobody": -2.09, "turned": 1.02, "declared": 1.0,
}  # fmt: skip
CONDITION: Mapping[str, float] = {"governs": 2.02, "strong": 2.71, "network": 0.35}
CONSTANT = (-0.39, -0.42)
"""Of for and against, which is the same for both, and of conditional."""

SILENT = 4.0
"""Added to the score of unclear where the form of a statement takes no side."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What counts beside the network's answers.

    `negation` is 1 where the content is put in the negative, an odd number of times; `opposing_cue`
    where the cue is a word against something; both -1 where the proposition itself is negative.
    `hedges` are half the number of words of doubt, at most 1; `nobody` tells that nobody is known
    to speak; `governs` and `strong` tell of a condition.
    """

    negation: float = 0.0
    opposing_cue: float = 0.0
    hedges: float = 0.0
    nobody: float = 0.0
    governs: float = 0.0
    strong: float = 0.0
    turned: float = 0.0
    declared: float = 0.0
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Features:
    """What is weighed: `side` by SIDE, `decided` by DECIDED, `condition` by CONDITION."""

    side: Mapping[str, float]
    decided: Mapping[str, float]
    condition: Mapping[str, float]


def features(answers: Mapping[str, Reals], signs: Signs) -> Features:
    """Of one statement; `answers` are the logarithms of the network's chances for each of VIEWS."""
    turn = -1.0 if signs.turned else 1.0
    side = {
        "network": turn * sum(float(told[FOR] - told[AGAINST]) for told in answers.values()),
        "negation": -turn * signs.negation,
        "opposing_cue": 0.0 if signs.turned else -signs.opposing_cue,
        "turned": -signs.turned,
        "declared": turn * signs.declared,
    }
    decided = {
        "network": sum(
            float(np.logaddexp(told[FOR], told[AGAINST]) - told[UNCLEAR])
            for told in answers.values()
        ),
        "hedges": -signs.hedges,
        "nobody": signs.nobody,
        "turned": abs(signs.turned),
        "declared": abs(signs.declared),
    }
    bare = answers["bare"]
    condition = {
        "governs": signs.governs,
        "strong": signs.strong,
        "network": float(bare[CONDITIONAL] - bare[UNCLEAR]),
    }
    return Features(side, decided, condition)


def weighed(answers: Mapping[str, Reals], signs: Signs) -> Reals:
    """(4,) scores in the order of STANCES; `answers` and `signs` as for `features`."""
    found = features(answers, signs)
    side, either = _sum(SIDE, found.side), _sum(DECIDED, found.decided)
    scores = np.array([
        either + side + CONSTANT[0],
        either - side + CONSTANT[0],
        _sum(CONDITION, found.condition) + CONSTANT[1],
        0.0,
    ])  # fmt: skip
    if signs.silent:
        scores[UNCLEAR] = scores.max() + SILENT
    return scores


def _sum(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    return sum(weight * features[name] for name, weight in weights.items())
