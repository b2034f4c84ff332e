"""Train the second network.

    python training/sentences/train_sentences.py --data ../shared/data --pretrained PATH \
      --vocabulary PATH --out WORK

Writes WORK/STAGE.pt after every stage of config.toml; only the last sees sentences of PLV.
"""

import argparse
import json
import random
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from act_corpus import (
    read_cameo_class,
    read_gold_records,
    read_own_acts,
    read_plv,
    without_shared,
)
from attitude_corpus import read_mpqa, read_newsmtsc, read_unscon
from claims import framed_claims
from examples import Example, held_out
from pair_corpus import read_arc, read_commitment, read_fnc, read_own_pairs, read_sick
from pair_variation import foreign_pair, reversed_pair, told_acts, told_attitudes
from sentence_network import SentenceNetwork, SentenceShape, embedding, start
from torch import Tensor, nn

from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span
from onrecord.reader.sentence_layout import Layout, lay_out, lay_out_plain
from onrecord.reader.vocabulary import Vocabulary

HERE = Path(__file__).parent
TOLD_SEED = 5
SAVED_EVERY = 100
LOGGED_EVERY = 50


@dataclass(frozen=True, slots=True)
class Stage:
    """A schedule laid out for `steps`, left after `left_after`. `tasks` are the shares of steps,
    `rates` how often an epoch of its task has a corpus; the corpora of `leave_out` are not seen."""

    name: str
    seed: int
    steps: int
    left_after: int
    leave_out: list[str]
    encoder_rate: float
    head_rate: float
    tasks: dict[str, float]
    rates: dict[str, float]


@dataclass(frozen=True, slots=True)
class Config:
    """config.toml, checked."""

    batch_pieces: int
    weight_decay: float
    warm_up: float
    averaging: float
    layer_decay: float
    drop_mark: float
    swap_name: float
    reverse_pair: float
    foreign_pair: float
    evidence_weight: float
    embedding_weight: float
    shape: SentenceShape
    stages: tuple[Stage, ...]


def read_config(path: Path = HERE / "config.toml") -> Config:
    """Read a configuration; raises TypeError where a name is unknown or missing."""
    values = tomllib.loads(path.read_text())
    shape = SentenceShape(**values.pop("shape"))
    stages = tuple(Stage(**stage) for stage in values.pop("stages"))
    return Config(**values, shape=shape, stages=stages)


def read_acts(data: Path) -> tuple[list[Example], list[Example]]:
    """PLV, and the other sentences with acts, without those that stand in PLV too."""
    plv = read_plv(data / "plv" / "train.jsonl.gz")
    others = [
        *read_gold_records(data / "plover_gsr" / "records.jsonl.gz"),
        *read_cameo_class(data / "cameo_class" / "train.tar.gz"),
        *read_own_acts(),
    ]
    return plv, without_shared(others, plv)


def read_everything(data: Path) -> list[Example]:
    """All examples of all corpora but NewsMTSC's dev, in a settled order."""
    plv, acts = read_acts(data)
    targets = read_newsmtsc(data / "newsmtsc" / "train.jsonl.gz")
    pairs = [
        *read_own_pairs(),
        *read_fnc(data / "fnc1" / "train.tar.gz"),
        *read_arc(data / "arc" / "train.tar.gz"),
    ]
    return [
        *plv,
        *acts,
        *told_acts(acts, TOLD_SEED),
        *told_attitudes(targets, TOLD_SEED),
        *pairs,
        *framed_claims(pairs, TOLD_SEED),
        *read_sick(data / "sick" / "train.tar.gz"),
        *read_commitment(data / "commitmentbank" / "items.tar.gz"),
        *targets,
        *read_unscon(data / "unscon" / "train.jsonl.gz"),
        *read_mpqa(data / "mpqa"),
    ]


