"""Titles and offices in front of a name, or after it."""

from functools import cache

from onrecord.lexicon.groups import groups
from onrecord.lexicon.names import name_words
from onrecord.lexicon.titles import titles

_LINKS = frozenset({"of", "for", "to", "the", "and", "s", "in", "at", "on", "a"})
_ALSO_NAMES = frozenset(
    {"christian", "jordan", "georgia", "israel", "chad", "green", "bill", "roman"}
)


@cache
def _title_words() -> frozenset[str]:
    return titles().before_names | name_words().titles


@cache
def _company() -> frozenset[str]:
    """What stands before and between titles and is part of no name."""
    where = groups()
    places = where.places | where.demonyms | where.proper
    return (titles().modifiers | places | _LINKS | titles().prepositions) - _ALSO_NAMES


def name_start(words: tuple[str, ...]) -> int:
    """The place of the first word of the name proper; 0 if nothing stands before it.

    >>> name_start(("russian", "foreign", "minister", "sergei", "lavrov"))
    3
    """
    known, company = _title_words(), _company()
    start, titled, linked = 0, False, False
    for place, word in enumerate(words[:-1]):
        if word in known and word not in titles().also_first_names:
            titled, linked, start = True, False, place + 1
        elif word in company:
            linked = linked or (titled and word in ("of", "for"))
            start = place + 1 if linked else start
        else:
            break
    return start if titled else 0


def is_description(words: tuple[str, ...]) -> bool:
    """Whether what follows a comma describes the person: `US Secretary of State`."""
    known, company = _title_words(), _company()
    return any(word in known for word in words) and all(w in known or w in company for w in words)
