"""The part of a known name by which people are called alone, for names whose order is known."""

from collections.abc import Iterator

from onrecord.lexicon.folding import fold_phrase

FAMILY_NAME_FIRST = frozenset({"cn", "hk", "kh", "kp", "kr", "sg", "tw", "vn"})
"""States where the family name leads in the Latin spelling that English news use."""

_PARTICLES = frozenset(
    {
        "al",
        "el",
        "as",
        "ash",
        "ad",
        "an",
        "ar",
        "at",
        "az",
        "bin",
        "ibn",
        "ben",
        "abu",
        "abd",
        "abdel",
        "abdul",
        "ould",
        "van",
        "von",
        "zu",
        "der",
        "den",
        "de",
        "di",
        "da",
        "dos",
        "du",
        "del",
        "della",
        "la",
        "le",
        "lo",
        "ter",
        "ten",
        "af",
    }
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "vi", "xvi", "xiv"})


def surnames(name: str, country: str | None) -> Iterator[str]:
    """The folded surname, with its particles and without.

    >>> list(surnames("Staffan de Mistura", "it")), list(surnames("Ban Ki-moon", "kr"))
    (['de mistura', 'mistura'], ['ban'])
    >>> list(surnames("Bashar al-Assad", "sy"))
    ['al assad', 'assad']
    """
    words = fold_phrase(name).split()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    if len(words) < 2 or "of" in words:
        yield from words[:1] if len(words) == 1 else []
        return
    if country in FAMILY_NAME_FIRST and _in_latin(words):
        yield words[0]
        return
    yield from _last(words, name)


def _last(words: list[str], name: str) -> Iterator[str]:
    """The last word; words that a hyphen joins are one, as are particles and what they lead."""
    last = fold_phrase(name.split()[-1]).split() if name.split() else []
    start = len(words) - max(1, len(last))
    whole = start
    while whole > 1 and words[whole - 1] in _PARTICLES:
        whole -= 1
    yield " ".join(words[whole:])
    bare = start
    while bare < len(words) - 1 and words[bare] in _PARTICLES:
        bare += 1
    if bare > whole:
        yield " ".join(words[bare:])


def _in_latin(words: list[str]) -> bool:
    return all(word.isascii() for word in words)
