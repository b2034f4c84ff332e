"""Tables of actors, whatever their format."""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path

from onrecord.imports.csv_table import read_csv
from onrecord.imports.ftm import read_ftm
from onrecord.imports.item import Item, LeftOut
from onrecord.imports.source import BROKEN, Lines, numbered_lines
from onrecord.imports.wikidata import read_wikidata


class ActorFormat(StrEnum):
    """What a table of actors can be."""

    CSV = "csv"
    FTM = "ftm"
    WIKIDATA = "wikidata"


READERS: Mapping[ActorFormat, Callable[[Lines, str], Iterator[Item | LeftOut]]] = {
    ActorFormat.CSV: read_csv,
    ActorFormat.FTM: read_ftm,
    ActorFormat.WIKIDATA: read_wikidata,
}

_LINES_TO_TELL_BY = 50
_FTM = re.compile(r'"(schema|properties)"\s*:')
_WIKIDATA = re.compile(r'"(labels|claims|entities|sitelinks)"\s*:')


def read_actors(path: Path, format: ActorFormat | None = None) -> Iterator[Item | LeftOut]:
    """What the file at `path` gives, one at a time; its format is told by its first lines.

    Raises UnreadableFile where it cannot be opened.
    """
    with numbered_lines(path) as lines:
        try:
            head = list(islice(lines, _LINES_TO_TELL_BY))
            reader = READERS[format or told_format("".join(line for _, line in head))]
            yield from reader(chain(head, lines), path.name)
        except BROKEN:
            detail = "the compressed file ends too soon or is damaged; what came before was read"
            yield LeftOut(path.name, "broken-off", detail)


def told_format(head: str) -> ActorFormat:
    """The format of a file that begins with `head`.

    >>> told_format('{"id": "x", "schema": "Person"}').value, told_format("name,country").value
    ('ftm', 'csv')
    """
    if not head.lstrip().startswith(("{", "[")):
        return ActorFormat.CSV
    ftm, wikidata = _FTM.search(head), _WIKIDATA.search(head)
    if wikidata and not (ftm and ftm.start() < wikidata.start()):
        return ActorFormat.WIKIDATA
    return ActorFormat.FTM
