"""The heads for mentions and coreference in torch, on the words that the encoder gives.

Spans are scored by their first and last word (Dozat and Manning 2017; Yu, Bohnet and Poesio 2020),
pairs by a biaffine product of both mentions and by features of their wording (Lee et al. 2017).
"""

from dataclasses import dataclass

import torch
from network import WIDTH, ReaderNetwork
from torch import Tensor, nn

from onrecord.reader.mentions import KINDS, WIDEST
from onrecord.reader.pairs import SIZES

NAME_LABELS = 21
"""Outside, and begin, inside, end, single of person, organisation, location, people, other."""

RARE = 6.0
"""The score of being no mention that training starts from: about one span in ninety is one."""


@dataclass(frozen=True, slots=True)
class MentionShape:
    """Sizes of the heads."""

    span_width: int = 48
    mention_width: int = 128
    product_width: int = 48
    hidden: int = 64
    dropout: float = 0.2


class WordHeads(nn.Module):
    """What the encoder gives out for each word, beside the cue heads; runs in the encoder's pass.

    (words, span_width * 2) for span edges, (words, 3 * mention_width) for the parts of a mention,
    (words, 1) for being a head, (words, NAME_LABELS) for names.
    """

    def __init__(self, shape: MentionShape) -> None:
        super().__init__()
        self.edges = nn.Linear(WIDTH, 2 * shape.span_width)
        self.parts = nn.Linear(WIDTH, 3 * shape.mention_width)
        self.head = nn.Linear(WIDTH, 1)
        self.names = nn.Linear(WIDTH, NAME_LABELS)

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return self.edges(states), self.parts(states), self.head(states)[..., 0], self.names(states)


class SpanScorer(nn.Module):
    """(words, span_width * 2) to (words, WIDEST, len(KINDS)) scores of spans."""

    def __init__(self, shape: MentionShape) -> None:
        super().__init__()
        self.width = shape.span_width
        self.product = nn.Linear(shape.span_width, len(KINDS) * shape.span_width, bias=False)
        self.start = nn.Linear(shape.span_width, len(KINDS), bias=False)
        self.end = nn.Linear(shape.span_width, len(KINDS), bias=False)
        self.length = nn.Parameter(torch.zeros(WIDEST, len(KINDS)))
        with torch.no_grad():
            self.length[:, 0] = RARE

    def forward(self, edges: Tensor) -> Tensor:
        words = edges.shape[0]
        gelu = nn.functional.gelu(edges)
        first, last = gelu[:, : self.width], gelu[:, self.width :]
        places = torch.arange(words, device=edges.device)[:, None] + torch.arange(
            WIDEST, device=edges.device
        )
        chosen = places.clamp(max=words - 1).reshape(-1)
        ends = last.index_select(0, chosen).view(words, WIDEST, self.width)
        turned = self.product(first).view(words, len(KINDS), self.width)
        scores = torch.matmul(ends, turned.transpose(1, 2))
        as_end = self.end(last).index_select(0, chosen).view(words, WIDEST, len(KINDS))
        return scores + self.start(first)[:, None] + as_end + self.length


class PairScorer(nn.Module):
    """Scores pairs of mentions; above 0 they corefer, and the best wins."""

    def __init__(self, shape: MentionShape) -> None:
        super().__init__()
        width = shape.mention_width
        self.width = width
        self.kind = nn.Embedding(len(KINDS), width)
        nn.init.normal_(self.kind.weight, std=0.1)
        self.norm = nn.LayerNorm(width)
        self.turn = nn.Linear(width, width)
        self.as_later = nn.Linear(width, shape.product_width)
        self.as_earlier = nn.Linear(width, shape.product_width)
        self.alone_later = nn.Linear(width, shape.hidden)
        self.alone_earlier = nn.Linear(width, shape.hidden)
        self.features = nn.EmbeddingBag(sum(SIZES), shape.hidden, mode="sum")
        nn.init.normal_(self.features.weight, std=0.1)
        self.product = nn.Linear(shape.product_width, shape.hidden)
        self.last = nn.Linear(shape.hidden, 1)
        self.dropout = nn.Dropout(shape.dropout)
        offsets = torch.tensor([0, *torch.tensor(SIZES).cumsum(0)[:-1].tolist()])
        self.register_buffer("offsets", offsets, persistent=False)

    def forward(
        self, vectors: Tensor, kind: Tensor, later: Tensor, earlier: Tensor, features: Tensor
    ) -> Tensor:
        """(pairs,) scores; `vectors` are (mentions, mention_width), of `mention_vectors`."""
        found = self.dropout(nn.functional.gelu(self.norm(vectors + self.kind(kind))))
        one = self.turn(found).index_select(0, later)
        biaffine = (one * found.index_select(0, earlier)).sum(-1) / self.width**0.5
        mixed = self.as_later(found).index_select(0, later) * self.as_earlier(found).index_select(
            0, earlier
        )
        hidden = (
            self.product(mixed)
            + self.alone_later(found).index_select(0, later)
            + self.alone_earlier(found).index_select(0, earlier)
            + self.features(features + self.offsets)
        )
        hidden = self.dropout(nn.functional.gelu(hidden))
        return biaffine + self.last(hidden)[:, 0]


def mention_vectors(parts: Tensor, start: Tensor, end: Tensor, head: Tensor) -> Tensor:
    """(mentions, mention_width) from (words, 3 * mention_width): first, last and head word."""
    width = parts.shape[1] // 3
    return (
        parts[:, :width].index_select(0, start)
        + parts[:, width : 2 * width].index_select(0, end - 1)
        + parts[:, 2 * width :].index_select(0, head)
    )


class MentionNetwork(nn.Module):
    """All heads for mentions together."""

    def __init__(self, shape: MentionShape) -> None:
        super().__init__()
        self.words = WordHeads(shape)
        self.spans = SpanScorer(shape)
        self.pairs = PairScorer(shape)


class Networks(nn.Module):
    """The reader and its heads for mentions."""

    def __init__(self, reader: ReaderNetwork, mentions: MentionNetwork) -> None:
        super().__init__()
        self.reader = reader
        self.mentions = mentions
