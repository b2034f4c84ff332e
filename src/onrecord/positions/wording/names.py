"""Names that one wording has otherwise than the other.

A surname stands for the full name, an acronym for what it abbreviates, a capital or an adjective
for its state; titles are no part of a name. A name replaced by a pronoun or a description has not
changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from onrecord.domain.span import Span
from onrecord.domain.wording import Change, ChangeKind
from onrecord.lexicon.metonyms import metonym_of
from onrecord.lexicon.states import states
from onrecord.lexicon.times import time_words
from onrecord.lexicon.titles import titles
from onrecord.positions.wording.sides import Side, Sides
from onrecord.positions.wording.tokens import Token

SAME_NAME = 0.9
"""Jaro-Winkler likeness of two spellings of one name; "Orzhen" and "Orzen" have .96."""

SHORTEST_RESPELLED = 4

LONGEST_OMISSION = 4
"""Words; in a longer stretch that was left out, the name went with what was said of it."""


@dataclass(frozen=True, slots=True)
class Name:
    """The words from `first` to `last`, titles left out of `words`, which are folded."""

    first: int
    last: int
    words: tuple[str, ...]
    country: str | None


def name_changes(sides: Sides) -> Iterator[Change]:
    """Names changed, dropped, added."""
    left, right = names_of(sides.left.tokens), names_of(sides.right.tokens)
    gone = [name for name in left if not _elsewhere(name, right, sides.left, sides.right)]
    new = [name for name in right if not _elsewhere(name, left, sides.right, sides.left)]
    for name in gone:
        instead = _instead(sides, name, new)
        if instead is not None:
            new.remove(instead)
            spans = _span(sides.left, name), _span(sides.right, instead)
            yield Change(ChangeKind.NAME_CHANGED, *spans)
        elif _missed(sides, name):
            yield Change(ChangeKind.NAME_DROPPED, left=_span(sides.left, name))
    for name in new:
        if _missed(sides.flipped, name):
            yield Change(ChangeKind.NAME_ADDED, right=_span(sides.right, name))


def names_of(tokens: tuple[Token, ...]) -> list[Name]:
    """Stretches of words written as names, in order.

    >>> from onrecord.positions.wording.tokens import tokens_of
    >>> text = "Talks with Foreign Minister Mirelda Quost and the U.N. on Monday"
    >>> [name.words for name in names_of(tokens_of(text))]
    [('mirelda', 'quost'), ('un.',)]
    """
    inside = frozenset(token.key for token in tokens if token.capital and not token.opens)
    found: list[Name] = []
    start: int | None = None
    for index, token in enumerate((*tokens, None)):
        part = token is not None and _is_name(tokens, index, inside)
        fresh = start is not None and (not part or _broken(tokens, index))
        if fresh and start is not None:
            found.extend(_named(tokens, start, index - 1))
            start = None
        if part and start is None:
            start = index
    return found


def _broken(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a comma or a possessive ends the name before."""
    if tokens[index - 1].possessive:
        return True
    return index < len(tokens) and tokens[index].clause != tokens[index - 1].clause


def _is_name(tokens: tuple[Token, ...], index: int, inside: frozenset[str]) -> bool:
    token, words = tokens[index], titles()
    if not token.capital or token.key in words.calendar or token.key in time_words().months:
        return False
    if token.acronym or not token.opens:
        return token.key not in words.pronouns and (token.content or token.acronym)
    if token.key in words.sentence_words or not token.content:
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following and following.capital and not following.opens and following.content:
        return True
    return token.key in inside or _country(token.key) is not None or _is_subject(token, following)


def _is_subject(token: Token, following: Token | None) -> bool:
    """Whether an opening word without an article is what an auxiliary speaks of: "Halden will"."""
    auxiliaries = {"will", "can", "may", "must", "be", "have", "do"}
    plural = token.key.endswith(("s", "ing", "ly"))
    return following is not None and following.stem in auxiliaries and not plural


def _named(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[Name]:
    """The name without the titles before it; nothing where only titles are written so."""
    begun = first
    while first <= last and _is_title(tokens[first].key):
        first += 1
    if first > last:
        if tokens[last].key in titles().before_names:
            return
        first = begun
    keys = tuple(token.key for token in tokens[first : last + 1])
    yield Name(first, last, keys, _country(" ".join(keys)))


def _is_title(key: str) -> bool:
    return key in titles().before_names or key in titles().modifiers


@lru_cache(maxsize=1 << 14)
def _country(words: str) -> str | None:
    """The state that a name, an adjective, a capital or a palace stands for."""
    plain = words.removesuffix(".").upper() if words.endswith(".") else words
    found = states().find(plain)
    if len(found) == 1:
        return found[0].code
    metonym = metonym_of(plain)
    return metonym.country if metonym else None


def _elsewhere(name: Name, others: list[Name], side: Side, other: Side) -> bool:
    """Whether the other text has the name, in this form or another."""
    places = range(name.first, name.last + 1)
    gone = [place for place in places if not side.kept(place)]
    if not gone or _spelled_out(name, other):
        return True
    words = tuple(side.tokens[place].key for place in gone)
    if any(_alike(name, words, one, other) for one in others):
        return True
    if _rivals(gone[0], side, other):
        return False
    keys = [token.key for token in other.tokens]
    return len(gone) < len(places) or any(word in keys for word in name.words)


def _rivals(place: int, side: Side, other: Side) -> bool:
    """Whether another name stands in the place of a word of this one."""
    gap = side.gap(place, len(other.tokens))
    instead = [other.tokens[at] for at in gap]
    return any(
        token.capital and token.content and token.key not in titles().before_names
        for token in instead
    )


def _alike(name: Name, words: tuple[str, ...], one: Name, other: Side) -> bool:
    """Whether they name the same state, or share a word, be it in another spelling.

    `words` are those of the name that have no partner, and only such count on the other side.
    """
    free = [place for place in range(one.first, one.last + 1) if not other.kept(place)]
    if not free:
        return False
    if name.country is not None and name.country == one.country:
        return True
    return any(_respelled(word, other.tokens[place].key) for word in words for place in free)


def _respelled(word: str, other: str) -> bool:
    if word == other:
        return True
    long_enough = min(len(word), len(other)) >= SHORTEST_RESPELLED
    return long_enough and JaroWinkler.similarity(word, other) >= SAME_NAME


def _spelled_out(name: Name, other: Side) -> bool:
    """Whether an acronym's letters begin words in a row there, or the name's words make one."""
    free = [token for place, token in enumerate(other.tokens) if not other.kept(place)]
    if len(name.words) == 1 and name.words[0].endswith("."):
        initials = "".join(token.key[:1] for token in free if token.capital)
        return name.words[0][:-1] in initials
    initials = "".join(word[:1] for word in name.words) + "."
    return len(name.words) > 1 and any(token.key == initials for token in free)


def _instead(sides: Sides, name: Name, others: list[Name]) -> Name | None:
    """The name that stands where this one stood."""
    gap = sides.left.gap(name.first, len(sides.right.tokens))
    return next((one for one in others if one.first in gap or one.last in gap), None)


def _missed(sides: Sides, name: Name) -> bool:
    """Whether only the name was left out, nothing standing in its place."""
    side = sides.left
    run = side.run(name.first)
    gap = side.gap(name.first, len(sides.right.tokens))
    beside = (*side.content_after(name.last, 1), *side.content_before(name.first, 1))
    return not len(gap) and len(run) <= LONGEST_OMISSION and any(map(side.kept, beside))


def _span(side: Side, name: Name) -> Span:
    return side.span(name.first, name.last)
