"""The words by which a report says when, where, to whom and through whom something was said."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.lexicon.inflection import inflected, plural

_FILE = "occasions.toml"

Lists = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Addressing:
    """Forms of the verbs that are aimed at somebody, and what follows them; the file says what."""

    bare: frozenset[str]
    with_a_task: frozenset[str]
    on: frozenset[str]
    to: frozenset[str]
    that: frozenset[str]
    of: frozenset[str]
    tasks: frozenset[str]
    whereabouts: frozenset[str]
    never: frozenset[str]
    followers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Small words by what they do; the file says what."""

    pronouns: frozenset[str]
    definite: frozenset[str]
    articles: frozenset[str]
    dated_by: frozenset[str]
    placed_by: frozenset[str]
    unrealised: frozenset[str]
    quoting: frozenset[str]
    units: frozenset[str]
    close: frozenset[str]
    after_noun: frozenset[str]
    after_writing: frozenset[str]


@dataclass(frozen=True, slots=True)
class OccasionWords:
    """The lists of `occasions.toml`, in lower case; verbs in all forms, listeners with plurals.

    `nouns`, `verbs` and `phrases` map words to the value of their OccasionKind; `heads` maps words
    that open a part of a sentence to their class; `listeners` maps nouns to their class.
    """

    nouns: Mapping[str, str]
    phrases: Mapping[str, str]
    verbs: Mapping[str, str]
    heads: Mapping[str, str]
    allowed: Lists
    listeners: Mapping[str, str]
    fillers: frozenset[str]
    outlet_nouns: frozenset[str]
    outlet_parts: frozenset[str]
    anonymous_outlets: frozenset[str]
    writing: frozenset[str]
    continuing: frozenset[str]
    speech: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    earlier: Lists
    addressing: Addressing
    grammar: Grammar
    abbreviations: frozenset[str]


@cache
def occasion_words() -> OccasionWords:
    """The lists, read once."""
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    verbs: Mapping[str, Sequence[str]] = dict(table["verbs"])
    return OccasionWords(
        nouns=_by_word(table["nouns"]),
        phrases=_by_word(table["phrases"]),
        verbs=_by_word({kind: verbs[kind] for kind in ("social_media", "session")}),
        heads=_by_word(table["heads"]),
        allowed={head: frozenset(kinds) for head, kinds in table["allowed"].items()},
        listeners=_by_word(table["listeners"], plurals=True),
        fillers=frozenset(table["fillers"]["words"]),
        outlet_nouns=_with_plurals(table["outlets"]["nouns"]),
        outlet_parts=frozenset(table["outlets"]["parts"]),
        anonymous_outlets=frozenset(table["outlets"]["anonymous"]),
        writing=frozenset(verbs["writing"]),
        continuing=frozenset(verbs["continuing"]),
        speech=_forms(verbs["speech"], table["irregular"]),
        past=frozenset(verbs["past"]),
        present=frozenset(verbs["present"]),
        earlier={name: frozenset(words) for name, words in table["earlier"].items()},
        addressing=_addressing(table["addressing"], table["irregular"]),
        grammar=Grammar(**{name: frozenset(words) for name, words in table["grammar"].items()}),
        abbreviations=frozenset(table["sentences"]["abbreviations"]),
    )


def _by_word(groups: Mapping[str, Iterable[str]], plurals: bool = False) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, words in groups.items():
        for word in words:
            found[word] = name
            if plurals:
                found.setdefault(plural(word), name)
    return found


def _with_plurals(words: Sequence[str]) -> frozenset[str]:
    return frozenset(words) | frozenset(map(plural, words))


def _addressing(
    table: Mapping[str, Sequence[str]], irregular: Mapping[str, Sequence[str]]
) -> Addressing:
    return Addressing(
        bare=_forms(table["bare"], irregular),
        with_a_task=_forms(table["with_a_task"], irregular),
        on=_forms(table["on"], irregular),
        to=_forms(table["to"], irregular),
        that=_forms(table["that"], irregular),
        of=_forms(table["of"], irregular),
        tasks=frozenset(table["tasks"]),
        whereabouts=frozenset(table["whereabouts"]),
        never=frozenset(table["never"]),
        followers=frozenset(table["followers"]),
    )


def _forms(verbs: Iterable[str], irregular: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in irregular.get(verb) or inflected(verb))
