"""The name of an organisation or a public body, as the words that carry its meaning."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actors.names.folding import fold
from onrecord.actors.names.parse import bare_word
from onrecord.actors.names.sounds import sound
from onrecord.actors.names.state_words import state_words
from onrecord.actors.names.transliterate import romanise
from onrecord.lexicon.bodies import body_words

_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_BRACKETS = re.compile(r"\([^)]*\)")
_ELISION = re.compile(r"\b([ldLD]|[Dd]ell|[Aa]ll)['’](?=\w)")
_APOSTROPHES = re.compile("['’`ʿʾʼ]")
_BETWEEN = re.compile(r"[^\w\u0900-\u0e7f\u200c\u05f3\u05f4]+|_+")
_LONGEST_PHRASE = 5
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class BodyWord:
    """One word: what it means (`@ru` for a state), as written and sounded.

    `initial` is the first letter of the word as written; `acronym` is the word itself if it is
    written in capitals alone.
    """

    meaning: str
    written: str
    latin: str
    sound: str
    acronym: str
    known: bool

    @property
    def is_state(self) -> bool:
        """Whether it names a state."""
        return self.meaning.startswith("@")


@dataclass(frozen=True, slots=True)
class BodyName:
    """The words that carry meaning, and all words in Latin letters as they were written."""

    words: tuple[BodyWord, ...]
    raw: tuple[str, ...]


@lru_cache(maxsize=1 << 17)
def body_name(text: str) -> BodyName:
    """The words of a body's name, legal forms and function words left out.

    >>> [word.meaning for word in body_name("Russia's Foreign Ministry").words]
    ['@ru', 'foreign', 'ministry']
    """
    tokens = _tokens(text)
    meant = _meant(tokens)
    lists = body_words()
    kept = [w for w in meant if w.latin not in lists.function_words or w.known]
    kept = [w for w in kept if w.meaning != "affairs"] or kept
    firm = [w for w in kept if w.latin not in lists.legal_forms]
    return BodyName(tuple(firm or kept or meant), tuple(word.latin for word in tokens))


def _tokens(text: str) -> list[BodyWord]:
    text = _DOTTED.sub(lambda found: found.group().replace(".", ""), _BRACKETS.sub(" ", text))
    text = _APOSTROPHES.sub("", _ELISION.sub(r"\1 ", _POSSESSIVE.sub(" ", text)))
    return [_word(token) for token in _BETWEEN.split(text) if fold(token)]


@lru_cache(maxsize=1 << 16)
def _word(token: str) -> BodyWord:
    written = bare_word(fold(token)).replace(" ", "")
    latin = romanise(written).replace(" ", "")
    capitals = 1 < len(token) <= _LONGEST_ACRONYM and token.isupper()
    return BodyWord(latin, written, latin, sound(written), latin if capitals else "", known=False)


def _meant(tokens: list[BodyWord]) -> list[BodyWord]:
    """The tokens, the longest known runs of them replaced by what they mean."""
    found: list[BodyWord] = []
    place = 0
    while place < len(tokens):
        length, meanings = _known(tokens, place)
        first = tokens[place]
        if meanings:
            found.extend(_as(first, meaning, known=True) for meaning in meanings)
        else:
            found.append(_as(first, _meaning(first.latin), known=first.latin in _meanings()))
        place += length
    return found


def _as(word: BodyWord, meaning: str, *, known: bool) -> BodyWord:
    return BodyWord(meaning, word.written, word.latin, word.sound, word.acronym, known)


def _meanings() -> Mapping[str, str]:
    return body_words().meanings


def _meaning(latin: str) -> str:
    """What a word means, in the singular."""
    known = _meanings()
    return (
        known.get(latin) or known.get(latin.removesuffix("s")) or latin.removesuffix("s") or latin
    )


def _known(tokens: list[BodyWord], place: int) -> tuple[int, tuple[str, ...]]:
    """How many words from `place` are one state or phrase, and its meanings."""
    phrases, states = body_words().phrases, state_words()
    for length in range(min(_LONGEST_PHRASE, len(tokens) - place), 0, -1):
        run = tuple(token.latin for token in tokens[place : place + length])
        if run in phrases:
            return length, phrases[run]
        if run in states:
            return length, (states[run],)
    return 1, ()
