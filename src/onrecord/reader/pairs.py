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

_BETWEEN = {",": 3, **dict.fromkeys(("is", "was", "are", "were", "be", "became"), 4)}
"""What the word between two mentions tells, as `_places` counts it."""


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
    """The pairs by their later mention: first those that share a word, then the nearest."""
    alike = _alike_before(surface)
    places = np.arange(len(alike))
    further = np.array([len(found) for found in alike], dtype=np.int64)
    counts = further + np.minimum(places, NEAREST)
    later = np.repeat(places, counts)
    rank = np.arange(len(later)) - np.repeat(counts.cumsum() - counts, counts)
    earlier = later - counts[later] + rank
    earlier[rank < further[later]] = [other for found in alike for other in found]
    return later, earlier


def _alike_before(surface: Surface) -> list[list[int]]:
    """For each mention those before the NEAREST that share a word with it, in order."""
    by_word: dict[int, list[int]] = {}
    found = []
    for place, words in enumerate(_words(surface)):
        before = place - NEAREST
        found.append(_alike(by_word, words, before) if before > 0 else [])
        for word in words:
            by_word.setdefault(word, []).append(place)
    return found


def _alike(by_word: dict[int, list[int]], words: list[int], before: int) -> list[int]:
    """The places before a place that share a word with these."""
    found: set[int] = set()
    for word in words:
        places = by_word.get(word, [])
        found.update(places[-LIKEST:])
        found.update(places[:2])
    return sorted(other for other in found if other < before)[-LIKEST:]


def _words(surface: Surface) -> list[list[int]]:
    """The content words of every mention, none of a pronoun."""
    rows = zip(surface.form.tolist(), surface.content.tolist(), strict=True)
    return [
        [word for word in content if word >= 0] if form < FIRST_PRONOUN else []
        for form, content in rows
    ]


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
    return np.stack(columns, axis=1)


def _distance_table() -> Integers:
    """0, 1, 2, 3, then half octaves, up to where no feature tells distances apart any more."""
    distance = np.arange(64)
    return np.where(distance < 4, distance, 2 * np.log2(np.maximum(distance, 1))).astype(np.int64)


_DISTANCES = _distance_table()


def _bucket(distance: Integers, count: int) -> Integers:
    """The distances, 0 or more, in buckets below `count`."""
    table = np.minimum(_DISTANCES, count - 1)
    return table[np.minimum(distance, len(table) - 1)]


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
    shared = _shared_words(surface.content, later, earlier)
    words = (surface.content >= 0).sum(axis=1)
    within = shared == np.minimum(words[later], words[earlier])
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


def _shared_words(content: Integers, later: Integers, earlier: Integers) -> Integers:
    """How many words two mentions share; in one mention no word stands twice."""
    columns = content.T.astype(np.int32)
    others = [np.where(column < 0, -2, column)[earlier] for column in columns]
    shared = np.zeros(len(later), dtype=np.int64)
    for column in columns:
        one = column[later]
        for other in others:
            shared += one == other
    return shared


def _places(surface: Surface, later: Integers, earlier: Integers) -> Integers:
    """0 apart, 1 inside the earlier, 2 around it, 3 after a comma, 4 after a form of `be`."""
    spans, folded = surface.spans, surface.folded
    gap = spans.start[later] - spans.end[earlier]
    inside = (gap < 0) & (spans.end[later] <= spans.end[earlier])
    around = (gap < 0) & ~inside
    result = np.where(inside, 1, np.where(around, 2, 0))
    beside = np.flatnonzero((gap >= 0) & (gap <= 1))
    between = np.array([_BETWEEN.get(word, 0) for word in folded], dtype=np.int64)
    ends = spans.end[earlier[beside]]
    result[beside] = np.where(gap[beside] == 1, between[np.minimum(ends, len(folded) - 1)], 3)
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
