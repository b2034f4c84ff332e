"""Actors, offices and tenures in FollowTheMoney's JSON lines, one entity a line.

Read are Person, Organization, Company, LegalEntity and PublicBody; Position and Occupancy. Other
schemata, and a person's free-text `position`, which has neither a body nor days, are left out.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.domain.actor import ActorKind
from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.imports.days import first_day, last_day
from onrecord.imports.ftm_ids import decoded_actor, decoded_office
from onrecord.imports.ids import WIKIDATA_ID, actor_id
from onrecord.imports.item import Item, LeftOut
from onrecord.imports.names import clean, clean_all
from onrecord.imports.role_names import role_named
from onrecord.imports.source import Lines

KINDS: Mapping[str, ActorKind] = {
    "Person": ActorKind.PERSON,
    "Organization": ActorKind.ORGANISATION,
    "Company": ActorKind.ORGANISATION,
    "LegalEntity": ActorKind.ORGANISATION,
    "PublicBody": ActorKind.PUBLIC_BODY,
}
NAMES = ("name", "alias", "previousName", "abbreviation", "weakAlias")
COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry")

Properties = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Entity:
    """One line: `own` is what our exports add where FollowTheMoney has no place for it."""

    id: str
    schema: str
    properties: Properties
    own: Mapping[str, str] = field(default_factory=dict)

    def first(self, *names: str) -> str:
        """The first value of the first property that has one."""
        return next((v for name in names for v in self.properties.get(name, ())), "")

    def all(self, *names: str) -> list[str]:
        """All values of the properties, in their order."""
        return [value for name in names for value in self.properties.get(name, ())]


def read_ftm(lines: Lines, name: str) -> Iterator[Item | LeftOut]:
    """What the lines give; `name` is the file's, for messages and where no source is given."""
    reader = _Entities(name)
    for number, line in lines:
        if line.strip():
            yield from reader.items(line, number)
    yield from reader.rest()


@dataclass(frozen=True, slots=True)
class _Occupancy:
    """A tenure whose office has not come yet."""

    post: str
    holder: str
    entity: Entity
    line: int


