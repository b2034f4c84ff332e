"""Words that name or head a body, a state, a place or a kind of people."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.lexicon.inflection import plural

_FILE = "groups.toml"


@dataclass(frozen=True, slots=True)
class Groups:
    """The lists of `groups.toml`, in lower case; phrases are words joined by single spaces.

    `proper` is every name that stands for a body or a place by itself; `nouns`, `demonyms`,
    `followers` and `texts` hold the singular, the fields named `plural_…` the plural.
    """

    places: frozenset[str]
    proper: frozenset[str]
    demonyms: frozenset[str]
    plural_demonyms: frozenset[str]
    nouns: frozenset[str]
    plural_nouns: frozenset[str]
    texts: frozenset[str]
    followers: frozenset[str]
    plural_followers: frozenset[str]


@cache
def groups() -> Groups:
    """The lists, read once."""
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    lists: Mapping[str, Mapping[str, Sequence[str]]] = table
    places, bodies = lists["places"], lists["bodies"]
    where = frozenset([*places["countries"], *places["capitals"], *places["regions"]])
    return Groups(
        places=where,
        proper=where | frozenset([*bodies["metonyms"], *bodies["names"]]),
        demonyms=frozenset(places["demonyms"]),
        plural_demonyms=frozenset(map(plural, places["demonyms"])),
        nouns=frozenset(bodies["nouns"]),
        plural_nouns=frozenset(map(plural, bodies["nouns"])),
        texts=frozenset(bodies["texts"]) | frozenset(map(plural, bodies["texts"])),
        followers=frozenset(bodies["followers"]),
        plural_followers=frozenset(map(plural, bodies["followers"])),
    )
