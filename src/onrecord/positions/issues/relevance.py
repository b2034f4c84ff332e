"""The chance that a statement bears on an issue, from shared words and nearness in meaning."""

import math
from dataclasses import dataclass

WITH_MEANING = (-6.7, 1.9, 2.4, 3.8, 1.5, 2.9, 5.2)
WITHOUT_MEANING = (-4.4, 3.3, 3.2, 5.5, 2.0)
"""Constant, then the features in their order. Logistic regression on the tuning half of
benchmarks/stance/judged.csv and random statements of the same corpora; `words` by hand."""


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for it, each 0 to 1.

    `proposition` is the share of the proposition's words, weighted by rarity, in the content;
    `around` that in the sentence and the title; `example` the share of the words of the best
    example; `words` that of the issue's own words. `alike` is the nearness in meaning to the
    proposition, `alike_example` to the nearest example or, where the issue has none, to the
    proposition; both are None without a network.
    """

    proposition: float
    around: float
    example: float
    words: float
    alike: float | None = None
    alike_example: float | None = None

    def score(self) -> float:
        """The chance, 0 to 1."""
        shared = (1.0, self.proposition, self.around, self.example, self.words)
        if self.alike is None or self.alike_example is None:
            return _chance(shared, WITHOUT_MEANING)
        return _chance((*shared, self.alike, self.alike_example), WITH_MEANING)


NOTHING = Features(0.0, 0.0, 0.0, 0.0)
"""Of a statement that shares no word."""


def _chance(features: tuple[float, ...], weights: tuple[float, ...]) -> float:
    total = sum(feature * weight for feature, weight in zip(features, weights, strict=True))
    return 1.0 / (1.0 + math.exp(-total))
