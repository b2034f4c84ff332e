"""Words as they are compared: folded, without endings, without those that tell nothing."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.domain.span import Span
from onrecord.lexicon.folding import fold_phrase
from onrecord.lexicon.stance import stance_words

_TOKEN = re.compile(r"U\.S\.A?\.?|[^\W_]+(?:[-’'][^\W_]{3,})*")
_AMERICA = frozenset({"US", "USA", "U.S.", "U.S", "U.S.A.", "U.S.A"})
SHORTEST = 3
"""Letters of a stem that an ending may be cut from: `need` keeps its `ed`."""


def stems(text: str) -> frozenset[str]:
    """The stems of a text.

    >>> sorted(stems("The US withdrew its troops."))
    ['america', 'troop', 'withdraw']
    """
    found = {_stem_of(token) for token in _TOKEN.findall(text)}
    found.discard("")
    return frozenset(found)


def placed_stems(text: str) -> Iterator[tuple[str, Span]]:
    """Each word that tells something, as its stem, and where it stands."""
    for match in _TOKEN.finditer(text):
        stem = _stem_of(match[0])
        if stem:
            yield stem, Span(*match.span())


@lru_cache(maxsize=65536)
def _stem_of(token: str) -> str:
    """The stem, empty where the word tells nothing.

    >>> [_stem_of(word) for word in ("Removal", "removed", "parties", "strikes", "The", "US")]
    ['remov', 'remov', 'part', 'strik', '', 'america']
    """
    if token in _AMERICA:
        return "america"
    folded = fold_phrase(token).replace(" ", "")
    words = stance_words()
    if folded in words.stop or len(folded) < 2:
        return ""
    return stem(folded)


def stem(folded: str) -> str:
    """What is left of a folded word without its ending."""
    known = _irregular().get(folded) or _irregular().get(folded.removesuffix("s"))
    return known if known is not None else cut(folded)


def cut(folded: str) -> str:
    """Without regular endings, a doubled consonant made single."""
    for ending in stance_words().endings:
        if folded.endswith(ending) and len(folded) - len(ending) >= SHORTEST:
            if ending == "s" and folded.endswith("ss"):
                return folded
            bare = folded[: -len(ending)]
            if len(bare) > SHORTEST and bare[-1] == bare[-2] and bare[-1] not in "aeiouls":
                bare = bare[:-1]
            if bare.endswith("y"):
                bare = bare[:-1]
            return bare
    return folded[:-1] if folded.endswith("y") and len(folded) > SHORTEST else folded


@cache
def _irregular() -> dict[str, str]:
    return {form: cut(word) for form, word in stance_words().irregular.items()}


@cache
def kin_of() -> dict[str, frozenset[str]]:
    """Of a stem, those that say nearly the same."""
    found: dict[str, set[str]] = {}
    for group in stance_words().kin:
        members = {stem(word) for word in group}
        for member in members:
            found.setdefault(member, set()).update(members - {member})
    return {member: frozenset(others) for member, others in found.items()}
