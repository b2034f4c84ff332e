"""Score OnRecord's expressions of time by TempEval-3's measure.

    python benchmarks/times/run.py --data PLATINUM --predictions OUT.jsonl

DATA is a folder or tar archive of TimeML; a folder with `tempeval3/tbaq.tar.gz` or `tbaq.tar.gz`
means that. Where DATA has texts of `held_back.txt` (a fifth of TBAQ that neither rules nor weights
were made on), only those are scored; `--all` scores every text. The shipped pipeline reads each
text with the day of its DCT as the day of publication. OUT gets a text a line, `{"id", "times":
[{"span", "type", "value", "text"}]}` in code points of the TEXT element; `--predictions-in FILE`
scores such a file instead.

Exit code 1 says that a figure fell below its floor in floors.json, which holds for data with the
digest given there; other data is scored without floors.
"""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from scoring import figures, total
from timeml import GoldTime, TimeText, read_timeml

from onrecord.documents import text_document
from onrecord.domain.document import DateCandidate, DateSource, Document
from onrecord.pipeline import Pipeline
from onrecord.wiring import default_pipeline

HERE = Path(__file__).parent
DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data"))


def data_file(path: Path) -> Path:
    """The archive or folder of TimeML."""
    inside = (path / "tempeval3" / "tbaq.tar.gz", path / "tbaq.tar.gz")
    return next((file for file in inside if file.is_file()), path)


def chosen(texts: list[TimeText], everything: bool) -> list[TimeText]:
    """The texts to score."""
    held = set((HERE / "held_back.txt").read_text().split())
    kept = [text for text in texts if text.id in held]
    return texts if everything or not kept else kept


def document_of(text: TimeText) -> Document:
    """The text as a report of its day."""
    document = text_document(text.text, text.id)
    if text.created is None:
        return document
    day = text.created
    stated = DateCandidate(day, day, DateSource.METADATA, "DCT", day.isoformat())
    return replace(document, dates=(stated,))


def predict(texts: Iterable[TimeText], pipeline: Pipeline, target: Path) -> None:
    """Write what is found, a text a line."""
    with target.open("w", encoding="utf-8") as out:
        for text in texts:
            analysed = pipeline.analyse_one(document_of(text))
            times = [
                {
                    "span": [found.span.start, found.span.end],
                    "text": found.span.of(text.text),
                    "type": found.type.value,
                    "value": found.value,
                }
                for found in analysed.times
            ]
            print(json.dumps({"id": text.id, "times": times}, ensure_ascii=False), file=out)


def read_predictions(path: Path) -> dict[str, list[GoldTime]]:
    """What `predict` wrote."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {
        row["id"]: [GoldTime(*time["span"], time["type"], time["value"]) for time in row["times"]]
        for row in rows
    }


def below_floors(data: Path, found: Mapping[str, float]) -> list[str]:
    """The figures under their floor, if this is the data the floors were pinned on."""
    floors = json.loads((HERE / "floors.json").read_text())
    if data.is_dir() or floors["sha256"] != hashlib.sha256(data.read_bytes()).hexdigest():
        print("no floors are pinned for this data", file=sys.stderr)
        return []
    return [
        f"{name} is {found[name]}, below its floor {floor}"
        for name, floor in floors["floors"].items()
        if found[name] < floor
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, default=Path("times.predicted.jsonl"))
    parser.add_argument("--predictions-in", type=Path, help="score this file, and read nothing")
    parser.add_argument("--all", action="store_true", help="texts that were learnt from, too")
    arguments = parser.parse_args()
    data = data_file(arguments.data)
    if not data.exists():
        parser.error(f"no data at {str(data)!r}: give --data, or set ONRECORD_DATA")
    texts = chosen(read_timeml(data), arguments.all)
    if not texts:
        parser.error(f"no TimeML (.tml) at {str(data)!r}")
    if not arguments.predictions_in:
        predict(texts, default_pipeline(), arguments.predictions)
    predicted = read_predictions(arguments.predictions_in or arguments.predictions)
    counts = total({text.id: text.times for text in texts}, predicted)
    found = {"texts": len(texts), "expressions": counts.gold} | figures(counts)
    print(json.dumps(found, indent=1))
    fallen = [] if arguments.all else below_floors(data, found)
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
