"""Which earlier mention a mention may refer back to, and how the two lie to each other.

The features follow the long line from Soon, Ng and Lim (2001): wording, distance, form, number of
quotations crossed. They stand beside what the encoder says of both (Lee et al. 2017).
"""

from dataclasses import dataclass

import numpy as np

from onrecord.reader.decoding import Floats
from onrecord.reader.mentions import KINDS
from onrecord.reader.surface import CLASSES, DETERMINERS, FIRST_PRONOUN, Surface
from onrecord.reader.words import Integers

NEAREST = 48
"""Earlier mentions looked at by nearness alone."""

LIKEST = 16
"""Further ones, looked at because they share a word; the nearest of them, and the first."""

MATCHES = 8
NO_MATCH, SAME, SAME_HEAD_WITHIN, SAME_HEAD, SHARED, ACRONYM, SAME_PRONOUN, LIKE_PRONOUN = range(
    MATCHES
)
STEPS = 12
APART = 7
PLACES = 5
QUOTES = 5
LINES = 5

SIZES = (
    CLASSES * CLASSES,
    MATCHES * DETERMINERS,
    MATCHES * 3 * 3,
    DETERMINERS * 3,
    STEPS * 3,
    APART * CLASSES,
    PLACES * 3,
    QUOTES * CLASSES,
    len(KINDS) * len(KINDS),
    LINES * CLASSES,
)
"""How many values each feature of a pair can take."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of a mention and an earlier one, by the later; `features` is (pairs, len(SIZES))."""

    later: Integers
    earlier: Integers
    features: Integers

    def __len__(self) -> int:
        return len(self.later)


def find_pairs(surface: Surface) -> Pairs:
    """All pairs worth a look."""
    later, earlier = _candidates(surface)
    return Pairs(later, earlier, _features(surface, later, earlier))


def _candidates(surface: Surface) -> tuple[Integers, Integers]:
    by_word: dict[int, list[int]] = {}
    later: list[int] = []
    earlier: list[int] = []
    for place in range(len(surface.spans)):
        near = range(max(0, place - NEAREST), place)
        chosen = [*_alike(surface, by_word, place, near.start), *near]
        later.extend([place] * len(chosen))
        earlier.extend(chosen)
        if surface.form[place] < FIRST_PRONOUN:
            for word in _words(surface, place):
                by_word.setdefault(word, []).append(place)
    return np.array(later, dtype=np.int64), np.array(earlier, dtype=np.int64)


def _alike(surface: Surface, by_word: dict[int, list[int]], place: int, before: int) -> list[int]:
    if surface.form[place] >= FIRST_PRONOUN or not before:
        return []
    found: set[int] = set()
    for word in _words(surface, place):
        places = by_word.get(word, [])
        found.update(places[-LIKEST:])
        found.update(places[:2])
    return sorted(other for other in found if other < before)[-LIKEST:]


def _words(surface: Surface, place: int) -> list[int]:
    return [word for word in surface.content[place].tolist() if word >= 0]


def _features(surface: Surface, later: Integers, earlier: Integers) -> Integers:
    form, determiner = surface.form, surface.determiner
    broad = np.minimum(form, FIRST_PRONOUN)
    kind = surface.spans.kind
    match = _matches(surface, later, earlier)
    steps = _bucket(later - earlier, STEPS)
    apart = _bucket(surface.sentence[later] - surface.sentence[earlier], APART)
    columns = (
        form[later] * CLASSES + form[earlier],
        match * DETERMINERS + determiner[later],
        (match * 3 + broad[later]) * 3 + broad[earlier],
        determiner[earlier] * 3 + broad[later],
        steps * 3 + broad[later],
        apart * CLASSES + form[later],
        _places(surface, later, earlier) * 3 + broad[later],
        _quotes(surface, later, earlier) * CLASSES + form[later],
        kind[later] * len(KINDS) + kind[earlier],
        _lines(surface, later, earlier) * CLASSES + form[later],
    )
    result: Integers = np.stack(columns, axis=1) if len(later) else np.zeros((0, len(SIZES)), int)
    return result


def _bucket(distance: Integers, count: int) -> Integers:
    """0, 1, 2, 3, then half octaves."""
    fine = np.where(distance < 4, distance, np.floor(2 * np.log2(np.maximum(distance, 1))))
    result: Integers = np.minimum(fine, count - 1).astype(np.int64)
    return result


