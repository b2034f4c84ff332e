"""Are statements of one act of speech found together, and are alterations flagged?

    python benchmarks/utterances/run.py --data ../shared/data --predictions OUT.jsonl

Three measures. (samples) Groups on the bundled sample corpus against samples.toml, at the level of
pairs. (allsides) Groups on the AllSides reports in DATA/corpora against judged.csv, 150 pairs of
statements of different documents judged by CODEBOOK.md before any program's answer was seen; the
part `held` was never used for tuning. Intervals are Wilson's at 95 %. (changes) 200 wordings with a
change planted by perturb.py in statements of samples and corpora, made at run time, and 200 without
one. OUT gets a JSON object a line: {"part", ...} for each pair or wording, without any text.

Exit code 1 says that a figure fell below its floor in floors.json, which holds for data with the
digests given there; `--no-vectors` groups by words alone and is scored without floors.
"""

import argparse
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from gold import Judged, lines_of, pairs_within, place_of, read_judged, sample_documents
from gold import sample_pairs as gold_pairs
from perturb import Planted, harmless, planted

from onrecord import crossing, wiring
from onrecord.documents import Skipped, SourceOptions
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.utterance import Utterance
from onrecord.positions.utterances import group
from onrecord.positions.wording import compare
from onrecord.samples import articles_path

HERE = Path(__file__).parent
DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data"))
CORPORA = ("allsides_syria.jsonl.gz", "guardian_syria.jsonl.gz")
PLANTED = 200
SEED = 5
SHORTEST, LONGEST = 8, 60
Z = 1.959963985

Row = dict[str, object]


def statements_of(paths: Sequence[str]) -> list[ReportedStatement]:
    """What the shipped pipeline finds in files; a text under two names is one document."""
    pipeline = wiring.default_pipeline()
    read = wiring.read_sources(paths, SourceOptions())
    documents = {one.id: one for one in read if not isinstance(one, Skipped)}
    analysed = pipeline.analyse(documents.values())
    return [report for one in analysed for report in crossing.reported_in(one)]


