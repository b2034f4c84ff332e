"""One form for the spellings of a word that differ in case, accents and apostrophes."""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "ʼ": "'"}
)


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Lower case, without accents and the final full stop, apostrophes straight.

    >>> folded("Gen."), folded("Šefčovič"), folded("O’Belk")
    ('gen', 'sefcovic', "o'belk")
    """
    word = word.casefold().translate(_LETTERS)
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return word.rstrip(".")