class Feeder:
    """Batches of one task without end, of texts of like length."""

    def __init__(
        self, examples: Sequence[Example], rates: dict[str, float], config: Config, seed: int
    ) -> None:
        self.examples, self.rates, self.config = examples, rates, config
        self.chance = random.Random(seed)
        self.names = name_pool(examples)
        self.own_pairs = [e for e in examples if e.corpus == "own-pairs"]

    def batches(self, vocabulary: Vocabulary) -> Iterator[list[tuple[Example, Layout]]]:
        while True:
            chosen = [e for e in self.examples for _ in range(self._times(e))]
            varied = [self._varied(example) for example in chosen]
            laid = [(e, _laid_out(e, vocabulary)) for e in varied]
            groups = by_length(laid, self.config.batch_pieces, self.chance)
            self.chance.shuffle(groups)
            yield from groups

    def _times(self, example: Example) -> int:
        rate = self.rates.get(example.corpus, 1.0)
        return int(rate) + (self.chance.random() < rate % 1)

    def _varied(self, example: Example) -> Example:
        if example.corpus == "own-pairs":
            return self._varied_pair(example)
        if example.task != "acts":
            return example
        if self.chance.random() < self.config.swap_name:
            example = swap_names(example, self.names, self.chance)
        return drop_marks(example, self.config.drop_mark, self.chance)

    def _varied_pair(self, example: Example) -> Example:
        drawn = self.chance.random()
        if drawn < self.config.reverse_pair:
            return reversed_pair(example) or example
        if drawn < self.config.reverse_pair + self.config.foreign_pair:
            return foreign_pair(example, self.own_pairs, self.chance)
        return example


def _laid_out(example: Example, vocabulary: Vocabulary) -> Layout:
    if example.task == "embeddings":
        return lay_out_plain(example.sentence.text, vocabulary)
    return lay_out(example.sentence, example.second, vocabulary)


def by_length(
    laid: list[tuple[Example, Layout]], pieces: int, chance: random.Random
) -> list[list[tuple[Example, Layout]]]:
    """Batches of at most so many pieces, padding included."""
    keyed = sorted(laid, key=lambda pair: len(pair[1].pieces) + 6 * chance.random())
    groups: list[list[tuple[Example, Layout]]] = [[]]
    for pair in keyed:
        longest = max(len(p[1].pieces) for p in [*groups[-1], pair])
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
        groups[-1].append(pair)
    return [group for group in groups if group]


def name_pool(examples: Sequence[Example]) -> list[str]:
    """What sources and targets are called, short ones: to put in place of each other."""
    spans = [
        span.of(e.sentence.text)
        for e in examples
        for span in (e.sentence.source, e.sentence.target)
        if span is not None and e.corpus != "plv"
    ]
    return sorted({name for name in spans if len(name.split()) <= 4 and name[:1].isupper()})


def drop_marks(example: Example, share: float, chance: random.Random) -> Example:
    """Now and then a sentence loses the mark of its target, of its source, or both."""
    drawn = chance.random()
    if drawn >= 2 * share:
        return example
    sentence = example.sentence
    source = sentence.source if drawn < share else None
    target = sentence.target if share <= drawn < 1.5 * share else None
    return replace(example, sentence=MarkedSentence(sentence.text, source, target))


def swap_names(example: Example, names: Sequence[str], chance: random.Random) -> Example:
    """The same sentence of another actor, so that acts are not learnt from who does them."""
    sentence = example.sentence
    old = sentence.source if chance.random() < 0.5 else sentence.target
    if old is None or not names or not old.of(sentence.text)[:1].isupper():
        return example
    name = chance.choice(names)
    text = sentence.text[: old.start] + name + sentence.text[old.end :]
    shift = len(name) - len(old)

    def moved(span: Span | None) -> Span | None:
        if span is None or span.end <= old.start:
            return span
        if span == old:
            return Span(old.start, old.start + len(name))
        return Span(span.start + shift, span.end + shift)

    kept = [span for span in example.evidence if not span.overlaps(old)]
    evidence = tuple(found for span in kept if (found := moved(span)) is not None)
    varied = MarkedSentence(text, moved(sentence.source), moved(sentence.target))
    return replace(example, sentence=varied, evidence=evidence)


@dataclass(frozen=True, slots=True)
class Arrays:
    """A batch, padded: all (texts, pieces); `inside` tells the pieces of the text's words."""

    pieces: Tensor
    roles: Tensor
    mask: Tensor
    inside: Tensor


def arrays_of(layouts: Sequence[Layout]) -> Arrays:
    """Pad layouts to one batch."""
    longest = max(len(layout.pieces) for layout in layouts)
    padded = np.zeros((4, len(layouts), longest), dtype=np.int64)
    for row, layout in enumerate(layouts):
        count = len(layout.pieces)
        padded[0, row, :count] = layout.pieces
        padded[1, row, :count] = layout.roles
        padded[2, row, :count] = 1
        padded[3, row, :count] = layout.word >= 0
    return Arrays(*(torch.from_numpy(part) for part in padded))


