"""A parsed name with what comparing needs of every word, worked out once."""

from dataclasses import dataclass
from functools import lru_cache

from onrecord.actors.names.distance import FAR, sound_distance
from onrecord.actors.names.folding import fold
from onrecord.actors.names.parse import parse_person
from onrecord.actors.names.person_name import PersonName
from onrecord.actors.names.scripts import Script, script_of
from onrecord.actors.names.sounds import sound
from onrecord.actors.names.transliterate import romanise
from onrecord.lexicon.names import name_words

# Two names of one group, one short for the other: as far as a doubtful vowel.
NICKNAME = 0.2
_INITIAL = 0.3
# Two spellings this near are one name even where the lists hold them as two.
_ONE_SOUND = 0.05


@dataclass(frozen=True, slots=True)
class HeardWord:
    """One word: folded, in Latin letters, as it sounds, and the groups of names it belongs to."""

    written: str
    latin: str
    sound: str
    is_initial: bool
    given: frozenset[int]
    families: frozenset[int]


@dataclass(frozen=True, slots=True)
class HeardName:
    """A name, its words in order, and the place of its family name."""

    name: PersonName
    words: tuple[HeardWord, ...]
    full: int
    family: int


@lru_cache(maxsize=1 << 17)
def heard(text: str) -> HeardName:
    """The name written in `text`, parsed and sounded."""
    name = parse_person(text)
    words = tuple(map(heard_word, name.words))
    family = name.words.index(name.family[0]) if name.family else 0
    return HeardName(name, words, sum(not word.is_initial for word in words), family)


@lru_cache(maxsize=1 << 17)
def heard_word(word: str) -> HeardWord:
    """One folded word with its sound and groups."""
    latin = fold(romanise(word)).replace(" ", "")
    known, none = name_words(), frozenset[int]()
    return HeardWord(
        written=word,
        latin=latin,
        sound=sound(word),
        is_initial=len(word) == 1 and script_of(word) is Script.ALPHABET,
        given=known.given.get(latin) or known.given.get(_plain(latin)) or none,
        families=known.families.get(latin, none),
    )


@lru_cache(maxsize=1 << 12)
def _plain(latin: str) -> str:
    """A given name without what its spellings differ in: the key of a near form in the list."""
    target = sound(latin)
    return _by_sound().get(target, latin)


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, str]:
    return {sound(name): name for name in reversed(list(name_words().given))}


def word_distance(left: HeardWord, right: HeardWord) -> float:
    """0 for the same word, `NICKNAME` for two forms of a name, `FAR` for two known names."""
    if left.written == right.written:
        return 0.0
    if left.is_initial or right.is_initial:
        return _initial_distance(left, right)
    distance = sound_distance(left.sound, right.sound)
    if distance <= _ONE_SOUND:
        return distance
    if left.given and right.given:
        return min(distance, NICKNAME) if not left.given.isdisjoint(right.given) else FAR
    if not left.families.isdisjoint(right.families):
        return min(distance, NICKNAME)
    return distance


def _initial_distance(left: HeardWord, right: HeardWord) -> float:
    """Whether the first letter or the first sound agrees."""
    if not left.latin or not right.latin:
        return FAR
    alike = left.latin[0] == right.latin[0] or left.sound[1:2] == right.sound[1:2]
    return _INITIAL if alike else FAR
