"""How many statements of a judged sample have the right speakers.

    python benchmarks/speakers/score.py FILE.tsv --keep benchmarks/speakers/judgements.csv

FILE is a sample of `sample.py` whose `judgement` and `class` columns a person filled in. Printed
are the share of right ones among those judged right or wrong, with its 95 % interval (Wilson 1927),
and the wrong ones by class. `--keep` writes the judgements without any text: document id, the
offset at which the content starts, verdict, class. Such a file is scored as well.
"""

import argparse
import csv
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

VERDICTS = ("right", "wrong", "unsure")
KEPT = ("document", "start", "verdict", "class")
NORMAL_95 = 1.959964
"""Quantile of the normal distribution that leaves 2.5 % on each side."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One judged statement, by the document's id and the start of its content."""

    document: str
    start: int
    verdict: str
    error: str = ""


def read_judged(path: Path) -> list[Judged]:
    """The judged rows of a sample (.tsv) or of kept judgements (.csv); blank ones are left out.

    Raises ValueError where a verdict is none of VERDICTS.
    """
    dialect = "excel-tab" if path.suffix == ".tsv" else "excel"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, dialect=dialect))
    verdicts = [(row, (row.get("judgement") or row.get("verdict") or "").strip()) for row in rows]
    return [_judged(row, verdict) for row, verdict in verdicts if verdict]


def _judged(row: dict[str, str], verdict: str) -> Judged:
    document, start = row["document"], int(row["start"])
    if verdict not in VERDICTS:
        known = ", ".join(VERDICTS)
        raise ValueError(f"{verdict!r} of {document!r} at {start} is no judgement: use {known}")
    return Judged(document, start, verdict, (row["class"] or "").strip())


def wilson(right: int, count: int, quantile: float = NORMAL_95) -> tuple[float, float]:
    """The interval of a share, 0 to 1; of nothing it is the whole.

    >>> [round(end, 3) for end in wilson(90, 100)]
    [0.826, 0.945]
    """
    if not count:
        return 0.0, 1.0
    share, square = right / count, quantile**2
    centre = share + square / (2 * count)
    spread = quantile * math.sqrt(share * (1 - share) / count + square / (4 * count**2))
    whole = 1 + square / count
    return max(0.0, (centre - spread) / whole), min(1.0, (centre + spread) / whole)


def speaker_figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Counts, accuracy and its interval in per cent, and the wrong ones by class."""
    counts = Counter(row.verdict for row in judged)
    right, decided = counts["right"], counts["right"] + counts["wrong"]
    low, high = wilson(right, decided)
    figures = {verdict: float(counts[verdict]) for verdict in VERDICTS}
    figures["accuracy"] = round(100 * right / max(1, decided), 1)
    figures |= {"accuracy_low": round(100 * low, 1), "accuracy_high": round(100 * high, 1)}
    errors = Counter(row.error or "unnamed" for row in judged if row.verdict == "wrong")
    return figures | {f"wrong_{name}": float(count) for name, count in errors.most_common()}


def keep(judged: Iterable[Judged], target: Path) -> None:
    """Write the judgements without text."""
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(KEPT)
        writer.writerows(astuple(row) for row in judged)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--keep", type=Path, help="write the judgements without text")
    arguments = parser.parse_args()
    judged = read_judged(arguments.file)
    print(json.dumps(speaker_figures(judged), indent=1))
    if arguments.keep:
        keep(judged, arguments.keep)
    return 0


if __name__ == "__main__":
    sys.exit(main())
