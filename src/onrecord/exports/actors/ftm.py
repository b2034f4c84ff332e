"""Actors in FollowTheMoney's JSON lines.

An id there may have letters, digits, dots and hyphens: `person:irena-valk` is written
`person.irena-valk`, and an id that does not fit is a digest, with the id itself under `onrecord`,
where what FollowTheMoney has no property for is kept as well.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

from onrecord.domain.actor import ActorKind
from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.exports.actors.written import ActorsWritten, Item
from onrecord.exports.target import Target, opened

SCHEMATA: Mapping[str, str] = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.PUBLIC_BODY: "PublicBody",
    ActorKind.STATE: "PublicBody",
    ActorKind.GROUP: "Organization",
}
"""FollowTheMoney has no schema for a state or a group; our id, whose kind it keeps, says so."""

_DIGEST = 16
_PLAIN = re.compile(r"[0-9a-z](?:[0-9a-z-]*[0-9a-z])?(?:\.[0-9a-z](?:[0-9a-z-]*[0-9a-z])?)*")

Entity = dict[str, str | dict[str, str] | dict[str, list[str]]]


def write_actors_ftm(items: Iterable[Item], target: Target) -> ActorsWritten:
    """Write an entity an item, one a line."""
    written = ActorsWritten()
    with opened(target) as file:
        for item in items:
            line = json.dumps(_entity(item), ensure_ascii=False) + "\n"
            file.write(line.encode("utf-8", "replace"))
            written = written.plus(item)
    return written


def _entity(item: Item) -> Entity:
    if isinstance(item, KnownActor):
        return _actor(item)
    return _position(item) if isinstance(item, Office) else _occupancy(item)


def _actor(actor: KnownActor) -> Entity:
    kind = re.split("[:~]", actor.id, maxsplit=1)[0]
    properties = {
        "name": [actor.names[0]],
        "alias": list(actor.names[1:]),
        "country": [actor.country] if actor.country else [],
        "wikidataId": [actor.wikidata] if actor.wikidata else [],
    }
    id = _actor_id(actor.id)
    own = {} if _fits(actor.id) else {"id": actor.id}
    return _whole(id, SCHEMATA.get(kind, "LegalEntity"), properties, own)


def _position(office: Office) -> Entity:
    properties = {"name": [office.name], "country": _two_letters(office.body)}
    own = {"id": office.id, "role": office.role, "body": office.body}
    return _whole(_office_id(office.id), "Position", properties, own)


def _occupancy(tenure: Tenure) -> Entity:
    days = {"startDate": tenure.start, "endDate": tenure.end}
    source = "sourceUrl" if re.match("https?://", tenure.source) else "publisher"
    properties = {
        "holder": [_actor_id(tenure.holder)],
        "post": [_office_id(tenure.office)],
        **{name: [day.isoformat()] for name, day in days.items() if day},
        source: [tenure.source] if tenure.source else [],
    }
    return _whole(f"occupancy.{_digest(repr(tenure))}", "Occupancy", properties, {})


def _whole(
    id: str, schema: str, properties: Mapping[str, list[str]], own: Mapping[str, str]
) -> Entity:
    filled = {name: values for name, values in properties.items() if values}
    entity: Entity = {"id": id, "schema": schema, "properties": filled}
    return entity | {"onrecord": dict(own)} if own else entity


def _two_letters(body: str) -> list[str]:
    return [body] if re.fullmatch("[a-z]{2}", body) else []


def _fits(id: str) -> bool:
    """Whether an actor's id can be told from the entity's."""
    kind, colon, rest = id.partition(":")
    return kind in SCHEMATA and bool(colon) and bool(_PLAIN.fullmatch(rest))


def _actor_id(id: str) -> str:
    kind, _, rest = id.partition(":")
    return f"{kind.replace('_', '-')}.{rest}" if _fits(id) else f"actor.{_digest(id)}"


def _office_id(id: str) -> str:
    role, _, body = id.partition(":")
    plain = f"{role}.{body}"
    fits = "." not in role and bool(body) and bool(_PLAIN.fullmatch(plain))
    return f"position.{plain}" if fits else f"position.{_digest(id)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