class _Entities:
    """Entities to items. In memory are the ids of offices, and tenures that wait for theirs."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._offices: dict[str, str] = {}
        self._actors: dict[str, str] = {}
        self._waiting: dict[str, list[_Occupancy]] = {}

    def items(self, line: str, number: int) -> Iterator[Item | LeftOut]:
        """What one line gives, or why it gives nothing."""
        try:
            yield from list(self._items(_entity(line), number))
        except ValueError as error:
            yield LeftOut(self._place(number), "bad-row", str(error))

    def rest(self) -> Iterator[LeftOut]:
        """Tenures whose office never came."""
        for post, waiting in self._waiting.items():
            for occupancy in waiting:
                detail = f"the position {post!r} is not in the file: add its entity"
                yield LeftOut(self._place(occupancy.line), "unknown-office", detail)

    def _items(self, entity: Entity, number: int) -> Iterator[Item | LeftOut]:
        if entity.schema in KINDS:
            yield self._actor(entity)
            if entity.all("position"):
                detail = "positions without days and body; occupancies are read"
                yield LeftOut(self._place(number), "free-text-position", detail, wrong=False)
        elif entity.schema == "Position":
            yield from self._office(entity)
        elif entity.schema == "Occupancy":
            yield from self._tenures(entity, number)
        else:
            detail = f"the schema {entity.schema!r} has no actor"
            yield LeftOut(self._place(number), "other-schema", detail, wrong=False)

    def _actor(self, entity: Entity) -> KnownActor:
        kind = KINDS[entity.schema]
        found = entity.own.get("id") or decoded_actor(entity.id) or actor_id(kind, entity.id)
        if entity.own.get("id"):
            self._actors[entity.id] = found
        names = clean_all(entity.all(*NAMES)) or clean_all([_full_name(entity)])
        if not names:
            raise ValueError(f"the entity {entity.id!r} has no name")
        external = entity.id if WIKIDATA_ID.fullmatch(entity.id) else None
        wikidata = entity.first("wikidataId") or external
        return KnownActor(found, names, _country(entity), wikidata)

    def _office(self, entity: Entity) -> Iterator[Item]:
        office = _office(entity)
        self._offices[entity.id] = office.id
        yield office
        for waiting in self._waiting.pop(entity.id, ()):
            yield self._tenure(waiting, office.id)

    def _tenures(self, entity: Entity, number: int) -> Iterator[Tenure]:
        holders, posts = entity.all("holder"), entity.all("post")
        if not holders or not posts:
            raise ValueError(f"the occupancy {entity.id!r} needs a holder and a post")
        for occupancy in (_Occupancy(p, h, entity, number) for h in holders for p in posts):
            _days(entity)
            if office := self._offices.get(occupancy.post):
                yield self._tenure(occupancy, office)
            else:
                self._waiting.setdefault(occupancy.post, []).append(occupancy)

    def _tenure(self, occupancy: _Occupancy, office: str) -> Tenure:
        holder, entity = occupancy.holder, occupancy.entity
        known = self._actors.get(holder) or decoded_actor(holder)
        start, end = _days(entity)
        source = clean(entity.first("sourceUrl", "publisher")) or self._name
        return Tenure(office, known or actor_id(ActorKind.PERSON, holder), start, end, source)

    def _place(self, number: int) -> str:
        return f"{self._name}:{number}"


def _entity(line: str) -> Entity:
    try:
        found = _mapping(json.loads(line.strip().rstrip(",")))
    except ValueError as error:
        raise ValueError(f"the line is no JSON: {error}") from error
    except RecursionError as error:
        raise ValueError("the line is nested too deep") from error
    id, schema = _strings(found).get("id"), _strings(found).get("schema")
    if not id or not schema:
        raise ValueError("the line is no entity: it needs an id, a schema and properties")
    properties = _mapping(found.get("properties"))
    values = {key: _values(value) for key, value in properties.items()}
    return Entity(id, schema, values, _strings(_mapping(found.get("onrecord"))))


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _strings(found: Mapping[str, object]) -> dict[str, str]:
    return {key: value for key, value in found.items() if isinstance(value, str)}


def _values(value: object) -> list[str]:
    """Values of a property: strings, or entities that stand for their id."""
    several = value if isinstance(value, list) else [value]
    ids = [one.get("id") if isinstance(one, dict) else one for one in several]
    return [one for one in ids if isinstance(one, str) and one.strip()]


def _full_name(entity: Entity) -> str:
    return " ".join(filter(None, (entity.first("firstName"), entity.first("lastName"))))


def _country(entity: Entity) -> str | None:
    """The first code of two letters; FollowTheMoney's own codes are no ISO codes."""
    codes = (code.lower() for code in entity.all(*COUNTRIES))
    return next((code for code in codes if len(code) == 2 and code.isalpha()), None)


def _office(entity: Entity) -> Office:
    own = entity.own
    name = clean(entity.first("name", "caption"))
    if own.get("id") and own.get("role") and own.get("body"):
        return Office(own["id"], own["role"], own["body"], name)
    if not name:
        raise ValueError(f"the position {entity.id!r} has no name")
    if decoded := decoded_office(entity.id):
        role, _, body = decoded.partition(":")
        return Office(decoded, role, body, name)
    country = _country(entity)
    if country is None:
        raise ValueError(f"the position {entity.id!r} has no country of two letters")
    role = role_named(name, country)
    return Office(f"{role}:{country}", role, country, name)


def _days(entity: Entity) -> tuple[date | None, date | None]:
    start, end = first_day(entity.first("startDate")), last_day(entity.first("endDate"))
    if start and end and end < start:
        raise ValueError(f"the occupancy {entity.id!r} ends before it begins")
    return start, end
