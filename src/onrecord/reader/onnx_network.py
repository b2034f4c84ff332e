"""The shipped network: ONNX Runtime, int8, on the processor."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from onrecord.reader.decoding import Floats, relations
from onrecord.reader.labels import ROLE_LABELS
from onrecord.reader.network import Candidates, Encoded, Linked
from onrecord.reader.windows import Batch
from onrecord.reader.words import Integers
from onrecord.weights.reader import ReaderWeights

_ENCODER_INPUTS = ("pieces", "mask", "case", "quote", "first", "last")
_ENCODER_OUTPUTS = ("cues", "query", "key", "edges", "parts", "head", "names")
_LINKER_OUTPUTS = ("roles", "valid")
_PAIR_INPUTS = ("vectors", "kind", "later", "earlier", "features")

PAIRS_TOGETHER = 2048
"""Pairs scored at one time: few enough to stay in the processor's cache, measured 1.6 times as fast
as 10,000."""


def session(path: Path) -> ort.InferenceSession:
    """A session on one thread."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class OnnxEncoder:
    """The encoder alone."""

    def __init__(self, path: Path) -> None:
        self._encoder = session(path)

    def encode(self, batch: Batch) -> Encoded:
        """One pass over the windows, each by itself and without its padding.

        One window at a time stays in the processor's cache: measured 1.4 times as fast as four.
        """
        rows = [self._encode_row(batch, row) for row in range(len(batch.pieces))]
        words = batch.present.shape[1]
        outputs = range(len(_ENCODER_OUTPUTS))
        return Encoded(*(_stacked([row[i] for row in rows], words) for i in outputs))

    def _encode_row(self, batch: Batch, row: int) -> list[Floats]:
        pieces, words = int(batch.mask[row].sum()), int(batch.present[row].sum())
        length = {"first": words, "last": words}
        inputs = {
            name: getattr(batch, name)[row : row + 1, : length.get(name, pieces)]
            for name in _ENCODER_INPUTS
        }
        found: list[Floats] = self._encoder.run(list(_ENCODER_OUTPUTS), inputs)
        return found


class OnnxNetwork(OnnxEncoder):
    """Five sessions, each on one thread: documents are read in parallel, a document is not.

    That way what is found in a document depends on that document alone, and two threads read two
    documents at twice the speed. Create it after a fork, not before.
    """

    def __init__(self, weights: ReaderWeights) -> None:
        super().__init__(weights.encoder)
        self._linker, self._spans, self._pairs, self._times = (
            session(path) for path in (weights.linker, weights.spans, weights.pairs, weights.times)
        )

    def link(self, encoded: Encoded, batch: Batch, candidates: Candidates) -> Linked:
        """Score the words around every cue; the cues of one line go together."""
        roles = np.zeros((len(candidates), candidates.width, ROLE_LABELS), dtype=np.float32)
        valid = np.zeros(len(candidates), dtype=np.float32)
        start, end = candidates.start - candidates.low, candidates.end - candidates.low
        relation = relations(candidates.lines(batch.line), start, end)
        for (row, low, high), chosen in _by_words(candidates).items():
            inputs = {
                "query": encoded.query[row, low:high],
                "key": encoded.key[row, low:high],
                "start": start[chosen],
                "end": end[chosen],
                "relation": relation[chosen, : high - low],
            }
            roles[chosen, : high - low], valid[chosen] = self._linker.run(_LINKER_OUTPUTS, inputs)
        return Linked(roles, valid)

    def spans(self, edges: Floats) -> Floats:
        """Chances of spans."""
        found: Floats = self._spans.run(["chances"], {"edges": edges})[0]
        return found

    def times(self, edges: Floats, parts: Floats) -> Floats:
        """Chances of labels of time expressions."""
        found: Floats = self._times.run(["chances"], {"edges": edges, "parts": parts})[0]
        return found

    def pairs(
        self,
        vectors: Floats,
        kind: Integers,
        later: Integers,
        earlier: Integers,
        features: Integers,
    ) -> Floats:
        """Scores of pairs."""
        return np.concatenate(
            [
                self._score(vectors, kind, later[block], earlier[block], features[block])
                for block in _blocks(len(later))
            ]
        )

    def _score(self, *inputs: NDArray[np.generic]) -> Floats:
        found: Floats = self._pairs.run(["scores"], dict(zip(_PAIR_INPUTS, inputs, strict=True)))[0]
        return found


def _blocks(pairs: int) -> Iterator[slice]:
    for at in range(0, max(pairs, 1), PAIRS_TOGETHER):
        yield slice(at, at + PAIRS_TOGETHER)


def _by_words(candidates: Candidates) -> dict[tuple[int, int, int], list[int]]:
    """The numbers of the candidates that are linked to the same words `low..high` of a window."""
    found: dict[tuple[int, int, int], list[int]] = {}
    row, low, high = candidates.row.tolist(), candidates.low.tolist(), candidates.high.tolist()
    for number, words in enumerate(zip(row, low, high, strict=True)):
        found.setdefault(words, []).append(number)
    return found


def _stacked(rows: list[Floats], words: int) -> Floats:
    """Rows of (1, fewer words) or (1, fewer words, width), padded with zeros and put together."""
    stacked = np.zeros((len(rows), words, *rows[0].shape[2:]), dtype=np.float32)
    for number, row in enumerate(rows):
        stacked[number, : row.shape[1]] = row[0]
    return stacked
