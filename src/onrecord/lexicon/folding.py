"""One form for the spellings of a name or a phrase, whatever its script."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
    | dict.fromkeys("'’‘ʼʻʿ`´.")
)
_BREAKS = re.compile(r"[\W_]+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")

LONGEST_ACRONYM = 6
"""Letters; "UNESCO" is read as one, "RUSSIA" in a heading too, and both are looked up as such."""


@lru_cache(maxsize=16384)
def fold_phrase(text: str) -> str:
    """Words in lower case joined by single spaces, without marks, apostrophes and full stops.

    >>> fold_phrase("Bashar Al-Assad"), fold_phrase("U.S."), fold_phrase("Côte d’Ivoire")
    ('bashar al assad', 'us', 'cote divoire')
    """
    folded = text.casefold().replace("i̇", "i").translate(_LETTERS)
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
        folded = folded.casefold().translate(_LETTERS)
    return _BREAKS.sub(" ", folded).strip()


def is_acronym(text: str) -> bool:
    """Whether a name is written as an acronym, and may be no word of the language.

    >>> is_acronym("US"), is_acronym("U.S."), is_acronym("Us"), is_acronym("G20")
    (True, True, False, True)
    """
    letters = text.replace(".", "")
    short = 1 < len(letters) <= LONGEST_ACRONYM and letters.isalnum()
    return short and letters == letters.upper() and letters != letters.lower()


def words_of(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, a possessive ending set off.

    >>> words_of("the United States’ foreign minister"), words_of("U.S.-Russia")
    (('the', 'united', 'states', 'foreign', 'minister'), ('us', 'russia'))
    """
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), phrase)
    without = re.sub(r"['’](?:s\b|(?=\s|$))", "", plain, flags=re.IGNORECASE)
    return tuple(fold_phrase(without).split())
