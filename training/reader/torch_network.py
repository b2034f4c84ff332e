"""The trained network behind the protocol that the decoder uses, without export."""

from pathlib import Path

import torch
from network import ReaderNetwork, Shape

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
        """Score every word for every cue."""
        names = ("row", "start", "end", "relation")
        arrays = (
            encoded.query,
            encoded.key,
            batch.present,
            *(getattr(candidates, n) for n in names),
        )
        with torch.no_grad():
            found = self.network.linker(*map(torch.from_numpy, arrays))
        return Linked(*(scores.numpy() for scores in found))
