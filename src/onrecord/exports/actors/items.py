"""The actors of a record as items of a table."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from onrecord.domain.office import KnownActor
from onrecord.domain.partition import is_known
from onrecord.exports.actors.written import Item
from onrecord.record import Record, StoredActor

_DIGEST = 8
"""Hexadecimal digits that set namesakes apart."""


def actor_items(record: Record) -> Iterator[Item]:
    """Every actor with all its names, then the offices and tenures that were imported.

    Terms are given to the actor whom their holder turned out to be.
    """
    wikidata = {actor.id: actor.wikidata for actor in record.known_actors() if actor.wikidata}
    holders: dict[str, str] = {}
    for actor in record.actors():
        item = _item(actor, wikidata)
        holders |= {node: item.id for node in actor.profiles if node != item.id and is_known(node)}
        yield item
    yield from record.offices()
    for tenure in record.tenures():
        yield replace(tenure, holder=holders.get(tenure.holder, tenure.holder))


def _item(actor: StoredActor, wikidata: dict[str, str]) -> KnownActor:
    linked = next((wikidata[node] for node in actor.profiles if node in wikidata), None)
    return KnownActor(table_id(actor), actor.names, actor.country, linked)


def table_id(actor: StoredActor) -> str:
    """A known actor's own id; else one made of its kind, name and profile."""
    if is_known(actor.id):
        return actor.id
    letters = unicodedata.normalize("NFKD", actor.name.casefold())
    name = re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode()).strip("-")
    digest = hashlib.sha256(actor.id.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    return f"{actor.kind}:{name}-{digest}" if name else f"{actor.kind}:{digest}"
