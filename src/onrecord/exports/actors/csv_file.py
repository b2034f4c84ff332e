r"""Actors in CSV that opens in Excel: a row an actor, an office or a tenure.

As in the CSV of statements, a byte order mark stands first, rows end with CR LF, and a cell that a
spreadsheet would run as a formula gets a leading apostrophe; so does one that begins with such an
apostrophe, so that the reader can take it away again. In `aliases` names are separated by `;`, and
a `;` or `\` of a name has a `\` before it.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping

from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.exports.actors.written import ActorsWritten, Item
from onrecord.exports.target import Target, opened
from onrecord.exports.unicode_text import encodable

COLUMNS = (
    "id", "kind", "name", "aliases", "country", "wikidata",
    "office", "office_name", "office_role", "office_body", "from", "to", "source",
)  # fmt: skip
"""`office_role` and `office_body` are filled only where the office's id does not say them."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_GUARDED = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")


def write_actors_csv(items: Iterable[Item], target: Target) -> ActorsWritten:
    """Write a row an item, under one row of column names."""
    written = ActorsWritten()
    with opened(target) as file:
        file.write(_BYTE_ORDER_MARK + _line(COLUMNS))
        for item in items:
            row = _row(item)
            file.write(_line([_cell(row.get(column, "")) for column in COLUMNS]))
            written = written.plus(item)
    return written


def _line(cells: Iterable[str]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().encode()


def _cell(value: str) -> str:
    text = encodable(value).replace("\x00", "\ufffd")
    return f"'{text}" if _GUARDED.match(text) else text


def _row(item: Item) -> Mapping[str, str]:
    if isinstance(item, KnownActor):
        return _actor(item)
    return _office(item) if isinstance(item, Office) else _tenure(item)


def _actor(actor: KnownActor) -> Mapping[str, str]:
    return {
        "id": actor.id,
        "kind": re.split("[:~]", actor.id, maxsplit=1)[0],
        "name": actor.names[0],
        "aliases": ";".join(re.sub(r"([\\;])", r"\\\1", name) for name in actor.names[1:]),
        "country": actor.country or "",
        "wikidata": actor.wikidata or "",
    }


def _office(office: Office) -> Mapping[str, str]:
    row = {"office": office.id, "office_name": office.name}
    if office.id == f"{office.role}:{office.body}":
        return row
    return row | {"office_role": office.role, "office_body": office.body}


def _tenure(tenure: Tenure) -> Mapping[str, str]:
    return {
        "id": tenure.holder,
        "office": tenure.office,
        "from": tenure.start.isoformat() if tenure.start else "",
        "to": tenure.end.isoformat() if tenure.end else "",
        "source": tenure.source,
    }