def wilson(right: int, all: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if not all:
        return 0.0, 1.0
    share, square = right / all, Z * Z
    middle = share + square / (2 * all)
    half = Z * ((share * (1 - share) + square / (4 * all)) / all) ** 0.5
    return (middle - half) / (1 + square / all), (middle + half) / (1 + square / all)


def share(right: int, all: int) -> Row:
    """A share with its interval."""
    low, high = wilson(right, all)
    value = right / all if all else 1.0
    return {"value": round(value, 4), "n": all, "interval": [round(low, 3), round(high, 3)]}


def score_samples(reports: list[ReportedStatement], found: Sequence[Utterance]) -> tuple[Row, Row]:
    """Precision and recall of pairs, and the pairs that are wrong or missed."""
    inside = {one.key for one in reports if one.document_name in sample_documents()}
    gold, missing = gold_pairs([one for one in reports if one.key in inside])
    keys = ([retelling.key for retelling in one.retellings] for one in found)
    predicted = pairs_within(keys, inside)
    right = len(gold & predicted)
    figures: Row = {
        "precision": share(right, len(predicted)),
        "recall": share(right, len(gold)),
        "not_in_the_statements": missing,
    }
    wrong, missed = list(lines_of(predicted - gold)), list(lines_of(gold - predicted))
    return figures, {"part": "samples", "wrong": wrong, "missed": missed}


def score_judged(
    judged: Iterable[Judged], reports: Sequence[ReportedStatement], found: Sequence[Utterance]
) -> tuple[Row, list[Row]]:
    """Precision and recall on judged pairs, by part and together."""
    home = {retelling.key: one.id for one in found for retelling in one.retellings}
    keys = {place_of(one): one.key for one in reports}
    rows: list[Row] = []
    for pair in judged:
        left, right = (keys.get(place) for place in pair.places)
        together = left is not None and right is not None and home[left] == home[right]
        rows.append(
            {
                "part": f"allsides:{pair.part}",
                "pair": [list(place) for place in pair.places],
                "verdict": pair.verdict,
                "together": together,
                "found": left is not None and right is not None,
            }
        )
    parts = {"tune": "allsides:tune", "held": "allsides:held", "all": "allsides:"}
    return {name: _judged_figures(rows, part) for name, part in parts.items()}, rows


def _judged_figures(rows: Iterable[Row], part: str) -> Row:
    sure = [
        row
        for row in rows
        if str(row["part"]).startswith(part) and row["verdict"] != "unsure" and row["found"]
    ]
    together = [row for row in sure if row["together"]]
    same = [row for row in sure if row["verdict"] == "same"]
    right = sum(row["verdict"] == "same" for row in together)
    return {"precision": share(right, len(together)), "recall": share(right, len(same))}


def texts_of(reports: Iterable[ReportedStatement]) -> list[str]:
    """Contents of middling length, each once, in order."""
    contents = {" ".join(one.content.split()) for one in reports}
    return sorted(text for text in contents if SHORTEST <= len(text.split()) <= LONGEST)


def is_flagged(one: Planted, kinds: Iterable[str]) -> bool:
    """Whether the planted kind is among them; a changed name may be one less and one more."""
    family = one.kind.split("_", maxsplit=1)[0]
    if family in ("number", "name"):
        return any(kind.startswith(family) for kind in kinds)
    return one.kind in kinds


def score_changes(texts: Sequence[str]) -> tuple[Row, list[Row]]:
    """Planted changes that are flagged, and flags where there is no change."""
    rows: list[Row] = []
    for one in (*planted(texts, PLANTED, SEED), *harmless(texts, PLANTED, SEED)):
        kinds = sorted({change.kind.value for change in compare(one.left, one.right).changes})
        same = one.kind.startswith("same:")
        right = not kinds if same else is_flagged(one, kinds)
        digest = hashlib.sha256(f"{one.left}\n{one.right}".encode()).hexdigest()[:16]
        rows.append(
            {"part": "changes", "kind": one.kind, "id": digest, "flags": kinds, "right": right}
        )
        if not right:
            print(f"{'false flag' if same else 'missed'}: {one.kind} {kinds}", file=sys.stderr)
    altered = [row for row in rows if not str(row["kind"]).startswith("same:")]
    unaltered = [row for row in rows if str(row["kind"]).startswith("same:")]
    figures: Row = {
        "flagged": share(sum(bool(row["right"]) for row in altered), len(altered)),
        "unflagged": share(sum(bool(row["right"]) for row in unaltered), len(unaltered)),
        "missed": dict(Counter(str(row["kind"]) for row in altered if not row["right"])),
        "false_flags": dict(Counter(str(row["kind"]) for row in unaltered if not row["right"])),
    }
    return figures, rows


def below_floors(data: Path, found: Row) -> Iterator[str]:
    """The figures under their floor, if this is the data the floors were pinned on."""
    floors = json.loads((HERE / "floors.json").read_text())
    digests = [
        hashlib.sha256((data / "corpora" / name).read_bytes()).hexdigest() for name in CORPORA
    ]
    if digests != floors["sha256"]:
        print("no floors are pinned for this data", file=sys.stderr)
        return
    for name, floor in floors["floors"].items():
        value: object = found
        for step in name.split("."):
            assert isinstance(value, dict)
            value = value[step]
        assert isinstance(value, dict)
        if value["value"] < floor:
            yield f"{name} is {value['value']}, below its floor {floor}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, default=Path("utterances.predicted.jsonl"))
    parser.add_argument("--no-vectors", action="store_true", help="group by words alone")
    arguments = parser.parse_args()
    corpora = [arguments.data / "corpora" / name for name in CORPORA]
    if not all(path.is_file() for path in corpora):
        parser.error(f"no corpora under {str(arguments.data)!r}: give --data, or set ONRECORD_DATA")
    embed = None if arguments.no_vectors else wiring.sentence_network().embed
    samples = statements_of([str(articles_path())])
    allsides, guardian = (statements_of([str(path)]) for path in corpora)
    sample_figures, sample_row = score_samples(samples, group(samples, embed))
    judged_figures, judged_rows = score_judged(read_judged(), allsides, group(allsides, embed))
    change_figures, change_rows = score_changes(texts_of([*samples, *allsides, *guardian]))
    with arguments.predictions.open("w", encoding="utf-8") as out:
        for row in (sample_row, *judged_rows, *change_rows):
            print(json.dumps(row, ensure_ascii=False), file=out)
    found: Row = {"samples": sample_figures, "allsides": judged_figures, "changes": change_figures}
    print(json.dumps(found, indent=1))
    fallen = [] if arguments.no_vectors else list(below_floors(arguments.data, found))
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
