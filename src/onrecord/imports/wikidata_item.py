"""One item of Wikidata, as an actor or an office."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from onrecord.domain.actor import ActorKind
from onrecord.domain.office import KnownActor, Office
from onrecord.imports.days import first_day, last_day
from onrecord.imports.ids import actor_id
from onrecord.imports.names import clean_all
from onrecord.imports.role_names import role_named

INSTANCE_OF = "P31"
CITIZENSHIP = "P27"
COUNTRY = "P17"
JURISDICTION = "P1001"
ISO_CODE = "P297"
POSITION_HELD = "P39"
START, END = "P580", "P582"

FIRST_LANGUAGES = ("en", "mul")
"""The preferred name is the label in the first of these, else in the first by code."""

_OFFICE = "office"
_PRECISIONS = {9: 4, 10: 7, 11: 10}
"""Characters of a date that are meant, by Wikidata's precision: year, month, day."""


@dataclass(frozen=True, slots=True)
class Held:
    """A position held, by the ids of the items."""

    holder: str
    position: str
    start: date | None
    end: date | None


class WikidataItem:
    """The parts of an item that are read here; what is not as it should be is passed over."""

    def __init__(self, entity: Mapping[str, object]) -> None:
        self._entity = entity
        self.id = str(entity["id"])

    def names(self) -> tuple[str, ...]:
        """Labels, then aliases, the preferred languages first."""
        labels, aliases = (
            _mapping(self._entity.get("labels")),
            _mapping(self._entity.get("aliases")),
        )
        said = [_text(labels.get(language)) for language in _ordered(labels)]
        for language in _ordered(aliases):
            said += [_text(alias) for alias in _list(aliases.get(language))]
        return clean_all(said)

    def statements(self, property: str) -> Iterator[Mapping[str, object]]:
        """The statements of a property, but for those that Wikidata deprecates."""
        claims = _mapping(self._entity.get("claims"))
        for statement in map(_mapping, _list(claims.get(property))):
            if statement.get("rank") != "deprecated":
                yield statement

    def values(self, property: str) -> Iterator[str]:
        """Ids of items, or strings."""
        for statement in self.statements(property):
            if value := _value(_mapping(statement.get("mainsnak"))):
                yield value


def actor_of(item: WikidataItem) -> KnownActor | None:
    """The actor that an item is; None where it is something else. Raises ValueError."""
    kind = _kind(item)
    if kind is None or kind == _OFFICE:
        return None
    names = item.names()
    if not names:
        raise ValueError(f"{item.id} has no label in any language")
    country = _country(item, COUNTRY if kind != ActorKind.PERSON else CITIZENSHIP)
    if kind == ActorKind.STATE and (code := _own_code(item)):
        return KnownActor(f"{kind}:{code}", names, code, item.id)
    return KnownActor(actor_id(ActorKind(kind), item.id), names, country, item.id)


def office_of(item: WikidataItem) -> Office | None:
    """The office that an item is; None where it is something else. Raises ValueError."""
    if _kind(item) != _OFFICE:
        return None
    names = item.names()
    country = _country(item, JURISDICTION) or _country(item, COUNTRY)
    if not names or country is None:
        raise ValueError(f"the position {item.id} needs a label and a country (P1001 or P17)")
    role = role_named(names[0], country)
    return Office(f"{role}:{country}", role, country, names[0])


def held_by(item: WikidataItem) -> Iterator[Held]:
    """The positions that an item says it held."""
    for statement in item.statements(POSITION_HELD):
        if position := _value(_mapping(statement.get("mainsnak"))):
            start, end = _time(statement, START), _time(statement, END)
            yield Held(item.id, position, first_day(start), last_day(end))


def _kind(item: WikidataItem) -> str | None:
    classes = _table()["classes"]
    return next((classes[found] for found in item.values(INSTANCE_OF) if found in classes), None)


def _country(item: WikidataItem, property: str) -> str | None:
    codes = _table()["items"]
    return next((codes[found].lower() for found in item.values(property) if found in codes), None)


def _own_code(item: WikidataItem) -> str | None:
    code = next(item.values(ISO_CODE), None) or _table()["items"].get(item.id)
    return code.lower() if code else None


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    text = files("onrecord.imports").joinpath("wikidata.toml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = tomllib.loads(text)
    return found


def _ordered(by_language: Mapping[str, object]) -> list[str]:
    first = [language for language in FIRST_LANGUAGES if language in by_language]
    return first + sorted(set(by_language) - set(first))


def _text(value: object) -> str:
    return str(_mapping(value).get("value") or "")


def _value(snak: Mapping[str, object]) -> str | None:
    """The id of the item, or the string, that a snak holds; None for "unknown" and "none"."""
    value = _mapping(snak.get("datavalue")).get("value")
    if isinstance(value, dict):
        value = value.get("id")
    return value if isinstance(value, str) and value else None


def _time(statement: Mapping[str, object], qualifier: str) -> str:
    """The date in the first qualifier that has one, as far as it is meant: 2004, 2004-03, …"""
    for snak in map(_mapping, _list(_mapping(statement.get("qualifiers")).get(qualifier))):
        value = _mapping(_mapping(snak.get("datavalue")).get("value"))
        time, precision = value.get("time"), value.get("precision")
        if isinstance(time, str) and isinstance(precision, int) and time.startswith("+"):
            return time[1:][: _PRECISIONS.get(precision, 0)]
    return ""


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
