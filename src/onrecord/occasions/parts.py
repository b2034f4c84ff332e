"""A stretch of text as a row of parts, each opened by a preposition, a conjunction or a comma."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.tokens import Phrases, Token

PUNCTUATION = "punctuation"
_MARKS = ",;:()[]–—-"


@dataclass(frozen=True, slots=True)
class Part:
    """`head` opens it, in lower case; `kind` is the head's class in `occasions.toml`.

    The first part of a stretch has neither. `opens` is where the head stands, `start` and `end`
    are the offsets of what follows it; both are the same where nothing does.
    """

    head: str
    kind: str
    opens: int
    tokens: Sequence[Token]
    start: int
    end: int


def parts_of(tokens: Sequence[Token], opens: int) -> Iterator[Part]:
    """The parts of a stretch that begins at `opens`, in order; empty ones too."""
    head, kind, first = "", "", 0
    for place, count, found in _heads().scan(tokens):
        yield _part(head, kind, opens, tokens[first:place])
        kind, opens, first = found, tokens[place].start, place + count
        head = " ".join(token.word for token in tokens[place:first])
    yield _part(head, kind, opens, tokens[first:])


def _part(head: str, kind: str, opens: int, tokens: Sequence[Token]) -> Part:
    if not tokens:
        return Part(head, kind, opens, (), opens, opens)
    return Part(head, kind, opens, tokens, tokens[0].start, tokens[-1].end)


@cache
def _heads() -> Phrases:
    return Phrases({**occasion_words().heads, **dict.fromkeys(_MARKS, PUNCTUATION)})
