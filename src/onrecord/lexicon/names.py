"""Given names that are one, surnames that are one, and what stands around them."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FILE = "names.toml"


@dataclass(frozen=True, slots=True)
class NameWords:
    """The lists of `names.toml`, in folded Latin letters.

    `given` and `families` tell for a name the numbers of the groups it stands in; `roots` its
    full form, that of the first group. `letters` maps letters of scripts without vowels to sounds.
    """

    given: Mapping[str, frozenset[int]]
    families: Mapping[str, frozenset[int]]
    roots: Mapping[str, str]
    first_families: frozenset[str]
    double_families: frozenset[str]
    titles: frozenset[str]
    compounding: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    letters: Mapping[str, str]


@cache
def name_words() -> NameWords:
    """The lists, read once."""
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    given: Sequence[Sequence[str]] = table["given"]
    families: Sequence[Sequence[str]] = table["families"]
    return NameWords(
        given=_numbers(given),
        families=_numbers(families),
        roots={name: group[0] for group in reversed([*given, *families]) for name in group},
        first_families=frozenset(table["first_families"]),
        double_families=frozenset(table["double_families"]),
        titles=frozenset(table["titles"]),
        compounding=frozenset(table["compounding"]),
        particles=frozenset(table["particles"]),
        suffixes=frozenset(table["suffixes"]),
        letters=dict(table["letters"]),
    )


def _numbers(groups: Iterable[Sequence[str]]) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for name in group:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
