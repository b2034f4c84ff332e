"""Learning from judgements on one issue: the scores of a model, moved towards what people said.

The correction is a Gaussian process over statements with a softmax likelihood, at its maximum a
posteriori (Rasmussen and Williams 2006, ch. 3): with few judgements it moves little, where the
model agrees with them not at all, and far from any judged statement only as much as all of them
have in common.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.positions.issues.embedder import Floats

Reals = NDArray[np.float64]
Integers = NDArray[np.int64]

ROUNDS = 300
STEP = 0.15
"""Damping of the fixed point; with kernels of at most 4 it converges in fewer rounds."""


@dataclass(frozen=True, slots=True)
class Kernel:
    """How far a judgement reaches: `common` to every statement, `alike` to those of like meaning,
    `answer` to those that the model answers in the same way. Each is a variance of the scores.
    `width` is the distance (1 - cosine) at which nearness in meaning has fallen to a third.
    """

    common: float
    alike: float
    answer: float
    width: float

    def between(
        self, left: Floats, left_chances: Reals, right: Floats, right_chances: Reals
    ) -> Reals:
        """(left, right) covariances of statements given by vectors and the model's chances."""
        near = np.exp((left.astype(np.float64) @ right.T.astype(np.float64) - 1.0) / self.width)
        same = left_chances @ right_chances.T
        found: Reals = self.common + self.alike * near + self.answer * same
        return found


def softmax(scores: Reals) -> Reals:
    """Chances of rows of scores."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: Reals = raised / raised.sum(axis=-1, keepdims=True)
    return found


def corrected(
    scores: Reals,
    vectors: Floats,
    judged_scores: Reals,
    judged_vectors: Floats,
    labels: Integers,
    weights: Reals,
    kernel: Kernel,
) -> Reals:
    """(statements, classes) scores after learning from judged ones.

    `labels` are the classes of the judged, `weights` how much each counts.
    """
    if not len(labels):
        return scores
    chances = softmax(judged_scores)
    inside = kernel.between(judged_vectors, chances, judged_vectors, chances)
    told = np.eye(scores.shape[1])[labels]
    pull = np.zeros_like(told)
    for _ in range(ROUNDS):
        residual = weights[:, None] * (told - softmax(judged_scores + inside @ pull))
        pull += STEP * (residual - pull)
    reach = kernel.between(vectors, softmax(scores), judged_vectors, chances)
    found: Reals = scores + reach @ pull
    return found
