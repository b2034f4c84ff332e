"""Rows of the tables that are bundled as CSV."""

import csv
from collections.abc import Iterator, Mapping
from importlib.resources import files


def read_rows(*path: str) -> Iterator[Mapping[str, str]]:
    """The rows of a table of this package, each by the names of its columns."""
    text = files("onrecord.lexicon").joinpath(*path).read_text(encoding="utf-8")
    lines = csv.reader(text.splitlines())
    columns = next(lines)
    for cells in lines:
        yield dict(zip(columns, cells, strict=True))


def tables_in(folder: str) -> tuple[str, ...]:
    """The names of the tables in a folder of this package, in order."""
    found = files("onrecord.lexicon").joinpath(folder).iterdir()
    return tuple(sorted(path.name for path in found if path.name.endswith(".csv")))
