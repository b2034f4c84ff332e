"""Whether official pages get the day of publication and the place of the event that they show.

    python benchmarks/dating/kremlin.py --data ../shared/data/corpora/kremlin_html.tar.gz

The truth is read by patterns from the raw page, where this site has it (`<time class=
"read__published">` and `<div class="read__place">`), and not by way of the code that is measured.
A page without a place is right where none is found. Mismatches are listed.
"""

import argparse
import html
import json
import os
import re
import sys
import tarfile
import tempfile
from pathlib import Path

from onrecord.documents.sources import read_sources
from onrecord.domain.document import Document

DEFAULT_DATA = Path(os.environ.get("ONRECORD_DATA", "../shared/data")) / "corpora"
_DAY = re.compile(r'<time class="read__published"[^>]*datetime="(\d{4}-\d{2}-\d{2})')
_PLACE = re.compile(r'class="read__place[^"]*"[^>]*>(.*?)</div>', re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")


def truth_of(page: str) -> tuple[str | None, str | None]:
    """The day and the place that the page shows."""
    day, place = _DAY.search(page), _PLACE.search(page)
    name = " ".join(html.unescape(_TAGS.sub(" ", place[1])).split()) if place else None
    return (day[1] if day else None), name or None


def answer_of(document: Document) -> tuple[str | None, str | None]:
    """The same, as the product reads it."""
    published = document.published
    exact = published is not None and published.first == published.last
    place = document.place.name if document.place else None
    return (published.first.isoformat() if exact and published else None), place


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA / "kremlin_html.tar.gz")
    arguments = parser.parse_args()
    if not arguments.data.is_file():
        parser.error(f"no pages at {str(arguments.data)!r}: give --data")
    counts = {"pages": 0, "day": 0, "place": 0, "both": 0, "with_place": 0}
    with tempfile.TemporaryDirectory() as folder, tarfile.open(arguments.data) as archive:
        archive.extractall(folder, filter="data")
        for path in sorted(p for p in Path(folder).rglob("*") if p.is_file()):
            truth = truth_of(path.read_text(encoding="utf-8", errors="replace"))
            for document in read_sources([str(path)]):
                if isinstance(document, Document):
                    count(counts, path.name, truth, answer_of(document))
    print(json.dumps(counts, indent=1))
    return 0


def count(
    counts: dict[str, int],
    name: str,
    truth: tuple[str | None, str | None],
    answer: tuple[str | None, str | None],
) -> None:
    """One page."""
    day, place = (one == other for one, other in zip(truth, answer, strict=True))
    counts["pages"] += 1
    counts["day"] += day
    counts["place"] += place
    counts["both"] += day and place
    counts["with_place"] += truth[1] is not None
    if not (day and place):
        print(f"{name}: shown {truth}, found {answer}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
