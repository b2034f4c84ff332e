"""One key for the spellings of a word, and one for its forms."""

import re
import unicodedata
from functools import lru_cache

from onrecord.lexicon.wording import wording_words

SHORTEST_RESPELLED = 6
"""Letters; shorter words with such an ending are no spelling variants: "our", "four", "rise"."""

SHORTEST_STEM = 3

_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_ENDINGS = (
    ("iness", "y"),
    ("ations", "at"),
    ("ation", "at"),
    ("ingly", ""),
    ("edly", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ily", "y"),
    ("sses", "ss"),
    ("ing", ""),
    ("ed", ""),
    ("ly", ""),
)


@lru_cache(maxsize=1 << 16)
def spelled(word: str) -> str:
    """A word in lower case without diacritics, in one of its spellings.

    >>> spelled("Défence"), spelled("normalise"), spelled("four"), spelled("labours")
    ('defense', 'normalize', 'four', 'labors')
    """
    folded = word.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    words = wording_words()
    if folded in words.spellings:
        return words.spellings[folded]
    if len(folded) >= SHORTEST_RESPELLED:
        for ending, other in words.endings:
            if folded.endswith(ending):
                return folded.removesuffix(ending) + other
    return folded


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """One key for the forms of a word that `spelled` has given.

    >>> stem("opened"), stem("opens"), stem("stopping"), stem("stops"), stem("countries")
    ('open', 'open', 'stop', 'stop', 'country')
    >>> stem("would"), stem("they"), stem("children")
    ('will', 'they', 'child')
    """
    shifted = wording_words().shifts.get(word)
    if shifted:
        return shifted
    for ending, other in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return _bare(word.removesuffix(ending) + other)
    return _bare(_singular(word))


def _singular(word: str) -> str:
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural and len(word) > SHORTEST_STEM else word


def _bare(word: str) -> str:
    """Without a doubled last letter and without a silent one."""
    if len(word) > SHORTEST_STEM:
        word = _DOUBLED.sub(r"\1", word)
        return word.removesuffix("e")
    return word
