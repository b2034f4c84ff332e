"""Score name likeness on pairs of names, side by side with nomenklatura's logic-v2.

    python benchmarks/actors/names.py --data benchmarks/actors/name_pairs.csv --predictions OUT.csv

DATA is a CSV with `left`, `right`, `kind` (person, organisation, public_body, group), `same` (1 or
0) and `note`. What each matcher gives for each pair is written to OUT. Figures: precision and
recall at `SAME_FROM`; the precision at the highest threshold that reaches a recall of .90, 0 if no
score above 0 does; the recall of all scores above 0. Where nomenklatura is not installed its
figures are left out, with the reason.
"""

import argparse
import csv
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.actors.names.likeness import SAME_FROM, likeness
from onrecord.domain.actor import ActorKind

HERE = Path(__file__).parent
DEFAULT_DATA = HERE / "name_pairs.csv"
RECALL = 0.90
# The threshold from which yente and nomenklatura report a match by default.
LOGIC_V2_FROM = 0.7
SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "public_body": "PublicBody",
    "group": "Organization",
    "state": "LegalEntity",
}


@dataclass(frozen=True, slots=True)
class NamePair:
    """One row of the table."""

    left: str
    right: str
    kind: str
    same: bool


def read_pairs(path: Path) -> list[NamePair]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            NamePair(row["left"], row["right"], row["kind"], row["same"] == "1")
            for row in csv.DictReader(stream)
        ]


def ours(pair: NamePair) -> float:
    """OnRecord's likeness."""
    return likeness(pair.left, pair.right, ActorKind(pair.kind))


def logic_v2() -> Callable[[NamePair], float] | str:
    """What nomenklatura's logic-v2 gives, or why it cannot be asked."""
    try:
        from followthemoney import model
        from nomenklatura.matching.logic_v2.model import LogicV2
    except ImportError as error:
        return f"nomenklatura is not installed ({error}); it needs PyICU, which has no wheels"
    config = LogicV2.default_config()
    numbers = iter(range(10**9))

    def entity(name: str, kind: str) -> object:
        # a fresh id a name: logic-v2 caches what it found out of an entity under its id
        shape = {"schema": SCHEMATA[kind], "properties": {"name": [name]}}
        return model.get_proxy({"id": f"name-{next(numbers)}"} | shape)

    def compare(pair: NamePair) -> float:
        left, right = entity(pair.left, pair.kind), entity(pair.right, pair.kind)
        return float(LogicV2.compare(left, right, config).score)

    return compare


def at(scores: Sequence[float], pairs: Sequence[NamePair], threshold: float) -> tuple[float, float]:
    """Precision and recall of taking all pairs from `threshold` on for the same."""
    merged = [pair.same for pair, score in zip(pairs, scores, strict=True) if score >= threshold]
    right = sum(merged)
    return right / max(1, len(merged)), right / max(1, sum(pair.same for pair in pairs))


def precision_at_recall(scores: Sequence[float], pairs: Sequence[NamePair]) -> tuple[float, float]:
    """Precision and threshold, at the highest threshold above 0 that reaches `RECALL`.

    (0, 0) if none does.
    """
    for threshold in sorted({score for score in scores if score > 0}, reverse=True):
        precision, recall = at(scores, pairs, threshold)
        if recall >= RECALL:
            return precision, threshold
    return 0.0, 0.0


def figures_of(
    name: str, scores: Sequence[float], pairs: Sequence[NamePair], threshold: float
) -> dict[str, float]:
    """The figures of one matcher."""
    precision, recall = at(scores, pairs, threshold)
    curve, where = precision_at_recall(scores, pairs)
    return {
        f"{name}_precision": round(precision, 4),
        f"{name}_recall": round(recall, 4),
        f"{name}_precision_at_recall_90": round(curve, 4),
        f"{name}_threshold_at_recall_90": round(where, 4),
        f"{name}_largest_recall": round(at(scores, pairs, sys.float_info.min)[1], 4),
    }


def run(path: Path, out: Path | None = None) -> dict[str, float]:
    """All figures; the scores of each pair are written to `out`, if one is given."""
    pairs = read_pairs(path)
    columns = {"onrecord": [ours(pair) for pair in pairs]}
    figures = {"pairs": float(len(pairs)), "same": float(sum(pair.same for pair in pairs))}
    figures |= figures_of("names", columns["onrecord"], pairs, SAME_FROM)
    figures["names_microseconds"] = round(_microseconds(pairs), 1)
    other = logic_v2()
    if isinstance(other, str):
        print(f"logic-v2 skipped: {other}", file=sys.stderr)
    else:
        columns["logic_v2"] = [other(pair) for pair in pairs]
        figures |= figures_of("logic_v2", columns["logic_v2"], pairs, LOGIC_V2_FROM)
    if out:
        _write(out, pairs, columns)
    return figures


def _microseconds(pairs: Sequence[NamePair]) -> float:
    """Processor time a pair takes once its names are parsed, every pair scored anew; best of 5."""
    return min(_once(pairs) for _ in range(5)) / max(1, len(pairs)) * 1e6


def _once(pairs: Sequence[NamePair]) -> float:
    began = time.process_time()
    for pair in pairs:
        likeness.__wrapped__(pair.left, pair.right, ActorKind(pair.kind))
    return time.process_time() - began


def _write(out: Path, pairs: Sequence[NamePair], columns: dict[str, list[float]]) -> None:
    with out.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["left", "right", "kind", "same", *columns])
        for pair, *scores in zip(pairs, *columns.values(), strict=True):
            found = [f"{score:.4f}" for score in scores]
            rows.writerow([pair.left, pair.right, pair.kind, int(pair.same), *found])


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="where to write the score of each pair")
    arguments = parser.parse_args()
    if not arguments.data.is_file():
        parser.error(f"no table at {str(arguments.data)!r}: give --data")
    print(json.dumps(run(arguments.data, arguments.predictions), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
