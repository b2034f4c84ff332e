"""The names of a document, and the fullest form of each.

Nothing here says who somebody is. A short form (`Lavrov`, `Mr Lavrov`) is expanded to the longest
name of the same document that ends in the same words, and only where that is one person's name.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from onrecord.actors.first_names import same_person
from onrecord.actors.folding import folded
from onrecord.actors.propers import Bare, Proper, Token, bare, is_title, propers
from onrecord.domain.span import Span
from onrecord.lexicon.groups import groups
from onrecord.lexicon.titles import titles

MAX_HEADLINE = 160
"""A longer line is a paragraph, however many capitals it has."""

MIN_HEADLINE_WORDS = 5
"""A shorter line in capitals may be a caption or a name and nothing else."""

HEADLINE_CAPITALS = 0.7
"""Above this share of capitalised words of four letters or more, capitals tell nothing.

In a line that ends like a sentence all of them must be capitalised."""

MAX_NAME_WORDS = 5
"""A longer sequence without a title is a headline or a list, not a person's name."""

MIN_WITH_PLACE = 3
"""A place, a first and a last name."""

MAX_OFFICE_CHARACTERS = 45
"""Room for `Minister of foreign Affairs of `, with a word or two to spare."""

_PLACE_CUES = frozenset(("in", "near", "across", "inside", "outside", "throughout"))
_POSSESSIVES = ("'s", "’s")
_RUN_ON = re.compile(r"[a-z](?:Mr|Mrs|Ms|Dr|The|In|On|At|He|She|It|But|And|Image|Photo)$")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LOWER_WORD = re.compile(r"(?<![\w'’])[a-z]{3,}\b")
_DEMONYM_ENDINGS = ("n", "an", "ian", "ese", "ish", "r", "er", "i")


@dataclass(frozen=True, slots=True)
class Name:
    """One proper name as it stands in the document, titles and offices taken off.

    `key` is its folded words without particles and suffixes; `titled` says that a person's title
    stood before it, `in_office` that it was more than a form of address.
    """

    span: Span
    key: tuple[str, ...]
    titled: bool
    in_office: bool


