"""Fit the weights of the name features, and say what they are worth on pairs held out.

    python training/names/train.py            # figures only
    python training/names/train.py --write    # and write src/onrecord/actors/names/weights.toml

A logistic regression with a Gaussian prior around weights set by hand: few pairs show a suffix or a
clash of initials, and what they do not show is left to the prior. No weight but the bias may be
positive. The seed only draws the folds.
"""

import argparse
import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from onrecord.actors.names import body_features, person_features

HERE = Path(__file__).parent
WEIGHTS = HERE.parents[1] / "src" / "onrecord" / "actors" / "names" / "weights.toml"
SEED = 20310312
FOLDS = 10
PRECISION_OF_PRIOR = 0.2
STEPS = 4000
RATE = 0.05
Features = Callable[[str, str], Sequence[float]]

PRIOR = {
    "person": {
        "bias": 5.0, "mean_distance": -4.0, "worst_squared": -5.0, "conflicts": -8.0,
        "short_of_two": -4.5, "initials": -2.0, "extras": -0.5, "first_left_out": -3.8,
        "swapped": -0.5, "suffix": -4.0, "initial_conflict": -6.0, "syllable": -6.0,
        "last_a": -5.0, "moved": -4.0, "given_distance": -3.0,
    },
    "body": {
        "bias": 5.0, "mean_distance": -4.0, "conflicts": -5.0, "state_conflict": -8.0,
        "strong_extras": -5.0, "mild_extras": -0.8, "acronym": -1.0, "short_acronym": -3.0,
        "nothing_own": -3.0, "state_extra": -3.0,
    },
}  # fmt: skip
# Not fitted: what a person should be asked, whatever most pairs say. A surname alone is anybody's
# of the family; "Ali Saleh" is in "Ahmed Ali Saleh", and is his father; a son called Jr. bears
# his father's name.
HELD = {"first_left_out", "short_of_two", "suffix"}


def read_pairs(kind: str) -> tuple[list[tuple[str, str]], np.ndarray]:
    """Pairs of one kind of features and whether they are the same."""
    with (HERE / "pairs.csv").open(encoding="utf-8", newline="") as stream:
        rows = [
            row for row in csv.DictReader(stream) if (row["kind"] == "person") == (kind == "person")
        ]
    pairs = [(row["left"], row["right"]) for row in rows]
    return pairs, np.array([float(row["same"]) for row in rows])


def fit(x: np.ndarray, y: np.ndarray, prior: np.ndarray, held: np.ndarray) -> np.ndarray:
    """The most probable weights, none but the bias above zero; those `held` stay the prior's."""
    weights = prior.copy()
    for _ in range(STEPS):
        error = probabilities(x, weights) - y
        weights -= RATE * (x.T @ error / 10 + PRECISION_OF_PRIOR * (weights - prior))
        weights[1:] = np.minimum(weights[1:], 0.0)
        weights[held] = prior[held]
    return weights


def probabilities(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-(x @ weights)))


def log_loss(p: np.ndarray, y: np.ndarray) -> float:
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return float(-(y * np.log(p) + (1 - y) * np.log(1 - p)).mean())


def held_out(x: np.ndarray, y: np.ndarray, prior: np.ndarray, held: np.ndarray) -> np.ndarray:
    """What each pair scores under weights fitted without its fold."""
    folds = np.random.default_rng(SEED).permutation(len(y)) % FOLDS
    scores = np.zeros(len(y))
    for fold in range(FOLDS):
        out = folds == fold
        scores[out] = probabilities(x[out], fit(x[~out], y[~out], prior, held))
    return scores


def at(scores: np.ndarray, y: np.ndarray, threshold: float) -> str:
    merged = scores >= threshold
    right = float((merged & (y > 0)).sum())
    precision = right / max(1, merged.sum())
    return f"{threshold:.2f}: precision {precision:.3f} recall {right / y.sum():.3f}"


def report(kind: str, features: Features, names: Sequence[str]) -> dict[str, float]:
    pairs, y = read_pairs(kind)
    x = np.array([features(*pair) for pair in pairs])
    prior = np.array([PRIOR[kind][name] for name in names])
    held = np.array([name in HELD for name in names])
    out = held_out(x, y, prior, held)
    print(f"{kind}: {len(y)} pairs, {int(y.sum())} same")
    print(
        f"  log loss held out {log_loss(out, y):.4f},"
        f" of the hand-set prior {log_loss(probabilities(x, prior), y):.4f}"
    )
    for threshold in (0.2, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        print("  held out", at(out, y, threshold))
    weights = fit(x, y, prior, held)
    for score, pair, same in sorted(zip(probabilities(x, weights), pairs, y, strict=True)):
        if (score >= 0.5) != bool(same):
            print(f"  {'missed' if same else 'merged'} {score:.2f} {' | '.join(pair)}")
    return {name: round(float(value), 3) for name, value in zip(names, weights, strict=True)}


def written(tables: dict[str, dict[str, float]]) -> str:
    lines = [
        "# Written by training/names/train.py from training/names/pairs.csv.",
        "# A weight is what one unit of a feature adds to the log odds of one actor for both.",
    ]
    for table, weights in tables.items():
        lines += ["", f"[{table}]", *(f"{name} = {value}" for name, value in weights.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write weights.toml")
    write = parser.parse_args().write
    tables = {
        "person": report("person", person_features.person_features, person_features.FEATURES),
        "body": report("body", body_features.body_features, body_features.FEATURES),
    }
    print(written(tables))
    if write:
        WEIGHTS.write_text(written(tables), encoding="utf-8")


if __name__ == "__main__":
    main()
