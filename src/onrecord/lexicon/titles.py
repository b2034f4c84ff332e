"""Words that stand before a person's name, or stand for a person."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.lexicon.inflection import plural

_FILE = "titles.toml"


@dataclass(frozen=True, slots=True)
class Titles:
    """The lists of `titles.toml`, in lower case.

    `before_names` is every word after which a name may begin, in the singular and the plural;
    `plural_offices` and `plural_people` are the plural forms alone.
    """

    honorifics: frozenset[str]
    civil: frozenset[str]
    offices: frozenset[str]
    people: frozenset[str]
    plural_offices: frozenset[str]
    plural_people: frozenset[str]
    before_names: frozenset[str]
    also_surnames: frozenset[str]
    also_first_names: frozenset[str]
    modifiers: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    pronouns: frozenset[str]
    pronoun_company: frozenset[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    prepositions: frozenset[str]
    relatives: frozenset[str]
    calendar: frozenset[str]
    sentence_words: frozenset[str]


@cache
def titles() -> Titles:
    """The lists, read once."""
    table = tomllib.loads(files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8"))
    lists: Mapping[str, Mapping[str, Sequence[str]]] = table
    persons = {name: frozenset(words) for name, words in lists["persons"].items()}
    grammar = {name: frozenset(words) for name, words in lists["grammar"].items()}
    offices, people = persons["offices"], persons["people"]
    plural_offices = frozenset(map(plural, offices))
    plural_people = frozenset(map(plural, people)) | persons["irregular_plurals"]
    return Titles(
        honorifics=persons["honorifics"],
        civil=persons["civil"],
        offices=offices,
        people=people,
        plural_offices=plural_offices,
        plural_people=plural_people,
        before_names=persons["honorifics"] | offices | people | plural_offices | plural_people,
        also_surnames=persons["also_surnames"],
        also_first_names=persons["also_first_names"],
        modifiers=persons["modifiers"],
        particles=persons["particles"],
        suffixes=persons["suffixes"],
        pronouns=grammar["pronouns"],
        pronoun_company=grammar["pronoun_company"],
        determiners=grammar["determiners"],
        definite=grammar["definite"],
        prepositions=grammar["prepositions"],
        relatives=grammar["relatives"],
        calendar=grammar["calendar"],
        sentence_words=grammar["sentence_words"],
    )
