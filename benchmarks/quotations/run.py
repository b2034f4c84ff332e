"""How well OnRecord tells an exact quotation from a cut, an altered and an invented one.

    python benchmarks/quotations/run.py --data ../shared/data --predictions OUT.jsonl

Out of every second of the Kremlin's pages that have turns, 200 quotations of the president are
made by a seeded program (see perturbed.py): 50 with other typography, 50 cut by an ellipsis, a
bracket or to a part of a sentence, 50 altered in a negation, a number, a name, a condition or in
two words, 50 that he did not say there: from the other half of the pages, or from somebody else's
turns. Printed is a JSON object with the share that gets the right verdict, the same for each kind,
and the confusion of verdicts; `--scale` checks so many quotations and prints the seconds.

OUT gets a JSON line a quotation: its id (page, offset, kind), the right verdict and the one given.
Exit code 1 says that a figure fell below its floor in floors.json.
"""

import argparse
import hashlib
import json
import os
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from perturbed import Case, make_cases

from onrecord.crossing import transcripts_ready
from onrecord.documents.html import read_html
from onrecord.documents.options import SourceOptions
from onrecord.domain.document import Document
from onrecord.domain.transcript import Checked, Transcript
from onrecord.positions.transcripts.checking import Transcripts, check
from onrecord.positions.transcripts.turns import read_transcript

FLOORS = Path(__file__).parent / "floors.json"
DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data"))
PAGES = "corpora/kremlin_html.tar.gz"
SEED = 5
CASES = 200


def read_pages(archive: Path) -> list[Transcript]:
    """The transcripts of the archive, by name."""
    found = []
    with tarfile.open(archive) as files:
        for member in sorted((m for m in files.getmembers() if m.isfile()), key=lambda m: m.name):
            content = files.extractfile(member)
            page = read_html(content.read() if content else b"", member.name, SourceOptions())
            if isinstance(page, Document):
                found.append(read_transcript(page))
    return found


def figures(cases: Sequence[Case], found: Sequence[Checked]) -> dict[str, object]:
    """Shares right, in all and by kind, and who was taken for whom."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    confusion: Counter[str] = Counter()
    for case, checked in zip(cases, found, strict=True):
        kind = f"{case.verdict.value}: {case.kind}"
        total[kind] += 1
        right[kind] += case.verdict is checked.verdict
        if case.verdict is not checked.verdict:
            confusion[f"{case.verdict.value} taken for {checked.verdict.value}"] += 1
    return {
        "quotations": len(cases),
        "right": round(right.total() / total.total(), 4),
        "by_kind": {kind: f"{right[kind]}/{total[kind]}" for kind in total},
        "confusion": dict(confusion),
    }


def write_predictions(target: Path, cases: Sequence[Case], found: Sequence[Checked]) -> None:
    """A JSON line a quotation."""
    with target.open("w", encoding="utf-8") as lines:
        for case, checked in zip(cases, found, strict=True):
            lines.write(json.dumps(_row(case, checked), ensure_ascii=False) + "\n")


def _row(case: Case, checked: Checked) -> dict[str, object]:
    return {
        "id": case.id,
        "truth": case.verdict.value,
        "verdict": checked.verdict.value,
        "alteration": checked.alteration.value if checked.alteration else None,
        "absence": checked.absence.value if checked.absence else None,
        "transcript": checked.passage.transcript.name if checked.passage else None,
        "changes": [change.kind.value for change in checked.changes],
    }


def below_floors(archive: Path, found: dict[str, object]) -> list[str]:
    """The figures below their floor, for the data these were pinned on."""
    limits = json.loads(FLOORS.read_text())
    if hashlib.sha256(archive.read_bytes()).hexdigest() != limits["sha256"]:
        print("no floors are pinned for this data", file=sys.stderr)
        return []
    floors: dict[str, float] = limits["floors"]
    values = {name: value for name, value in found.items() if isinstance(value, float)}
    return [
        f"{name} is {values[name]}, below its floor {floor}"
        for name, floor in floors.items()
        if values[name] < floor
    ]


def scale(cases: Sequence[Case], ready: Transcripts, count: int) -> dict[str, float]:
    """Seconds for so many quotations, the cases over and over."""
    began = time.perf_counter()
    done = sum(1 for _ in check(islice(cycle([c.quotation for c in cases]), count), ready))
    return {"quotations": done, "seconds": round(time.perf_counter() - began, 1)}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="where to write what was found")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--scale", type=int, metavar="N", help="check N quotations for the time")
    arguments = parser.parse_args()
    archive = arguments.data / PAGES
    if not archive.is_file():
        parser.error(f"no data at {str(archive)!r}: give --data, or set ONRECORD_DATA")
    pages = read_pages(archive)
    spoken = [page for page in pages if page.speakers]
    searched, others = spoken[::2], spoken[1::2]
    cases = make_cases(searched, others, arguments.seed, CASES)
    ready = transcripts_ready(searched)
    found = list(check([case.quotation for case in cases], ready))
    if arguments.predictions:
        write_predictions(arguments.predictions, cases, found)
    result = figures(cases, found)
    if arguments.scale:
        result["scale"] = scale(cases, transcripts_ready(pages), arguments.scale)
    print(json.dumps(result, indent=1))
    below = below_floors(archive, result) if arguments.seed == SEED else []
    for line in below:
        print(line, file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
