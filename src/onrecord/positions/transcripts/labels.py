"""What stands before the colon of a turn: whose turn it is, or that it is no label at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.states import states
from onrecord.lexicon.titles import titles
from onrecord.lexicon.transcripts import transcript_words

LONGEST = 24
"""Words: "Chairman of the Management Board of … Yury Slyusar" has 16, a sentence may have more."""

LONGEST_NAME = 5

_NOTE = re.compile(r"[(\[<][^)\]>]*[)\]>]")
_WORD = re.compile(r"(?:[a-zà-ÿ]{1,4}[-’'])?[^\W\d_a-zà-ÿ][\w’'.-]*")
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-z]{2})")
_STRANGE = re.compile(r"[?!;“”«»\"=/]|\d{3}")


def name_in_label(label: str) -> str | None:
    """The name in a label, without titles; "" for a nameless voice, None where it is no label.

    >>> name_in_label("President of Halden Orzhen Belkovar (retranslated)")
    'Orzhen Belkovar'
    >>> name_in_label("Question"), name_in_label("One more thing")
    ('', None)
    """
    plain = " ".join(_NOTE.sub(" ", label).split())
    if plain.casefold().rstrip(".") in transcript_words().nameless:
        return ""
    words = plain.split()
    if not words or len(words) > LONGEST or _STRANGE.search(plain):
        return None
    if words[0].casefold() in transcript_words().openers and not plain.isupper():
        return None
    found = [name for part in plain.split(",") if (name := _name_in(part))]
    return max(found, key=lambda name: name.sure).words if found else None


def is_office(label: str) -> bool:
    """Whether a label is a post that stands for the one who holds it: "THE PRESIDENT"."""
    words = _NOTE.sub(" ", label).casefold().removeprefix("the ").split()
    return 0 < len(words) <= 3 and words[-1] in titles().offices


@dataclass(frozen=True, slots=True)
class _Name:
    """A name, and whether it stands alone or right after a title of a person."""

    words: str
    sure: bool


def _name_in(part: str) -> _Name | None:
    words = _GLUED.sub(" ", part).split()
    if not words or not all(_may_stand(word) for word in words):
        return None
    start = _name_start(words)
    name = words[start:]
    if not _is_name(name) or (len(words) == 1 and not part.isupper() and "." not in part):
        return None
    titled = start > 0 and words[start - 1].casefold() in _titles()
    return _Name(" ".join(_as_name(word) for word in name), start == 0 or titled)


def _is_name(words: Sequence[str]) -> bool:
    if not words or len(words) > LONGEST_NAME or words[-1].casefold() in titles().offices:
        return False
    plain = (word for word in words if word.casefold() not in _particles())
    return all(map(_is_capital, plain)) and not states().named(" ".join(words))


def _may_stand(word: str) -> bool:
    """A word of a name or of a title; any other small word makes it a sentence."""
    known = transcript_words()
    low = word.casefold().strip(".")
    small = known.links | _titles() | titles().modifiers
    return _is_capital(word) or low in small or low in _particles()


def _name_start(words: Sequence[str]) -> int:
    """After the last title or state; after a small link the last two words, a particle with them.

    "of Halden Orzhen V. Belkovar" has the name after the state, "of the Salt Institute Orzhen
    Belkovar" has it at the end.
    """
    start, loose = 0, False
    for place, word in enumerate(words[:-1]):
        low = word.casefold().strip(".")
        either = titles().also_first_names | titles().also_surnames
        titled = low in _titles() and (low not in either or place < len(words) - 2)
        state = 0 < place < len(words) - 2 and states().named(word)
        linked = word in transcript_words().links and word not in _particles()
        if titled or state or linked:
            start, loose = place + 1, linked
    rest = words[start:]
    if not loose or len(rest) <= 2:
        return start
    particles = [place for place, word in enumerate(rest[1:], 1) if word in _particles()]
    return start + (particles[0] - 1 if particles else len(rest) - 2)


@cache
def _particles() -> frozenset[str]:
    return titles().particles


@cache
def _titles() -> frozenset[str]:
    return titles().before_names | transcript_words().before_names


def _is_capital(word: str) -> bool:
    return _WORD.match(word) is not None


def _as_name(word: str) -> str:
    return word.title() if word.isupper() and len(word) > 2 and "." not in word else word
