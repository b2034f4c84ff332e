"""A source cut into phrases: its head, what is said about the head, and what is set beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors.folding import folded
from onrecord.actors.propers import is_capital, with_stop
from onrecord.domain.span import Span
from onrecord.lexicon.titles import titles

_WORD = re.compile(
    r"\w+(?:\.\w+)*(?:[-‑]\w+|['’](?!s\b|S\b)\w+)*(?P<owner>['’][sS]\b|(?<=[sS])['’](?!\w))?"
)
_BREAK = re.compile(r"[,;:()\[\]\"“”„«»\n\r\v\f\x85\u2028\u2029]|\s[-–—]+\s|—|--")
_REFLEXIVES = frozenset(
    ("himself", "herself", "itself", "themselves", "too", "also", "alone", "both", "all", "alike")
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a source; `end` leaves out a possessive ending, `owns` says that it has one."""

    start: int
    end: int
    folded: str
    capital: bool
    owns: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase between two breaks.

    `core` are the words up to the head (`the head`), `tail` what follows it (`of the ministry`).
    Where a possessive stands in the core, `owner` holds the words up to it and `core` the rest.
    """

    owner: tuple[Word, ...]
    core: tuple[Word, ...]
    tail: tuple[Word, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All words in order."""
        return (*self.owner, *self.core, *self.tail)

    @property
    def span(self) -> Span:
        """The whole phrase, without a possessive ending at its end."""
        return Span(self.words[0].start, self.words[-1].end)


def phrases(text: str, span: Span) -> list[Phrase]:
    """The phrases of a source in order; none is empty.

    >>> text = "the ministry's spokeswoman for trade, Ana Belk"
    >>> [p.span.of(text) for p in phrases(text, Span(0, len(text)))]
    ["the ministry's spokeswoman for trade", 'Ana Belk']
    """
    found = []
    for start, end in _between_breaks(text, span):
        words = _words(text, start, end)
        if words:
            found.append(phrase_of(words))
    return _with_dangling_adjectives(found)


def _between_breaks(text: str, span: Span) -> list[tuple[int, int]]:
    edges = [span.start]
    stop = min(span.end, len(text))
    for mark in _BREAK.finditer(text, min(span.start, stop), stop):
        edges += mark.span()
    edges.append(stop)
    return list(zip(edges[::2], edges[1::2], strict=True))


def _words(text: str, start: int, end: int) -> list[Word]:
    found = []
    for match in _WORD.finditer(text, start, end):
        owns = match["owner"] is not None
        stop = match.start("owner") if owns else match.end()
        body = text[match.start() : stop]
        stop = stop if owns else with_stop(text, stop, body, end)
        found.append(Word(match.start(), stop, folded(body), is_capital(body), owns))
    return found


def phrase_of(words: Sequence[Word]) -> Phrase:
    """Find the head of a noun phrase: the last word before a preposition or a relative clause."""
    cut = next((i for i, word in enumerate(words) if i and _ends_core(word)), len(words))
    core, tail = list(words[:cut]), tuple(words[cut:])
    while len(core) > 1 and core[-1].folded in _REFLEXIVES:
        core.pop()
    owners = [i for i, word in enumerate(core[:-1]) if word.owns]
    split = owners[-1] + 1 if owners else 0
    return Phrase(tuple(core[:split]), tuple(core[split:]), tail)


def _ends_core(word: Word) -> bool:
    known = titles()
    return not word.capital and (
        word.folded in known.prepositions or word.folded in known.relatives
    )


def _with_dangling_adjectives(found: list[Phrase]) -> list[Phrase]:
    """Join `a senior` to what follows the comma in `a senior, well-placed official`."""
    known = titles()
    while len(found) > 1 and not found[0].tail and not found[0].owner:
        words = [word.folded for word in found[0].core]
        adjectives = known.determiners | known.modifiers
        if words[0] not in known.determiners or not adjectives.issuperset(words):
            break
        found[:2] = [phrase_of((*found[0].words, *found[1].words))]
    return found
