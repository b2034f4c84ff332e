"""Actors that are known by name: people, bodies and states."""

from collections.abc import Mapping
from functools import cache

from onrecord.domain.office import KnownActor
from onrecord.lexicon.rows import read_rows
from onrecord.lexicon.states import State, states

_FOLDER = "actors"
_SEPARATOR = "|"


@cache
def known_actors() -> tuple[KnownActor, ...]:
    """The people and bodies of the tables under `actors/`, and every state of `states.csv`."""
    return (*people(), *bodies(), *(_of_state(state) for state in states().all))


@cache
def people() -> tuple[KnownActor, ...]:
    """Everyone who holds an office in the tenures."""
    return _read("people.csv")


@cache
def bodies() -> tuple[KnownActor, ...]:
    """Organisations and public bodies."""
    return _read("bodies.csv")


def _read(name: str) -> tuple[KnownActor, ...]:
    return tuple(_actor(row) for row in read_rows(_FOLDER, name))


def _actor(row: Mapping[str, str]) -> KnownActor:
    return KnownActor(
        id=row["id"],
        names=tuple(row["names"].split(_SEPARATOR)),
        country=row["country"] or None,
        wikidata=row["wikidata"] or None,
    )


def _of_state(state: State) -> KnownActor:
    return KnownActor(id=state.actor, names=(*state.names, *state.acronyms), country=state.code)
