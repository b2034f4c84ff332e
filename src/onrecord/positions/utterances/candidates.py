"""Which statements are compared at all: those that share rare words or words in a row.

Every statement is looked up by its rows of three words, and by its rarest words among those of the
same speaker. A row that many statements share counts only between statements of one speaker; where
these are many too, between neighbours in time. So the work grows with the number of statements and
not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.positions.utterances.features import Features, Rarity

MOST_ALIKE = 24
"""Statements under one key up to which all pairs are compared."""

NEIGHBOURS = 6
"""Where there are more, each is compared with so many that follow it in time."""

RAREST = 8
"""Words that a statement is looked up by; a paraphrase shares two of them."""

SHARED_RARE = 2

Pair = tuple[int, int]
Places = Mapping[Hashable, Sequence[int]]


def candidates(features: Sequence[Features], rarity: Rarity) -> list[Pair]:
    """Pairs of places in `features` to compare, each once, the smaller place first, in order.

    `features` are in order of time: their neighbours there are neighbours in time.
    """
    rows = _by_row(features)
    found = set(_pairs({key: places for key, places in rows.items() if len(places) <= MOST_ALIKE}))
    found.update(_pairs(_by_speaker(features, rows)))
    shared = Counter(_pairs(_by_rare_word(features, rarity)))
    found.update(pair for pair, count in shared.items() if count >= SHARED_RARE)
    return sorted(found)


def _pairs(places: Places) -> Iterator[Pair]:
    for under_one_key in places.values():
        if len(under_one_key) <= MOST_ALIKE:
            yield from combinations(under_one_key, 2)
        else:
            yield from _neighbours(under_one_key)


def _neighbours(places: Sequence[int]) -> Iterator[Pair]:
    for at, place in enumerate(places):
        for other in places[at + 1 : at + 1 + NEIGHBOURS]:
            yield place, other


def _by_row(features: Iterable[Features]) -> dict[Hashable, list[int]]:
    """Places by each row of words with a word of content in it."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place, one in enumerate(features):
        for row in one.shingles:
            if not one.content.isdisjoint(row):
                found[row].append(place)
    return found


def _by_speaker(features: Sequence[Features], rows: Places) -> dict[Hashable, list[int]]:
    """The places of rows that many share, by row and speaker."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for row, places in rows.items():
        if len(places) > MOST_ALIKE:
            for place in places:
                for name in features[place].names:
                    found[name, row].append(place)
    return found


def _by_rare_word(features: Iterable[Features], rarity: Rarity) -> dict[Hashable, list[int]]:
    """Places by speaker and each of the rarest words; of dated statements only."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place, one in enumerate(features):
        if one.days.undated:
            continue
        rarest = sorted(one.content, key=lambda word: (-rarity.of(word), word))[:RAREST]
        for name in one.names:
            for word in rarest:
                found[name, word].append(place)
    return found
