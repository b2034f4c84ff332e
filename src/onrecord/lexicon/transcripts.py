"""How official transcripts are laid out."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FILE = "transcripts.toml"


@dataclass(frozen=True, slots=True)
class TranscriptWords:
    """The lists of `transcripts.toml`, in lower case."""

    nameless: frozenset[str]
    before_names: frozenset[str]
    links: frozenset[str]
    openers: frozenset[str]
    spoken: tuple[str, ...]
    directions: tuple[str, ...]
    lines: frozenset[str]


@cache
def transcript_words() -> TranscriptWords:
    """The lists, read once."""
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    lists: Mapping[str, Mapping[str, Sequence[str]]] = table
    labels, asides = lists["labels"], lists["asides"]
    return TranscriptWords(
        nameless=frozenset(labels["nameless"]),
        before_names=frozenset(labels["before_names"]),
        links=frozenset(labels["links"]),
        openers=frozenset(labels["openers"]),
        spoken=tuple(labels["spoken"]),
        directions=tuple(asides["directions"]),
        lines=frozenset(asides["lines"]),
    )
