"""Keys under which names are looked up: two names that may be one actor's share at least one."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from onrecord.actors.names.body_name import BodyName, body_name
from onrecord.actors.names.heard import HeardWord, heard
from onrecord.actors.names.sounds import skeleton, sound
from onrecord.domain.actor import ActorKind
from onrecord.lexicon.bodies import body_words
from onrecord.lexicon.names import name_words

MOST_KEYS = 8
# Words of a long name that are paired; the last one always is. Four make six pairs.
_PAIRED = 4
_ACRONYM = (3, 7)
_OWN_WORDS = 3
_TWO = 2


@lru_cache(maxsize=1 << 16)
def name_keys(name: str, kind: ActorKind) -> tuple[str, ...]:
    """At most `MOST_KEYS` keys, those that fewest names share first.

    A person's: each two of the words by their consonants, then a word with the other's initial
    for names written with initials, then the surname alone. A body's: its own words, each two of
    the words that many bodies share, its acronym.
    """
    found = _person_keys(name) if kind is ActorKind.PERSON else _body_keys(body_name(name))
    return tuple(dict.fromkeys(found))[:MOST_KEYS]


def _person_keys(name: str) -> Iterator[str]:
    known = heard(name)
    words = [word for word in known.words if not word.is_initial]
    initials = [word for word in known.words if word.is_initial]
    chosen = words if len(words) <= _PAIRED else [*words[: _PAIRED - 1], words[-1]]
    yield from _pairs(map(_key, chosen))
    if any(word.sound.startswith(" C") for word in chosen) and len(chosen) < _PAIRED:
        yield from _pairs(map(_other_key, chosen))
    if 1 < len(words) < _PAIRED:
        yield "n:" + _joined(words)
    family = known.words[known.family] if known.words else None
    if family is not None:
        others = [word for word in (*words, *initials) if word is not family]
        if others:
            yield f"i:{_key(family)}:{_first(others[0])}"
        yield f"f:{_key(family)}"


def _pairs(keys: Iterable[str]) -> Iterator[str]:
    for pair in combinations(sorted(keys), 2):
        yield "p:" + ":".join(pair)


def _joined(words: list[HeardWord]) -> str:
    """All words as one in alphabetical order of their consonants."""
    return "".join(sorted("".join(_key(word) for word in words)))


def _key(word: HeardWord) -> str:
    """The consonants of a word's full form: Bill and William share theirs."""
    root = name_words().roots.get(word.latin)
    return skeleton(sound(root)) if root else skeleton(word.sound)


def _other_key(word: HeardWord) -> str:
    """The consonants of a word whose first letters `ch` may be those of "Chomeini"."""
    return skeleton(word.sound[0] + "x" + word.sound[2:]) if word.sound[1:2] == "C" else _key(word)


def _first(word: HeardWord) -> str:
    return skeleton(word.sound)[:1]


def _body_keys(name: BodyName) -> Iterator[str]:
    lists = body_words()
    shared = set(lists.meanings.values()) | lists.kinds
    own = [word for word in name.words if word.meaning not in shared and not word.is_state]
    for word in own[:_OWN_WORDS]:
        yield f"b:{skeleton(word.sound)}"
    if len(own) == len(name.words) == _TWO:
        yield "b:" + skeleton(sound(own[0].written + own[1].written))
    latin = [word.latin for word in name.words]
    if _ACRONYM[0] <= len(latin) <= _ACRONYM[1]:
        yield "a:" + "".join(word[:1] for word in latin)
    yield from (f"a:{word.acronym}" for word in name.words if word.acronym)
    if len(latin) == 1:
        yield f"a:{latin[0]}"
    yield from ("m:" + ":".join(pair) for pair in combinations(sorted(_meanings(name)), 2))
    if not own:
        yield from (f"s:{meaning}" for meaning in _meanings(name)[:1])


def _meanings(name: BodyName) -> list[str]:
    return list(dict.fromkeys(word.meaning for word in name.words))