def loss_of(
    network: SentenceNetwork, batch: list[tuple[Example, Layout]], config: Config
) -> Tensor:
    """Less the logarithm of the chance of all right labels together, and of resting on evidence."""
    examples = [example for example, _ in batch]
    arrays = arrays_of([layout for _, layout in batch])
    with torch.autocast("cpu", torch.bfloat16):
        scores, weights = network(
            examples[0].task, arrays.pieces, arrays.roles, arrays.mask, arrays.inside
        )
    right = torch.full_like(scores, -1e4)
    for row, example in enumerate(examples):
        right[row, list(example.labels)] = 0.0
    chances = scores.log_softmax(-1)
    importance = torch.tensor([example.weight for example in examples])
    losses = -(chances + right).logsumexp(-1)
    total = (losses * importance).sum() / importance.sum()
    return total + config.evidence_weight * evidence_loss(weights, batch)


def evidence_loss(weights: Tensor, batch: list[tuple[Example, Layout]]) -> Tensor:
    """How far from the marked words the weights are, of the examples that have some."""
    rows, wanted = [], torch.zeros_like(weights)
    for row, (example, layout) in enumerate(batch):
        words = {
            number
            for number, span in enumerate(layout.words)
            if any(span.overlaps(marked) for marked in example.evidence)
        }
        if words:
            rows.append(row)
            chosen = np.isin(layout.word, list(words))
            wanted[row, : len(chosen)] = torch.from_numpy(chosen.astype(np.float32))
    if not rows:
        return torch.zeros(())
    return -(weights * wanted).sum(1)[rows].clamp(min=1e-6).log().mean() * len(rows) / len(batch)


def embedding_loss(
    network: SentenceNetwork, teacher: SentenceNetwork, layouts: Sequence[Layout]
) -> Tensor:
    """How far the vectors, and their likeness to each other, are from the original's."""
    arrays = arrays_of(layouts)
    inputs = (arrays.pieces, arrays.roles, arrays.mask)
    original = (arrays.pieces, torch.zeros_like(arrays.roles), arrays.mask)
    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            there = embedding(teacher.encoder(*original).float(), arrays.mask)
        here = network.embed(*inputs)
    likeness = (here @ here.T - there @ there.T).pow(2).mean()
    return 2 * (1 - (here * there).sum(1)).mean() + 10 * likeness


