"""Teach the trained reader mentions, coreference and names, without its forgetting statements.

    python training/reader/train_mentions.py --data ../shared/data --start WORK/reader.pt --out WORK

Every step sees whole documents of GUM, some windows of PolNeAR with the losses of train.py, and
some of the worldwide newswire. Writes WORK/mentions.pt (averaged weights) after every epoch.
"""

import argparse
import random
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from corpus import read_articles
from mention_corpus import ChainedText, NamedText, read_chained, read_named
from mention_network import MentionNetwork, MentionShape, Networks, mention_vectors
from network import ReaderNetwork
from torch import Tensor, nn
from train import (
    Average,
    Config,
    Example,
    batches,
    loss_of,
    make_examples,
    read_config,
    report,
    schedule,
    tensors,
)

from onrecord.reader.mentions import WIDEST, MentionSpans, decode_spans, lawful
from onrecord.reader.pairs import find_pairs
from onrecord.reader.surface import read_surface
from onrecord.reader.vocabulary import Vocabulary
from onrecord.reader.windows import Window, cut_windows, make_batch
from onrecord.reader.words import Words

HERE = Path(__file__).parent
INPUTS = ("pieces", "mask", "case", "quote", "first", "last")


@dataclass(frozen=True, slots=True)
class Settings:
    """mentions.toml, checked."""

    seed: int
    epochs: int
    schedule_epochs: int
    head_steps: int
    gum_windows: int
    statement_windows: int
    name_windows: int
    encoder_rate: float
    old_head_rate: float
    new_head_rate: float
    weight_decay: float
    warm_up: float
    averaging: float
    least_span: float
    span_weight: float
    head_weight: float
    pair_weight: float
    name_weight: float
    statement_weight: float
    shape: MentionShape


def read_settings(path: Path) -> Settings:
    """Read a configuration; raises TypeError where a name is unknown or missing."""
    values = tomllib.loads(path.read_text())
    return Settings(**values | {"shape": MentionShape(**values["shape"])})


Part = tuple[Words, Window]


