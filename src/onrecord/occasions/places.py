"""Places that a statement was made at."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from onrecord.domain.mention import Mention, MentionKind
from onrecord.domain.occasion import Place
from onrecord.domain.span import Span
from onrecord.lexicon.states import states

_NAME = re.compile(
    r"(?:the\s+)?(?:[^\W\d_a-z][\w.’'-]*)(?:[ -](?:[^\W\d_a-z][\w.’'-]*|of|de|el|al))*"
)
_CAPITAL = re.compile(r"(?:the|its|his|her|their)\s+(?P<whose>[A-Z]\w+)\s+capital\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


class Places:
    """Tells whether what follows a preposition is a place."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions

    @cached_property
    def _all(self) -> list[Span]:
        """Where the reader found places, in order."""
        return [mention.span for mention in self._mentions if mention.kind is MentionKind.PLACE]

    def at(self, start: int, end: int) -> Place | None:
        """The place that `text[start:end]` begins with, if any; no time may follow in it."""
        capital = _CAPITAL.match(self._text, start, end)
        if capital is not None:
            return self._capital(capital)
        found = _NAME.match(self._text, start, end)
        if found is None:
            return None
        name = _POSSESSIVE.sub("", found.group())
        span = Span(start, start + len(name))
        plain = name.removeprefix("the ").rstrip(".,")
        if found.group() != name or not plain:
            return None
        if self._is_known(plain) or self._is_mentioned(span):
            return Place(span, plain)
        return None

    def _capital(self, found: re.Match[str]) -> Place | None:
        of = states().with_demonym(found["whose"])
        if len(of) != 1 or of[0].capital is None:
            return None
        return Place(Span(*found.span()), of[0].capital)

    def _is_known(self, name: str) -> bool:
        return bool(states().with_capital(name) or states().named(name))

    def _is_mentioned(self, span: Span) -> bool:
        """Whether the reader took it for a place."""
        at = bisect_left(self._all, span.start, key=_start)
        near = self._all[at : at + 2]
        return any(found.end <= span.end + 1 and found.start < span.end for found in near)


def _start(span: Span) -> int:
    return span.start
