"""Score the second network on public corpora of stance, attitude and entailment.

    python benchmarks/stance/run.py --data ../shared/data --predictions OUT.jsonl

Only items that training did not see are scored: NewsMTSC's dev and SICK's trial part, and of the
other corpora the speeches, documents, headlines, claims and issues that training holds out (see
training/sentences). OUT gets a line an item: `{"corpus", "number", "gold", "found"}`. Entailment,
agreement with a headline and commitment are read as stances: for, against, unclear. An answer is
the likeliest of the labels that the corpus has.

Then come our own judged pairs of statement and proposition (own.py, CODEBOOK.md), where the corpora
that they are drawn from are there.

Exit code 1 says that a macro-F1 fell below its floor in floors.json.
"""

import argparse
import json
import os
import sys
from pathlib import Path

import own
from public import LABELS, parts, predict, score, vector_correlation

from onrecord.reader.sentences import SentenceNetwork
from onrecord.weights.reader import reader_weights
from onrecord.weights.sentences import sentence_weights

HERE = Path(__file__).parent
DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data"))
VECTORS = "sick trial, vectors"
OWN = "own judged pairs, held half"


def below_floors(found: dict[str, dict[str, object]]) -> list[str]:
    """The corpora whose macro-F1, or correlation, lies under its floor."""
    floors = json.loads((HERE / "floors.json").read_text())["floors"]
    fallen = []
    for name, floor in floors.items():
        values = found.get(name, {})
        value = values.get("macro_f1", values.get("spearman"))
        if isinstance(value, float) and value < floor:
            fallen.append(f"{name} is {value}, below its floor {floor}")
    return fallen


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, help="the folder of the corpora")
    parser.add_argument("--predictions", type=Path, default=Path("stance.predicted.jsonl"))
    arguments = parser.parse_args()
    network = SentenceNetwork(sentence_weights(), reader_weights().vocabulary)
    found: dict[str, dict[str, object]] = {}
    with arguments.predictions.open("w", encoding="utf-8") as out:
        for part in parts(arguments.data):
            answers = predict(network, part)
            found[part.name] = score(part, answers)
            print(json.dumps({part.name: found[part.name]}), flush=True)
            labels = LABELS[part.examples[0].task]
            for number, (example, answer) in enumerate(zip(part.examples, answers, strict=True)):
                row = {"corpus": part.name, "number": number}
                print(
                    json.dumps(row | {"gold": labels[example.labels[0]], "found": answer}), file=out
                )
    sick = arguments.data / "sick" / "train.tar.gz"
    if sick.is_file():
        found[VECTORS] = {"spearman": vector_correlation(network, sick)}
        print(json.dumps({VECTORS: found[VECTORS]}))
    if (arguments.data / "corpora").is_dir():
        found[OWN] = dict(own.report(arguments.data))
        print(json.dumps({OWN: found[OWN]}))
    fallen = below_floors(found)
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
