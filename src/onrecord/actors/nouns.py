"""What sort of speaker a noun at the head of a source stands for."""

from enum import Enum, auto
from functools import lru_cache

from onrecord.lexicon.groups import groups
from onrecord.lexicon.titles import titles

_PERSON_ENDINGS = ("ers", "ors", "ists", "ians", "eers", "ants", "ents", "ees", "crats")


class Noun(Enum):
    """The classes of head nouns."""

    OFFICE = auto()
    OFFICES = auto()
    PERSON = auto()
    PEOPLE = auto()
    BODY = auto()
    BODIES = auto()
    TEXT = auto()
    UNKNOWN = auto()


@lru_cache(maxsize=4096)
def noun(word: str) -> Noun:
    """The class of a folded word; of a hyphenated one, that of its last part.

    >>> noun("minister"), noun("spokesmen"), noun("vice-chairman")
    (<Noun.OFFICE: 1>, <Noun.PEOPLE: 4>, <Noun.OFFICE: 1>)
    """
    known = _listed(word)
    if known is Noun.UNKNOWN and "-" in word:
        known = _listed(word.rpartition("-")[2])
    if known is Noun.UNKNOWN and word.endswith(_PERSON_ENDINGS):
        return Noun.PEOPLE
    return known


def _listed(word: str) -> Noun:
    persons, bodies = titles(), groups()
    table = (
        (persons.offices, Noun.OFFICE),
        (persons.people, Noun.PERSON),
        (persons.plural_offices, Noun.OFFICES),
        (persons.plural_people, Noun.PEOPLE),
        (bodies.followers, Noun.PERSON),
        (bodies.plural_followers, Noun.PEOPLE),
        (bodies.demonyms, Noun.PERSON),
        (bodies.plural_demonyms, Noun.PEOPLE),
        (persons.honorifics, Noun.PERSON),
        (bodies.texts, Noun.TEXT),
        (bodies.nouns, Noun.BODY),
        (bodies.plural_nouns, Noun.BODIES),
    )
    return next((kind for words, kind in table if word in words), Noun.UNKNOWN)
