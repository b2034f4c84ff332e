"""How well OnRecord dates reports that do not say when they were published.

    python benchmarks/dating/run.py --data ../shared/data --predictions OUT.jsonl

The articles of PolNeAR's development part, of the Guardian and of AllSides that have a date are
read by the shipped pipeline as bare texts: no title, address or id goes with them. Printed, as one
JSON object, are for each corpus and for all of them together

* `contained`: the share of periods that contain the day of publication;
* `median_days`: the median width of the periods. An article without an answer counts as contained,
  and as wide as the time from 2000-01-01 to `--until`, today if it is not given;
* `pinned`: the share dated to the very day, and rightly; `unanswered`: the share without an answer.

OUT gets a JSON line an article: `id`, `from` and `to` (absent without an answer), `truth`, and
`reasons`, each with its kind, its own `from` and `to`, and the words of the text it rests on.

Exit code 1 says that a figure fell below its floor, or rose above its ceiling, in floors.json; they
hold for data with the digests given there. Rules were tuned on PolNeAR's training part and on
the even rows of the other two; `--rows odd` scores the rest of these alone.
"""

import argparse
import gzip
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from onrecord.documents import text_document
from onrecord.domain.document import DateCandidate, DateConstraint, Document
from onrecord.wiring import default_pipeline

FLOORS = Path(__file__).parent / "floors.json"
DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data"))
EARLIEST = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where a corpus lies, and the fields that its rows have for the id and the day."""

    name: str
    path: str
    id: str
    day: str
    tuned_on_even_rows: bool


CORPORA = (
    Corpus("polnear", "polnear/dev.jsonl.gz", "id", "published", tuned_on_even_rows=False),
    Corpus("guardian", "corpora/guardian_syria.jsonl.gz", "", "date", tuned_on_even_rows=True),
    Corpus(
        "allsides", "corpora/allsides_syria.jsonl.gz", "id", "published", tuned_on_even_rows=True
    ),
)


@dataclass(frozen=True, slots=True)
class Article:
    """One article and the day that was taken away from it."""

    corpus: str
    id: str
    text: str
    truth: date


@dataclass(frozen=True, slots=True)
class Answer:
    """An article with the period found for it."""

    article: Article
    found: DateCandidate | None

    @property
    def contained(self) -> bool:
        """Whether the period contains the day; no answer is every day."""
        return self.found is None or self.found.first <= self.article.truth <= self.found.last

    @property
    def pinned(self) -> bool:
        """Whether the day was found, and no other."""
        found = self.found
        return found is not None and found.first == found.last == self.article.truth

    def days(self, until: date) -> int:
        """How wide the period is."""
        if self.found is None:
            return (until - EARLIEST).days + 1
        return (self.found.last - self.found.first).days + 1


def read_articles(data: Path, rows: str) -> Iterator[Article]:
    """Every article that has a day, in order; `rows` is all, even or odd."""
    for corpus in CORPORA:
        with gzip.open(data / corpus.path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                row = json.loads(line)
                day = str(row.get(corpus.day) or "")[:10]
                if day and _is_asked_for(corpus, number, rows):
                    id = f"{corpus.name}:{row.get(corpus.id) or number}"
                    yield Article(corpus.name, id, row["text"], date.fromisoformat(day))


def _is_asked_for(corpus: Corpus, number: int, rows: str) -> bool:
    if rows == "all" or not corpus.tuned_on_even_rows:
        return True
    return number % 2 == (0 if rows == "even" else 1)


def answers(articles: Sequence[Article]) -> Iterator[Answer]:
    """What the shipped pipeline finds in the bare texts."""
    documents: Iterable[Document] = (text_document(article.text) for article in articles)
    analysed = default_pipeline().analyse(documents)
    for article, one in zip(articles, analysed, strict=True):
        yield Answer(article, one.document.published)


def figures(found: Sequence[Answer], until: date) -> dict[str, float]:
    """The figures of some answers."""
    total = len(found)
    return {
        "articles": total,
        "contained": round(sum(answer.contained for answer in found) / total, 4),
        "median_days": median(answer.days(until) for answer in found),
        "pinned": round(sum(answer.pinned for answer in found) / total, 4),
        "unanswered": round(sum(answer.found is None for answer in found) / total, 4),
    }


def all_figures(found: Sequence[Answer], until: date) -> dict[str, dict[str, float]]:
    """Those of each corpus, then of all."""
    parts: dict[str, list[Answer]] = {}
    for answer in found:
        parts.setdefault(answer.article.corpus, []).append(answer)
    by_corpus = {name: figures(part, until) for name, part in parts.items()}
    return by_corpus | {"all": figures(found, until)}


def write_predictions(target: Path, found: Iterable[Answer]) -> None:
    """A JSON line an article."""
    with target.open("w", encoding="utf-8") as lines:
        for answer in found:
            lines.write(json.dumps(_row(answer), ensure_ascii=False) + "\n")


def _row(answer: Answer) -> dict[str, object]:
    row: dict[str, object] = {"id": answer.article.id, "truth": answer.article.truth.isoformat()}
    if answer.found is not None:
        row |= {"from": answer.found.first.isoformat(), "to": answer.found.last.isoformat()}
        row["reasons"] = [_reason(answer.article.text, one) for one in answer.found.reasons]
    return row


def _reason(text: str, constraint: DateConstraint) -> dict[str, object]:
    return {
        "kind": constraint.reason,
        "from": constraint.first.isoformat() if constraint.first else None,
        "to": constraint.last.isoformat() if constraint.last else None,
        "detail": constraint.detail,
        "words": [span.of(text) for span in constraint.evidence],
    }


def outside_limits(data: Path, found: Mapping[str, Mapping[str, float]]) -> list[str]:
    """The figures below their floor or above their ceiling, for the data these were pinned on."""
    limits = json.loads(FLOORS.read_text())
    digests = {c.path: hashlib.sha256((data / c.path).read_bytes()).hexdigest() for c in CORPORA}
    if digests != limits["sha256"]:
        print("no floors are pinned for this data", file=sys.stderr)
        return []
    low = [
        f"{part} {name} is {found[part][name]}, below its floor {floor}"
        for part, floors in limits["floors"].items()
        for name, floor in floors.items()
        if found[part][name] < floor
    ]
    high = [
        f"{part} {name} is {found[part][name]}, above its ceiling {ceiling}"
        for part, ceilings in limits["ceilings"].items()
        for name, ceiling in ceilings.items()
        if found[part][name] > ceiling
    ]
    return low + high


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--predictions", type=Path, help="where to write what was found")
    parser.add_argument("--until", type=date.fromisoformat, default=date.today())
    parser.add_argument("--rows", choices=("all", "even", "odd"), default="all")
    arguments = parser.parse_args()
    if not (arguments.data / CORPORA[0].path).is_file():
        parser.error(f"no data at {str(arguments.data)!r}: give --data, or set ONRECORD_DATA")
    began = time.perf_counter()
    found = list(answers(list(read_articles(arguments.data, arguments.rows))))
    print(f"read in {time.perf_counter() - began:.1f} s", file=sys.stderr)
    if arguments.predictions:
        write_predictions(arguments.predictions, found)
    result = all_figures(found, arguments.until)
    print(json.dumps(result, indent=1))
    outside = outside_limits(arguments.data, result) if arguments.rows == "all" else []
    for line in outside:
        print(line, file=sys.stderr)
    return 1 if outside else 0


if __name__ == "__main__":
    sys.exit(main())
