"""The shipped network: ONNX Runtime, int8, on the processor."""

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
_PAIR_INPUTS = ("vectors", "kind", "later", "earlier", "features")


def _session(path: Path) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class OnnxEncoder:
    """The encoder alone."""

    def __init__(self, path: Path) -> None:
        self._encoder = _session(path)

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
            _session(path) for path in (weights.linker, weights.spans, weights.pairs, weights.times)
        )

    def link(self, encoded: Encoded, batch: Batch, candidates: Candidates) -> Linked:
        """Score the words around every cue; the cues of one line go together."""
        roles = np.zeros((len(candidates), candidates.width, ROLE_LABELS), dtype=np.float32)
        valid = np.zeros(len(candidates), dtype=np.float32)
        keys = np.stack([candidates.row, candidates.low, candidates.high], axis=1)
        lines, group = np.unique(keys, axis=0, return_inverse=True)
        for number, (row, low, high) in enumerate(lines.tolist()):
            chosen = np.flatnonzero(group.reshape(-1) == number)
            inputs = _linker_inputs(encoded, batch, candidates, chosen, (row, low, high))
            found = self._linker.run(["roles", "valid"], inputs)
            roles[chosen, : high - low] = found[0]
            valid[chosen] = found[1]
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
        inputs = dict(zip(_PAIR_INPUTS, (vectors, kind, later, earlier, features), strict=True))
        found: Floats = self._pairs.run(["scores"], inputs)[0]
        return found


def _linker_inputs(
    encoded: Encoded,
    batch: Batch,
    candidates: Candidates,
    chosen: Integers,
    place: tuple[int, int, int],
) -> dict[str, NDArray[np.generic]]:
    row, low, high = place
    start, end = candidates.start[chosen] - low, candidates.end[chosen] - low
    lines = np.broadcast_to(batch.line[row, low:high], (len(chosen), high - low))
    return {
        "query": encoded.query[row : row + 1, low:high],
        "key": encoded.key[row : row + 1, low:high],
        "present": batch.present[row : row + 1, low:high],
        "row": np.zeros(len(chosen), dtype=np.int64),
        "start": start,
        "end": end,
        "relation": relations(lines, start, end),
    }


def _widened(scores: Floats, words: int) -> Floats:
    """(windows, fewer words) or (windows, fewer words, width), padded with zeros to `words`."""
    padded = np.zeros((scores.shape[0], words, *scores.shape[2:]), dtype=np.float32)
    padded[:, : scores.shape[1]] = scores
    return padded


def _stacked(rows: list[Floats], words: int) -> Floats:
    """Rows of (1, fewer words, width), padded and put together."""
    return np.concatenate([_widened(row, words) for row in rows])
