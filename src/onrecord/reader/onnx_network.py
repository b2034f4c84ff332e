"""The shipped network: ONNX Runtime, int8, on the processor."""

from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from onrecord.reader.network import Candidates, Encoded, Linked
from onrecord.reader.windows import Batch

_ENCODER_INPUTS = ("pieces", "mask", "case", "quote", "first", "last")


class OnnxNetwork:
    """Two sessions, each on one thread: documents are read in parallel, a document is not.

    That way what is found in a document depends on that document alone, and two threads read two
    documents at twice the speed. Create it after a fork, not before.
    """

    def __init__(self, encoder: Path, linker: Path) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder, self._linker = (
            ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
            for path in (encoder, linker)
        )

    def encode(self, batch: Batch) -> Encoded:
        """One pass over the windows."""
        inputs = {name: getattr(batch, name) for name in _ENCODER_INPUTS}
        return Encoded(*self._encoder.run(["cues", "query", "key"], inputs))

    def link(self, encoded: Encoded, batch: Batch, candidates: Candidates) -> Linked:
        """Score every word for every cue."""
        inputs: dict[str, NDArray[np.generic]] = {
            "query": encoded.query,
            "key": encoded.key,
            "present": batch.present,
            "row": candidates.row,
            "start": candidates.start,
            "end": candidates.end,
            "relation": candidates.relation,
        }
        return Linked(*self._linker.run(["roles", "valid"], inputs))
