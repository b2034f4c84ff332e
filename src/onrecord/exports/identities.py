"""Documents with the actors of a record in the place of name profiles."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from onrecord.domain.actor import Appearance
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.occasion import Party
from onrecord.domain.partition import APART
from onrecord.domain.statement import SpeakerLink, Statement
from onrecord.record.stored_actor import StoredActor

Linked = TypeVar("Linked", SpeakerLink, Party)
"""What may name an actor."""


def actor_ids(actors: Iterable[StoredActor]) -> Mapping[str, str]:
    """The actor of each node of the identity graph, but for those that go by their own id."""
    return {node: actor.id for actor in actors for node in actor.profiles if node != actor.id}


def as_actors(analysed: AnalysedDocument, ids: Mapping[str, str]) -> AnalysedDocument:
    """The document with each profile replaced by its actor; two profiles of one become one."""

    def actor(profile: str) -> str:
        apart = f"{profile}{APART}{analysed.document.id}"
        return ids.get(apart) or ids.get(profile, profile)

    def named(links: tuple[Linked, ...]) -> tuple[Linked, ...]:
        return tuple(
            replace(one, profile=actor(one.profile)) if one.profile else one for one in links
        )

    def identified(statement: Statement) -> Statement:
        met, act = statement.occasion, statement.act
        return replace(
            statement,
            speakers=named(statement.speakers),
            occasion=replace(met, counterparts=named(met.counterparts)) if met else None,
            addressees=named(statement.addressees),
            reported_via=named(statement.reported_via),
            act=replace(act, targets=named(act.targets)) if act else None,
        )

    appearing: dict[str, Appearance] = {}
    for appearance in analysed.appearances:
        found = replace(appearance, profile=actor(appearance.profile))
        known = appearing.get(found.profile)
        appearing[found.profile] = _joined(known, found) if known else found
    return replace(
        analysed,
        statements=tuple(map(identified, analysed.statements)),
        appearances=tuple(appearing.values()),
    )


def _joined(first: Appearance, second: Appearance) -> Appearance:
    """Two appearances that turned out to be one actor's."""
    return replace(
        first,
        names=tuple(sorted({*first.names, *second.names})),
        mentions=tuple(sorted({*first.mentions, *second.mentions})),
        country=first.country or second.country,
        offices=tuple(dict.fromkeys((*first.offices, *second.offices))),
    )
