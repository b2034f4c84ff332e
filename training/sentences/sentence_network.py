"""The second network in torch: BERT encoder with roles of pieces, and a head a task."""

import sys
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.reader.sentence_layout import ROLES, SECOND, SOURCE, TARGET

sys.path.append(str(Path(__file__).parent.parent / "reader"))

from network import LAYERS, PIECES, POSITIONS, WIDTH, Layer, load_pretrained

TASKS = {"acts": 16, "stances": 4, "targets": 3, "conflicts": 5, "attitudes": 2}
"""Labels a head."""

SHIPPED = ("acts", "stances", "targets", "conflicts", "attitudes")


@dataclass(frozen=True, slots=True)
class SentenceShape:
    """Sizes that may be varied."""

    hidden: int = 128
    dropout: float = 0.1
    head_dropout: float = 0.2


class SentenceEncoder(nn.Module):
    """Embeddings (piece, position, role), and the layers."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.piece = nn.Embedding(PIECES, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(ROLES, WIDTH)  # named so that load_pretrained leaves it be
        nn.init.normal_(self.case.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = self.layers[0].dropout

    def forward(self, pieces: Tensor, roles: Tensor, mask: Tensor) -> Tensor:
        """(texts, pieces, WIDTH)."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        embedded = self.piece(pieces) + self.position(places) + self.case(roles)
        states = self.dropout(self.norm(embedded))
        if torch.is_autocast_enabled("cpu"):
            states = states.to(torch.bfloat16)
        bias = (1 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, bias)
        return states


class Head(nn.Module):
    """A task's scores from [CLS], its own attention over words, and the means of the parts."""

    def __init__(self, labels: int, shape: SentenceShape) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, 1)
        self.mix = nn.Linear(5 * WIDTH, shape.hidden)
        self.score = nn.Linear(shape.hidden, labels)
        self.dropout = nn.Dropout(shape.head_dropout)

    def forward(self, states: Tensor, parts: Tensor, inside: Tensor) -> tuple[Tensor, Tensor]:
        """(texts, labels) scores and (texts, pieces) weights, which are 0 outside of words."""
        asked = self.query(states)[:, :, 0] + (inside - 1) * 1e4
        weights = asked.softmax(-1)
        rested = (weights[:, None, :] @ states)[:, 0]
        features = torch.cat([states[:, 0], rested, parts], dim=1)
        mixed = nn.functional.gelu(self.mix(self.dropout(features)))
        return self.score(self.dropout(mixed)), weights


class SentenceNetwork(nn.Module):
    """Encoder and heads."""

    def __init__(self, shape: SentenceShape) -> None:
        super().__init__()
        self.encoder = SentenceEncoder(shape.dropout)
        self.vector = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)
        self.heads = nn.ModuleDict({name: Head(count, shape) for name, count in TASKS.items()})

    def forward(
        self, task: str, pieces: Tensor, roles: Tensor, mask: Tensor, inside: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Scores and weights of one task; `inside` tells the pieces of the text's words."""
        states = self.encoder(pieces, roles, mask)
        found, weights = self.heads[task](states, part_means(states, roles), inside)
        return found.float(), weights.float()

    def embed(self, pieces: Tensor, roles: Tensor, mask: Tensor) -> Tensor:
        """(texts, WIDTH) unit vectors: the mean over all pieces, as all-MiniLM-L6-v2 has it, turned
        by a matrix that starts as none."""
        return embedding(self.vector(self.encoder(pieces, roles, mask)).float(), mask)


def part_means(states: Tensor, roles: Tensor) -> Tensor:
    """(texts, 3 WIDTH): the means of the source, the target and the second text; 0 for none."""
    means = []
    for role in (SOURCE, TARGET, SECOND):
        chosen = (roles == role).to(states.dtype)
        total = (chosen[:, None, :] @ states)[:, 0]
        means.append(total / chosen.sum(1, keepdim=True).clamp(min=1.0))
    return torch.cat(means, dim=1)


def embedding(states: Tensor, mask: Tensor) -> Tensor:
    chosen = mask.to(states.dtype)
    total = (chosen[:, None, :] @ states)[:, 0] / chosen.sum(1, keepdim=True)
    return nn.functional.normalize(total, dim=1)


def start(shape: SentenceShape, pretrained: Path) -> SentenceNetwork:
    """A network on the weights of MiniLM-L6."""
    network = SentenceNetwork(shape)
    load_pretrained(network.encoder, pretrained)
    return network
