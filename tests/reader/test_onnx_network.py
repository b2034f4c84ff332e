"""The shipped network gives what it would give without its shortcuts."""

import numpy as np
import pytest

from onrecord.reader.onnx_network import PAIRS_TOGETHER, OnnxNetwork
from onrecord.reader.pairs import SIZES
from onrecord.weights.reader import reader_weights

MENTIONS, WIDTH = 40, 128


@pytest.mark.weights
@pytest.mark.parametrize("count", [1, PAIRS_TOGETHER, PAIRS_TOGETHER + 7, 2 * PAIRS_TOGETHER])
def test_pairs_score_the_same_however_many_there_are(weights: None, count: int) -> None:
    """Scoring a block at a time changes no score, and every pair has one."""
    chance = np.random.default_rng(count)
    vectors = chance.normal(size=(MENTIONS, WIDTH)).astype(np.float32)
    kind = chance.integers(1, 5, MENTIONS)
    later, earlier = chance.integers(0, MENTIONS, (2, count))
    features = np.stack([chance.integers(0, size, count) for size in SIZES], axis=1)
    network = OnnxNetwork(reader_weights())
    together = network.pairs(vectors, kind, later, earlier, features)
    last = network.pairs(vectors, kind, later[-1:], earlier[-1:], features[-1:])
    assert together.shape == (count,)
    assert together[-1] == pytest.approx(last[0], abs=1e-5)