def _matches(surface: Surface, later: Integers, earlier: Integers) -> Integers:
    pronoun = surface.form >= FIRST_PRONOUN
    both = pronoun[later] & pronoun[earlier]
    like = both & (surface.form[later] == surface.form[earlier])
    result = np.where(like, LIKE_PRONOUN, NO_MATCH)
    result[like & (surface.full[later] == surface.full[earlier])] = SAME_PRONOUN
    worded = np.flatnonzero(~pronoun[later] & ~pronoun[earlier])
    result[worded] = _worded_matches(surface, later[worded], earlier[worded])
    return result


def _worded_matches(surface: Surface, later: Integers, earlier: Integers) -> Integers:
    one, other = surface.content[later], surface.content[earlier]
    shared = (
        ((one[:, :, None] == other[:, None, :]) & (one[:, :, None] >= 0)).any(axis=2).sum(axis=1)
    )
    within = shared == np.minimum((one >= 0).sum(axis=1), (other >= 0).sum(axis=1))
    head = surface.head[later] == surface.head[earlier]
    result = np.where(shared > 0, SHARED, NO_MATCH)
    result[head] = np.where(within, SAME_HEAD_WITHIN, SAME_HEAD)[head]
    acronym = (surface.acronym[later] == surface.initials[earlier]) & (surface.acronym[later] >= 0)
    acronym |= (surface.initials[later] == surface.acronym[earlier]) & (
        surface.initials[later] >= 0
    )
    result[acronym & (result == NO_MATCH)] = ACRONYM
    result[surface.full[later] == surface.full[earlier]] = SAME
    return result


def _places(surface: Surface, later: Integers, earlier: Integers) -> Integers:
    """0 apart, 1 inside the earlier, 2 around it, 3 after a comma, 4 after a form of `be`."""
    spans, folded = surface.spans, surface.folded
    gap = spans.start[later] - spans.end[earlier]
    inside = (gap < 0) & (spans.end[later] <= spans.end[earlier])
    around = (gap < 0) & ~inside
    result = np.where(inside, 1, np.where(around, 2, 0))
    for place in np.flatnonzero((gap >= 0) & (gap <= 1)).tolist():
        between = folded[spans.end[earlier[place]]] if gap[place] == 1 else ","
        if between == ",":
            result[place] = 3
        elif between in ("is", "was", "are", "were", "be", "became"):
            result[place] = 4
    return result


def _quotes(surface: Surface, later: Integers, earlier: Integers) -> Integers:
    """0 neither quoted, 1 the later, 2 the earlier, 3 both in one quotation, 4 in two."""
    one, other = surface.quotation[later], surface.quotation[earlier]
    both = (one > 0) & (other > 0)
    result = np.where(one > 0, 1, 0) + np.where(other > 0, 2, 0)
    return np.where(both & (one != other), 4, result)


def _lines(surface: Surface, later: Integers, earlier: Integers) -> Integers:
    """0 same line, 1 the one before, 2 further up, 3 and 4 the first line, near and far."""
    apart = surface.line[later] - surface.line[earlier]
    near = np.minimum(apart, 2)
    first = (surface.line[earlier] == 0) & (apart > 0)
    result: Integers = np.where(first, np.where(apart > 2, 4, 3), near).astype(np.int64)
    return result


def best_earlier(pairs: Pairs, scores: Floats, mentions: int) -> tuple[Integers, Floats]:
    """The earlier mention with the best score above 0, or -1 for none, and the chance of it.

    Both are (mentions,); the chances are a softmax over all that were looked at, none at score 0.
    """
    best = np.zeros(mentions, dtype=np.float32)
    chosen = np.full(mentions, -1, dtype=np.int64)
    np.maximum.at(best, pairs.later, scores)
    wins = (scores == best[pairs.later]) & (scores > 0)
    chosen[pairs.later[wins]] = pairs.earlier[wins]
    summed = np.exp(-best)
    np.add.at(summed, pairs.later, np.exp(scores - best[pairs.later]))
    return chosen, (1 / summed).astype(np.float32)


def chains(chosen: Integers) -> Integers:
    """(mentions,): the number of each mention's chain, counted by first mention."""
    chain = np.zeros(len(chosen), dtype=np.int64)
    count = 0
    for place, before in enumerate(chosen.tolist()):
        if before < 0:
            chain[place], count = count, count + 1
        else:
            chain[place] = chain[before]
    return chain