class Average:
    """The exponential moving average of the weights."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.values = {
            name: value.detach().clone()
            for name, value in network.named_parameters()
            if value.requires_grad
        }

    def update(self, network: nn.Module) -> None:
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for name, value in network.named_parameters():
            if name in self.values:
                self.values[name].lerp_(value.detach(), 1 - decay)


def make_optimiser(network: SentenceNetwork, stage: Stage, config: Config) -> torch.optim.Optimizer:
    """AdamW; lower layers learn slower, word pieces not at all."""
    network.encoder.piece.weight.requires_grad_(False)
    groups: dict[float, list[Tensor]] = {}
    for name, value in network.named_parameters():
        if not value.requires_grad:
            continue
        if name.startswith("heads.") or name == "encoder.case.weight":
            rate = stage.head_rate
        else:
            parts = name.split(".")
            depth = 5 - int(parts[2]) if parts[1] == "layers" else 6
            rate = stage.encoder_rate * config.layer_decay**depth
        groups.setdefault(rate, []).append(value)
    listed = [{"params": values, "lr": rate} for rate, values in groups.items()]
    return torch.optim.AdamW(listed, weight_decay=config.weight_decay, fused=True)


def run_stage(
    network: SentenceNetwork,
    teacher: SentenceNetwork,
    examples: Sequence[Example],
    stage: Stage,
    config: Config,
    vocabulary: Vocabulary,
    out: Path | None = None,
) -> None:
    """Train for the steps of one stage; the network ends with its averaged weights, which `out`
    gets now and then."""
    torch.manual_seed(stage.seed)
    chance = random.Random(stage.seed)
    optimiser = make_optimiser(network, stage, config)
    rates = [group["lr"] for group in optimiser.param_groups]
    average = Average(network, config.averaging)
    feeds = {
        task: Feeder(
            [e for e in examples if e.task == task], stage.rates, config, stage.seed + number
        ).batches(vocabulary)
        for number, task in enumerate(stage.tasks)
        if task != "embeddings"
    }
    if "embeddings" in stage.tasks:
        feeds["embeddings"] = plain_texts(examples, config, vocabulary, stage.seed)
    began, losses = time.monotonic(), {}
    network.train()
    for step in range(stage.left_after):
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * schedule(step, stage.steps, config.warm_up)
        task = chance.choices(list(stage.tasks), list(stage.tasks.values()))[0]
        batch = next(feeds[task])
        if task == "embeddings":
            loss = embedding_loss(network, teacher, [layout for _, layout in batch])
            loss = config.embedding_weight * loss
        else:
            loss = loss_of(network, batch, config)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        average.update(network)
        losses.setdefault(task, []).append(float(loss.detach()))
        if (step + 1) % LOGGED_EVERY == 0:
            means = {name: round(float(np.mean(seen)), 3) for name, seen in losses.items()}
            seconds = round(time.monotonic() - began)
            row = {"stage": stage.name, "step": step + 1, "of": stage.steps, "seconds": seconds}
            print(json.dumps(row | means), flush=True)
            losses = {}
        if out is not None and (step + 1) % SAVED_EVERY == 0:
            torch.save(network.state_dict() | average.values, out)
    network.load_state_dict(average.values, strict=False)
    network.eval()


def plain_texts(
    examples: Sequence[Example], config: Config, vocabulary: Vocabulary, seed: int
) -> Iterator[list[tuple[Example, Layout]]]:
    """Texts of all corpora without marks, the second texts too, for the embeddings."""
    kept = [e for e in examples if not e.corpus.endswith("-unrelated")]
    texts = {e.sentence.text for e in kept} | {e.second for e in kept if e.second}
    plain = [
        Example("embeddings", "plain", MarkedSentence(text), ())
        for text in sorted(texts)
        if len(text) < 400
    ]
    return Feeder(plain, {}, config, seed).batches(vocabulary)


def schedule(step: int, total: int, warm_up: float) -> float:
    """Linear warm-up, then down to zero in a straight line."""
    warm = max(1, int(total * warm_up))
    return (step + 1) / warm if step < warm else max(0.0, (total - step) / max(1, total - warm))


def predict(
    network: SentenceNetwork, examples: Sequence[Example], vocabulary: Vocabulary
) -> np.ndarray:
    """(examples, labels) scores of one task, in fp32."""
    network.eval()
    laid = [lay_out(e.sentence, e.second, vocabulary) for e in examples]
    order = sorted(range(len(laid)), key=lambda i: len(laid[i].pieces))
    found: list[np.ndarray | None] = [None] * len(laid)
    for at in range(0, len(order), 32):
        chosen = order[at : at + 32]
        arrays = arrays_of([laid[i] for i in chosen])
        with torch.no_grad():
            scores, _ = network(
                examples[0].task, arrays.pieces, arrays.roles, arrays.mask, arrays.inside
            )
        for row, number in enumerate(chosen):
            found[number] = scores[row].numpy()
    return np.stack(found)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--pretrained", type=Path, required=True, help="MiniLM's safetensors")
    parser.add_argument("--vocabulary", type=Path, required=True, help="MiniLM's tokenizer.json")
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--out", type=Path, default=HERE / "work")
    parser.add_argument("--start", type=Path, help="a stage's checkpoint to go on from")
    parser.add_argument("--stages", nargs="*", help="the stages to run, all without it")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    config = read_config(arguments.config)
    torch.manual_seed(config.stages[0].seed)
    network = start(config.shape, arguments.pretrained)
    teacher = start(config.shape, arguments.pretrained).eval()
    teacher.encoder.case.weight.data.zero_()
    vocabulary = Vocabulary(arguments.vocabulary)
    examples = [e for e in read_everything(arguments.data) if not held_out(e)]
    if arguments.start:
        network.load_state_dict(torch.load(arguments.start, weights_only=True))
    for stage in config.stages:
        if not arguments.stages or stage.name in arguments.stages:
            seen = [e for e in examples if e.corpus not in stage.leave_out]
            out = arguments.out / f"{stage.name}.pt"
            run_stage(network, teacher, seen, stage, config, vocabulary, out)
            torch.save(network.state_dict(), out)


if __name__ == "__main__":
    main()
