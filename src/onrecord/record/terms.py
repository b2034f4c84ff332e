"""What somebody typed to look up: plain words, "phrases" and beginnings with a `*`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import InvalidQuery

MAX_TERMS = 100
"""FTS5 parses expressions up to 256 deep; a query of more words than this is a mistake."""

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase; where `begins`, whatever begins with it will do."""

    words: str
    begins: bool = False


def terms(words: str) -> Iterator[Term]:
    """The terms of `words`, punctuation and all.

    >>> [*terms('valk "not yield" mara*')][1:]
    [Term(words='not yield', begins=False), Term(words='mara*', begins=True)]
    """
    for phrase, word in _TERM.findall(words):
        yield Term(phrase or word, word.endswith("*"))


def check_number(number: int, filter_name: str) -> None:
    """Raise InvalidQuery where there are too many terms."""
    if number > MAX_TERMS:
        raise InvalidQuery(
            f"the filter {filter_name!r} has {number} words, which is more than {MAX_TERMS}: "
            "look for fewer"
        )
