"""Conditions that one wording has and the other has not."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.domain.wording import Change, ChangeKind
from onrecord.lexicon.times import time_words
from onrecord.lexicon.wording import wording_words
from onrecord.positions.wording.sides import Side, Sides
from onrecord.positions.wording.tokens import Token

LEAST_KEPT = 2
"""Words with content of what stands under a condition, which the other text has without it."""


UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Condition:
    """The phrase from `first` to `last`, and its clause, which ends at `end` (excluded)."""

    first: int
    last: int
    end: int
    strong: bool
    stems: frozenset[str]


def condition_changes(sides: Sides) -> Iterator[Change]:
    """Conditions dropped, then those added."""
    for condition in _missing(sides):
        span = sides.left.span(condition.first, condition.end - 1)
        yield Change(ChangeKind.CONDITION_DROPPED, left=span)
    for condition in _missing(sides.flipped):
        span = sides.right.span(condition.first, condition.end - 1)
        yield Change(ChangeKind.CONDITION_ADDED, right=span)


def _missing(sides: Sides) -> Iterator[Condition]:
    """Those of the left that the right has not, although it has what they condition."""
    if any(one.strong for one in _conditions(sides.right.around)):
        return
    free = list(_conditions(sides.right.tokens))
    strong = [one for one in _conditions(sides.left.tokens) if one.strong]
    for answers in (_is_aligned, _says_the_same):
        for condition in strong[:]:
            partner = next((one for one in free if answers(sides, condition, one)), None)
            if partner is not None:
                strong.remove(condition)
                free.remove(partner)
    yield from (condition for condition in strong if _main_kept(sides.left, condition))


def _conditions(tokens: tuple[Token, ...]) -> Iterator[Condition]:
    words = wording_words()
    keys = [token.key for token in tokens]
    index = 0
    while index < len(keys):
        phrase = _phrase_at(keys, index)
        if phrase is None or _conditions_nothing(keys, index):
            index += 1
            continue
        last = index + len(phrase) - 1
        yield _condition(tokens, index, last, words.conditions[phrase])
        index = last + 1


def _conditions_nothing(keys: list[str], index: int) -> bool:
    """Whether the word asks ("asked if") or tells a time ("until now", "until 2031")."""
    words = wording_words()
    if index and keys[index - 1] in words.asked_after:
        return True
    after = keys[index + 1] if index + 1 < len(keys) else ""
    dated = (
        after in words.times_after or after in time_words().months or after in time_words().weekdays
    )
    return keys[index] == UNTIL and (dated or after[:1].isdigit())


def _phrase_at(keys: list[str], index: int) -> tuple[str, ...] | None:
    """The longest phrase that begins there."""
    for phrase in wording_words().conditions_by_first.get(keys[index], ()):
        if tuple(keys[index : index + len(phrase)]) == phrase:
            return phrase
    return None


def _condition(tokens: tuple[Token, ...], first: int, last: int, strong: bool) -> Condition:
    """With its clause: up to a comma where it opens the sentence, else up to the sentence's end."""
    opens = first == 0 or tokens[first - 1].sentence != tokens[first].sentence
    end = last + 1
    while end < len(tokens) and tokens[end].sentence == tokens[first].sentence:
        if opens and tokens[end].clause != tokens[first].clause:
            break
        end += 1
    stems = frozenset(token.stem for token in tokens[last + 1 : end] if token.content)
    return Condition(first, last, end, strong, stems)


def _is_aligned(sides: Sides, condition: Condition, other: Condition) -> bool:
    """Whether the other text has the very word there."""
    return sides.left.partner[condition.first] == other.first


def _says_the_same(sides: Sides, condition: Condition, other: Condition) -> bool:
    """Whether the other text's condition is the same in other words."""
    if condition.stems & other.stems:
        return True
    gap = sides.left.gap(condition.first, len(sides.right.tokens))
    return other.strong and other.first in gap


def _main_kept(side: Side, condition: Condition) -> bool:
    """Whether what stands under the condition is kept, as far as it says something.

    That is the rest of the sentence; all other words where the condition is alone in its own.
    """
    outside = [
        place
        for place, token in enumerate(side.tokens)
        if token.content and not condition.first <= place < condition.end
    ]
    sentence = side.tokens[condition.first].sentence
    rest = [place for place in outside if side.tokens[place].sentence == sentence] or outside
    return sum(map(side.kept, rest)) >= min(LEAST_KEPT, len(rest)) > 0
