"""Actors, offices and tenures in Wikidata's JSON: the lines of a dump, an array, or a web answer.

Of an item are read its labels and aliases in all languages, what it is an instance of (P31), the
citizenship (P27) or country (P17), and positions held (P39) with their days (P580, P582). A
position gets a name and a body from its own item, which has to be in the same file.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.imports.item import Item, LeftOut
from onrecord.imports.source import Lines
from onrecord.imports.wikidata_item import (
    Held,
    WikidataItem,
    actor_of,
    held_by,
    office_of,
)


def read_wikidata(lines: Lines, name: str) -> Iterator[Item | LeftOut]:
    """What the file gives; `name` is the file's, for messages."""
    reader = _Items(name)
    for number, entity in _entities(lines):
        if isinstance(entity, str):
            yield LeftOut(f"{name}:{number}", "bad-row", entity)
        else:
            yield from reader.items(WikidataItem(entity), number)
    yield from reader.rest()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A tenure whose office has not come yet."""

    held: Held
    holder: str
    line: int


class _Items:
    """Items to actors. In memory are the ids of offices, and tenures that wait for theirs."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._offices: dict[str, str] = {}
        self._waiting: dict[str, list[_Waiting]] = {}

    def items(self, item: WikidataItem, number: int) -> Iterator[Item | LeftOut]:
        """What one item gives, or why it gives nothing."""
        place = f"{self._name}:{number}"
        try:
            found = office_of(item) or actor_of(item)
            if found is None:
                detail = f"{item.id}: it is an instance of nothing that is known here"
                yield LeftOut(place, "other-class", detail, wrong=False)
            elif isinstance(found, Office):
                yield from self._office(item, found)
            else:
                yield found
                yield from self._tenures(item, found, number)
        except ValueError as error:
            yield LeftOut(place, "bad-row", str(error))

    def rest(self) -> Iterator[LeftOut]:
        """Tenures whose office never came, one line a position."""
        for position, waiting in sorted(self._waiting.items()):
            detail = f"{len(waiting)} held {position}, whose item is not in the file: add it"
            yield LeftOut(f"{self._name}:{waiting[0].line}", "unknown-office", detail, wrong=False)

    def _office(self, item: WikidataItem, office: Office) -> Iterator[Item]:
        self._offices[item.id] = office.id
        yield office
        for waiting in self._waiting.pop(item.id, ()):
            yield _tenure(office.id, waiting.holder, waiting.held)

    def _tenures(self, item: WikidataItem, holder: KnownActor, number: int) -> Iterator[Tenure]:
        for held in held_by(item):
            if office := self._offices.get(held.position):
                yield _tenure(office, holder.id, held)
            else:
                waiting = _Waiting(held, holder.id, number)
                self._waiting.setdefault(held.position, []).append(waiting)


def _tenure(office: str, holder: str, held: Held) -> Tenure:
    return Tenure(office, holder, held.start, held.end, f"Wikidata {held.holder}")


def _entities(lines: Lines) -> Iterator[tuple[int, Mapping[str, object] | str]]:
    """Items with the number of their line, or what is wrong with a line.

    A dump has an item a line; a file that is laid out over lines is read whole.
    """
    numbered: Lines = ((number, line) for number, line in lines if line.strip())
    first = next(numbered, None)
    if first is None:
        return
    if first[1].strip() != "[" and not _parses(first[1]):
        rest = list(numbered)
        whole = "".join([first[1], *(line for _, line in rest)])
        if _parses(whole):
            yield from _of_value(first[0], json.loads(whole))
            return
        numbered = iter(rest)
    elif first[1].strip() == "[":
        numbered, first = _laid_out(numbered), None
    for number, line in chain([first] if first else [], numbered):
        yield from _of_line(number, line)


def _laid_out(lines: Lines) -> Lines:
    """The lines after an opening bracket, joined where an array is laid out over lines."""
    first = next(lines, None)
    if first is None:
        return
    if _parses(first[1].strip().rstrip(",")) or first[1].strip() == "]":
        yield from chain([first], lines)
        return
    whole = "".join(["[", first[1], *(line for _, line in lines)])
    yield first[0], whole.replace("\n", " ").replace("\r", " ")


def _parses(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _of_line(number: int, line: str) -> Iterator[tuple[int, Mapping[str, object] | str]]:
    bare = line.strip().rstrip(",")
    if bare in {"[", "]", ""}:
        return
    try:
        yield from _of_value(number, json.loads(bare))
    except ValueError as error:
        yield number, f"the line is no JSON: {error}"
    except RecursionError:
        yield number, "the line is nested too deep"


def _of_value(number: int, value: object) -> Iterator[tuple[int, Mapping[str, object] | str]]:
    """The items in an array, in an answer of the web service, or the item itself."""
    if isinstance(value, list):
        for one in value:
            yield from _of_value(number, one)
    elif isinstance(value, dict) and isinstance(value.get("entities"), dict):
        for one in value["entities"].values():
            yield from _of_value(number, one)
    elif isinstance(value, dict) and isinstance(value.get("id"), str):
        yield number, value
    else:
        yield number, "there is no item of Wikidata in the line"
