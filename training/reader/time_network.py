"""The head for expressions of time: on what the trained encoder gives out for each word."""

import torch
from mention_network import MentionShape
from torch import Tensor, nn

DILATIONS = (1, 2)


class TimeHead(nn.Module):
    """(words, widths of edges + parts) to (words, labels) scores; a word sees three each side."""

    def __init__(self, shape: MentionShape, labels: int, hidden: int, dropout: float) -> None:
        super().__init__()
        width = 2 * shape.span_width + 3 * shape.mention_width
        self.norm = nn.LayerNorm(width)
        self.first = nn.Linear(width, hidden)
        self.beside = nn.ModuleList(nn.Linear(3 * hidden, hidden) for _ in DILATIONS)
        self.dropout = nn.Dropout(dropout)
        self.labels = nn.Linear(hidden, labels)

    def forward(self, edges: Tensor, parts: Tensor) -> Tensor:
        """Scores of one window's words."""
        states = self.norm(torch.cat([edges, parts], dim=1))
        mixed = self.dropout(nn.functional.gelu(self.first(self.dropout(states))))
        for dilation, layer in zip(DILATIONS, self.beside, strict=True):
            padded = nn.functional.pad(mixed, (0, 0, dilation, dilation))
            beside = [padded[: -2 * dilation], mixed, padded[2 * dilation :]]
            mixed = mixed + self.dropout(nn.functional.gelu(layer(torch.cat(beside, dim=1))))
        return self.labels(mixed)
