"""Answer every sentence of PLV by a network that has not seen it: five folds.

    python training/sentences/folds.py --data DATA --vocabulary PATH --start WORK/base.pt --out WORK

All folds start from one checkpoint that has seen no sentence of PLV, and run the stage that
teaches PLV on four fifths, with the steps of acts alone. Writes WORK/folds.npz: scores and labels
in the order of the rows.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from act_corpus import NUMBER, QUAD_OF
from examples import Example
from sentence_network import SentenceNetwork
from train_sentences import Config, Stage, predict, read_acts, read_config, run_stage

from onrecord.reader.sentences import ACT_LABELS
from onrecord.reader.vocabulary import Vocabulary

FOLDS = 5


def fold_numbers(examples: Sequence[Example]) -> list[int]:
    """The fold of each example: every root spread evenly, the same words never in two folds."""
    by_root: dict[int, list[str]] = defaultdict(list)
    seen: set[str] = set()
    for example in sorted(examples, key=lambda e: (e.labels, e.group)):
        if example.group not in seen:
            seen.add(example.group)
            by_root[example.labels[0]].append(example.group)
    fold, at = {}, 0
    for root in sorted(by_root):
        for group in by_root[root]:
            fold[group] = at % FOLDS
            at += 1
    return [fold[example.group] for example in examples]


def acts_stage(config: Config) -> Stage:
    """The stage that teaches PLV, without the steps of other tasks."""
    stage = next(stage for stage in config.stages if stage.name == "plv")
    steps = round(stage.steps * stage.tasks["acts"] / sum(stage.tasks.values()))
    return replace(stage, steps=steps, left_after=steps, tasks={"acts": 1.0})


def answer_folds(
    rows: Sequence[Example],
    others: Sequence[Example],
    begin: Path,
    config: Config,
    vocabulary: Vocabulary,
    chosen: Sequence[int] = range(FOLDS),
) -> np.ndarray:
    """(rows, 16) scores, each row's by the network that was not taught its fold."""
    scores = np.full((len(rows), len(ACT_LABELS)), np.nan, dtype=np.float32)
    numbers = np.array(fold_numbers(rows))
    for fold in chosen:
        began = time.monotonic()
        network = SentenceNetwork(config.shape)
        network.load_state_dict(torch.load(begin, weights_only=True))
        taught = [row for row, number in zip(rows, numbers, strict=True) if number != fold]
        stage = acts_stage(config)
        stage = replace(stage, seed=stage.seed + fold)
        run_stage(network, network, [*taught, *others], stage, config, vocabulary)
        asked = np.flatnonzero(numbers == fold)
        scores[asked] = predict(network, [rows[i] for i in asked], vocabulary)
        seconds = round(time.monotonic() - began)
        found = figures(scores[asked], [rows[i] for i in asked])
        print(f"fold {fold + 1} of {FOLDS}: {seconds} s, {found}", file=sys.stderr, flush=True)
    return scores


def best_root(scores: np.ndarray) -> list[str]:
    """The best of the 15 roots: NONE is no answer where an event is known to be told."""
    return [ACT_LABELS[int(number)] for number in scores[:, : NUMBER["NONE"]].argmax(1)]


def figures(scores: np.ndarray, rows: Sequence[Example]) -> dict[str, float]:
    """Accuracy and macro-F1 of roots, accuracy of quad classes."""
    gold = [ACT_LABELS[row.labels[0]] for row in rows]
    found = best_root(scores)
    pairs = list(zip(gold, found, strict=True))
    f1 = []
    for root in sorted(set(gold)):
        right = sum(g == f == root for g, f in pairs)
        f1.append(2 * right / max(1, gold.count(root) + found.count(root)))
    return {
        "accuracy": round(float(np.mean([g == f for g, f in pairs])), 4),
        "macro_f1": round(float(np.mean(f1)), 4),
        "quad": round(float(np.mean([QUAD_OF[g] == QUAD_OF[f] for g, f in pairs])), 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True, help="the checkpoint before PLV")
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config.toml")
    parser.add_argument("--fold", type=int, nargs="*", default=list(range(FOLDS)))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    config = read_config(arguments.config)
    rows, others = read_acts(arguments.data)
    vocabulary = Vocabulary(arguments.vocabulary)
    scores = answer_folds(rows, others, arguments.start, config, vocabulary, arguments.fold)
    asked = ~np.isnan(scores[:, 0])
    print(figures(scores[asked], [row for row, there in zip(rows, asked, strict=True) if there]))
    labels = np.array([row.labels[0] for row in rows])
    arguments.out.mkdir(parents=True, exist_ok=True)
    np.savez(arguments.out / "folds.npz", scores=scores, labels=labels)


if __name__ == "__main__":
    main()
