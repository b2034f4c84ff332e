"""Score OnRecord's statements against gold attributions.

    python benchmarks/statements/run.py --data POLNEAR/dev.jsonl.gz --predictions OUT.jsonl

DATA is JSON Lines, gzipped or not, a document a line with `id`, `text` and `statements` (lists of
[start, end) offsets under `source`, `cue`, `content`); a folder means the `dev.jsonl.gz` in it.
Where `NAME_tokens.jsonl.gz` lies beside `NAME.jsonl.gz`, strict spans are scored too. The text
goes through the shipped pipeline; what it finds is written to OUT in the extract contract.

Exit code 1 says that a figure fell below its floor in floors.json, which holds for data with the
digest given there; other data is scored without floors. `--freeze` writes what became of each gold
statement to cases.json; later runs say which of them flipped.
"""

import argparse
import hashlib
import json
import os
import sys
import time
from collections import Counter
from pathlib import Path

from scoring import Case, count_document, linked_figures, read_cases, read_sentences, strict_figures

from onrecord.documents import text_document
from onrecord.exports.contract import to_contract
from onrecord.wiring import default_pipeline

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
CASES = HERE / "cases.json"
DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data")) / "polnear"


def data_file(path: Path) -> Path:
    """The file to score on."""
    return path / "dev.jsonl.gz" if path.is_dir() else path


def tokens_file(data: Path) -> Path:
    """Where the sentences of the same documents would lie."""
    return data.with_name(data.name.replace(".jsonl", "_tokens.jsonl"))


def predict(gold: dict[str, Case], target: Path) -> None:
    """Run the pipeline over the texts and write the extract contract, keyed by the gold's ids."""
    pipeline = default_pipeline()
    documents = (text_document(case.text, case.id) for case in gold.values())
    with target.open("w", encoding="utf-8") as lines:
        for key, analysed in zip(gold, pipeline.analyse(documents), strict=True):
            row = dict(to_contract(analysed)) | {"id": key}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def score(data: Path, predictions: Path) -> tuple[dict[str, float], dict[str, str]]:
    """All figures, and by document a letter a gold statement: attributed, found or missed."""
    gold, predicted = read_cases(data), read_cases(predictions)
    counts: Counter[str] = Counter()
    fates = {}
    for key, case in gold.items():
        found, fate = count_document(case, predicted.get(key))
        counts.update(found)
        fates[key] = "".join(what[0] for _, what in fate)
    figures = {"gold": float(counts["gold"]), "predicted": float(counts["predicted"])}
    figures |= linked_figures(counts)
    tokens = tokens_file(data)
    if tokens.is_file():
        figures |= strict_figures(gold, predicted, read_sentences(tokens))
    return figures, fates


def below_floors(data: Path, figures: dict[str, float]) -> list[str]:
    """The figures under their floor, if this is the data the floors were pinned on."""
    floors = json.loads(FLOORS.read_text())
    if floors["sha256"] != hashlib.sha256(data.read_bytes()).hexdigest():
        print("no floors are pinned for this data", file=sys.stderr)
        return []
    return [
        f"{name} is {figures.get(name)}, below its floor {floor}"
        for name, floor in floors["floors"].items()
        if figures.get(name, -1.0) < floor
    ]


def flips(fates: dict[str, str]) -> Counter[str]:
    """How many gold statements changed their fate since the frozen run."""
    if not CASES.is_file():
        return Counter()
    frozen = json.loads(CASES.read_text())
    pairs = (
        (old, new)
        for key in fates.keys() & frozen.keys()
        for old, new in zip(frozen[key], fates[key], strict=True)
    )
    names = {"a": "attributed", "f": "found", "m": "missed"}
    return Counter(f"{names[old]} -> {names[new]}" for old, new in pairs if old != new)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, default=Path("statements.predicted.jsonl"))
    parser.add_argument(
        "--score-only", action="store_true", help="score what --predictions holds already"
    )
    parser.add_argument("--freeze", action="store_true", help="write cases.json")
    arguments = parser.parse_args()
    data = data_file(arguments.data)
    if not data.is_file():
        parser.error(f"no data at {str(data)!r}: give --data, or set ONRECORD_DATA")
    began = time.perf_counter()
    if not arguments.score_only:
        predict(read_cases(data), arguments.predictions)
        print(f"predicted in {time.perf_counter() - began:.1f} s", file=sys.stderr)
    figures, fates = score(data, arguments.predictions)
    print(json.dumps(figures, indent=1))
    print("flipped since the frozen run:", dict(flips(fates)) or "none", file=sys.stderr)
    if arguments.freeze:
        CASES.write_text(json.dumps(fates, indent=0, sort_keys=True) + "\n")
    fallen = below_floors(data, figures)
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
