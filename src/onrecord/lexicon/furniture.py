"""How the lines of a news page look that are no part of the report."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FILE = "furniture.toml"


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lists of `furniture.toml`: phrases in lower case, patterns as regular expressions."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    patterns: tuple[str, ...]
    teaser_heads: frozenset[str]
    caption_starts: tuple[str, ...]
    credits: tuple[str, ...]
    byline_starts: tuple[str, ...]
    bylines: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    agencies: tuple[str, ...]
    stamps: tuple[str, ...]
    not_places: frozenset[str]
    verbs: frozenset[str]


@cache
def furniture() -> Furniture:
    """The lists, read once."""
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    lists: Mapping[str, Mapping[str, Sequence[str]]] = table
    return Furniture(
        lines=frozenset(_lower(lists["furniture"]["lines"])),
        starts=_lower(lists["furniture"]["starts"]),
        ends=_lower(lists["furniture"]["ends"]),
        patterns=tuple(lists["furniture"]["patterns"]),
        teaser_heads=frozenset(_lower(lists["teasers"]["heads"])),
        caption_starts=_lower(lists["captions"]["starts"]),
        credits=tuple(lists["captions"]["credits"]),
        byline_starts=_lower(lists["bylines"]["starts"]),
        bylines=tuple(lists["bylines"]["patterns"]),
        months=tuple(lists["datelines"]["months"]),
        weekdays=tuple(lists["datelines"]["weekdays"]),
        agencies=tuple(lists["datelines"]["agencies"]),
        stamps=_lower(lists["datelines"]["stamps"]),
        not_places=frozenset(lists["datelines"]["not_places"]),
        verbs=frozenset(_lower(lists["speech"]["verbs"])),
    )


def _lower(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(phrase.lower() for phrase in phrases)
