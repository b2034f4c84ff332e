"""Whether two statements may be the same speaker's."""

from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from onrecord.domain.reported import ReportedStatement
from onrecord.positions.wording.stems import spelled

SAME_NAME = 0.88
"""Jaro-Winkler likeness of two spellings of a surname in two transliterations."""

SHORTEST_NAME = 4

_LETTERS = (
    ("zh", "z"),
    ("sh", "s"),
    ("kh", "h"),
    ("qu", "kv"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
)
"""Letters that transliterations of one name differ in."""


class Voice(Enum):
    """What is known of two speakers."""

    SAME = "same"
    ALIKE = "alike"
    """Two actors whose names are spelled nearly the same."""
    OPEN = "open"
    """It is not known who one of them is."""
    OTHER = "other"


def voice_of(left: ReportedStatement, right: ReportedStatement) -> Voice:
    """Whether the two statements have a speaker in common."""
    left_ids, right_ids = ids_of(left), ids_of(right)
    if left_ids & right_ids:
        return Voice.SAME
    if not left_ids or not right_ids:
        return Voice.OPEN
    names = ((one.name, other.name) for one in left.speakers for other in right.speakers)
    return Voice.ALIKE if any(_alike(*pair) for pair in names) else Voice.OTHER


def ids_of(statement: ReportedStatement) -> frozenset[str]:
    """The actors that are known to speak."""
    return frozenset(actor.id for actor in statement.speakers if actor.id is not None)


def names_of(statement: ReportedStatement) -> frozenset[str]:
    """What speakers who may be the same are both found under: ids, and a surname's frame."""
    known = [actor for actor in statement.speakers if actor.id is not None]
    surnames = [words[-1] for actor in known if (words := _words(actor.name))]
    return ids_of(statement) | {f"{word[0]}…{word[-1]}" for word in surnames}


def _alike(left: str, right: str) -> bool:
    """Whether all words of the shorter name are in the longer, in another spelling."""
    words = sorted((_words(left), _words(right)), key=len)
    return bool(words[0]) and all(
        any(JaroWinkler.similarity(word, other) >= SAME_NAME for other in words[1])
        for word in words[0]
    )


def _words(name: str) -> list[str]:
    return [_sounded(spelled(word)) for word in name.split() if len(word) >= SHORTEST_NAME]


@lru_cache(maxsize=1 << 14)
def _sounded(word: str) -> str:
    """One spelling for what transliterations tell apart.

    >>> _sounded("quost") == _sounded("kvost"), _sounded("belkowar")
    (True, 'belkovar')
    """
    for letters, other in _LETTERS:
        word = word.replace(letters, other)
    return word
