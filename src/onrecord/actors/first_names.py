"""Whether two names with the same last word may be one person's."""

from collections.abc import Sequence
from functools import lru_cache

MAX_EDITS = 2
"""Spellings of one first name differ by at most two letters (Sergei, Sergey; Orzhen, Orjen)."""

MIN_COMPARED = 4
"""Shorter first names are compared letter by letter: two edits would make Ann of Ian."""

MIN_SHARED_START = 3
"""A short form shares at least three letters with the long one (Alex, Alexander)."""

_SILENT = frozenset("aeiouhy")


def same_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names, as folded words without particles, may name one person.

    The last words must be the same; the first words, where both have one, must be spellings,
    initials or short forms of each other. Middle names do not count.

    >>> same_person(("sergei", "lavrov"), ("s", "lavrov"))
    True
    >>> same_person(("ylsa", "marrak"), ("tull", "marrak"))
    False
    """
    if left[-1] != right[-1]:
        return False
    if len(left) == 1 or len(right) == 1:
        return True
    return same_first_name(left[0], right[0])


@lru_cache(maxsize=4096)
def same_first_name(left: str, right: str) -> bool:
    """Whether one may be a spelling, an initial or a short form of the other."""
    if left == right:
        return True
    if left[:1] != right[:1]:
        return False
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return True
    if long.endswith("a") and not short.endswith("a"):
        return False
    if len(short) >= MIN_SHARED_START and long.startswith(short):
        return True
    return (
        len(short) >= MIN_COMPARED
        and _edits(short, long) <= MAX_EDITS
        and not _has_another_consonant(short, long)
    )


def _has_another_consonant(short: str, long: str) -> bool:
    """`Ivanka` is not `Ivana`: a sound was put in, where a spelling changes or doubles letters."""
    if len(short) == len(long):
        return False
    rest = iter(long)
    if not all(letter in rest for letter in short):
        return False
    return any(letter not in _SILENT and letter not in short for letter in long)


def _edits(left: str, right: str) -> int:
    """The Levenshtein distance."""
    if abs(len(left) - len(right)) > MAX_EDITS:
        return MAX_EDITS + 1
    row = list(range(len(right) + 1))
    for index, letter in enumerate(left, start=1):
        diagonal, row[0] = row[0], index
        for column, other in enumerate(right, start=1):
            cost = diagonal + (letter != other)
            diagonal = row[column]
            row[column] = min(cost, diagonal + 1, row[column - 1] + 1)
    return row[-1]
