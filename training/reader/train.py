"""Train the reader's network on PolNeAR.

    python training/reader/train.py --data ../shared/data/polnear --pretrained PATH --out WORK

Writes WORK/reader.pt (averaged weights) after every epoch, WORK/stageN.pt after every stage, and
WORK/log.jsonl. Give glibc's malloc large thresholds (the Makefile does), or a third of the time
goes into page faults.
"""

import argparse
import json
import math
import random
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from augment import vary
from corpus import Aligned, Article, align, read_articles
from network import ReaderNetwork, Shape, load_pretrained
from torch import Tensor, nn

from onrecord.reader.decoding import relations
from onrecord.reader.labels import BEGIN, END, INSIDE, OUTSIDE, SINGLE
from onrecord.reader.vocabulary import Vocabulary
from onrecord.reader.windows import Batch, Window, cut_windows, make_batch

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Stage:
    """One schedule: laid out for `schedule_epochs`, left after `epochs`."""

    seed: int
    schedule_epochs: int
    epochs: int


@dataclass(frozen=True, slots=True)
class Config:
    """config.toml, checked."""

    window_pieces: int
    batch_windows: int
    encoder_rate: float
    head_rate: float
    weight_decay: float
    warm_up: float
    averaging: float
    negative_chance: float
    shape: Shape
    stages: tuple[Stage, ...]


def read_config(path: Path) -> Config:
    """Read a configuration; raises TypeError where a name is unknown or missing."""
    values = tomllib.loads(path.read_text())
    shape = values.pop("shape")
    shape["dilations"] = tuple(shape["dilations"])
    stages = tuple(Stage(**stage) for stage in values.pop("stages"))
    return Config(**values, shape=Shape(**shape), stages=stages)


@dataclass(frozen=True, slots=True)
class Example:
    """One window with the attributions that lie wholly in it, as word ranges of the window."""

    article: Aligned
    window: Window

    def golds(self) -> Iterator[tuple[tuple[int, int], list[tuple[int, int, int]]]]:
        """Each cue and its (role, start, end) ranges."""
        start, end = self.window.start, self.window.end
        for gold in self.article.statements:
            roles = [(0, *r) for r in gold.source] + [(1, *r) for r in gold.content]
            inside = all(start <= s and e <= end for _, s, e in [(0, *gold.cue[0]), *roles])
            if inside:
                cue = (gold.cue[0][0] - start, gold.cue[0][1] - start)
                yield cue, [(role, s - start, e - start) for role, s, e in roles]