def parts_of(words: Words, pieces: int, chance: random.Random) -> list[Part]:
    """Windows with cuts that fall differently each time."""
    first = chance.randint(pieces // 3, pieces)
    return [(words, window) for window in cut_windows(words, pieces, first)]


def word_states(
    networks: Networks, parts: list[Part], vocabulary: Vocabulary, learning: bool
) -> Tensor:
    """(windows, words, WIDTH) of a batch."""
    arrays = tensors(make_batch(parts, vocabulary))
    encoder = networks.reader.encoder
    with torch.autocast("cpu", torch.bfloat16), torch.set_grad_enabled(learning):
        return encoder.dropout(encoder.states(*(arrays[name] for name in INPUTS))).float()


def owned(states: Tensor, parts: list[Part]) -> Tensor:
    """(words, WIDTH): each word as the window that owns it sees it."""
    rows = [
        states[row, window.owned_start - window.start : window.owned_end - window.start]
        for row, (_, window) in enumerate(parts)
    ]
    return torch.cat(rows)


def chain_loss(
    networks: Networks, states: Tensor, text: ChainedText, settings: Settings, gold_chance: float
) -> dict[str, Tensor]:
    """The losses of one whole document."""
    heads = networks.mentions
    edges, parts, head, _ = heads.words(states)
    scores = heads.spans(edges)
    losses = {
        "span": span_loss(scores, text),
        "head": head_loss(head, text),
    }
    with torch.no_grad():
        chances = scores.softmax(-1).numpy()
        found = decode_spans(chances, head.numpy(), text.words.line, settings.least_span)
    spans, chain = with_gold(found, text, random.random() < gold_chance)
    losses["pair"] = pair_loss(heads, parts, text, spans, chain)
    return losses


def span_loss(scores: Tensor, text: ChainedText) -> Tensor:
    """Cross-entropy of all lawful spans, a gold mention."""
    targets = torch.zeros(scores.shape[:2], dtype=torch.long)
    targets[text.start, text.end - text.start - 1] = torch.from_numpy(text.kind)
    there = torch.from_numpy(lawful(text.words.line)) > 0
    total = nn.functional.cross_entropy(scores[there], targets[there], reduction="sum")
    return total / max(1, len(text.start))


def head_loss(head: Tensor, text: ChainedText) -> Tensor:
    """Cross-entropy of the head among the words of each gold mention."""
    start, end = torch.from_numpy(text.start), torch.from_numpy(text.end)
    places = start[:, None] + torch.arange(WIDEST)
    inside = places < end[:, None]
    scores = head[places.clamp(max=len(head) - 1)].masked_fill(~inside, -1e4)
    return nn.functional.cross_entropy(scores, torch.from_numpy(text.head) - start)


def with_gold(
    found: MentionSpans, text: ChainedText, gold_facts: bool
) -> tuple[MentionSpans, np.ndarray]:
    """The spans found and the gold ones, by start and end, and the chain of each."""
    rows = {
        (int(s), int(e)): (int(h), int(k), -1)
        for s, e, h, k in zip(found.start, found.end, found.head, found.kind, strict=True)
    }
    for s, e, h, k, c in zip(text.start, text.end, text.head, text.kind, text.chain, strict=True):
        head, kind, _ = rows.get((int(s), int(e)), (int(h), int(k), -1))
        rows[int(s), int(e)] = (int(h), int(k), int(c)) if gold_facts else (head, kind, int(c))
    table = np.array([(*span, *rest) for span, rest in sorted(rows.items())], dtype=np.int64)
    start, end, head, kind, chain = table.reshape(-1, 5).T
    return MentionSpans(start, end, head, kind, np.ones(len(start), dtype=np.float32)), chain


def pair_loss(
    heads: MentionNetwork, parts: Tensor, text: ChainedText, spans: MentionSpans, chain: np.ndarray
) -> Tensor:
    """Minus the log chance of any right antecedent, a mention; none is right where none is."""
    pairs = find_pairs(read_surface(text.text, text.words, spans))
    if not len(pairs):
        return parts.sum() * 0
    ends = (torch.from_numpy(column) for column in (spans.start, spans.end, spans.head))
    columns = (spans.kind, pairs.later, pairs.earlier, pairs.features)
    vectors = mention_vectors(parts, *ends)
    scores = heads.pairs(vectors, *(torch.from_numpy(column) for column in columns))
    right = (chain[pairs.later] >= 0) & (chain[pairs.later] == chain[pairs.earlier])
    later, gold = torch.from_numpy(pairs.later), torch.from_numpy(right)
    count = len(spans)
    answered = torch.zeros(count, dtype=torch.bool).index_fill_(0, later[gold], True)
    every = log_sum(scores, later, torch.zeros(count))
    none = torch.where(answered, torch.full((count,), -1e4), torch.zeros(count))
    return (every - log_sum(scores[gold], later[gold], none)).sum() / count


def log_sum(scores: Tensor, group: Tensor, start: Tensor) -> Tensor:
    """(count,): the log of the summed exponentials of each group, and of `start`."""
    most = start.scatter_reduce(0, group, scores.detach(), "amax")
    summed = (start - most).exp().scatter_add(0, group, (scores - most[group]).exp())
    return summed.clamp(min=1e-30).log() + most


def name_loss(
    networks: Networks, parts: list[Part], texts: list[NamedText], states: Tensor
) -> Tensor:
    """Cross-entropy of name labels."""
    scores = networks.mentions.words.names(owned(states, parts))
    labels = np.concatenate(
        [
            text.labels[window.owned_start : window.owned_end]
            for text, (_, window) in zip(texts, parts, strict=True)
        ]
    )
    return nn.functional.cross_entropy(scores, torch.from_numpy(labels))


@dataclass(slots=True)
class Data:
    """What is trained on."""

    chained: list[ChainedText]
    named: list[NamedText]
    statements: list[object]


def endless_statements(
    data: Data, vocabulary: Vocabulary, config: Config, settings: Settings, chance: random.Random
) -> Iterator[list[Example]]:
    while True:
        examples = make_examples(data.statements, vocabulary, config, chance)  # type: ignore[arg-type]
        yield from batches(examples, settings.statement_windows, chance)


def endless_names(
    data: Data, config: Config, chance: random.Random
) -> Iterator[tuple[NamedText, Part]]:
    while True:
        order = data.named[:]
        chance.shuffle(order)
        for text in order:
            if len(text.words):
                for part in parts_of(text.words, config.window_pieces, chance):
                    yield text, part


def gum_groups(
    data: Data, config: Config, settings: Settings, chance: random.Random
) -> list[list[tuple[ChainedText, list[Part]]]]:
    """Documents of one epoch, a few at a time, of about as many windows."""
    order = data.chained[:]
    chance.shuffle(order)
    groups: list[list[tuple[ChainedText, list[Part]]]] = [[]]
    count = 0
    for text in order:
        parts = parts_of(text.words, config.window_pieces, chance)
        if count and count + len(parts) > settings.gum_windows:
            groups.append([])
            count = 0
        groups[-1].append((text, parts))
        count += len(parts)
    return groups


def step_loss(
    networks: Networks,
    group: list[tuple[ChainedText, list[Part]]],
    names: list[tuple[NamedText, Part]],
    examples: list[Example],
    vocabulary: Vocabulary,
    config: Config,
    settings: Settings,
    learning: bool,
) -> tuple[Tensor, dict[str, float]]:
    parts = [part for _, found in group for part in found]
    states = word_states(networks, parts, vocabulary, learning)
    sums: dict[str, Tensor] = {}
    place = 0
    for text, found in group:
        own = owned(states[place : place + len(found)], found)
        place += len(found)
        for name, loss in chain_loss(networks, own, text, settings, 0.5).items():
            sums[name] = sums.get(name, torch.zeros(())) + loss / len(group)
    name_parts = [part for _, part in names]
    if names:
        seen = word_states(networks, name_parts, vocabulary, learning)
        sums["name"] = name_loss(networks, name_parts, [text for text, _ in names], seen)
    if examples:
        sums["statement"] = loss_of(networks.reader, examples, vocabulary, config)
    weights = {
        "span": settings.span_weight,
        "head": settings.head_weight,
        "pair": settings.pair_weight,
        "name": settings.name_weight,
        "statement": settings.statement_weight,
    }
    total = sum((weights[name] * loss for name, loss in sums.items()), torch.zeros(()))
    return total, {name: round(float(loss.detach()), 4) for name, loss in sums.items()}


def make_optimiser(networks: Networks, settings: Settings) -> torch.optim.Optimizer:
    encoder, old = [], []
    heads = ("cues.", "auxiliary.", "as_cue.", "as_word.")
    for name, value in networks.reader.encoder.named_parameters():
        (old if name.startswith(heads) else encoder).append(value)
    old.extend(networks.reader.linker.parameters())
    groups = [
        {"params": encoder, "lr": settings.encoder_rate},
        {"params": old, "lr": settings.old_head_rate},
        {"params": list(networks.mentions.parameters()), "lr": settings.new_head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=settings.weight_decay, fused=True)


def train(
    networks: Networks,
    data: Data,
    vocabulary: Vocabulary,
    config: Config,
    settings: Settings,
    out: Path,
) -> None:
    torch.manual_seed(settings.seed)
    random.seed(settings.seed)
    chance = random.Random(settings.seed)
    optimiser = make_optimiser(networks, settings)
    rates = [group["lr"] for group in optimiser.param_groups]
    average = Average(networks, settings.averaging)
    statements = endless_statements(data, vocabulary, config, settings, chance)
    names = endless_names(data, config, chance)
    per_epoch = len(gum_groups(data, config, settings, random.Random(0)))
    total, step, began = per_epoch * settings.schedule_epochs, 0, time.monotonic()
    for epoch in range(settings.epochs):
        seen: list[dict[str, float]] = []
        for group in gum_groups(data, config, settings, chance):
            for part, rate in zip(optimiser.param_groups, rates, strict=True):
                part["lr"] = rate * schedule(step, total, settings.warm_up)
            networks.train()
            some_names = list(islice(names, settings.name_windows))
            learning = step >= settings.head_steps
            examples = next(statements) if learning else []
            loss, parts = step_loss(
                networks, group, some_names, examples, vocabulary, config, settings, learning
            )
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(networks.parameters(), 1.0)
            optimiser.step()
            average.update(networks)
            seen.append(parts)
            step += 1
            if step % 20 == 0:
                recent = {
                    k: round(float(np.mean([p[k] for p in seen[-20:] if k in p])), 4) for k in parts
                }
                seconds = round(time.monotonic() - began)
                report(
                    out, {"epoch": epoch, "step": step, "of": total, "seconds": seconds} | recent
                )
        torch.save({"epoch": epoch, "weights": average.values}, out / "mentions.pt")


def start_from(networks: Networks, checkpoint: Path) -> None:
    """Take over what fits of a checkpoint, of train.py or of this script; the rest stays new."""
    weights = torch.load(checkpoint, weights_only=True)["weights"]
    if not any(name.startswith("reader.") for name in weights):
        weights = {f"reader.{name}": value for name, value in weights.items()}
    own = networks.state_dict()
    fitting = {n: v for n, v in weights.items() if n in own and own[n].shape == v.shape}
    networks.load_state_dict(fitting, strict=False)
    new = sorted({name.rpartition(".")[0] for name in own if name not in fitting})
    print("started anew:", ", ".join(new) or "nothing", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument(
        "--start", type=Path, required=True, help="reader.pt of train.py, or mentions.pt"
    )
    parser.add_argument("--vocabulary", type=Path, required=True, help="MiniLM-L6's tokenizer.json")
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--settings", type=Path, default=HERE / "mentions-1.toml")
    parser.add_argument("--out", type=Path, default=HERE / "work")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary(arguments.vocabulary)
    config, settings = read_config(arguments.config), read_settings(arguments.settings)
    torch.manual_seed(settings.seed)
    networks = Networks(ReaderNetwork(config.shape), MentionNetwork(settings.shape))
    start_from(networks, arguments.start)
    data = Data(
        chained=read_chained(arguments.data / "gum" / "train.tar.gz", vocabulary),
        named=read_named(arguments.data / "worldwide_ner" / "train.tar.gz", vocabulary),
        statements=list(read_articles(arguments.data / "polnear" / "train.jsonl.gz")),
    )
    train(networks, data, vocabulary, config, settings, arguments.out)


if __name__ == "__main__":
    main()
