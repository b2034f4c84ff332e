"""Date reports from their text alone, and score the intervals.

    python benchmarks/dating/run.py --data ../shared/data --predictions OUT.jsonl

DATA holds `polnear/dev.jsonl.gz`, `corpora/guardian_syria.jsonl.gz` and
`corpora/allsides_syria.jsonl.gz`, or is one file of JSON lines with `text` and a day of publication
in `published` or `date`. Each text is read by the shipped pipeline under a name that says nothing,
without title, address or metadata; what stands in the text itself may be used.

Printed, by corpus and for all: `contains`, the share of reports whose interval has the true day;
`median_days`, the median width; `pinned`, the share pinned to the right day; `answered`. A report
without an answer counts as the widest interval, from 1990 to 2035: it contains the day, and is
13,000 and more days wide. `answered_contains` is the share among answers alone.

OUT gets a report a line: `{"id", "truth", "from", "to", "how", "reasons", "contradictions"}`. Rules
were made while looking at the training part of PolNeAR and at every other row (0, 2, 4, ...) of the
other two; `--unseen` scores only the rest of these two, and the PolNeAR part. Exit code 1 says that a
figure fell below its floor in floors.json, for data with the digest given there.
"""

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from onrecord.documents import text_document
from onrecord.domain.document import DateCandidate
from onrecord.domain.period import Period
from onrecord.pipeline import Pipeline
from onrecord.wiring import default_pipeline

HERE = Path(__file__).parent
DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data"))
CORPORA = {
    "polnear": Path("polnear") / "dev.jsonl.gz",
    "guardian": Path("corpora") / "guardian_syria.jsonl.gz",
    "allsides": Path("corpora") / "allsides_syria.jsonl.gz",
}
WIDEST = Period(date(1990, 1, 1), date(2035, 12, 31))


@dataclass(frozen=True, slots=True)
class Report:
    """One text and its true day."""

    id: str
    corpus: str
    text: str
    truth: date


@dataclass(frozen=True, slots=True)
class Answer:
    """The days that a report is said to be of, None where nothing is said."""

    report: Report
    found: DateCandidate | None

    @property
    def period(self) -> Period:
        """The interval that is scored."""
        return Period(self.found.first, self.found.last) if self.found else WIDEST


def read_reports(data: Path, unseen: bool) -> list[Report]:
    """The dated reports of all corpora there."""
    if data.is_file():
        return list(_rows(data, data.name, every=True))
    reports: list[Report] = []
    for corpus, path in CORPORA.items():
        if (data / path).is_file():
            reports.extend(_rows(data / path, corpus, every=not unseen or corpus == "polnear"))
    return reports


def _rows(path: Path, corpus: str, every: bool) -> Iterator[Report]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            written = str(row.get("published") or row.get("date") or "")[:10]
            try:
                truth = date.fromisoformat(written)
            except ValueError:
                continue
            if row.get("text", "").strip() and (every or number % 2):
                yield Report(f"{corpus}-{number}", corpus, row["text"], truth)


def answers_of(reports: Sequence[Report], pipeline: Pipeline) -> Iterator[Answer]:
    """Date each text by itself."""
    for number, report in enumerate(reports):
        if number % 50 == 0:
            print(f"{number} of {len(reports)}", file=sys.stderr)
        analysed = pipeline.analyse_one(text_document(report.text, str(number)))
        yield Answer(report, analysed.document.published)


def row_of(answer: Answer) -> dict[str, object]:
    """The answer as it is written."""
    found = answer.found
    row: dict[str, object] = {"id": answer.report.id, "truth": answer.report.truth.isoformat()}
    if found is None:
        return row
    return row | {
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "how": found.how.value,
        "reasons": [reason.reason for reason in found.reasons],
        "contradictions": [reason.reason for reason in found.contradictions],
    }


def figures(answers: Sequence[Answer]) -> dict[str, float]:
    """The measures of a set of answers."""
    widths = [answer.period.days for answer in answers]
    holding = [answer for answer in answers if answer.period.contains(answer.report.truth)]
    answered = [answer for answer in answers if answer.found]
    right = sum(answer.period.contains(answer.report.truth) for answer in answered)
    return {
        "reports": len(answers),
        "answered": round(len(answered) / len(answers), 3),
        "contains": round(len(holding) / len(answers), 3),
        "answered_contains": round(right / max(len(answered), 1), 3),
        "median_days": round(median(widths)),
        "pinned": round(sum(answer.period.days == 1 for answer in holding) / len(answers), 3),
    }


def below_floors(data: Path, found: dict[str, dict[str, float]]) -> list[str]:
    """The figures under their floor, if this is the data the floors were pinned on."""
    floors = json.loads((HERE / "floors.json").read_text())
    if data.is_file() or digest(data) != floors["sha256"]:
        print("no floors are pinned for this data", file=sys.stderr)
        return []
    everything, wanted = found["all"], floors["floors"]
    fallen = [
        f"{n} is {everything[n]}, below {wanted[n]}"
        for n in ("contains", "answered")
        if everything[n] < wanted[n]
    ]
    if everything["median_days"] > wanted["median_days"]:
        fallen.append(f"median_days is {everything['median_days']}, above {wanted['median_days']}")
    return fallen


def digest(data: Path) -> str:
    """Of all corpora together."""
    whole = hashlib.sha256()
    for path in CORPORA.values():
        whole.update((data / path).read_bytes() if (data / path).is_file() else b"")
    return whole.hexdigest()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, default=Path("dating.predicted.jsonl"))
    parser.add_argument("--unseen", action="store_true", help="only what no rule was made on")
    arguments = parser.parse_args()
    reports = read_reports(arguments.data, arguments.unseen) if arguments.data.exists() else []
    if not reports:
        parser.error(f"no dated reports at {str(arguments.data)!r}: give --data")
    answers = list(answers_of(reports, default_pipeline()))
    with arguments.predictions.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row_of(answer)) + "\n" for answer in answers)
    found = {
        corpus: figures([answer for answer in answers if answer.report.corpus == corpus])
        for corpus in dict.fromkeys(report.corpus for report in reports)
    } | {"all": figures(answers)}
    print(json.dumps(found, indent=1))
    fallen = [] if arguments.unseen else below_floors(arguments.data, found)
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
