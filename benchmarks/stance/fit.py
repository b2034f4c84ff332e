"""Fit the weights of positions/stance/weighing.py on the tuning half of our own judged pairs.

    python benchmarks/stance/fit.py --data ../shared/data [--decay 0.001]

Prints the macro-F1 of four stances with each issue answered by weights fitted on the others, for
several strengths of decay, then the weights fitted on all of the tuning half. The held half is not
read. Issues count alike, and rare stances by the inverse root of their share.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from own import DEFAULT_DATA, HERE, NONE, Judged, judged_documents, read_judged, read_statements
from own_scoring import STANCES, macro_f1

from onrecord.domain.reported import ReportedStatement
from onrecord.positions.issues.issue_file import read_issues
from onrecord.positions.stance.hearing import answers_of, signs_of
from onrecord.positions.stance.rules import form_of
from onrecord.positions.stance.weighing import CONDITION, DECIDED, SIDE, Features, features
from onrecord.wiring import sentence_network

DECAYS = (0.0003, 0.001, 0.002, 0.005, 0.01, 0.02)
STEPS = 1500
RATE = 0.03
NAMES = [*(f"side {n}" for n in SIDE), *(f"decided {n}" for n in DECIDED)]
NAMES += [*(f"condition {n}" for n in CONDITION), "for and against", "conditional"]
STEADY = frozenset({"for and against", "conditional"})
"""Constants, which do not decay."""


def design(found: Features) -> np.ndarray:
    """(4, weights): what each weight adds to the score of each stance; unclear stays at 0."""
    side = [found.side[name] for name in SIDE]
    decided = [found.decided[name] for name in DECIDED]
    condition = [found.condition[name] for name in CONDITION]
    blank = [0.0] * len(CONDITION)
    other = [0.0] * (len(SIDE) + len(DECIDED))
    return np.array([
        [*side, *decided, *blank, 1, 0],
        [*(-value for value in side), *decided, *blank, 1, 0],
        [*other, *condition, 0, 1],
        [0.0] * (len(other) + len(condition) + 2),
    ])  # fmt: skip


def importance(rows: Sequence[Judged]) -> np.ndarray:
    """(rows,) of mean 1."""
    of_issue = Counter(row.issue for row in rows)
    of_stance = Counter(row.stance for row in rows)
    found = np.array([1 / of_issue[r.issue] / np.sqrt(of_stance[r.stance]) for r in rows])
    return found / found.mean()


def fitted(x: np.ndarray, gold: np.ndarray, weight: np.ndarray, decay: float) -> np.ndarray:
    """(weights,) by gradient descent with momentum estimates (Adam); the loss is convex."""
    steady = np.array([name in STEADY for name in NAMES])
    theta, first, second = (np.zeros(x.shape[2]) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = x @ theta
        chances = np.exp(scores - scores.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        chances[np.arange(len(gold)), gold] -= 1
        gradient = np.einsum("rs,rsw,r->w", chances, x, weight) / len(gold)
        gradient += decay * theta * ~steady
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        unbiased = first / (1 - 0.9**step), second / (1 - 0.999**step)
        theta -= RATE * unbiased[0] / (np.sqrt(unbiased[1]) + 1e-8)
    return theta


def left_out(x: np.ndarray, gold: np.ndarray, rows: Sequence[Judged], decay: float) -> float:
    """Macro-F1, each issue answered by the weights of the others."""
    issues, found = np.array([row.issue for row in rows]), np.zeros(len(rows), dtype=int)
    for issue in sorted(set(issues)):
        kept = issues != issue
        others = [row for row in rows if row.issue != issue]
        theta = fitted(x[kept], gold[kept], importance(others), decay)
        found[~kept] = (x[~kept] @ theta).argmax(1)
    return macro_f1([(STANCES[g], STANCES[f]) for g, f in zip(gold, found, strict=True)])


def read(data: Path) -> tuple[list[Judged], np.ndarray]:
    """The judged statements of the tuning half that bear on their issue, and what is weighed."""
    issues = {issue.id: issue for issue in read_issues(HERE / "issues.toml")}
    statements = read_statements(data, judged_documents())
    nested: dict[tuple[str, str | None], list[ReportedStatement]] = defaultdict(list)
    for statement in statements:
        nested[statement.key.document_id, statement.statement.parent].append(statement)
    rows = [
        row
        for row in read_judged(statements)
        if not row.held and row.stance != NONE and row.statement is not None
    ]
    network, found = sentence_network(), {}
    of_issue: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        of_issue[row.issue].append(number)
    for issue_id, numbers in of_issue.items():
        issue, heard = issues[issue_id], [rows[number].statement for number in numbers]
        for number, answers in zip(numbers, answers_of(issue, heard, network), strict=True):
            statement = rows[number].statement
            inside = nested[statement.key.document_id, statement.statement.id]
            signs = signs_of(issue, statement, form_of(statement, inside))
            found[number] = design(features(answers, signs))
    return rows, np.stack([found[number] for number in range(len(rows))])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--decay", type=float, default=0.001)
    arguments = parser.parse_args()
    rows, x = read(arguments.data)
    gold = np.array([STANCES.index(row.stance) for row in rows])
    print(f"{len(rows)} pairs, {dict(Counter(row.stance for row in rows))}")
    for decay in DECAYS:
        print(
            f"decay {decay}: macro-F1 with the issue left out {left_out(x, gold, rows, decay):.3f}"
        )
    theta = fitted(x, gold, importance(rows), arguments.decay)
    for name, value in zip(NAMES, theta, strict=True):
        print(f"{name:22} {value:6.2f}")


if __name__ == "__main__":
    main()
