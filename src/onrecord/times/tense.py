"""Where the words around an expression put it: before or after the day of publication."""

from typing import NamedTuple

from onrecord.lexicon.times import time_words
from onrecord.times.forms import Direction
from onrecord.times.grammar.tokens import Tokens

_REACH = 25
"""How many words of its sentence are looked at on each side."""
_SENTENCE_ENDS = frozenset(".?!;¶")
_LONGEST_ABBREVIATION = 3
"""A full stop after a longer word ends the sentence if a capital follows."""


class Hint(NamedTuple):
    """A direction; `sure` where a finite verb or `since` shows it, not a word in -ed alone."""

    direction: Direction
    sure: bool


def direction_around(tokens: Tokens, start: int, end: int) -> Hint | None:
    """PAST or FUTURE by preposition and tense: `will start`, `said on`, `by`, `since`.

    The nearest sign before the expression decides; where its sentence has none before it, the
    first one after it.
    """
    before = _before(tokens, start)
    return before if before is not None else _after(tokens, end)


def _before(tokens: Tokens, start: int) -> Hint | None:
    prepositions = time_words().prepositions
    towards: Hint | None = None
    for index in range(start - 1, max(start - _REACH, 0) - 1, -1):
        if _ends_sentence(tokens, index + 1):
            break
        word = tokens.word(index)
        if index >= start - 2 and word in prepositions:
            towards = Hint(Direction(prepositions[word]), sure=True)
            if towards.direction is Direction.PAST:
                return towards
        found = _tense(tokens, index)
        if found is not None:
            return found
    return towards


def _after(tokens: Tokens, end: int) -> Hint | None:
    for index in range(end, min(end + _REACH, tokens.size)):
        if _ends_sentence(tokens, index):
            return None
        found = _tense(tokens, index)
        if found is not None:
            return found
    return None


def _tense(tokens: Tokens, index: int) -> Hint | None:
    """What a word shows of the tense of its clause; None for most."""
    words, word = time_words(), tokens.word(index)
    if word in words.months and tokens.capital(index):
        return None
    if word in words.future or word.endswith(("'ll", "’ll")):
        return Hint(Direction.FUTURE, sure=True)
    if tokens.word(index - 1) in words.before_participles:
        return None
    if word in words.past:
        return Hint(Direction.PAST, sure=True)
    if word.endswith("ed") and len(word) > 4 and word not in words.not_past:
        return Hint(Direction.PAST, sure=False)
    return None


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a sentence ends before the token."""
    gap = tokens.gap(index)
    if not gap or _SENTENCE_ENDS.isdisjoint(gap):
        return False
    if gap.strip("\"'”’“").strip(".") == "":
        return tokens.capital(index) and len(tokens.word(index - 1)) > _LONGEST_ABBREVIATION
    return True
