"""How well OnRecord tells who is who across documents.

    python benchmarks/actors/run.py --data MEANTIME/half.tar.gz --predictions OUT.jsonl

Printed, as one JSON object, are the figures of:

* `meantime.py`: persons and organisations across MEANTIME's documents. The shipped pipeline reads
  them into a record of its own, and the record's actors are scored as B³;
* `names.py`: pairs of names, of one actor and of two;
* `scale.py`, with `--scale`: time and memory for many actors.

The latter two are scripts that print one JSON object of figures as well.

OUT gets a JSON line a document: `id`, and `actors` with `actor` (the id across documents), `kind`,
`name` and `mentions` as [start, end) code points of the text that meantime.py makes.

Exit code 1 says that a figure fell below its floor in floors.json. Floors of MEANTIME's figures
hold for data with the digest given there.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from meantime import MeantimeDocument, meantime_figures, read_meantime

from onrecord.documents import text_document
from onrecord.domain.analysed import AnalysedDocument
from onrecord.wiring import default_pipeline, open_record

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data")) / "meantime"


def data_file(path: Path) -> Path:
    """The archive or folder to score on."""
    return path / "half.tar.gz" if (path / "half.tar.gz").is_file() else path


def analyse(documents: Iterable[MeantimeDocument]) -> dict[str, AnalysedDocument]:
    """What the shipped pipeline finds, by MEANTIME's ids."""
    texts = (text_document(document.text, document.id) for document in documents)
    return {analysed.document.name: analysed for analysed in default_pipeline().analyse(texts)}


def actors_by_profile(analysed: Iterable[AnalysedDocument]) -> dict[str, str]:
    """The actor of each profile, once all documents are in one record."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "record.sqlite") as record,
    ):
        for document in analysed:
            record.add(document)
        return {profile: actor.id for actor in record.actors() for profile in actor.profiles}


def write_predictions(
    target: Path, analysed: Mapping[str, AnalysedDocument], actors: Mapping[str, str]
) -> None:
    """Who is mentioned where, a document a line."""
    with target.open("w", encoding="utf-8") as lines:
        for id, found in analysed.items():
            rows = [
                {
                    "actor": actors.get(appearance.profile, appearance.profile),
                    "kind": appearance.kind.value,
                    "name": appearance.name,
                    "mentions": [(span.start, span.end) for span in appearance.mentions],
                }
                for appearance in found.appearances
            ]
            lines.write(json.dumps({"id": id, "actors": rows}, ensure_ascii=False) + "\n")


def meantime(data: Path, predictions: Path | None) -> dict[str, float]:
    """The figures of meantime.py."""
    documents = read_meantime(data)
    began = time.perf_counter()
    analysed = analyse(documents)
    print(f"read in {time.perf_counter() - began:.1f} s", file=sys.stderr)
    actors = actors_by_profile(analysed.values())
    if predictions:
        write_predictions(predictions, analysed, actors)
    return meantime_figures(documents, analysed, actors)


def figures_of(script: str) -> dict[str, float]:
    """What a script beside this one prints."""
    command = [sys.executable, str(HERE / script)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def below_floors(data: Path, figures: Mapping[str, float]) -> list[str]:
    """The figures under their floor; MEANTIME's only for the data the floors were pinned on."""
    floors = json.loads(FLOORS.read_text())
    known = data.is_file() and (floors["sha256"] == hashlib.sha256(data.read_bytes()).hexdigest())
    if not known:
        print("no floors are pinned for this data", file=sys.stderr)
    return [
        f"{name} is {figures.get(name)}, below its floor {floor}"
        for name, floor in floors["floors"].items()
        if (known or not name.startswith("meantime")) and figures.get(name, -1.0) < floor
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="where to write who was found where")
    parser.add_argument("--scale", action="store_true", help="measure many actors too")
    arguments = parser.parse_args()
    data = data_file(arguments.data)
    if not data.exists():
        parser.error(f"no data at {str(data)!r}: give --data, or set ONRECORD_DATA")
    figures = meantime(data, arguments.predictions) | figures_of("names.py")
    if arguments.scale:
        figures |= figures_of("scale.py")
    print(json.dumps(figures, indent=1))
    fallen = below_floors(data, figures)
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
