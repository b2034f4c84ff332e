"""Teach the head for expressions of time on the shipped encoder, which stays as it is.

    python training/reader/train_times.py --data ../shared/data --weights WEIGHTS

WEIGHTS is the folder that export.py wrote; times.onnx and a new manifest are written into it.
The inputs are the very outputs of the int8 encoder, read once and kept in memory, so that the head
learns from what it will see. `--held-out N` keeps back every fifth TBAQ text of the training part,
from the N-th on, and prints the head's F1 on it after every epoch, and writes nothing.
"""

import argparse
import random
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from export import write_manifest
from mention_network import MentionShape
from time_corpus import LABELS, UNKNOWN, Labelled, labels_of, read_all
from time_network import TimeHead
from torch import Tensor, nn
from train_mentions import read_settings

from onrecord.reader.onnx_network import OnnxEncoder
from onrecord.reader.vocabulary import Vocabulary
from onrecord.reader.windows import cut_windows, make_batch
from onrecord.reader.words import read_words
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import read_quotations

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Settings:
    """times.toml, checked."""

    seed: int
    epochs: int
    windows: int
    hidden: int
    dropout: float
    rate: float
    weight_decay: float
    averaging: float
    gum_weight: float


@dataclass(frozen=True, slots=True)
class Example:
    """One window: (words, width) inputs, (words,) labels, UNKNOWN where another window owns it."""

    corpus: str
    edges: Tensor
    parts: Tensor
    labels: Tensor


def read_time_settings(path: Path) -> Settings:
    """Read a configuration; raises TypeError where a name is unknown or missing."""
    return Settings(**tomllib.loads(path.read_text()))


def examples_of(text: Labelled, network: OnnxEncoder, vocabulary: Vocabulary) -> list[Example]:
    """The windows of one text as the encoder gives them."""
    lines = paragraph_offsets(text.text)
    words = read_words(text.text, lines, read_quotations(text.text, lines), vocabulary)
    if not len(words):
        return []
    labels = labels_of(text, words)
    found = []
    for window in cut_windows(words):
        encoded = network.encode(make_batch([(words, window)], vocabulary))
        count = window.end - window.start
        own = np.full(count, UNKNOWN)
        inside = slice(window.owned_start - window.start, window.owned_end - window.start)
        own[inside] = labels[window.owned_start : window.owned_end]
        arrays = (encoded.edges[0, :count], encoded.parts[0, :count], own)
        found.append(Example(text.corpus, *(torch.from_numpy(array.copy()) for array in arrays)))
    return found


def train(
    examples: list[Example], dev: list[Example], shape: MentionShape, s: Settings
) -> TimeHead:
    """The averaged head after the last epoch."""
    torch.manual_seed(s.seed)
    chance = random.Random(s.seed)
    head = TimeHead(shape, LABELS, s.hidden, s.dropout)
    average = torch.optim.swa_utils.AveragedModel(
        head, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(s.averaging)
    )
    optimiser = torch.optim.AdamW(head.parameters(), lr=s.rate, weight_decay=s.weight_decay)
    steps = s.epochs * -(-len(examples) // s.windows)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimiser, s.rate, total_steps=steps)
    for epoch in range(s.epochs):
        chance.shuffle(examples)
        head.train()
        losses = []
        for at in range(0, len(examples), s.windows):
            loss = loss_of(head, examples[at : at + s.windows], s)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            rates.step()
            average.update_parameters(head)
            losses.append(float(loss.detach()))
        seen = {"epoch": epoch, "loss": round(float(np.mean(losses)), 4)}
        print(seen | (measure(average.module, dev) if dev else {}), flush=True)
    return average.module


def loss_of(head: TimeHead, batch: list[Example], settings: Settings) -> Tensor:
    """Mean cross-entropy a word."""
    total, count = torch.zeros(()), 0.0
    for example in batch:
        weight = settings.gum_weight if example.corpus == "gum" else 1.0
        scores = head(example.edges, example.parts)
        loss = nn.functional.cross_entropy(
            scores, example.labels, ignore_index=UNKNOWN, reduction="sum"
        )
        total = total + weight * loss
        count += weight * float((example.labels != UNKNOWN).sum())
    return total / max(count, 1.0)


def measure(head: TimeHead, dev: Iterable[Example]) -> dict[str, float]:
    """Precision, recall and F1 of words inside expressions, in per cent."""
    head.eval()
    right = found = gold = 0
    with torch.no_grad():
        for example in dev:
            inside = 1 - head(example.edges, example.parts).softmax(-1)[:, 0] >= 0.5
            owned = example.labels != UNKNOWN
            key = example.labels > 0
            right += int((inside & key & owned).sum())
            found += int((inside & owned).sum())
            gold += int(key.sum())
    precision, recall = right / max(found, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"p": round(100 * precision, 1), "r": round(100 * recall, 1), "f1": round(100 * f1, 1)}


class Chances(nn.Module):
    """The head as it is shipped: chances in place of scores."""

    def __init__(self, head: TimeHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, edges: Tensor, parts: Tensor) -> Tensor:
        return self.head(edges, parts).softmax(-1)


def export(head: TimeHead, shape: MentionShape, path: Path) -> None:
    """Write the head as ONNX; its matrices are too small for int8 to matter."""
    head.eval()
    inputs = (torch.zeros(7, 2 * shape.span_width), torch.zeros(7, 3 * shape.mention_width))
    words = {0: "words"}
    torch.onnx.export(
        Chances(head),
        inputs,
        str(path),
        input_names=["edges", "parts"],
        output_names=["chances"],
        dynamic_axes={"edges": words, "parts": words, "chances": words},
        dynamo=False,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--weights", type=Path, required=True, help="the folder of export.py")
    parser.add_argument("--mentions", type=Path, default=HERE / "mentions-2.toml")
    parser.add_argument("--settings", type=Path, default=HERE / "times.toml")
    parser.add_argument("--held-out", type=int, choices=range(5))
    arguments = parser.parse_args()
    settings = read_time_settings(arguments.settings)
    shape = read_settings(arguments.mentions).shape
    network = OnnxEncoder(arguments.weights / "encoder.onnx")
    vocabulary = Vocabulary(arguments.weights / "tokenizer.json")
    texts = read_all(arguments.data)
    tbaq = [text.id for text in texts if text.corpus == "tbaq"]
    kept = set(tbaq[arguments.held_out :: 5]) if arguments.held_out is not None else set()
    learnt, dev = [], []
    for text in texts:
        (dev if text.id in kept else learnt).extend(examples_of(text, network, vocabulary))
    head = train(learnt, dev, shape, settings)
    if not kept:
        export(head, shape, arguments.weights / "times.onnx")
        write_manifest(arguments.weights)


if __name__ == "__main__":
    main()
