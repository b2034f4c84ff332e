"""What a phrase says of somebody's post: the words of the post, the place, whether it is past."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actors.folding import folded
from onrecord.actors.nouns import Noun, noun
from onrecord.actors.office_table import OfficeTable
from onrecord.lexicon.states import states
from onrecord.lexicon.titles import titles

_SAME_STEM = 4
"""Letters that a place and its demonym share: Korvana, Korvanan."""

_FORMER = frozenset(("former", "ex", "then", "late", "outgoing", "incoming"))
_POSTS = frozenset((Noun.OFFICE, Noun.PERSON))
_GENERIC = frozenset(("official", "leader", "head", "member", "diplomat", "source", "candidate"))
_OF_POSTS = frozenset(
    ("foreign", "affairs", "defense", "defence", "prime", "vice", "deputy", "state")
)
_POSSESSIVE = re.compile(r"['’]s?$")
_MARKS = ".,;:()\"“”‘’'"


@dataclass(frozen=True, slots=True)
class Role:
    """A description such as "the Korvanan foreign minister".

    `words` are its small words without articles, `places` the codes of states that it names and
    the stems of its other capitalised words; `office`, `body` and `role` are what the table makes
    of it, if anything. `generic` words ("the official") fit too many to settle anything alone.
    """

    head: str
    words: frozenset[str]
    places: frozenset[str]
    role: str | None
    office: str | None
    body: str | None
    former: bool
    unique: bool

    @property
    def generic(self) -> bool:
        """Whether the post says too little to point at one person."""
        return self.role is None and (self.head in _GENERIC or noun(self.head) is not Noun.OFFICE)

    def may_be(self, other: "Role", by_words: bool = True) -> bool:
        """Whether somebody called `other` can be meant by this.

        `by_words` lets a shorter wording stand for a longer: "the minister" for "foreign minister".
        """
        if self.former != other.former:
            return False
        if self.body and other.body:
            if self.body != other.body:
                return False
        elif self.places and other.places and not self.places & other.places:
            return False
        if self.role is not None and self.role == other.role:
            return True
        return by_words and self.words <= other.words and self.head in other.words


def read_role(phrase: str, table: OfficeTable, country: str | None = None) -> Role | None:
    """What `phrase` says of a post, or None where it names none."""
    return _read(phrase.strip(" ,;:\"'“”‘’()"), table, country)


@lru_cache(maxsize=8192)
def _read(phrase: str, table: OfficeTable, country: str | None) -> Role | None:
    found = table.read(phrase, country)
    tokens = [_POSSESSIVE.sub("", token).strip(_MARKS) for token in phrase.split()]
    words = [(token, folded(token)) for token in tokens if token]
    places = {word: _place(token, word) for token, word in words}
    posts = [w for _, w in words if places[w] is None and noun(w) in _POSTS and not _honours(w)]
    if found is None:
        found = table.read(_without_places(words, places), country)
    if found is None and not posts:
        return None
    known = titles()
    dropped = known.determiners | known.prepositions | _FORMER | {"and"}
    kept = frozenset(w for _, w in words if w not in dropped and places[w] is None)
    return Role(
        head=posts[-1] if posts else words[-1][1],
        words=kept,
        places=frozenset(p for w, p in places.items() if p is not None and w not in dropped),
        role=found.role if found else None,
        office=found.office if found else None,
        body=found.body if found else None,
        former=found.former if found else any(word in _FORMER for _, word in words),
        unique=found.unique if found else False,
    )


def _without_places(words: Sequence[tuple[str, str]], places: Mapping[str, str | None]) -> str:
    """The phrase without places that no table knows, and without the "of" before each."""
    kept: list[str] = []
    for token, word in words:
        if places[word] is None:
            kept.append(token)
        elif kept and folded(kept[-1]) in ("of", "for"):
            kept.pop()
    return " ".join(kept)


def _honours(word: str) -> bool:
    """Whether a word is a form of address and no post: Mr."""
    return word in titles().honorifics


def _place(token: str, word: str) -> str | None:
    """The code of the state that a word names or is the adjective of, or a name's stem."""
    state = states().find(token)
    if state:
        return state[0].code
    if not token[:1].isupper() or noun(word) is not Noun.UNKNOWN or word in _OF_POSTS:
        return None
    return word[:_SAME_STEM]
