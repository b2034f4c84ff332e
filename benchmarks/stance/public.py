"""Public corpora through the shipped network: only what it was not taught."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scoring import figures, rank_correlation

from onrecord.reader.sentences import (
    ATTITUDE_LABELS,
    CONFLICT_LABELS,
    STANCE_LABELS,
    TARGET_LABELS,
    SentenceNetwork,
)

sys.path.append(str(Path(__file__).parent.parent.parent / "training" / "sentences"))

from attitude_corpus import read_mpqa, read_newsmtsc, read_unscon
from examples import Example, held_out
from pair_corpus import (
    read_arc,
    read_commitment,
    read_fnc,
    read_own_pairs,
    read_sick,
    relatedness,
)

LABELS = {
    "stances": STANCE_LABELS,
    "targets": TARGET_LABELS,
    "conflicts": CONFLICT_LABELS,
    "attitudes": ATTITUDE_LABELS,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One corpus, or one part of it, with the examples to score."""

    name: str
    examples: tuple[Example, ...]


def parts(data: Path) -> Iterator[Part]:
    """What training held out; a corpus that is not there is left out."""
    yield Part("own pairs, whole issues", _kept(read_own_pairs()))
    readers = (
        ("newsmtsc dev", data / "newsmtsc" / "dev.jsonl.gz", read_newsmtsc),
        ("unscon, whole speeches", data / "unscon" / "train.jsonl.gz", _kept_unscon),
        ("sick trial", data / "sick" / "train.tar.gz", _sick_trial),
        ("commitmentbank", data / "commitmentbank" / "items.tar.gz", _kept_commitment),
        ("fnc-1, whole headlines", data / "fnc1" / "train.tar.gz", _kept_fnc),
        ("arc, whole claims", data / "arc" / "train.tar.gz", _kept_arc),
    )
    for name, path, read in readers:
        if path.is_file():
            yield Part(name, tuple(read(path)))
    if (data / "mpqa").is_dir():
        kept = _kept(read_mpqa(data / "mpqa"))
        for kind in ("agree", "arguing", "sentiment"):
            chosen = tuple(e for e in kept if e.corpus == f"mpqa-{kind}")
            yield Part(f"mpqa {kind}, whole documents", chosen)


def _kept(examples: Sequence[Example]) -> tuple[Example, ...]:
    return tuple(e for e in examples if held_out(e) and not e.corpus.endswith("-unrelated"))


def _kept_unscon(path: Path) -> tuple[Example, ...]:
    return _kept(read_unscon(path))


def _kept_commitment(path: Path) -> tuple[Example, ...]:
    return _kept(read_commitment(path))


def _kept_fnc(path: Path) -> tuple[Example, ...]:
    return _kept(read_fnc(path))


def _kept_arc(path: Path) -> tuple[Example, ...]:
    return _kept(read_arc(path))


def _sick_trial(path: Path) -> list[Example]:
    return read_sick(path, "SICK_trial.txt")


def predict(network: SentenceNetwork, part: Part) -> list[str]:
    """The likeliest label of each example that its corpus has at all."""
    task = part.examples[0].task
    labels = LABELS[task]
    there = sorted({e.labels[0] for e in part.examples})
    chances = network.chances(task, [(e.sentence, e.second) for e in part.examples])
    return [labels[there[int(row[there].argmax())]] for row in chances]


def score(part: Part, found: Sequence[str]) -> dict[str, object]:
    """The figures of one part."""
    labels = LABELS[part.examples[0].task]
    return figures([labels[e.labels[0]] for e in part.examples], list(found))


def vector_correlation(network: SentenceNetwork, archive: Path) -> float:
    """How well products of vectors rank SICK's trial part as people did."""
    rows = relatedness(archive, "SICK_trial.txt")
    left = network.embed([first for first, _, _ in rows])
    right = network.embed([second for _, second, _ in rows])
    return round(rank_correlation((left * right).sum(1).tolist(), [r for _, _, r in rows]), 3)