@dataclass(frozen=True, slots=True)
class Fullest:
    """The fullest form found for a name, and how: `step` is `fullest-form` or `namesakes`."""

    span: Span | None
    step: str


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of one document, by last and by first word, and what tells places from persons."""

    names: tuple[Name, ...]
    by_last: Mapping[str, tuple[Name, ...]]
    by_first: Mapping[str, tuple[Name, ...]]
    words: frozenset[str]
    lower_words: frozenset[str]
    located: frozenset[str]
    lone: frozenset[str]
    starts: tuple[int, ...]
    decided: dict[tuple[str, ...], "Fullest"] = field(
        default_factory=dict, compare=False, repr=False
    )

    def starting_in(self, span: Span) -> tuple[Name, ...]:
        """The names that begin in a span, in order."""
        low = bisect_left(self.starts, span.start)
        return self.names[low : bisect_left(self.starts, span.end)]

    def is_person(self, word: str) -> bool:
        """Whether the document has `word` after a title or at the end of a longer name."""
        return any(name.titled or len(name.key) > 1 for name in self.by_last.get(word, ()))

    def is_place(self, word: str) -> bool:
        """Whether the document writes `in Korvana`, or `Korvanan` beside `Korvana`."""
        if self.is_person(word):
            return False
        stems = (word, word[:-1]) if word[-1:] in ("a", "e", "o", "y") else (word,)
        return word in self.located or any(
            stem + ending in self.words for stem in stems for ending in _DEMONYM_ENDINGS
        )

    def is_common(self, word: str) -> bool:
        """Whether the document has `word` in lower case too."""
        return word in self.lower_words

    def fullest(self, key: Sequence[str]) -> Fullest:
        """The longest name of the document that may be the same person's, if there is one person.

        Of names of equal length the first in the document is taken. Decided once a key: a long
        document asks for the same few names again and again.
        """
        asked = tuple(key)
        if asked not in self.decided:
            self.decided[asked] = self._fullest(asked)
        return self.decided[asked]

    def _fullest(self, key: tuple[str, ...]) -> Fullest:
        same = [name for name in self.by_last.get(key[-1], ()) if same_person(name.key, key)]
        fuller = self._trusted([name for name in same if len(name.key) > 1])
        if not fuller and len(key) == 1:
            fuller = [name for name in self.by_first.get(key[0], ()) if name.titled]
        if not fuller:
            return Fullest(None, "name-in-source")
        longest = max(fuller, key=lambda name: (len(name.key), len(name.span), -name.span.start))
        if any(not same_person(name.key, longest.key) for name in fuller):
            return Fullest(None, "namesakes")
        if len(key) == 1 and self._known_before(key[0], fuller):
            return Fullest(None, "namesakes")
        return Fullest(longest.span, "fullest-form")

    def _known_before(self, word: str, fuller: Sequence[Name]) -> bool:
        """Whether `President Belk` stands before the first, never titled, `Mina Belk`: a relative.

        News writes a name in full at first, so a full name that comes late and without a post is
        somebody else's.
        """
        if any(name.titled for name in fuller):
            return False
        first = min(name.span.start for name in fuller)
        return any(
            name.in_office and len(name.key) == 1 and name.span.start < first
            for name in self.by_last.get(word, ())
        )

    @staticmethod
    def _trusted(names: list[Name]) -> list[Name]:
        """Leave out names that only put a word before one that the document writes as often."""
        counts: dict[tuple[str, ...], int] = {}
        for name in names:
            counts[name.key] = counts.get(name.key, 0) + 1
        return [
            name
            for name in names
            if not any(
                counts.get(name.key[cut:], 0) >= counts[name.key]
                for cut in range(1, len(name.key) - 1)
            )
        ]


def find_names(text: str, lines: Sequence[tuple[int, int]]) -> NameIndex:
    """Every name-like sequence of the `lines` of `text`, which are half-open offsets in order."""
    found: list[tuple[int, Proper]] = []
    words: set[str] = set()
    located: set[str] = set()
    lone: set[str] = set()
    for start, end in lines:
        in_headline = is_headline(text, start, end)
        for proper in propers(text, start, end):
            words.update(token.folded for token in proper.tokens)
            if len(proper.tokens) == 1:
                lone.add(proper.tokens[0].folded)
            first = proper.tokens[0].folded
            if first not in located and _is_located(text, start, proper):
                located.add(first)
            if not in_headline:
                found.append((start, proper))
    lower = frozenset(_LOWER_WORD.findall(text))
    whole = ((start, proper) for start, proper in found if not _runs_on(text, proper))
    named = (_name(_after_office(text, start, bare(proper), lone)) for start, proper in whole)
    some = [name for name in named if name and not _is_phrase(name, lower)]
    keys = {name.key for name in some}
    kept = tuple(_without_opener(text, name, keys) for name in some)
    return NameIndex(
        names=kept,
        starts=tuple(name.span.start for name in kept),
        by_last=_grouped(kept, -1),
        by_first=_grouped((name for name in kept if len(name.key) > 1), 0),
        words=frozenset(words),
        lower_words=lower,
        located=frozenset(located),
        lone=frozenset(lone),
    )


def _runs_on(text: str, proper: Proper) -> bool:
    """Whether two lines ran together in a word, as crawled captions do: `RuskMr Belk`."""
    words = (text[token.start : token.end] for token in proper.tokens)
    return any(_RUN_ON.search(word) for word in words)


def _without_opener(text: str, name: Name, keys: Container[tuple[str, ...]]) -> Name:
    """`Ana Belk` for `Describing Ana Belk` where the document has both: a sentence begins so."""
    if len(name.key) < MIN_WITH_PLACE or name.key[1:] not in keys:
        return name
    cut = text.find(" ", name.span.start, name.span.end) + 1
    return replace(name, span=Span(cut, name.span.end), key=name.key[1:]) if cut else name


def _is_located(text: str, line_start: int, proper: Proper) -> bool:
    """Whether `in` or the like stands before, and no possessive ending behind."""
    before = text[max(line_start, proper.start - 12) : max(line_start, proper.start - 1)]
    if before.rpartition(" ")[2].lower() not in _PLACE_CUES:
        return False
    return text[proper.end : proper.end + 2] not in _POSSESSIVES


def _after_office(text: str, line_start: int, found: Bare, lone: Container[str]) -> Bare:
    """Leave out the place of `minister of foreign affairs of Korvania Ana Belk`.

    Machine translations write it so. The last word must stand alone somewhere in the document.
    """
    tokens = found.tokens
    if len(tokens) < MIN_WITH_PLACE or found.title is not None or tokens[-1].folded not in lone:
        return found
    before = text[max(line_start, tokens[0].start - MAX_OFFICE_CHARACTERS) : tokens[0].start]
    if not before.endswith(" of "):
        return found
    if not any(is_title(folded(word)) for word in before.split()):
        return found
    return Bare(tokens[-2:], "of")


def _grouped(names: Iterable[Name], position: int) -> Mapping[str, tuple[Name, ...]]:
    found: dict[str, list[Name]] = {}
    for name in names:
        found.setdefault(name.key[position], []).append(name)
    return {word: tuple(same) for word, same in found.items()}


def is_headline(text: str, start: int, end: int) -> bool:
    """Whether nearly every word of a line is capitalised, so that capitals mark no names."""
    if end - start > MAX_HEADLINE:
        return False
    long_words = _LONG_WORD.findall(text, start, end)
    if text.count(" ", start, end) + 1 < MIN_HEADLINE_WORDS or len(long_words) < MIN_HEADLINE_WORDS:
        return False
    capitals = sum(1 for word in long_words if word[0].isupper())
    if text[end - 1] in '.!?”"':
        return capitals == len(long_words) > MIN_HEADLINE_WORDS
    return capitals > HEADLINE_CAPITALS * len(long_words)


def _name(found: Bare) -> Name | None:
    key = name_key(found.tokens)
    if not key or len(key) > MAX_NAME_WORDS:
        return None
    if not found.honoured and (key[-1] in _never_surnames() or len(key[-1]) == 1):
        return None
    if " ".join(token.folded for token in found.tokens) in groups().proper:
        return None
    span = Span(found.tokens[0].start, found.tokens[-1].end)
    in_office = found.title is not None and found.title not in titles().civil
    return Name(span, key, titled=found.title is not None, in_office=in_office)


def name_key(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words that count when names are compared: no particles, suffixes or joined articles."""
    known = titles()
    words = [_without_article(token.folded) for token in tokens]
    while len(words) > 1 and words[-1] in known.suffixes:
        words.pop()
    return tuple(w for w in words[:-1] if w not in known.particles) + tuple(words[-1:])


def _without_article(word: str) -> str:
    article, hyphen, rest = word.partition("-")
    return rest if hyphen and rest and article in titles().particles else word


@cache
def _never_surnames() -> frozenset[str]:
    bodies = groups()
    return bodies.nouns | bodies.plural_nouns | bodies.demonyms | bodies.plural_demonyms


def _is_phrase(name: Name, lower: frozenset[str]) -> bool:
    """A capitalised word that the document also writes small, alone and without a title."""
    return len(name.key) == 1 and not name.titled and name.key[0] in lower
