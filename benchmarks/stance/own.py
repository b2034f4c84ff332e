"""Score stances and hits on our own judged pairs of statement and proposition (CODEBOOK.md).

    python benchmarks/stance/own.py --data ../shared/data [--predictions OUT]

Reads the judged documents of DATA/corpora with the shipped pipeline and tells the stance of each
judged statement. Scored on the held half: before any judgement, and after five judgements an issue
drawn from the tuning half, for several draws. `run.py` calls `report` for the same figures.
"""

import argparse
import csv
import json
import os
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import numpy as np
from own_scoring import (
    SIDES,
    STANCES,
    accuracy,
    calibration_error,
    f1,
    interval,
    macro_f1,
    majority,
    precision_recall,
)

from onrecord.crossing import reported_in
from onrecord.documents import Skipped, SourceOptions
from onrecord.domain.issue import Hit, Issue, Position, Stance, StanceJudgement, StatementKey
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.positions.issues.embedder import Floats
from onrecord.positions.issues.find import find_hits
from onrecord.positions.issues.issue_file import read_issues
from onrecord.positions.stance.network import StanceNetwork
from onrecord.positions.stance.position import positions_on
from onrecord.wiring import default_pipeline, read_sources, sentence_network

HERE = Path(__file__).parent
DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data"))
CORPORA = ("guardian_syria.jsonl.gz", "allsides_syria.jsonl.gz")
SEEDS = (1, 2, 3, 4, 5)
JUDGED = 5
"""Judgements an issue that the rest learns from."""

NONE = "none"
SAME = 0.5
"""Share of characters from which a found content is the one that was judged."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of judged.csv, with the statement that is found in its place."""

    issue: str
    stance: str
    held: bool
    statement: ReportedStatement | None


class Remembering:
    """A network that answers each question once."""

    def __init__(self, network: StanceNetwork) -> None:
        self._network = network
        self._pairs: dict[tuple[str, str], Floats] = {}
        self._texts: dict[str, Floats] = {}

    def stances(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._pairs]
        self._pairs.update(zip(new, self._network.stances(new), strict=True))
        return np.array([self._pairs[pair] for pair in pairs], dtype=np.float32).reshape(-1, 4)

    def embed(self, texts: Sequence[str]) -> Floats:
        new = [text for text in dict.fromkeys(texts) if text not in self._texts]
        self._texts.update(zip(new, self._network.embed(new), strict=True))
        return np.stack([self._texts[text] for text in texts])


def read_statements(data: Path, documents: set[str]) -> list[ReportedStatement]:
    """What the pipeline finds in the judged documents."""
    paths = [str(data / "corpora" / name) for name in CORPORA]
    read = (each for each in read_sources(paths, SourceOptions()) if not isinstance(each, Skipped))
    chosen = (document for document in read if document.id in documents)
    return [
        statement
        for analysed in default_pipeline().analyse(chosen)
        for statement in reported_in(analysed)
    ]


def read_judged(statements: Iterable[ReportedStatement]) -> list[Judged]:
    """Every row, with its statement where one is found."""
    by_document: dict[str, list[ReportedStatement]] = defaultdict(list)
    for statement in statements:
        by_document[statement.key.document_id].append(statement)
    with (HERE / "judged.csv").open(encoding="utf-8", newline="") as rows:
        return [
            Judged(
                row["issue"],
                row["stance"],
                row["set"] == "held",
                _at(_spans(row["content"]), by_document[row["document"]]),
            )
            for row in csv.DictReader(rows)
        ]


def judged_documents() -> set[str]:
    """The ids of the documents that judged statements stand in."""
    with (HERE / "judged.csv").open(encoding="utf-8", newline="") as rows:
        return {row["document"] for row in csv.DictReader(rows)}


def _spans(written: str) -> tuple[Span, ...]:
    parts = (part.split("-") for part in written.split("+"))
    return tuple(Span(int(start), int(end)) for start, end in parts)


def _at(spans: Sequence[Span], statements: Iterable[ReportedStatement]) -> ReportedStatement | None:
    """The statement whose content shares most with the spans."""
    wanted = {at for span in spans for at in range(span.start, span.end)}
    best, found = SAME, None
    for statement in statements:
        own = {at for span in statement.statement.content for at in range(span.start, span.end)}
        share = len(own & wanted) / len(own | wanted)
        if share > best or (share == best and found is None):
            best, found = share, statement
    return found


def told(
    issue: Issue,
    rows: Sequence[Judged],
    statements: Mapping[str, Sequence[ReportedStatement]],
    judgements: Sequence[StanceJudgement],
    network: StanceNetwork | None,
) -> dict[StatementKey, Position]:
    """The position of each judged statement of an issue that bears on it."""
    asked = [row.statement for row in rows if row.statement and row.stance != NONE]
    around = {each.key: each for own in asked for each in statements[own.key.document_id]}
    hits = [Hit(statement.key, 0.9, ()) for statement in asked]
    found = positions_on(issue, tuple(around.values()), hits, judgements, network)
    return {position.key: position for position in found}


def drawn(rows: Sequence[Judged], seed: int) -> list[StanceJudgement]:
    """Five judgements of the tuning half, drawn by `seed`."""
    usable = [row for row in rows if not row.held and row.statement and row.stance != NONE]
    chosen = random.Random(seed).sample(usable, min(JUDGED, len(usable)))
    return [
        StanceJudgement(number, row.issue, row.statement.key, Stance(row.stance), "")
        for number, row in enumerate(chosen, start=1)
        if row.statement
    ]


