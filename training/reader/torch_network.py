"""The trained network behind the protocol that the decoder uses, without export."""

from pathlib import Path

import numpy as np
import torch
from network import ReaderNetwork, Shape

from onrecord.reader.decoding import relations
from onrecord.reader.network import Candidates, Encoded, Linked
from onrecord.reader.windows import Batch


class TorchNetwork:
    """Runs a checkpoint in fp32."""

    def __init__(self, checkpoint: Path, shape: Shape) -> None:
        self.network = ReaderNetwork(shape)
        self.network.load_state_dict(torch.load(checkpoint, weights_only=True)["weights"])
        self.network.eval()

    def encode(self, batch: Batch) -> Encoded:
        """One pass over the windows."""
        names = ("pieces", "mask", "case", "quote", "first", "last")
        with torch.no_grad():
            found = self.network.encoder(
                *(torch.from_numpy(getattr(batch, name)) for name in names)
            )
        return Encoded(*(scores.numpy() for scores in found))

    def link(self, encoded: Encoded, batch: Batch, candidates: Candidates) -> Linked:
        """Score every word of the window for every cue, as in training; give those around it."""
        row, start, end = candidates.row, candidates.start, candidates.end
        relation = relations(batch.line[row], start, end)
        arrays = (encoded.query, encoded.key, batch.present, row, start, end, relation)
        with torch.no_grad():
            roles, valid = (
                found.numpy() for found in self.network.linker(*map(torch.from_numpy, arrays))
            )
        places = candidates.low[:, None] + np.arange(candidates.width)[None]
        places = np.minimum(places, batch.line.shape[1] - 1)
        return Linked(np.take_along_axis(roles, places[:, :, None], axis=1), valid)
