"""Words of a stretch of text, and phrases looked up in them without a search."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")


class Token(NamedTuple):
    """A word or mark in lower case, with its half-open offsets."""

    word: str
    start: int
    end: int


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of `text[start:end]`; `op-ed` and `Belk's` are one word."""
    return [Token(m[0].lower(), *m.span()) for m in _TOKEN.finditer(text, start, end)]


class Phrases:
    """Phrases of one or more words, each with a value; the longest that fits is found.

    >>> phrases = Phrases({"press conference": "press", "conference": "speech"})
    >>> phrases.at(tokens_of("a press conference", 0, 18), 1)
    (2, 'press')
    """

    def __init__(self, values: Mapping[str, str]) -> None:
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in sorted(values, key=lambda phrase: -len(phrase.split())):
            first, *rest = phrase.split()
            found.setdefault(first, []).append((tuple(rest), values[phrase]))
        self._by_first = found

    def at(self, tokens: Sequence[Token], place: int) -> tuple[int, str] | None:
        """How many tokens from `place` on make up a phrase, and its value."""
        candidates = self._by_first.get(tokens[place].word)
        return _longest(tokens, place, candidates) if candidates else None

    def scan(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """Where phrases begin, how many tokens they have, and their values; none overlap."""
        by_first, free = self._by_first, 0
        for place, token in enumerate(tokens):
            candidates = by_first.get(token.word)
            if candidates is None or place < free:
                continue
            found = _longest(tokens, place, candidates)
            if found is not None:
                yield place, *found
                free = place + found[0]


def _longest(
    tokens: Sequence[Token], place: int, candidates: Sequence[tuple[tuple[str, ...], str]]
) -> tuple[int, str] | None:
    for rest, value in candidates:
        if not rest or _follows(tokens, place + 1, rest):
            return 1 + len(rest), value
    return None


def _follows(tokens: Sequence[Token], place: int, rest: tuple[str, ...]) -> bool:
    if place + len(rest) > len(tokens):
        return False
    return all(tokens[place + n].word == word for n, word in enumerate(rest))