def scored(
    rows: Iterable[Judged], positions: Mapping[str, Mapping[StatementKey, Position]], held: bool
) -> Iterator[tuple[Judged, Position | None]]:
    """Rows of one half with the position told; None where the statement is not found any more."""
    for row in rows:
        if row.held == held and row.stance != NONE:
            key = row.statement.key if row.statement else None
            yield row, positions[row.issue].get(key) if key else None


def _pairs(rows: Iterable[tuple[Judged, Position | None]]) -> list[tuple[str, str]]:
    return [(row.stance, found.stance.value if found else "missing") for row, found in rows]


def report(
    data: Path,
    out: TextIO | None = None,
    statements: Sequence[ReportedStatement] | None = None,
    network: StanceNetwork | None = None,
    *,
    held: bool = True,
) -> dict[str, float]:
    """The figures; each is printed to standard output, each answer to `out` as a JSON line."""
    found = read_statements(data, judged_documents()) if statements is None else statements
    asked = Remembering(network or sentence_network())
    rows, issues = read_judged(found), read_issues(HERE / "issues.toml")
    by_issue = {issue.id: [row for row in rows if row.issue == issue.id] for issue in issues}
    by_document: dict[str, list[ReportedStatement]] = defaultdict(list)
    for statement in found:
        by_document[statement.key.document_id].append(statement)

    def all_told(
        network: StanceNetwork | None, seed: int | None
    ) -> dict[str, dict[StatementKey, Position]]:
        return {
            issue.id: told(
                issue,
                by_issue[issue.id],
                by_document,
                drawn(by_issue[issue.id], seed) if seed is not None else (),
                network,
            )
            for issue in issues
        }

    before = list(scored(rows, all_told(asked, None), held))
    pairs = _pairs(before)
    figures = {
        "pairs": len(pairs),
        "missing": sum(position is None for _, position in before),
        "macro_f1": macro_f1(pairs),
        "macro_f1_of_three": macro_f1(pairs, SIDES),
        "accuracy": accuracy(pairs),
        "majority_macro_f1": macro_f1(majority(pairs)),
        "words_only_macro_f1": macro_f1(_pairs(scored(rows, all_told(None, None), held))),
        **{f"f1_{label}": f1(pairs, label) for label in STANCES},
        "calibration_error": calibration_error(
            [(row.stance == found.stance.value, found.confidence) for row, found in before if found]
        ),
    }  # fmt: skip
    figures["macro_f1_low"], figures["macro_f1_high"] = interval(pairs)
    figures |= _after(rows, {seed: all_told(asked, seed) for seed in SEEDS}, held)
    figures |= _hits(issues, rows, found, asked, held)
    for name, value in figures.items():
        print(f"own {name} {value:.3f}")
    if out is not None:
        _write(before, out)
    return figures


def _after(
    rows: Sequence[Judged],
    answers: Mapping[int, Mapping[str, Mapping[StatementKey, Position]]],
    held: bool,
) -> dict[str, float]:
    """Macro-F1 after five judgements an issue: mean, worst and best draw."""
    found = []
    for seed, positions in answers.items():
        pairs = _pairs(
            (row, position)
            for row, position in scored(rows, positions, held)
            if position is None or position.step != "judged"
        )
        found.append((macro_f1(pairs), macro_f1(pairs, SIDES), accuracy(pairs), seed))
    macro = [each[0] for each in found]
    return {
        "after_five_macro_f1": sum(macro) / len(macro),
        "after_five_worst": min(macro),
        "after_five_best": max(macro),
        "after_five_macro_f1_of_three": sum(each[1] for each in found) / len(found),
        "after_five_accuracy": sum(each[2] for each in found) / len(found),
    }


def _hits(
    issues: Sequence[Issue],
    rows: Sequence[Judged],
    statements: Sequence[ReportedStatement],
    network: StanceNetwork,
    held: bool,
) -> dict[str, float]:
    """Precision and recall of finding among the judged statements, with meaning and by words."""
    figures = {}
    for name, embedder in (("hits", network), ("hits_by_words", None)):
        hit = {
            issue.id: {each.key for each in find_hits(issue, statements, embedder)}
            for issue in issues
        }
        judged = [
            (row.stance != NONE, row.statement.key in hit[row.issue])
            for row in rows
            if row.held == held and row.statement
        ]
        figures[f"{name}_precision"], figures[f"{name}_recall"] = precision_recall(judged)
        none = [found for bears, found in judged if not bears]
        figures[f"{name}_of_not_bearing"] = sum(none) / max(1, len(none))
    return figures


def _write(rows: Iterable[tuple[Judged, Position | None]], out: TextIO) -> None:
    for row, position in rows:
        key = row.statement.key if row.statement else None
        line = {
            "issue": row.issue,
            "document": key.document_id if key else None,
            "statement": key.statement_id if key else None,
            "gold": row.stance,
            "stance": position.stance.value if position else None,
            "confidence": round(position.confidence, 4) if position else None,
            "step": position.step if position else None,
        }
        print(json.dumps(line), file=out)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="write each answer here, a JSON line each")
    arguments = parser.parse_args()
    if not (arguments.data / "corpora").is_dir():
        parser.error(f"no corpora at {str(arguments.data)!r}: give --data, or set ONRECORD_DATA")
    if arguments.predictions is None:
        report(arguments.data)
        return 0
    with arguments.predictions.open("w", encoding="utf-8") as out:
        report(arguments.data, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
