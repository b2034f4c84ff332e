"""The trained network behind the protocol that the decoder uses, without export."""

from pathlib import Path

import numpy as np
import torch
from mention_network import MentionNetwork, MentionShape, Networks
from network import ReaderNetwork, Shape

from onrecord.reader.decoding import Floats, relations
from onrecord.reader.network import Candidates, Encoded, Linked
from onrecord.reader.windows import Batch
from onrecord.reader.words import Integers


class TorchNetwork:
    """Runs a checkpoint of train_mentions.py in fp32."""

    def __init__(self, checkpoint: Path, shape: Shape, mention_shape: MentionShape) -> None:
        networks = Networks(ReaderNetwork(shape), MentionNetwork(mention_shape))
        networks.load_state_dict(torch.load(checkpoint, weights_only=True)["weights"])
        networks.eval()
        self.network, self.mentions = networks.reader, networks.mentions

    def encode(self, batch: Batch) -> Encoded:
        """One pass over the windows."""
        names = ("pieces", "mask", "case", "quote", "first", "last")
        with torch.no_grad():
            encoder = self.network.encoder
            states = encoder.states(*(torch.from_numpy(getattr(batch, n)) for n in names))
            found = (encoder.cues(states), encoder.as_cue(states), encoder.as_word(states))
            found += self.mentions.words(states)
        return Encoded(*(scores.numpy() for scores in found))

    def spans(self, edges: Floats) -> Floats:
        """Chances of spans."""
        with torch.no_grad():
            return self.mentions.spans(torch.from_numpy(edges)).softmax(-1).numpy()

    def pairs(
        self,
        vectors: Floats,
        kind: Integers,
        later: Integers,
        earlier: Integers,
        features: Integers,
    ) -> Floats:
        """Scores of pairs."""
        columns = (vectors, kind, later, earlier, features)
        with torch.no_grad():
            return self.mentions.pairs(*map(torch.from_numpy, columns)).numpy()

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
