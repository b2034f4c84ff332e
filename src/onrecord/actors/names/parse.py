"""A person's name in its parts."""

import re
from functools import lru_cache

from onrecord.actors.names.folding import fold
from onrecord.actors.names.person_name import PersonName
from onrecord.actors.names.pinyin import is_pinyin
from onrecord.actors.names.scripts import Script, script_of
from onrecord.actors.names.titles import is_description, name_start
from onrecord.actors.names.transliterate import romanise, split_run
from onrecord.lexicon.names import name_words
from onrecord.lexicon.titles import titles

_ARTICLE = re.compile(r"\b([Aa]l|[Ee]l|ash|as|an|ar|at|ad|az|ed|es|ez|er|en)[-–‐](?=\w)")
_CAPITAL_ARTICLE = re.compile(r"\b(?:El|Al)(?=[A-Z])")
_HYPHEN = re.compile(r"(?<=\w)\s*[-–‐־]\s*(?=\w)")
_BRACKETS = re.compile(r"\([^)]*\)|[\"“”«»]")
_PATRONYMIC = re.compile(
    r"(?:ovich|evich|ovych|evych|ovna|evna|ivna|ichna|inichna|owitsch|ewitsch)$"
)
_INITIALS = re.compile(r"\b(\w)\.\s*(?=\w)")
_ARABIC_ARTICLE = "ال"
_NOT_ARTICLES = frozenset({"الله", "الياس", "الیاس", "الهام"})
_SONS = frozenset({"bin", "ibn", "ben", "bint", "بن", "ابن", "بنت", "bat", "bar"})
_ABJAD_COMPOUNDING = frozenset({"عبد", "ابو", "أبو", "ام", "أبي"})
# Particles that a name may begin with; the others are given names there ("Ed", "Ben", "An").
_LEADING = frozenset(
    {"al", "el", "de", "von", "van", "ash", "der", "du", "da", "di", "la", "le", "bin", "ibn"}
)
_HOUSE = frozenset({"al", "آل"})


@lru_cache(maxsize=1 << 17)
def parse_person(text: str) -> PersonName:
    """The parts of a person's name as written in `text`, titles left out.

    >>> parse_person("Russian Foreign Minister Sergei V. Lavrov").middle
    ('v',)
    >>> parse_person("Lavrov, Sergei").family
    ('lavrov',)
    """
    front, comma, rest = _BRACKETS.sub(" ", text).partition(",")
    written = front
    if comma:
        after = tuple(fold(rest).split())
        if after and _is_suffix(after):
            written = f"{front} {rest}"
        elif not is_description(after):
            written = f"{rest} {front}"
    return _parts(_split(written), written)


def _is_suffix(words: tuple[str, ...]) -> bool:
    known = titles().suffixes | name_words().suffixes
    return all(word in known for word in words)


def _split(written: str) -> tuple[str, ...]:
    """Folded words; hyphenated ones joined, an article cut off, a Chinese run cut in two."""
    text = _CAPITAL_ARTICLE.sub("al ", _INITIALS.sub(r"\1 ", written))
    text = _HYPHEN.sub("", _ARTICLE.sub(r"\1 ", text))
    words = tuple(fold(text).split())
    if len(words) == 1 and script_of(words[0]) in (Script.HAN, Script.HANGUL):
        return split_run(words[0])
    return words


def _parts(raw: tuple[str, ...], written: str) -> PersonName:
    words = raw[name_start(raw) :]
    words, suffix = _without_suffix(words)
    names, particles = _without_particles(_compounded(words))
    if not names:
        names, particles = raw, ()
    eastern = _is_eastern(names, raw, written)
    given, middle, family = _placed(names, eastern)
    return PersonName(
        given=given, middle=middle, particles=particles, family=family, suffix=suffix, words=names,
        raw=raw, family_first=eastern, pinyin=is_pinyin(names, written.strip()),
    )  # fmt: skip


def _without_suffix(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    known = titles().suffixes | name_words().suffixes
    if len(words) > 1 and words[-1] in known and len(words[-1]) > 1:
        return words[:-1], words[-1]
    return words, ""


def _compounded(words: tuple[str, ...]) -> tuple[str, ...]:
    """`abd al fattah` as one word, and `abu bakr`."""
    found: list[str] = []
    pending = ""
    articles = titles().particles | name_words().particles
    for place, word in enumerate(words):
        last = place == len(words) - 1
        if pending and word in articles and not last:
            continue
        if not last and (word in name_words().compounding or word in _ABJAD_COMPOUNDING):
            pending += word
            continue
        found.append(pending + bare_word(word) if pending else word)
        pending = ""
    return tuple(found)


def bare_word(word: str) -> str:
    """An Arabic word without the article written to it."""
    if word in _NOT_ARTICLES or len(word) < len(_ARABIC_ARTICLE) + 3:
        return word
    return word.removeprefix(_ARABIC_ARTICLE)


def _without_particles(
    words: tuple[str, ...],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names and particles."""
    known = titles().particles | name_words().particles | _SONS | _HOUSE
    names: list[str] = []
    particles: list[str] = []
    for place, word in enumerate(words):
        if word in known and place < len(words) - 1 and (place or word in _LEADING):
            particles.append(word)
        else:
            names.append(bare_word(word))
    return tuple(names), tuple(particles)


def _is_eastern(names: tuple[str, ...], raw: tuple[str, ...], written: str) -> bool:
    """Whether the family name is the first word: by script, or by a known family name."""
    if script_of(raw[0]) in (Script.HAN, Script.HANGUL) if raw else False:
        return len(names) > 1
    if not 2 <= len(names) <= 4 or names[0] not in name_words().first_families:
        return False
    return names[-1] not in name_words().first_families or is_pinyin(names, written)


def _placed(
    names: tuple[str, ...], eastern: bool
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Given, middle and family names by their places."""
    if len(names) <= 1:
        return (), (), names
    if eastern:
        return names[1:2], names[2:], names[:1]
    last = len(names) - 1
    if last > 1 and _PATRONYMIC.search(romanise(names[last])):
        return (names[1],), (names[last],), (names[0],)
    return (names[0],), names[1:last], (names[last],)
