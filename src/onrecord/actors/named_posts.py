"""People named with an office: `Foreign Minister Ana Belk`, `Ana Belk, the foreign minister`.

Known people and offices only. Cheap enough for every report: nothing is looked up but what stands
beside the head word of an office.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.actors.office_table import OfficeReading, OfficeTable
from onrecord.domain.office import Tenure
from onrecord.domain.span import Span
from onrecord.lexicon.titles import titles

MAX_WORDS_BEFORE = 5
"""`the then acting Korvanan deputy foreign` is as much as stands before `minister`."""

MAX_WORDS_AFTER = 6
"""`of foreign affairs of Korvania` and a name."""

MAX_NAME_WORDS = 3
MAX_ABBREVIATION = 4
"""`U.S`, `Gov`, `Sept`: a longer word before a full stop ends a sentence."""

_HEAD = re.compile(r"[A-Za-z][a-z-]+")
_WORD = re.compile(r"[^\W\d_][\w’'.-]*[^\W_]|[^\W\d_]")
_INDEFINITE = re.compile(r"\b[Aa]n?\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_REACH = 80
"""Characters on each side of the head of a post that are read with it."""


@dataclass(frozen=True, slots=True)
class NamedPost:
    """An office with the person whom a mention names as its holder, or its former one."""

    office: str
    holder: str
    former: bool


@dataclass(frozen=True, slots=True)
class _Around:
    """The words about the head word of a post."""

    text: str
    words: tuple[Span, ...]
    head: int

    def of(self, first: int, last: int) -> str:
        """The text from one word to another."""
        return self.text[self.words[first].start : self.words[last].end]

    def gap(self, at: int) -> str:
        """What stands between a word and the next, blanks and an abbreviation's full stop aside."""
        word = self.words[at]
        between = self.text[word.end : self.words[at + 1].start]
        if between == ". " and len(word) <= MAX_ABBREVIATION and self.is_capital(at):
            return ""
        return between.strip(" ")

    def is_capital(self, at: int) -> bool:
        """Whether there is such a word, with a capital."""
        return at < len(self.words) and self.text[self.words[at].start].isupper()


def named_posts(
    text: str, lines: Sequence[tuple[int, int]], table: OfficeTable
) -> Iterator[tuple[NamedPost, Span]]:
    """Every office that the lines give to a known person who held it once, and where."""
    heads = titles().offices
    for start, end in lines:
        if heads.isdisjoint(map(str.lower, _HEAD.findall(text, start, end))):
            continue
        for found in _HEAD.finditer(text, start, end):
            if found.group().lower() in heads:
                around = _around(text, start, end, found.start())
                yield from _after_post(around, table) or _before_post(around, table)


def _around(text: str, start: int, end: int, head: int) -> _Around:
    low, high = max(start, head - _REACH), min(end, head + _REACH)
    words = tuple(Span(*found.span()) for found in _WORD.finditer(text, low, high))
    at = next(at for at, word in enumerate(words) if head < word.end)
    return _Around(text, words, at)


Found = list[tuple[NamedPost, Span]]


def _after_post(around: _Around, table: OfficeTable) -> Found:
    """The name follows: `Foreign Minister Ana Belk`, `the Korvanan foreign minister, Ana Belk`."""
    last = _joined_after(around, commas=1)
    apart = False
    for name_at in range(around.head + 1, last + 1):
        apart = apart or "," in around.gap(name_at - 1)
        if not around.is_capital(name_at) or (apart and not _is_definite(around)):
            continue
        for name_end in range(min(last, name_at + MAX_NAME_WORDS - 1), name_at - 1, -1):
            holders = _named(around, name_at, name_end, table)
            if holders:
                for first in range(_first_before(around), around.head + 1):
                    span = Span(around.words[first].start, around.words[name_end].end)
                    found = _held(around.of(first, name_at - 1), holders, span, table)
                    if found:
                        return found
                return []
    return []


def _before_post(around: _Around, table: OfficeTable) -> Found:
    """The name stands before: `Ana Belk, the Korvanan foreign minister`."""
    first = _first_before(around)
    if not first or around.gap(first - 1) != ",":
        return []
    name_end = first - 1
    for name_at in range(max(0, name_end - MAX_NAME_WORDS + 1), name_end):
        holders = _named(around, name_at, name_end, table)
        if not holders:
            continue
        for last in range(_joined_after(around, commas=0), around.head - 1, -1):
            span = Span(around.words[name_at].start, around.words[last].end)
            found = _held(around.of(first, last), holders, span, table)
            if found:
                return found
    return []


def _is_definite(around: _Around) -> bool:
    """Whether `the` opens the words before the head: `as foreign minister, Ana Belk …` does not."""
    words = (around.of(at, at) for at in range(_first_before(around), around.head))
    return any(word in ("the", "The") for word in words)


def _first_before(around: _Around) -> int:
    """The first word that only blanks part from the head."""
    first = around.head
    while first > max(0, around.head - MAX_WORDS_BEFORE) and not around.gap(first - 1):
        first -= 1
    return first


def _joined_after(around: _Around, commas: int) -> int:
    """The last word that only blanks part from the head, and so many commas."""
    last = around.head
    while last + 1 < min(len(around.words), around.head + 1 + MAX_WORDS_AFTER):
        gap = around.gap(last)
        if gap:
            if gap != "," or not commas:
                break
            commas -= 1
        last += 1
    return last


def _named(around: _Around, first: int, last: int, table: OfficeTable) -> tuple[str, ...]:
    """The known people of that name who ever held an office."""
    alone = first == last
    if any(around.gap(at) for at in range(first, last)):
        return ()
    if alone and around.is_capital(last + 1) and not around.gap(last):
        return ()
    return _holders(table, around.of(first, last), alone) or _without_middle(
        around, first, last, table
    )


def _without_middle(around: _Around, first: int, last: int, table: OfficeTable) -> tuple[str, ...]:
    """`Ana Maria Belk` and `Ana M. Belk` as `Ana Belk`."""
    if last - first != MAX_NAME_WORDS - 1:
        return ()
    return _holders(table, f"{around.of(first, first)} {around.of(last, last)}", False)


@lru_cache(maxsize=4096)
def _holders(table: OfficeTable, name: str, alone: bool) -> tuple[str, ...]:
    if not name[:1].isupper():
        return ()
    plain = _POSSESSIVE.sub("", name)
    known = table.known_by_name(plain) or (table.known_by_surname(plain) if alone else ())
    return tuple(actor.id for actor in known if table.offices_of(actor.id))


def _held(phrase: str, holders: Sequence[str], span: Span, table: OfficeTable) -> Found:
    """The offices that the phrase names and one of these people held; `a president` is nobody."""
    post = None if _INDEFINITE.search(phrase) else _read(table, phrase)
    if post is None:
        return []
    held = {
        NamedPost(tenure.office, tenure.holder, post.former)
        for holder in holders
        for tenure in _tenures(holder, post, table)
    }
    return [(one, span) for one in sorted(held, key=lambda one: (one.office, one.holder))]


@lru_cache(maxsize=4096)
def _read(table: OfficeTable, phrase: str) -> OfficeReading | None:
    return table.read(phrase)


def _tenures(holder: str, post: OfficeReading, table: OfficeTable) -> Iterator[Tenure]:
    """The terms in which somebody held the post, or one of its name where its body is not said."""
    for tenure in table.offices_of(holder):
        role, _, body = tenure.office.partition(":")
        if tenure.office == post.office or (role == post.role and post.body in (None, body)):
            yield tenure
