"""Roles, what they are called, and the offices that exist: a role at a state or a body."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.domain.office import Office
from onrecord.lexicon.known_actors import bodies, known_actors
from onrecord.lexicon.roles import Role, WordLists, role_of
from onrecord.lexicon.states import State, StateStatus, states
from onrecord.lexicon.tenures import tenure_rows, tenures

__all__ = ["Leaders", "OfficeWords", "known_actors", "office_words", "offices", "tenures"]

_FILE = "offices.toml"


@dataclass(frozen=True, slots=True)
class Leaders:
    """Whose head "the leader" of a state is, where it is not the president; codes of states."""

    prime_minister: frozenset[str]
    monarch: frozenset[str]
    supreme_leader: frozenset[str]
    unclear: frozenset[str]


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The tables of `offices.toml`, ready for the reading of phrases.

    `dropped` words are left out before wordings are compared, `ignored` ones say nothing of the
    post, `former` ones that it is no longer held, `towards` ones come before the state or region
    an envoy is for. `body_words` and `targets` give further names of bodies and regions; names of
    bodies `with_article` take "the".
    """

    roles: tuple[Role, ...]
    leaders: Leaders
    leader: frozenset[str]
    envoy: frozenset[str]
    dropped: frozenset[str]
    ignored: frozenset[str]
    former: frozenset[str]
    towards: frozenset[str]
    body_words: Mapping[str, tuple[str, ...]]
    targets: Mapping[str, tuple[str, ...]]
    with_article: frozenset[str]


@cache
def office_words() -> OfficeWords:
    """The tables, read once."""
    raw = files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8")
    table = tomllib.loads(raw)
    words: WordLists = table["words"]
    groups: Mapping[str, Sequence[str]] = table["states"]
    return OfficeWords(
        roles=tuple(role_of(entry, words, groups) for entry in table["role"]),
        leaders=Leaders(
            prime_minister=frozenset(groups["led_by_prime_minister"]),
            monarch=frozenset(groups["led_by_monarch"]),
            supreme_leader=frozenset(groups["led_by_supreme_leader"]),
            unclear=frozenset(groups["leader_unclear"]),
        ),
        leader=frozenset(words["leader"]),
        envoy=frozenset(words["envoy"]),
        dropped=frozenset(words["dropped"]),
        ignored=frozenset(words["ignored"]),
        former=frozenset(words["former"]),
        towards=frozenset(words["towards"]),
        body_words={body: tuple(names) for body, names in table["bodies"].items()},
        targets={target: tuple(names) for target, names in table["targets"].items()},
        with_article=frozenset(groups["with_article"]),
    )


@cache
def offices() -> tuple[Office, ...]:
    """Every office that a role of the table or a tenure names, in order of id."""
    found = {office.id: office for office in (*_of_roles(), *_of_tenures())}
    return tuple(found[id] for id in sorted(found))


def _of_roles() -> Iterator[Office]:
    names = body_names()
    for role in office_words().roles:
        for body in sorted(role.bodies & names.keys()):
            yield _office(role.id, role.titles.get(body, role.title), body, names[body])


def _of_tenures() -> Iterator[Office]:
    """Offices towards a state ("special-envoy-sy:un") are known by their holders alone."""
    names = body_names()
    declared = {role.id for role in office_words().roles}
    for office in sorted({row["office"] for row in tenure_rows()}):
        role, body = office.split(":")
        if role not in declared:
            yield _office(role, _towards(role), body, names.get(body, body))


def _towards(role: str) -> str:
    """`special-envoy-sy` to `Special Envoy for Syria`."""
    stem, _, target = role.rpartition("-")
    state = states().get(target)
    if state is None or not stem:
        return role.replace("-", " ").capitalize()
    place = _with_article(state)
    if stem.endswith("-to"):
        return f"{stem.removesuffix('-to').replace('-', ' ').capitalize()} to {place}"
    return f"{stem.replace('-', ' ').title()} for {place}"


def _office(role: str, title: str, body: str, name: str) -> Office:
    return Office(id=f"{role}:{body}", role=role, body=body, name=f"{title} of {name}")


@cache
def body_names() -> Mapping[str, str]:
    """What stands after "of", by code of a state and by slug of an organisation."""
    sovereign = (state for state in states().all if state.status is not StateStatus.TERRITORY)
    names = {state.code: _with_article(state) for state in sovereign}
    names["hk"] = "Hong Kong"
    slugs = ((actor.id.partition(":")[2], actor.names[0]) for actor in bodies())
    organisations = {slug: _article(slug) + name for slug, name in slugs}
    return organisations | names


def _with_article(state: State) -> str:
    return _article(state.code) + state.name


def _article(body: str) -> str:
    return "the " if body in office_words().with_article else ""
