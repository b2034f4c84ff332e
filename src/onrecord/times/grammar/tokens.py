"""Words, numbers and what stands between them."""

import re
from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from onrecord.lexicon.times import Wordings

_TOKEN = re.compile(
    r"""
      [^\W\d_]+(?:['’][^\W\d_]+)?                              # year  we'll
    | \d{4}-\d\d?-\d\d?(?:t\d\d?(?::\d\d){1,2}z?)?(?![\w-])     # 2013-05-07
    | \d\d?/\d\d?/(?:\d{4}|\d\d)(?![\w/])                     # 02/13/98
    | (?<!\d-)\d\d?([-.])\d\d?\1(?:\d{4}|\d\d)(?![\w-])        # 13.02.2017
    | \d\d?:\d\d(?::\d\d)?(?![\d:])                            # 9:30
    | \d+(?:[.,]\d+)+                                          # 2,000  3.5
    | \d+(?:st|nd|rd|th|s)\b                                   # 5th  1990s
    | \d+(?:['’]s\b)?
    | [½¼¾]
    """,
    re.VERBOSE,
)
_NEW_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_HYPHENS = frozenset("-‐‑–")
_POSSESSIVE_S = frozenset({"'s", "’s"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
Value = TypeVar("Value")


def _lower(text: str) -> str:
    """The text in lower case, each character in its place: `İ` would become two."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


class Tokens:
    """The tokens of a text: their words in lower case, and the characters between them.

    A possessive `'s` is no token: it belongs to the gap after its word.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._matches = list(_TOKEN.finditer(_lower(text)))
        self.words = [match[0] for match in self._matches]
        self.size = len(self.words)
        self._owners = {at for at, word in enumerate(self.words) if word[-2:] in _POSSESSIVE_S}
        self._gaps: dict[int, str] = {}
        self.answers: dict[tuple[object, int], object] = {}
        for index in self._owners:
            self.words[index] = self.words[index][:-2]

    def span(self, index: int) -> tuple[int, int]:
        """Where a token begins and ends."""
        start, end = self._matches[index].span()
        return start, end - len("'s") * (index in self._owners)

    def word(self, index: int) -> str:
        """The word at an index, in lower case; empty outside the text."""
        return self.words[index] if 0 <= index < self.size else ""

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= index < self.size and self.text[self.span(index)[0]].isupper()

    def gap(self, index: int) -> str:
        """What stands before the token, without white space; a new paragraph is `¶`.

        >>> tokens = Tokens("on Feb. 25, 2-day")
        >>> [tokens.gap(index) for index in range(5)]
        ['¶', '', '.', ',', '-']
        """
        known = self._gaps.get(index)
        if known is None:
            known = self._gaps[index] = self._gap(index)
        return known

    def _gap(self, index: int) -> str:
        if not 0 < index < self.size:
            return "¶"
        between = self.text[self.span(index - 1)[1] : self.span(index)[0]]
        if between == " ":
            return ""
        return "¶" if _NEW_PARAGRAPH.search(between) else between.strip()

    def touches(self, index: int) -> bool:
        """Whether nothing at all stands before the token."""
        return 0 < index < self.size and self.span(index - 1)[1] == self.span(index)[0]

    def spaced(self, index: int) -> bool:
        """Whether only white space stands before the token, or nothing."""
        return not self.gap(index)

    def hyphened(self, index: int) -> bool:
        """Whether a hyphen stands before the token."""
        return self.gap(index) in _HYPHENS

    def joined(self, index: int) -> bool:
        """Whether only white space or a hyphen stands before the token."""
        gap = self.gap(index)
        return not gap or gap in _HYPHENS

    def owned(self, index: int) -> bool:
        """Whether the word before is a possessive: `the year's end`."""
        return self.gap(index) in _POSSESSIVES

    def follows(self, index: int, *gaps: str) -> bool:
        """Whether the token stands after the one before with only white space or one of `gaps`."""
        gap = self.gap(index)
        return not gap or gap in gaps

    def says(self, index: int, *words: str) -> bool:
        """Whether these words stand there, joined to each other."""
        if self.word(index) != words[0]:
            return False
        after = range(1, len(words))
        return all(self.word(index + n) == words[n] and self.joined(index + n) for n in after)

    def wording(self, index: int, table: Wordings[Value]) -> tuple[int, Value] | None:
        """The end and the value of the longest phrase of a table that starts there."""
        for words, value in table.starting(self.word(index)):
            if len(words) == 1 or self._follow(index, words):
                return index + len(words), value
        return None

    def _follow(self, index: int, words: tuple[str, ...]) -> bool:
        if tuple(self.words[index : index + len(words)]) != words:
            return False
        after = range(index + 1, index + len(words))
        return all(self.joined(place) or self.owned(place) for place in after)


def once(rule: Callable[[Tokens, int], Value]) -> Callable[[Tokens, int], Value]:
    """The rule, asked once a token: expressions of many kinds begin with the same number."""

    @wraps(rule)
    def asked(tokens: Tokens, index: int) -> Value:
        key = rule, index
        if key not in tokens.answers:
            tokens.answers[key] = rule(tokens, index)
        return cast(Value, tokens.answers[key])

    return asked
