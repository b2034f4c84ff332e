"""Whether capitals stand for a name."""

from collections.abc import Sequence
from functools import lru_cache

# From this length on, a word may give two letters to an acronym (ASEAN: South-East).
_FREE_FROM = 4


@lru_cache(maxsize=1 << 16)
def stands_for(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether each of `words` gives its first letter, or its first two, in this order.

    >>> stands_for("kcna", ("korean", "central", "news", "agency"))
    True
    """
    if not words or len(words) > len(acronym) or len(acronym) < 2:
        return False
    if acronym == "".join(word[:1] for word in words):
        return True
    return len(acronym) >= _FREE_FROM and len(words) >= _FREE_FROM - 1 and _fits(acronym, words)


def _fits(rest: str, words: Sequence[str]) -> bool:
    if not words or not rest:
        return not words and not rest
    first, others = words[0], words[1:]
    return any(
        first.startswith(rest[:n]) and _fits(rest[n:], others) for n in (1, 2) if n <= len(rest)
    )