def make_examples(
    articles: list[Article], vocabulary: Vocabulary, config: Config, chance: random.Random
) -> list[Example]:
    """All windows of one epoch; cuts and typography differ from epoch to epoch."""
    found = []
    for article in articles:
        aligned = align(vary(article, chance), vocabulary)
        first = chance.randint(config.window_pieces // 3, config.window_pieces)
        windows = cut_windows(aligned.words, config.window_pieces, first)
        found.extend(Example(aligned, window) for window in windows)
    return found


def batches(examples: list[Example], size: int, chance: random.Random) -> list[list[Example]]:
    """Batches of windows of like length, in random order."""
    keyed = sorted(examples, key=lambda e: (e.window.end - e.window.start) + 20 * chance.random())
    groups = [keyed[place : place + size] for place in range(0, len(keyed), size)]
    chance.shuffle(groups)
    return groups


def mark(labels: np.ndarray, start: int, end: int, base: int) -> None:
    """Write the BIOES labels of one span; `base` is the offset of the role's labels."""
    if end - start == 1:
        labels[start] = base + SINGLE
        return
    labels[start:end] = base + INSIDE
    labels[start] = base + BEGIN
    labels[end - 1] = base + END


@dataclass(frozen=True, slots=True)
class Targets:
    """What a batch should be labelled as."""

    cues: Tensor
    auxiliary: Tensor
    row: np.ndarray
    start: np.ndarray
    end: np.ndarray
    roles: Tensor


def make_targets(group: list[Example], words: int) -> Targets:
    cues = np.zeros((len(group), words), dtype=np.int64)
    auxiliary = np.zeros((2, len(group), words), dtype=np.int64)
    found: list[tuple[int, int, int]] = []
    roles: list[np.ndarray] = []
    for row, example in enumerate(group):
        for (start, end), ranges in example.golds():
            mark(cues[row], start, end, 0)
            labels = np.zeros(words, dtype=np.int64)
            for role, s, e in ranges:
                mark(labels, s, e, 4 * role)
                auxiliary[role, row, s:e] = 2
                auxiliary[role, row, s] = 1
            labels[start:end] = OUTSIDE
            found.append((row, start, end))
            roles.append(labels)
    columns = np.array(found, dtype=np.int64).reshape(-1, 3).T
    stacked = np.stack(roles) if roles else np.zeros((0, words), dtype=np.int64)
    return Targets(
        torch.from_numpy(cues), torch.from_numpy(auxiliary), *columns, torch.from_numpy(stacked)
    )


def false_cues(
    scores: Tensor, gold: Tensor, present: Tensor, least: float
) -> list[tuple[int, int, int]]:
    """Words the network takes for cues and that are none, at most 48 a batch."""
    chance = 1 - scores.detach().float().softmax(-1)[:, :, OUTSIDE]
    wrong = (chance > least) & (gold == OUTSIDE) & (present > 0)
    places = wrong.nonzero()
    if len(places) > 48:
        places = places[torch.randperm(len(places))[:48]]
    return [(row, word, word + 1) for row, word in places.tolist()]


def tensors(batch: Batch) -> dict[str, Tensor]:
    return {name: torch.from_numpy(getattr(batch, name)) for name in Batch.__slots__}


def loss_of(
    network: ReaderNetwork, group: list[Example], vocabulary: Vocabulary, config: Config
) -> Tensor:
    """The sum of the cue, link, validity and auxiliary losses of one batch."""
    batch = make_batch([(example.article.words, example.window) for example in group], vocabulary)
    arrays = tensors(batch)
    targets = make_targets(group, batch.line.shape[1])
    inputs = (arrays[n] for n in ("pieces", "mask", "case", "quote", "first", "last"))
    with torch.autocast("cpu", torch.bfloat16):
        states = network.encoder.dropout(network.encoder.states(*inputs))
        cues = network.encoder.cues(states).float()
        auxiliary = network.encoder.auxiliary(states).float()
        query, key = network.encoder.as_cue(states), network.encoder.as_word(states)
    there = arrays["present"] > 0
    entropy = nn.functional.cross_entropy
    gold_count = max(1, len(targets.row))
    total = entropy(cues[there], targets.cues[there], reduction="sum") / gold_count
    for role in range(2):
        scores = auxiliary[:, :, 3 * role : 3 * role + 3]
        total = total + 2 * entropy(scores[there], targets.auxiliary[role][there])
    if not len(targets.row):
        return total
    wrong = false_cues(cues, targets.cues, arrays["present"], config.negative_chance)
    row, start, end = (
        np.concatenate([gold, np.array([cue[i] for cue in wrong], dtype=np.int64)])
        for i, gold in enumerate((targets.row, targets.start, targets.end))
    )
    relation = torch.from_numpy(relations(batch.line[row], start, end))
    indices = [torch.from_numpy(column) for column in (row, start, end)]
    with torch.autocast("cpu", torch.bfloat16):
        roles, valid = network.linker(query, key, arrays["present"], *indices, relation)
    seen = there[targets.row]
    linked = entropy(roles[: len(targets.row)].float()[seen], targets.roles[seen], reduction="sum")
    truth = torch.zeros(len(row))
    truth[: len(targets.row)] = 1
    checked = nn.functional.binary_cross_entropy_with_logits(valid.float(), truth)
    return total + 0.15 * linked / gold_count + checked


class Average:
    """The exponential moving average of the weights."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay = decay
        self.values = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self.steps = 0

    def update(self, network: nn.Module) -> None:
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for name, value in network.state_dict().items():
            self.values[name].lerp_(value.detach(), 1 - decay)


def make_optimiser(network: ReaderNetwork, config: Config) -> torch.optim.Optimizer:
    pretrained, new = [], []
    heads = ("case.", "quote.", "cues.", "auxiliary.", "as_cue.", "as_word.")
    for name, value in network.encoder.named_parameters():
        (new if name.startswith(heads) else pretrained).append(value)
    new.extend(network.linker.parameters())
    groups = [
        {"params": pretrained, "lr": config.encoder_rate},
        {"params": new, "lr": config.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=config.weight_decay, fused=True)


def schedule(step: int, total: int, warm_up: float) -> float:
    """Linear warm-up, then a cosine to zero."""
    warm = max(1, int(total * warm_up))
    if step < warm:
        return (step + 1) / warm
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (step - warm) / max(1, total - warm))))


def train(
    articles: list[Article],
    vocabulary: Vocabulary,
    config: Config,
    network: ReaderNetwork,
    first: int,
    out: Path,
) -> None:
    """Run the stages from number `first` on; `network` holds the weights to start from."""
    for number, stage in enumerate(config.stages):
        if number >= first:
            weights = run_stage(articles, vocabulary, config, stage, network, out)
            network.load_state_dict(weights)
            torch.save({"stage": number, "weights": weights}, out / f"stage{number}.pt")
            torch.save({"stage": number, "weights": weights}, out / "reader.pt")


def run_stage(
    articles: list[Article],
    vocabulary: Vocabulary,
    config: Config,
    stage: Stage,
    network: ReaderNetwork,
    out: Path,
) -> dict[str, Tensor]:
    """Train for one stage; the averaged weights."""
    torch.manual_seed(stage.seed)
    optimiser = make_optimiser(network, config)
    rates = [group["lr"] for group in optimiser.param_groups]
    average = Average(network, config.averaging)
    per_epoch = (
        len(make_examples(articles, vocabulary, config, random.Random(0))) // config.batch_windows
    )
    total = per_epoch * stage.schedule_epochs
    step = 0
    for epoch in range(stage.epochs):
        chance = random.Random(stage.seed + epoch)
        examples = make_examples(articles, vocabulary, config, chance)
        began, losses = time.monotonic(), []
        for group in batches(examples, config.batch_windows, chance):
            for part, rate in zip(optimiser.param_groups, rates, strict=True):
                part["lr"] = rate * schedule(step, total, config.warm_up)
            losses.append(train_step(network, optimiser, group, vocabulary, config))
            average.update(network)
            step += 1
            if step % 20 == 0:
                recent = round(float(np.mean(losses[-20:])), 4)
                seconds = round(time.monotonic() - began)
                report(
                    out,
                    {"epoch": epoch, "step": step, "of": total, "loss": recent, "seconds": seconds},
                )
        torch.save({"epoch": epoch, "weights": average.values}, out / "reader.pt")
    return average.values


def train_step(
    network: ReaderNetwork,
    optimiser: torch.optim.Optimizer,
    group: list[Example],
    vocabulary: Vocabulary,
    config: Config,
) -> float:
    """One batch; its loss."""
    network.train()
    loss = loss_of(network, group, vocabulary, config)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return float(loss.detach())


def report(out: Path, row: dict[str, float]) -> None:
    line = json.dumps(row)
    print(line, flush=True)
    with (out / "log.jsonl").open("a") as log:
        log.write(line + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--pretrained", type=Path, required=True, help="model.safetensors of MiniLM-L6"
    )
    parser.add_argument(
        "--vocabulary", type=Path, required=True, help="tokenizer.json of MiniLM-L6"
    )
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--out", type=Path, default=HERE / "work")
    parser.add_argument(
        "--start", type=Path, help="a stage's checkpoint to go on from, with --stage"
    )
    parser.add_argument("--stage", type=int, default=0, help="the first stage to run")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    articles = read_articles(arguments.data / "train.jsonl.gz")
    config = read_config(arguments.config)
    torch.manual_seed(config.stages[0].seed)
    network = ReaderNetwork(config.shape)
    load_pretrained(network.encoder, arguments.pretrained)
    if arguments.start:
        network.load_state_dict(torch.load(arguments.start, weights_only=True)["weights"])
    train(
        articles, Vocabulary(arguments.vocabulary), config, network, arguments.stage, arguments.out
    )


if __name__ == "__main__":
    main()
