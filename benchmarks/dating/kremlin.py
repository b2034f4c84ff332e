"""How well OnRecord reads the day and the place of the Kremlin's official pages.

    python benchmarks/dating/kremlin.py --data ../shared/data/corpora/kremlin_html.tar.gz

The truth is read from each page in another way than the product's: the day is the one printed at
the foot of the page after "Publication date" (a feed: its `updated`), the place the words of the
line under the title, both taken from the source by regular expressions; where that line names no
place, none is right. Printed is a JSON object with how many of the pages have the day right,
the place, and both; every mismatch goes to standard error.
"""

import argparse
import json
import os
import re
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from pathlib import Path

from onrecord.documents.html import read_html
from onrecord.documents.options import SourceOptions
from onrecord.domain.document import Document

DEFAULT_DATA = (
    Path(os.environ.get("ONRECORD_DATA", "../shared/data")) / "corpora" / "kremlin_html.tar.gz"
)

_PRINTED = re.compile(r"Publication date:\s*<time[^>]*>([A-Z]\w+ \d{1,2}, \d{4}), \d\d:\d\d</time>")
_FEED = re.compile(r"<updated>(\d{4}-\d\d-\d\d)T")
_PLACE = re.compile(r'<div class="read__place[^"]*"><i></i>([^<]*)</div>')


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name, its bytes, and what it prints."""

    name: str
    raw: bytes
    day: date | None
    place: str | None


def read_pages(archive: Path) -> Iterator[Page]:
    """The pages of the archive, by name."""
    with tarfile.open(archive) as files:
        members = sorted((m for m in files.getmembers() if m.isfile()), key=lambda m: m.name)
        for member in members:
            content = files.extractfile(member)
            raw = content.read() if content else b""
            source = raw.decode("utf-8")
            yield Page(member.name, raw, printed_day(source), printed_place(source))


def printed_day(source: str) -> date | None:
    """The day after "Publication date", as a reader of the page sees it."""
    printed = _PRINTED.search(source)
    if printed:
        return datetime.strptime(printed[1], "%B %d, %Y").date()
    feed = _FEED.search(source)
    return date.fromisoformat(feed[1]) if feed else None


def printed_place(source: str) -> str | None:
    """The place in the line under the title."""
    printed = _PLACE.search(source)
    return " ".join(unescape(printed[1]).split()) or None if printed else None


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA)
    archive = parser.parse_args().data
    if not archive.is_file():
        parser.error(f"no data at {str(archive)!r}: give --data, or set ONRECORD_DATA")
    pages = list(read_pages(archive))
    right = [_is_right(page) for page in pages]
    counts = {
        "pages": len(pages),
        "day": sum(day for day, _ in right),
        "place": sum(place for _, place in right),
        "both": sum(day and place for day, place in right),
    }
    print(json.dumps(counts, indent=1))
    return 0


def _is_right(page: Page) -> tuple[bool, bool]:
    found = read_html(page.raw, page.name, SourceOptions())
    document = found if isinstance(found, Document) else None
    published = document.published if document else None
    place = document.place.name if document and document.place else None
    day = published is not None and published.first == published.last == page.day
    if not (day and place == page.place):
        given = published.first if published else None
        print(f"{page.name}: {given} for {page.day}, {place} for {page.place}", file=sys.stderr)
    return day, place == page.place


if __name__ == "__main__":
    sys.exit(main())
