"""How a word of a name sounds, whatever spelling writes it.

A sound form is a string of symbols: `S` sh, `C` ch, `Z` zh, `T` ts, `j` as in judge, `x` kh, `E`
the diphthongs ay and ey, vowels and consonants as written, each run collapsed to one. The first
character tells what the script leaves open: `*` vowels, `^` what Japanese kana cannot write,
and a space for alphabets. `A`, `W` and `Y` are letters that hold a vowel or its place.
"""

import re
from functools import lru_cache

from onrecord.actors.names.scripts import Script, script_of
from onrecord.actors.names.transliterate import heard_letters, latin_letters, romanise

_RULES = (
    # English, German, French, Polish, Turkish and scholarly ways to write one sound
    ("schtsch", "SC"), ("chtch", "SC"), ("shch", "SC"), ("szcz", "SC"), ("tsch", "C"),
    ("tzsch", "C"), ("tch", "C"), ("tsh", "C"), ("dsch", "j"), ("dzh", "j"), ("dj", "j"),
    ("sch", "S"), ("ch", "C"), ("cz", "C"), ("sh", "S"), ("sz", "S"), ("zh", "Z"),
    ("kh", "x"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("tz", "T"),
    ("ts", "T"), ("dz", "z"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("w", "v"),
    ("aya", "aia"), ("eya", "eia"), ("oya", "oia"),
    ("ai", "E"), ("ay", "E"), ("ei", "E"), ("ey", "E"), ("aj", "E"), ("ej", "E"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("y", "i"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("q", "k"),
)  # fmt: skip
_WRITTEN = dict(_RULES)
_RULE = re.compile("|".join(spelling for spelling, _ in _RULES))
_STARTS = ((re.compile("^ch(?=[rl])"), "kh"), (re.compile("^hs(?=[iu])"), "sh"),
           (re.compile("^x(?=[aeiou])"), "sh"), (re.compile("^q(?=i)"), "ch"),
           (re.compile("^y(?=[aeou])"), "i"), (re.compile("^mc(?=[a-z])"), "mak"))  # fmt: skip
_ENDS = ((re.compile("c?ques?$"), "k"), (re.compile("i[jy]$"), "i"),
         (re.compile("(?<=[^aeiou])[yj]j?$"), "i"),
         (re.compile("(?<=[aeou])[yj]$"), "i"))  # fmt: skip
# Vowels of the official romanisation that names in use write with one letter.
_KOREAN_VOWELS = {"eo": "o", "eu": "u", "ui": "i", "ae": "e", "oe": "e"}
_KOREAN = re.compile("|".join(_KOREAN_VOWELS))
_RUNS = re.compile(r"(.)\1+")
_ABD = re.compile(r"^abd[aeou]?(?:l(?!l?ah)|(?=(?P<c>[rsntdz])(?P=c)))")
_ABU = re.compile("^ab[ou]u?l?(?=[^aeioul])")
_WEAK = re.compile("[aeiouEAWYhv]")
_NEAR_RUNS = re.compile("[td](?=s)|(?<=n)k")
_COARSE = str.maketrans("gqxvSCZTjzdbE", "kkkfsssssstpi")


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """The sound form of one folded word.

    >>> sound("khrushchev") == sound("khruschtschev")
    True
    """
    script = script_of(word)
    if script is Script.ABJAD:
        return "*" + heard_letters(word)
    if script is Script.HANGUL:
        latin = romanise(word).replace(" ", "")
        return " " + _spoken(_KOREAN.sub(lambda found: _KOREAN_VOWELS[found.group()], latin))
    if script is Script.HAN:
        return " " + _spoken(romanise(word).replace(" ", ""))
    mark = {Script.INDIC: "*", Script.KANA: "^"}.get(script, " ")
    return mark + _spoken(latin_letters(word))


def _spoken(latin: str) -> str:
    latin = _ABU.sub("abu", _ABD.sub("abd", latin))
    for start, spelling in _STARTS:
        latin = start.sub(spelling, latin)
    for end, spelling in _ENDS:
        latin = end.sub(spelling, latin)
    return _collapsed(_RULE.sub(lambda found: _WRITTEN[found.group()], latin))


def _collapsed(symbols: str) -> str:
    return _RUNS.sub(r"\1", symbols)


@lru_cache(maxsize=1 << 17)
def skeleton(form: str) -> str:
    """The coarse consonants of a sound form, the same for near spellings: for blocking.

    >>> skeleton(sound("gaddafi")) == skeleton(sound("qadhafi"))
    True
    """
    symbols = form[1:]
    first = "k" if symbols[:1] in ("h", "x") else symbols[:1]
    first = "" if _WEAK.match(first) else first
    rest = _WEAK.sub("", symbols[1:].replace("x", "h"))
    return _collapsed(_NEAR_RUNS.sub("", (first + rest).translate(_COARSE))) or "-"
