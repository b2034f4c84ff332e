"""Conditions that a quotation leaves out in one piece, without a mark."""

from collections.abc import Iterator, Sequence

from onrecord.domain.span import Span
from onrecord.domain.transcript import Passage
from onrecord.domain.wording import Change, ChangeKind
from onrecord.lexicon.wording import wording_words
from onrecord.positions.wording.tokens import Token, tokens_of

SHORTEST = 3
"""Words of a condition; "if so" is none that matters."""

_NO_CONDITION = frozenset({"as", "even"})
"""Before "if": "as if", "even if"."""


def dropped_conditions(passage: Passage, report: str) -> Iterator[Change]:
    """A stretch that is missing and begins with a condition, where the report has none at all."""
    if _conditions(tokens_of(report)):
        return
    for missing in passage.missing:
        sentence = next(one for one in passage.sentences if one.overlaps(missing))
        place = _in_left(missing, sentence, passage)
        before = tokens_of(passage.transcript.text[sentence.start : missing.start])[-1:]
        words = tokens_of(missing.of(passage.transcript.text))
        begins = 0 in _conditions(words) and len(words) >= SHORTEST
        if begins and not any(token.key in _NO_CONDITION for token in before):
            yield Change(ChangeKind.CONDITION_DROPPED, left=place)


def _in_left(span: Span, sentence: Span, passage: Passage) -> Span:
    """A span of the transcript as an offset in `passage.left`."""
    start = passage.left.index(sentence.of(passage.transcript.text)) - sentence.start
    return Span(span.start + start, span.end + start)


def _conditions(tokens: Sequence[Token]) -> list[int]:
    """Where conditions that bind begin."""
    keys = [token.key for token in tokens]
    strong = [phrase for phrase, binds in wording_words().conditions.items() if binds]
    return [
        place
        for place in range(len(keys))
        if any(tuple(keys[place : place + len(phrase)]) == phrase for phrase in strong)
    ]
