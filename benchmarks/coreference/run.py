"""Score OnRecord's chains of mentions on GUM, in a scheme like that of OntoNotes.

    python benchmarks/coreference/run.py --data GUM/dev.tar.gz --predictions OUT.jsonl

DATA is a folder or tar archive of GUM's CoNLL-U; a folder with a `dev.tar.gz` means that. The
shipped pipeline's reader reads each text; its chains of two or more are written to OUT, a document
a line, `{"id", "chains": [[[start, end]]]}` in code points. `--predictions-in FILE` scores such a
file instead. The key is `gum.ontonotes_like`, which has no singletons, so that a response chain of
one is left out as well.

A span, of either side, stands for the syntactic words it touches, so that it does not matter on
which side of a full stop or of a bracket a tokeniser cuts; otherwise only equal spans match.

Figures are F1 in per cent, summed over documents as by the CoNLL-2012 scorer: for `all` genres,
for `reports` (news, interview and speech), and for each genre. Two restricted views are given for
`all` and `reports`. Each keeps, of both sides, only the mentions of one form, by the same rule for
both, and then drops chains of one:

* `pronouns`: mentions of one word that the gold syntax calls a personal, possessive, reflexive or
  demonstrative pronoun ("someone" is none);
* `person_names`: mentions whose head word is the head word of a person's proper name in GUM, so
  that a name with a wrong edge counts as missed and as spurious.

`antecedent` is the share, in per cent, of third-person pronouns with a name or noun phrase before
them in their chain for which the nearest such mention before them in the response's chain is of
the key's chain; these are compared by head word.

Exit code 1 says that a figure fell below its floor in floors.json, which holds for data with the
digest given there; other data is scored without floors.
"""

import argparse
import hashlib
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gum import (
    GumDocument,
    GumMention,
    Token,
    form_of,
    head_token,
    ontonotes_like,
    read_gum,
    touched,
)
from scoring import MEASURES, Antecedents, Ratio, antecedents, conll, score, total

from onrecord.documents import text_document
from onrecord.wiring import default_pipeline

FLOORS = Path(__file__).parent / "floors.json"
DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data")) / "gum"
REPORTS = frozenset({"news", "interview", "speech"})
THIRD_PERSON = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs"}
    | {"himself", "herself", "itself", "themselves"}
)

Spans = Sequence[tuple[int, int]]
Words = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """One document: the chains of both sides as the first and last word of each mention."""

    document: GumDocument
    key: list[list[Words]]
    response: list[list[Words]]


def data_file(path: Path) -> Path:
    """The archive or folder to score on."""
    return path / "dev.tar.gz" if (path / "dev.tar.gz").is_file() else path


def predict(documents: Iterable[GumDocument], target: Path) -> None:
    """Run the reader over the texts and write its chains, keyed by GUM's ids."""
    reader = default_pipeline().reader
    with target.open("w", encoding="utf-8") as lines:
        for document in documents:
            chains: dict[int, list[list[int]]] = defaultdict(list)
            for mention in reader.read(text_document(document.text, document.id)).mentions:
                chains[mention.chain].append([mention.span.start, mention.span.end])
            joined = [chain for chain in chains.values() if len(chain) > 1]
            lines.write(json.dumps({"id": document.id, "chains": joined}) + "\n")


