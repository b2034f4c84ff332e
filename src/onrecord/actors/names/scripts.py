"""Which script a word is written in, as far as comparing names needs to know."""

from enum import StrEnum


class Script(StrEnum):
    """What a script leaves unsaid: `ABJAD` and `INDIC` vowels, `KANA` final consonants."""

    ALPHABET = "alphabet"
    ABJAD = "abjad"
    INDIC = "indic"
    KANA = "kana"
    HAN = "han"
    HANGUL = "hangul"


_RANGES = (
    (0x0590, 0x06FF, Script.ABJAD),
    (0x0750, 0x077F, Script.ABJAD),
    (0xFB1D, 0xFEFC, Script.ABJAD),
    (0x0900, 0x0EFF, Script.INDIC),
    (0x3040, 0x30FF, Script.KANA),
    (0x3400, 0x9FFF, Script.HAN),
    (0xAC00, 0xD7A3, Script.HANGUL),
)


def script_of(word: str) -> Script:
    """The script of the first letter that has one of its own, else an alphabet.

    >>> script_of("نصر")
    <Script.ABJAD: 'abjad'>
    """
    if word.isascii():
        return Script.ALPHABET
    for letter in word:
        code = ord(letter)
        for first, last, script in _RANGES:
            if first <= code <= last:
                return script
    return Script.ALPHABET
