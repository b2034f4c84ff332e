"""Words in the names of organisations and public bodies, and what they are in other languages."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FILE = "bodies.toml"


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The lists of `bodies.toml`, in folded Latin letters.

    `meanings` maps a word to the word that names its meaning; `phrases` maps runs of words to one
    or more meanings; `states` maps what states are called abroad to `@` and their code.
    """

    function_words: frozenset[str]
    legal_forms: frozenset[str]
    kinds: frozenset[str]
    meanings: Mapping[str, str]
    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    states: Mapping[tuple[str, ...], str]


@cache
def body_words() -> BodyWords:
    """The lists, read once."""
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    groups: Sequence[Mapping[str, Sequence[str]]] = table["same"]
    phrases: Mapping[str, Sequence[str]] = table["phrases"]
    states: Mapping[str, Sequence[str]] = table["states"]
    return BodyWords(
        function_words=frozenset(table["function_words"]),
        legal_forms=frozenset(table["legal_forms"]),
        kinds=frozenset(table["kinds"]),
        meanings={word: group["words"][0] for group in groups for word in group["words"]},
        phrases={tuple(words.split()): tuple(meant) for words, meant in phrases.items()},
        states={
            tuple(name.split()): f"@{code}" for code, names in states.items() for name in names
        },
    )
