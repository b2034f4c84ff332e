"""Names that differ as one language's letters differ from another's: Khmeimim, Hmeymim."""

import re

SHORTEST = 3
"""Consonants; names with fewer sound alike too easily."""

_SOUNDS = (
    ("qu", "kv"), ("kh", "h"), ("q", "k"), ("ck", "k"), ("w", "v"), ("ph", "f"), ("tz", "ts"),
)  # fmt: skip
_SILENT = re.compile(r"[aeiouy\W_]")
_DOUBLED = re.compile(r"(.)\1+")


def sounds_alike(left: str, right: str) -> bool:
    """Whether two words have the same consonants, those that transliterations exchange made one.

    >>> sounds_alike("Quost", "Kvost"), sounds_alike("Pelm", "Brode")
    (True, False)
    """
    sound = _sound(left)
    return len(sound) >= SHORTEST and sound == _sound(right)


def may_be_one(left: str, right: str) -> bool:
    """Whether two names of persons differ by their spelling alone.

    >>> may_be_one("Mirelda Kvost", "Mirelda Quost"), may_be_one("Ivo Kvost", "Mirelda Quost")
    (True, False)
    """
    first, second = left.split(), right.split()
    if not first or not second or not sounds_alike(first[-1], second[-1]):
        return False
    if min(len(first), len(second)) == 1:
        return True
    return first[0][0].casefold() == second[0][0].casefold()


def _sound(name: str) -> str:
    letters = name.casefold()
    for written, one in _SOUNDS:
        letters = letters.replace(written, one)
    return _SILENT.sub("", _DOUBLED.sub(r"\1", letters))
