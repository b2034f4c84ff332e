"""Negations that one wording has and the other has not.

A negation is matched with one of the other text that stands in the same place, or that turns round
the same word: "does not believe that it will" and "believes that it will not" say the same. What is
left counts where the negated words are kept without it; two that stand together cancel.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.domain.wording import Change, ChangeKind
from onrecord.lexicon.wording import WordingWords, wording_words
from onrecord.positions.wording.sides import Side, Sides
from onrecord.positions.wording.stems import stem
from onrecord.positions.wording.tokens import Token

SCOPE = 3
"""Words with content after a negation that it may turn round."""

UNLESS = "unless"
"""A condition and a negation: "unless they leave" is "if they do not leave"."""

NEAR = 8
"""Words between two negations of one sentence, one of which has moved."""


@dataclass(frozen=True, slots=True)
class Negation:
    """The word at `index`; `scope` are indices of what it turns round, `stems` their stems.

    `lexical` is one with a content of its own ("refuse", "unable"), which may be said otherwise.
    """

    index: int
    scope: tuple[int, ...]
    stems: frozenset[str]
    lexical: bool = False


def negation_changes(sides: Sides) -> Iterator[Change]:
    """Negations dropped, then those added."""
    left = list(_negations(sides.left, sides.right))
    right = list(_negations(sides.right, sides.left))
    left, right = _without_aligned(sides, left, right)
    left, right = _without_moved(sides, left, right)
    for negation in _standing(sides, left):
        span = sides.left.span(negation.index, negation.index)
        yield Change(ChangeKind.NEGATION_DROPPED, left=span)
    for negation in _standing(sides.flipped, right):
        span = sides.right.span(negation.index, negation.index)
        yield Change(ChangeKind.NEGATION_ADDED, right=span)


def _negations(side: Side, other: Side) -> Iterator[Negation]:
    words = wording_words()
    silent = _silent(side.tokens, words)
    bare = frozenset(token.stem for token in other.tokens)
    for index, token in enumerate(side.tokens):
        if index in silent:
            continue
        if token.key in words.negations or token.key == UNLESS:
            scope = tuple(side.content_after(index, SCOPE)) or _beside(side, index)
            yield _negation(side, index, scope, frozenset())
        elif token.key in words.refusals or token.key in words.opposites:
            said_yes = frozenset(stem(word) for word in words.opposites.get(token.key, ()))
            scope = tuple(side.content_after(index, SCOPE))
            yield _negation(side, index, scope, said_yes | {token.stem}, lexical=True)
        elif positive := _unprefixed(token, words, bare):
            yield _negation(side, index, (), frozenset((positive,)), lexical=True)


def _beside(side: Side, index: int) -> tuple[int, ...]:
    """What a negation turns round without a word of content after it: "not before", "will not"."""
    after, tokens = index + 1, side.tokens
    if after < len(tokens) and tokens[after].sentence == tokens[index].sentence:
        return (after,)
    return tuple(side.content_before(index, 1))


def _silent(tokens: tuple[Token, ...], words: WordingWords) -> frozenset[int]:
    """Words of phrases that negate nothing: "not only", "whether or not"."""
    silent: set[int] = set()
    keys = [token.key for token in tokens]
    for index, key in enumerate(keys):
        for phrase in words.no_negations.get(key, ()):
            if tuple(keys[index : index + len(phrase)]) == phrase:
                silent.update(range(index, index + len(phrase)))
    return frozenset(silent)


def _unprefixed(token: Token, words: WordingWords, bare: frozenset[str]) -> str | None:
    """The stem without its negating prefix, where the other text has that and not the whole."""
    if token.stem in bare:
        return None
    for prefix in words.prefixes:
        rest = token.stem.removeprefix(prefix)
        if rest != token.stem and len(rest) > 3 and rest in bare:
            return rest
    return None


def _negation(
    side: Side,
    index: int,
    scope: tuple[int, ...],
    more: frozenset[str],
    *,
    lexical: bool = False,
) -> Negation:
    stems = frozenset(side.tokens[place].stem for place in scope) | more
    return Negation(index, scope, stems, lexical)


def _without_aligned(
    sides: Sides, left: list[Negation], right: list[Negation]
) -> tuple[list[Negation], list[Negation]]:
    """Those that are not aligned with one of the other text."""
    in_right = {negation.index for negation in right}
    partners = {negation.index: sides.left.partner[negation.index] for negation in left}
    met = {partner for partner in partners.values() if partner in in_right}
    return (
        [negation for negation in left if partners[negation.index] not in met],
        [negation for negation in right if negation.index not in met],
    )


def _without_moved(
    sides: Sides, left: list[Negation], right: list[Negation]
) -> tuple[list[Negation], list[Negation]]:
    """Those that no other one of the other text stands for."""
    free = list(right)
    kept: list[Negation] = []
    for negation in left:
        partner = next((one for one in free if _moved(sides, negation, one)), None)
        if partner is None:
            kept.append(negation)
        else:
            free.remove(partner)
    return kept, free


def _moved(sides: Sides, one: Negation, other: Negation) -> bool:
    if one.stems & other.stems:
        return True
    gap = sides.left.gap(one.index, len(sides.right.tokens))
    distance = max(gap.start - other.index, other.index - gap.stop, 0)
    return distance <= NEAR and not _both_kept(sides, one, other)


def _both_kept(sides: Sides, one: Negation, other: Negation) -> bool:
    """Each turns round words that the other text has elsewhere: two different negations."""
    return _scope_kept(sides.left, one) and _scope_kept(sides.right, other)


def _standing(sides: Sides, left: list[Negation]) -> Iterator[Negation]:
    """Those of the left whose words the right has without a negation."""
    for negation in _uncancelled(sides, left):
        gone = _scope_kept(sides.left, negation) and not _said_around(sides)
        if gone and (not negation.lexical or _turned(sides, negation)):
            yield negation


def _uncancelled(sides: Sides, left: list[Negation]) -> list[Negation]:
    """Two beside each other say yes: "did not refuse", "no … unless" for "only … if"."""
    kept: list[Negation] = []
    for negation in left:
        if kept and _cancels(sides, kept[-1], negation):
            kept.pop()
        else:
            kept.append(negation)
    return kept


def _cancels(sides: Sides, first: Negation, second: Negation) -> bool:
    tokens = sides.left.tokens
    words = wording_words()
    if tokens[first.index].sentence != tokens[second.index].sentence:
        return False
    if tokens[second.index].key in words.conditional_negations:
        return any(token.key == "only" for token in sides.right.tokens)
    return second.index - first.index <= 2


def _scope_kept(side: Side, negation: Negation) -> bool:
    if negation.lexical and not negation.scope:
        return bool(negation.stems - {side.tokens[negation.index].stem})
    kept = [side.kept(place) for place in negation.scope]
    return bool(kept) and (kept[0] or sum(kept) > 1)


def _turned(sides: Sides, negation: Negation) -> bool:
    """Whether a lexical negation was left out, or replaced by its opposite."""
    if sides.left.kept(negation.index):
        return False
    gap = sides.left.gap(negation.index, len(sides.right.tokens))
    instead = [sides.right.tokens[place] for place in gap if sides.right.tokens[place].content]
    if not instead and not negation.scope:
        return False
    return all(token.stem in negation.stems for token in instead)


def _said_around(sides: Sides) -> bool:
    """Whether the other text's surroundings negate: "denied that it would"."""
    words = wording_words()
    return any(
        token.key in words.negations or token.key in words.refusals for token in sides.right.around
    )
