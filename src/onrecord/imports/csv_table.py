"""Actors and tenures in CSV: one row an actor, an office or a tenure.

Columns, in any order: `id`, `kind`, `name`, `aliases` (separated by `;`), `country`, `wikidata`,
`office`, `office_name`, `from`, `to`, `source`. A row with a name gives an actor, one with an
office gives the office and, where it has a name or an id as well, the actor's tenure in it. A row
with an id and no name speaks of an actor of another row. `office` is a role and a body
(`foreign-minister:ru`) or the words for the role, in the row's country.
"""

import csv
import re
from collections.abc import Iterator, Mapping

from onrecord.domain.actor import ActorKind
from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.imports.days import first_day, last_day
from onrecord.imports.ids import WIKIDATA_ID, actor_id, is_office_id, kind_of, slug
from onrecord.imports.item import Item, LeftOut
from onrecord.imports.names import clean, clean_all
from onrecord.imports.role_names import role_named
from onrecord.imports.source import Lines

COLUMNS = (
    "id", "kind", "name", "aliases", "country", "wikidata",
    "office", "office_name", "office_role", "office_body", "from", "to", "source",
)  # fmt: skip
_ALSO = {
    "alias": "aliases",
    "start": "from",
    "since": "from",
    "end": "to",
    "until": "to",
    "position": "office",
}
_KINDS = {
    "": ActorKind.PERSON,
    "organization": ActorKind.ORGANISATION,
    "public body": ActorKind.PUBLIC_BODY,
    "country": ActorKind.STATE,
    **{kind.value: kind for kind in ActorKind},
}
_GUARDED = re.compile(r"'+[=+\-@＝＋－＠\t\r\n]")
"""An apostrophe before what a spreadsheet would run as a formula: see `exports.csv_file`."""
_ALIAS_ENDS = re.compile(r"(?<!\\)((?:\\\\)*);")

Row = Mapping[str, str]


def read_csv(lines: Lines, name: str) -> Iterator[Item | LeftOut]:
    """What the rows give; `name` is the table's, for messages and where no source is given."""
    table = _Table(lines)
    header = next(table, None)
    if header is None:
        return
    columns = [_column(cell) for cell in header[1]]
    unknown = sorted({column for column in columns if column not in COLUMNS})
    if not {"name", "id", "office"} & set(columns):
        yield LeftOut(f"{name}:1", "no-column", f"no column 'name' among {unknown!r}; add a header")
        return
    if unknown:
        yield LeftOut(f"{name}:1", "unknown-column", f"not read: {unknown!r}", wrong=False)
    reader = _Rows(name)
    for line, cells in table:
        row = {column: _unguarded(cell) for column, cell in zip(columns, cells, strict=False)}
        yield from reader.items(row, line)


class _Table:
    """The rows of a CSV file, blank ones left out, each with the number of its first line."""

    def __init__(self, lines: Lines) -> None:
        self._line = self._first = 0
        source = self._counted(lines)
        header = next(source, "")
        self._cells = csv.reader(self._from(header, source), delimiter=_delimiter(header))

    def __iter__(self) -> "_Table":
        return self

    def __next__(self) -> tuple[int, list[str]]:
        while True:
            first = self._line + 1 if self._first else 1
            cells = next(self._cells)
            self._first = first
            if any(cell.strip() for cell in cells):
                return first, cells

    def _counted(self, lines: Lines) -> Iterator[str]:
        for number, line in lines:
            self._line = number
            yield line

    @staticmethod
    def _from(header: str, rest: Iterator[str]) -> Iterator[str]:
        yield header
        yield from rest


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _column(cell: str) -> str:
    name = "_".join(cell.strip().lower().split())
    return _ALSO.get(name, name)


def _unguarded(cell: str) -> str:
    return (cell[1:] if _GUARDED.match(cell) else cell).strip()


