"""The reader's network in torch: BERT encoder, statement-roles head, linker."""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.reader.decoding import RELATIONS
from onrecord.reader.labels import CUE_LABELS, ROLE_LABELS
from onrecord.reader.words import CASES
from onrecord.text.quotes import QUOTE_STATES

WIDTH, LAYERS, HEADS, INNER, PIECES, POSITIONS = 384, 6, 12, 1536, 30522, 512
AUXILIARY = 6
"""Begin, inside, outside of any source, and of any content: a training signal, not shipped."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes that may be varied: width of the linker, its dilations, dropout."""

    link_width: int = 96
    dilations: tuple[int, ...] = (1, 3, 9)
    dropout: float = 0.1


class PooledDropout(nn.Module):
    """Dropout whose masks are slices of one random pool: on a CPU drawing them costs more than
    the matrix products do. The pool is drawn anew every `REFRESH` calls."""

    SIZE, REFRESH = 1 << 23, 4000

    def __init__(self, chance: float) -> None:
        super().__init__()
        self.chance = chance
        self.calls = 0
        self.pool = torch.empty(0)

    def forward(self, states: Tensor) -> Tensor:
        if not self.training or not self.chance:
            return states
        if self.calls % self.REFRESH == 0:
            kept = torch.rand(self.SIZE) >= self.chance
            self.pool = (kept / (1 - self.chance)).to(torch.bfloat16)
        self.calls += 1
        count = states.numel()
        repeats = -(-count // self.SIZE) + 1
        pool = self.pool.repeat(repeats) if repeats > 2 else self.pool
        start = int(torch.randint(len(pool) - count + 1, ()))
        return states * pool[start : start + count].view(states.shape)


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = PooledDropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = states.shape

        def heads(projected: Tensor) -> Tensor:
            return projected.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = (
            heads(self.query(states)),
            heads(self.key(states)),
            heads(self.value(states)),
        )
        weights = (query / math.sqrt(WIDTH // HEADS)) @ key.transpose(2, 3) + bias
        mixed = (weights.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        inner = nn.functional.gelu(self.inner(states))
        return self.outer_norm(states + self.dropout(self.outer(inner)))


class Encoder(nn.Module):
    """Embeddings (piece, position, case, quotation state), layers, and the projections of words."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.piece = nn.Embedding(PIECES, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.quote = nn.Embedding(QUOTE_STATES, WIDTH)
        nn.init.normal_(self.case.weight, std=0.005)
        nn.init.normal_(self.quote.weight, std=0.005)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape.dropout) for _ in range(LAYERS))
        self.dropout = PooledDropout(shape.dropout)
        self.cues = nn.Linear(WIDTH, CUE_LABELS)
        self.auxiliary = nn.Linear(WIDTH, AUXILIARY)
        self.as_cue = nn.Linear(WIDTH, shape.link_width)
        self.as_word = nn.Linear(WIDTH, shape.link_width)

    def states(
        self, pieces: Tensor, mask: Tensor, case: Tensor, quote: Tensor, first: Tensor, last: Tensor
    ) -> Tensor:
        """(windows, words, WIDTH): the mean of each word's first and last piece."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        embedded = self.piece(pieces) + self.position(places) + self.case(case) + self.quote(quote)
        states = self.dropout(self.norm(embedded))
        if torch.is_autocast_enabled("cpu"):
            states = states.to(torch.bfloat16)
        bias = (1 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, bias)
        width = states.shape[2]
        ends = [states.gather(1, at[:, :, None].expand(-1, -1, width)) for at in (first, last)]
        return (ends[0] + ends[1]) / 2

    def forward(
        self, pieces: Tensor, mask: Tensor, case: Tensor, quote: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of cue labels, and each word as a cue and as a word to link."""
        states = self.dropout(self.states(pieces, mask, case, quote, first, last))
        return self.cues(states), self.as_cue(states), self.as_word(states)


class Linker(nn.Module):
    """Scores each word of a window for each cue: a biaffine start, then dilated convolutions."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.link_width
        self.relation = nn.Embedding(RELATIONS, width)
        nn.init.normal_(self.relation.weight, std=0.1)
        self.product = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation)
            for dilation in shape.dilations
        )
        self.dropout = PooledDropout(shape.dropout)
        self.roles = nn.Linear(width, ROLE_LABELS)
        self.valid = nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Linear(width, 1))

    def forward(
        self,
        query: Tensor,
        key: Tensor,
        present: Tensor,
        row: Tensor,
        start: Tensor,
        end: Tensor,
        relation: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """(cues, words, ROLE_LABELS) scores and (cues,) log odds."""
        cue = (query[row, start] + query[row, end - 1]) / 2
        words = key[row]
        there = present[row][:, :, None].to(words.dtype)
        mixed = words + cue[:, None] + self.product(words * cue[:, None]) + self.relation(relation)
        mixed = nn.functional.gelu(self.norm(mixed)) * there
        for convolution in self.convolutions:
            seen = convolution(mixed.transpose(1, 2)).transpose(1, 2)
            mixed = mixed + self.dropout(nn.functional.gelu(seen)) * there
        pooled = (mixed - (1 - there) * 1e4).max(dim=1).values
        return self.roles(mixed), self.valid(torch.cat([pooled, cue], dim=1))[:, 0]


class ReaderNetwork(nn.Module):
    """Encoder and linker together."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        self.linker = Linker(shape)


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "attended",
    "attention.output.LayerNorm": "attended_norm",
    "intermediate.dense": "inner",
    "output.dense": "outer",
    "output.LayerNorm": "outer_norm",
}


def load_pretrained(encoder: Encoder, path: Path) -> None:
    """Copy the weights of a BERT checkpoint (safetensors) of MiniLM-L6's shape."""
    saved = load_file(path)
    values = {
        "piece.weight": saved["embeddings.word_embeddings.weight"],
        "position.weight": saved["embeddings.position_embeddings.weight"],
        "norm.weight": saved["embeddings.LayerNorm.weight"],
        "norm.bias": saved["embeddings.LayerNorm.bias"],
    }
    values["position.weight"] = (
        values["position.weight"] + saved["embeddings.token_type_embeddings.weight"][0]
    )
    for number in range(LAYERS):
        for theirs, ours in _NAMES.items():
            for part in ("weight", "bias"):
                value = saved[f"encoder.layer.{number}.{theirs}.{part}"]
                values[f"layers.{number}.{ours}.{part}"] = value
    missing, unexpected = encoder.load_state_dict(values, strict=False)
    new = {"case", "quote", "cues", "auxiliary", "as_cue", "as_word"}
    left = [name for name in missing if name.split(".")[0] not in new]
    if left or unexpected:
        raise ValueError(f"the checkpoint at {path!r} does not fit: {left!r} {unexpected!r}")