def read_predictions(path: Path) -> dict[str, list[Spans]]:
    """Chains of spans by document id."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: [[(s, e) for s, e in chain] for chain in row["chains"]] for row in rows}


def make_case(document: GumDocument, chains: Iterable[Spans]) -> Case:
    """Both sides as words; a mention in two chains of the response stays in the first alone."""
    key = [[(m.first, m.last) for m in chain] for chain in ontonotes_like(document)]
    seen: set[Words] = set()
    response: list[list[Words]] = []
    for chain in chains:
        words = [touched(document.tokens, start, end) for start, end in chain]
        fresh = [w for w in dict.fromkeys(words) if w is not None and w not in seen]
        seen.update(fresh)
        response.append(fresh)
    return Case(document, key, [chain for chain in response if len(chain) > 1])


def is_pronoun(tokens: Sequence[Token], mention: Words) -> bool:
    first, last = mention
    return form_of(tokens, first, last, first) == "pronoun"


def restricted(case: Case, keeps: Callable[[Words], bool]) -> Case:
    """The same case with the mentions of one form only, and no chain of one."""
    key, response = (
        [kept for chain in side if len(kept := list(filter(keeps, chain))) > 1]
        for side in (case.key, case.response)
    )
    return Case(case.document, key, response)


def pronouns(case: Case) -> Case:
    return restricted(case, lambda mention: is_pronoun(case.document.tokens, mention))


def person_names(case: Case) -> Case:
    def is_name(mention: GumMention) -> bool:
        return mention.type == "person" and mention.form == "name"

    heads = {mention.head_token for mention in case.document.mentions if is_name(mention)}
    return restricted(case, lambda m: head_token(case.document.tokens, *m) in heads)


def antecedents_of(case: Case) -> Antecedents:
    """Third-person pronouns and their antecedents, all by their head words."""
    tokens = case.document.tokens
    key, response = (
        [{head_token(tokens, *mention) for mention in chain} for chain in side]
        for side in (case.key, case.response)
    )
    every = {n for n in range(len(tokens)) if is_pronoun(tokens, (n, n))}
    third = {n for n in every if tokens[n].form.lower() in THIRD_PERSON}
    return antecedents(key, response, every, third)


def ratios_of(cases: Iterable[Case]) -> dict[str, Ratio]:
    return total(score(case.key, case.response) for case in cases)


def percent(share: float) -> float:
    return round(100 * share, 1)


def figures_of(name: str, cases: Sequence[Case]) -> dict[str, float]:
    """All figures of one group of documents."""
    ratios = ratios_of(cases)
    figures = {f"{name}_conll": percent(conll(ratios))}
    figures |= {f"{name}_{key}": percent(ratio.f1) for key, ratio in ratios.items()}
    figures[f"{name}_mention_recall"] = percent(ratios["mentions"].recall)
    figures[f"{name}_mention_precision"] = percent(ratios["mentions"].precision)
    return figures


def restricted_figures(name: str, cases: Sequence[Case]) -> dict[str, float]:
    """Pronouns alone and names of persons alone."""
    figures: dict[str, float] = {}
    for view in (pronouns, person_names):
        ratios = ratios_of(map(view, cases))
        prefix = f"{name}_{view.__name__}"
        figures[f"{prefix}_conll"] = percent(conll(ratios))
        figures |= {f"{prefix}_{key}": percent(ratios[key].f1) for key in MEASURES}
    found = sum(map(antecedents_of, cases), Antecedents())
    figures[f"{name}_antecedent"] = percent(found.right / max(1, found.asked))
    figures[f"{name}_antecedent_asked"] = float(found.asked)
    return figures


def all_figures(
    documents: Sequence[GumDocument], predicted: Mapping[str, Sequence[Spans]]
) -> dict[str, float]:
    """What is printed: all genres, reports, their restricted views, then genre by genre."""
    cases = [make_case(document, predicted.get(document.id, ())) for document in documents]
    by_genre: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_genre[case.document.genre].append(case)
    reports = [case for genre in sorted(REPORTS) for case in by_genre.get(genre, ())]
    figures = figures_of("all", cases) | figures_of("reports", reports)
    figures |= restricted_figures("all", cases) | restricted_figures("reports", reports)
    for genre, of_genre in sorted(by_genre.items()):
        ratios = ratios_of(of_genre)
        figures[f"{genre}_conll"] = percent(conll(ratios))
        figures |= {f"{genre}_{key}": percent(ratio.f1) for key, ratio in ratios.items()}
    return figures


def below_floors(data: Path, figures: Mapping[str, float]) -> list[str]:
    """The figures under their floor, if this is the data the floors were pinned on."""
    floors = json.loads(FLOORS.read_text())
    if data.is_dir() or floors["sha256"] != hashlib.sha256(data.read_bytes()).hexdigest():
        print("no floors are pinned for this data", file=sys.stderr)
        return []
    return [
        f"{name} is {figures.get(name)}, below its floor {floor}"
        for name, floor in floors["floors"].items()
        if figures.get(name, -1.0) < floor
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, default=Path("coreference.predicted.jsonl"))
    parser.add_argument("--predictions-in", type=Path, help="score this file, and read nothing")
    arguments = parser.parse_args()
    data = data_file(arguments.data)
    if not data.exists():
        parser.error(f"no data at {str(data)!r}: give --data, or set ONRECORD_DATA")
    documents = read_gum(data)
    began = time.perf_counter()
    if not arguments.predictions_in:
        predict(documents, arguments.predictions)
        print(f"predicted in {time.perf_counter() - began:.1f} s", file=sys.stderr)
    predicted = read_predictions(arguments.predictions_in or arguments.predictions)
    figures = all_figures(documents, predicted)
    print(json.dumps(figures, indent=1))
    fallen = below_floors(data, figures)
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
