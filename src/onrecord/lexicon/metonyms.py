"""Places, buildings and phrases that stand for a state or a body."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NotRequired, TypedDict

from onrecord.lexicon.folding import words_of
from onrecord.lexicon.states import State, StateStatus, states

_FILE = "metonyms.toml"
_ARTICLE = "the"


@dataclass(frozen=True, slots=True)
class Metonym:
    """Words that stand for an actor: `actor` is the id of a known actor.

    `is_place` says that the words name a city, a street or a building as well.
    """

    words: str
    actor: str
    is_place: bool
    country: str | None = None


class _Table(TypedDict):
    metonym: list["_Entry"]
    nouns: dict[str, list[str]]


class _Entry(TypedDict):
    words: list[str]
    actor: str
    place: bool
    country: NotRequired[str]


@cache
def metonyms() -> tuple[Metonym, ...]:
    """Those of the table, then the capitals of all states, each spelling for itself."""
    listed = tuple(_listed())
    known = {_key(metonym.words) for metonym in listed}
    capitals = (metonym for metonym in _capitals() if _key(metonym.words) not in known)
    return (*listed, *capitals)


def metonym_of(phrase: str) -> Metonym | None:
    """What a whole phrase stands for, an article before it or not; None where it stands for itself.

    Case is ignored, so the caller asks for names alone.

    >>> metonym_of("the Kremlin").actor, metonym_of("Damascus").actor
    ('public_body:ru-presidency', 'state:sy')
    >>> metonym_of("the Syrian regime").actor, metonym_of("the regime")
    ('state:sy', None)
    """
    key = _key(phrase)
    return _index().get(key) or _government(phrase, key)


def is_bare_government(phrase: str) -> bool:
    """Whether a phrase means a government without saying whose: "the regime"."""
    return _key(phrase) in _nouns()["bare"]


def _government(phrase: str, key: str) -> Metonym | None:
    for noun in _nouns()["state"]:
        if not key.endswith(f" {noun}"):
            continue
        whose = key.removesuffix(f" {noun}")
        found = _whose(whose, phrase)
        if len(found) == 1:
            return Metonym(phrase, found[0].actor, is_place=False, country=found[0].code)
    return None


def _whose(words: str, phrase: str) -> tuple[State, ...]:
    if words in {"us", "uk", "uae"} and words.upper() not in phrase.replace(".", ""):
        return ()
    asked = words.upper() if words in {"us", "uk", "uae"} else words
    return tuple(_of_today(states().find(asked) or states().with_capital(asked)))


def _of_today(found: tuple[State, ...]) -> Iterator[State]:
    return (state for state in found if state.status is StateStatus.STATE)


def _listed() -> Iterator[Metonym]:
    for entry in _table()["metonym"]:
        for words in entry["words"]:
            yield Metonym(words, entry["actor"], entry["place"], entry.get("country"))


def _capitals() -> Iterator[Metonym]:
    for state in states().all:
        if state.status is StateStatus.STATE:
            for capital in state.capitals:
                yield Metonym(capital, state.actor, is_place=True, country=state.code)


@cache
def _index() -> Mapping[str, Metonym]:
    found: dict[str, Metonym] = {}
    for metonym in metonyms():
        found.setdefault(_key(metonym.words), metonym)
    return found


@cache
def _nouns() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in _table()["nouns"].items()}


def _key(phrase: str) -> str:
    words = words_of(phrase)
    return " ".join(words[1:] if words[:1] == (_ARTICLE,) else words)


@cache
def _table() -> _Table:
    raw = files("onrecord.lexicon").joinpath(_FILE).read_text(encoding="utf-8")
    table: _Table = tomllib.loads(raw)  # type: ignore[assignment]  # the file's shape
    return table
