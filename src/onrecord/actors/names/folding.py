"""Names without case, marks and punctuation, in the script they are written in."""

import re
import unicodedata
from functools import lru_cache

# Marks that sit on a letter and change no word: Latin, Greek and Cyrillic diacritics, Hebrew
# points, Arabic vowel signs. The signs of Indic scripts and Thai are vowels and stay.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\u0640]")
_APOSTROPHES = re.compile("['’‘`´ʹʺʻʼʽʾʿˈ′＇]")
_PUNCTUATION = re.compile(r"[\W_]+")
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"}
)
_WHOLE = re.compile("[\u0900-\u0e7f]")


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """`text` as words joined by single spaces; the same for every way to set one spelling.

    >>> fold("  Jun'ichirō KOIZUMI-san ")
    'junichiro koizumi san'
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = _MARKS.sub("", _UNSEEN.sub("", plain)).translate(_LETTERS)
    return _words(unicodedata.normalize("NFC", _APOSTROPHES.sub("", plain)))


def _words(text: str) -> str:
    if not text.isascii() and _WHOLE.search(text):
        return " ".join(_indic_words(text))
    return _PUNCTUATION.sub(" ", text).strip()


def _indic_words(text: str) -> list[str]:
    """Words of scripts whose vowel signs count as no letters for `re`."""
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in text)
    return "".join(kept).split()