class _Rows:
    """Rows to items; an office that several rows name is given once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._offices: set[str] = set()

    def items(self, row: Row, line: int) -> Iterator[Item | LeftOut]:
        """What one row gives, whole, or why it gives nothing."""
        try:
            yield from list(self._items(row))
        except ValueError as error:
            yield LeftOut(f"{self._name}:{line}", "bad-row", str(error))

    def _items(self, row: Row) -> Iterator[Item]:
        holder = _holder(row)
        office = _office(row)
        if holder is None and office is None:
            raise ValueError("a row needs a name, or an office")
        if office is None and not row.get("name"):
            raise ValueError(f"a row of the id {row.get('id')!r} needs a name, or an office")
        if row.get("name") and holder:
            yield _actor(row, holder)
        if office is None:
            return
        if office.id not in self._offices:
            self._offices.add(office.id)
            yield office
        if holder or _cell(row, "from") or _cell(row, "to"):
            yield _tenure(row, office, holder, self._name)


def _cell(row: Row, column: str) -> str:
    return row.get(column) or ""


def _holder(row: Row) -> str | None:
    """The id of the actor that the row speaks of."""
    kind = _KINDS.get(_cell(row, "kind").lower().replace("_", " ")) or _KINDS.get(
        _cell(row, "kind").lower()
    )
    if kind is None:
        kinds = ", ".join(ActorKind)
        raise ValueError(f"{_cell(row, 'kind')!r} is no kind of actor; write one of {kinds}")
    given, name = _cell(row, "id"), clean(_cell(row, "name"))
    if not given:
        return f"{kind}:{slug(name)}" if name else None
    own = kind_of(given)
    if own and _cell(row, "kind") and own is not kind:
        raise ValueError(f"the id {given!r} is that of another kind than {kind.value!r}")
    return actor_id(kind, given)


def _actor(row: Row, holder: str) -> KnownActor:
    names = clean_all([_cell(row, "name"), *_aliases(_cell(row, "aliases"))])
    wikidata = _cell(row, "wikidata").upper() or None
    if not names or not clean(_cell(row, "name")):
        raise ValueError(f"{_cell(row, 'name')!r} is no name")
    if wikidata and not WIKIDATA_ID.fullmatch(wikidata):
        raise ValueError(f"{wikidata!r} is no id of Wikidata; write Q and a number")
    external = _cell(row, "id").upper()
    if wikidata is None and WIKIDATA_ID.fullmatch(external):
        wikidata = external
    return KnownActor(holder, names, _country(row), wikidata)


def _aliases(cell: str) -> list[str]:
    r"""The names in a cell; `\;` is a semicolon of a name, `\\` a backslash."""
    parts = _ALIAS_ENDS.sub(r"\1" + "\x00", cell).split("\x00")
    return [re.sub(r"\\([\\;])", r"\1", part) for part in parts]


def _country(row: Row) -> str | None:
    code = _cell(row, "country").lower()
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise ValueError(f"{_cell(row, 'country')!r} is no country; write two letters, as RU")
    return code or None


def _office(row: Row) -> Office | None:
    given = clean(_cell(row, "office"))
    if not given:
        return None
    if is_office_id(given):
        role, _, body = given.partition(":")
        role, body = _cell(row, "office_role") or role, _cell(row, "office_body") or body
        return Office(given, role, body, clean(_cell(row, "office_name")) or _words(role))
    country = _country(row)
    if country is None:
        raise ValueError(
            f"the office {given!r} needs a country, or a body, as 'foreign-minister:ru'"
        )
    role = role_named(given, country)
    return Office(f"{role}:{country}", role, country, given)


def _words(role: str) -> str:
    return role.replace("-", " ")


def _tenure(row: Row, office: Office, holder: str | None, name: str) -> Tenure:
    if holder is None:
        raise ValueError(f"the office {office.id!r} has days and no holder: add a name or an id")
    start, end = first_day(_cell(row, "from")), last_day(_cell(row, "to"))
    if start and end and end < start:
        raise ValueError(f"the tenure ends on {end}, before it begins on {start}")
    return Tenure(office.id, holder, start, end, clean(_cell(row, "source")) or name)
