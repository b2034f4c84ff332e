"""Any script as folded Latin letters."""

import re
from functools import lru_cache

from anyascii import anyascii

from onrecord.actors.names.folding import fold
from onrecord.actors.names.scripts import Script, script_of
from onrecord.lexicon.names import name_words

_SILENT_THAI = re.compile("[\u0e01-\u0e2e][\u0e31\u0e34-\u0e39]?\u0e4c")
_LONG_KANA = re.compile("(?<=[\u3040-\u30ff])ー")
_KANA_GLIDE = re.compile("([\u30a0-\u30ff\u3040-\u309f])([ャュョェゃゅょぇ])")
_GLIDED = {"ャ": "a", "ュ": "u", "ョ": "o", "ェ": "e", "ゃ": "a", "ゅ": "u", "ょ": "o", "ぇ": "e"}
_GREEK = (("μπ", "b"), ("ντ", "nd"), ("γκ", "g"), ("ου", "u"))
_SYLLABLE = re.compile("[A-Z]?[^A-Z]+|[A-Z]")
# The longest run of Chinese or Korean characters without a space that is read as one name.
_LONGEST_NAME = 4
_SPELT = str.maketrans({"A": "a", "W": "w", "Y": "y", "S": "sh", "C": "ch", "Z": "zh", "T": "ts"})


@lru_cache(maxsize=1 << 17)
def romanise(text: str) -> str:
    """`text` in folded Latin letters; a Chinese or Korean name as family and given name.

    >>> romanise("Лавров"), romanise("习近平")
    ('lavrov', 'xi jinping')
    """
    folded = fold(text)
    if folded.isascii():
        return folded
    words = folded.split()
    return " ".join(part for word in words for part in _latin_words(word, len(words) == 1))


def _latin_words(word: str, alone: bool) -> tuple[str, ...]:
    script = script_of(word)
    if script in (Script.HAN, Script.HANGUL):
        syllables = _syllables(word)
        return syllables if alone else ("".join(syllables),)
    if script is Script.ABJAD:
        return (_spelt(word),)
    return tuple(fold(latin_letters(word)).replace(" ", "").split())


def latin_letters(word: str) -> str:
    """One word letter for letter, apostrophes and capitals of the source left out."""
    word = _KANA_GLIDE.sub(_glided, _LONG_KANA.sub("", _SILENT_THAI.sub("", word)))
    for greek, latin in _GREEK:
        word = word.replace(greek, latin)
    return anyascii(word).replace("'", "").replace("`", "").lower()


def _glided(found: re.Match[str]) -> str:
    """A kana and the small one after it as the one syllable they write."""
    start = anyascii(found.group(1)).lower()[:-1]
    glide = "" if start in ("sh", "ch", "j", "f", "v") else "y"
    return start + glide + _GLIDED[found.group(2)]


def heard_letters(word: str) -> str:
    """A word of a script without vowels, as the sounds of `names.toml`."""
    letters = name_words().letters
    return "".join(letters.get(letter, "") for letter in word).replace("Allh", "Alh")


def _spelt(word: str) -> str:
    heard = heard_letters(word).replace("x", "kh")
    return heard.translate(_SPELT) or latin_letters(word)


def _syllables(word: str) -> tuple[str, ...]:
    """Family and given name of a run of characters, or each syllable of a longer one."""
    parts = split_run(word)
    latin = (fold("".join(_SYLLABLE.findall(anyascii(part)))) for part in parts)
    return tuple(part.replace(" ", "") for part in latin if part)


def split_run(word: str) -> tuple[str, ...]:
    """A run of Chinese or Korean characters cut after the family name, if it is short enough."""
    if not 2 <= len(word) <= _LONGEST_NAME:
        return tuple(word) if len(word) > _LONGEST_NAME else (word,)
    double = word[:2] in name_words().double_families or len(word) == _LONGEST_NAME
    cut = 2 if double and len(word) > 2 else 1
    return word[:cut], word[cut:]
