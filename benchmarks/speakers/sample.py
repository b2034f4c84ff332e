"""Draw statements at random, for a person to judge who is said to have made them.

    python benchmarks/speakers/sample.py --data CORPORA --seed 20261122 --count 100 --out FILE.tsv

From the `*_syria.jsonl.gz` files in CORPORA some documents are drawn (`--documents`), the shipped
pipeline reads them, and of all their statements `--count` are drawn, each as likely as any other.
FILE has a row a statement: where it stands, the text around it with «» about the content and ‹›
about the source, and the speakers it was given with their status and step. Whoever judges fills
in two columns:

* `judgement`: `right` where every speaker is the one that the text says, and is named as fully as
  the text allows; `wrong` where not; `unsure` where the text leaves it open;
* `class`, for a wrong one, one word of their own: `pronoun`, `office`, `group`, `missed` (a name
  was there to be found), `joint` (one of several), `source` (the source itself is wrong).

FILE holds text of the corpora: keep it out of the repository. `score.py` turns it into figures, and
into rows without text, which may be kept.
"""

import argparse
import csv
import os
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.documents.skipped import Skipped
from onrecord.documents.sources import read_sources
from onrecord.domain.document import Document
from onrecord.domain.span import Span, quoted
from onrecord.domain.statement import SpeakerLink, Statement
from onrecord.wiring import default_pipeline

SEED = 20261122
"""The day of the first sample."""

DOCUMENTS = 80
"""Enough for several statements a row of the sample, few enough to read in minutes."""

BEFORE, AFTER = 600, 200
"""Characters of context: a name stands before what refers to it more often than after."""

PATTERN = "*_syria.jsonl.gz"
DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data")) / "corpora"
COLUMNS = (
    "document", "name", "start", "end", "kind", "step", "content", "source", "context", "speakers",
    "judgement", "class",
)  # fmt: skip

Sample = tuple[Document, Statement]


@dataclass(frozen=True, slots=True)
class Drawing:
    """How much is drawn, and by which random numbers."""

    seed: int = SEED
    documents: int = DOCUMENTS
    statements: int = 100


def draw(
    documents: Sequence[Document],
    statements_of: Callable[[Iterable[Document]], Iterable[Sequence[Statement]]],
    drawing: Drawing,
) -> list[Sample]:
    """Statements of some documents, in order of the documents; the same seed draws the same."""
    chance = random.Random(drawing.seed)
    chosen = sorted(chance.sample(range(len(documents)), min(drawing.documents, len(documents))))
    read = [documents[number] for number in chosen]
    found = [
        (document, statement)
        for document, statements in zip(read, statements_of(read), strict=True)
        for statement in statements
    ]
    places = sorted(chance.sample(range(len(found)), min(drawing.statements, len(found))))
    return [found[place] for place in places]


def row_of(sample: Sample) -> dict[str, str]:
    """One row, its two last columns for the judge."""
    document, statement = sample
    text, content = document.text, statement.content
    return {
        "document": document.id,
        "name": document.name,
        "start": str(content[0].start),
        "end": str(content[-1].end),
        "kind": statement.kind.value,
        "step": statement.step,
        "content": one_line(quoted(text, content)),
        "source": one_line(quoted(text, statement.source)),
        "context": one_line(context(text, statement)),
        "speakers": " + ".join(map(speaker_words, statement.speakers)) or "none",
        "judgement": "",
        "class": "",
    }


def speaker_words(speaker: SpeakerLink) -> str:
    """The name, status and step of a speaker."""
    return f"{one_line(speaker.name or '?')} ({speaker.status.value}, {speaker.step})"


def context(text: str, statement: Statement) -> str:
    """The text around a statement, its content and source marked."""
    spans = statement.spans()
    first = max(0, min(span.start for span in spans) - BEFORE)
    last = min(len(text), max(span.end for span in spans) + AFTER)
    marks = [*_marks(statement.source, "‹", "›"), *_marks(statement.content, "«", "»")]
    shown, at = "", first
    for place, _, mark in sorted(marks):
        shown += text[at:place] + mark
        at = place
    return shown + text[at:last]


def _marks(spans: Sequence[Span], opening: str, closing: str) -> list[tuple[int, int, str]]:
    """Where marks go; at one place those that close come first."""
    ends = ((span.end, 0, closing) for span in spans)
    return [*((span.start, 1, opening) for span in spans), *ends]


def one_line(words: str) -> str:
    """Without tabs and line breaks, which would end a cell."""
    return " ".join(words.replace("\n", " ¶ ").split())


def read_corpora(folder: Path) -> list[Document]:
    """All documents, in order of file and row."""
    paths = [str(path) for path in sorted(folder.glob(PATTERN))]
    return [found for found in read_sources(paths) if not isinstance(found, Skipped)]


def write_rows(rows: Iterable[dict[str, str]], target: Path) -> None:
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, dialect="excel-tab")
        writer.writeheader()
        writer.writerows(rows)


def _statements_of(documents: Iterable[Document]) -> Iterable[Sequence[Statement]]:
    return (analysed.statements for analysed in default_pipeline().analyse(documents))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    documents = read_corpora(arguments.data)
    if not documents:
        parser.error(f"no {PATTERN!r} in {str(arguments.data)!r}: give --data")
    drawing = Drawing(arguments.seed, arguments.documents, arguments.count)
    samples = draw(documents, _statements_of, drawing)
    write_rows(map(row_of, samples), arguments.out)
    print(f"{len(samples)} statements of {len(documents)} documents", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
