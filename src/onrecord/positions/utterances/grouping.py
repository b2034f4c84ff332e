"""Statements of several documents that report one act of speech."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.domain.reported import ReportedStatement
from onrecord.domain.utterance import Utterance
from onrecord.positions.utterances.candidates import Pair, candidates
from onrecord.positions.utterances.clusters import cluster
from onrecord.positions.utterances.features import Features, Rarity, features_of
from onrecord.positions.utterances.likeness import (
    could_be_alike,
    is_copy,
    is_paraphrase,
    may_stand_together,
    overlap_of,
    score_of,
)
from onrecord.positions.utterances.retellings import utterance_of

Floats = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Floats]


def group(
    statements: Iterable[ReportedStatement], embed: Embed | None = None
) -> tuple[Utterance, ...]:
    """Every statement in exactly one utterance; those by nobody else reported are one each.

    The answer does not depend on the order of `statements`, and its order is that of the days on
    which their documents appeared. `embed` gives unit vectors of texts; with it, wordings that
    share few words are found as well.
    """
    features = sorted(map(features_of, statements), key=_in_time)
    piles = _piles(features)
    groups = _groups([pile[0] for pile in piles], embed)
    found = [[one for place in places for one in piles[place]] for places in groups]
    return tuple(utterance_of([one.statement for one in sorted(it, key=_in_time)]) for it in found)


def _in_time(one: Features) -> tuple[int, int, str, str]:
    """The same for every order of the input."""
    key = one.statement.key
    return one.days.first, one.days.last, key.document_id, key.statement_id


def _piles(features: Sequence[Features]) -> list[list[Features]]:
    """Statements with the very same words that report the same; the first stands for its pile."""
    alike: dict[object, list[list[Features]]] = defaultdict(list)
    piles: list[list[Features]] = []
    for one in features:
        under = alike[one.stems, one.actors, one.direct]
        if under and _repeats(under[-1][0], one):
            under[-1].append(one)
        else:
            under.append([one])
            piles.append(under[-1])
    return piles


def _repeats(first: Features, one: Features) -> bool:
    """Whether the same words are the same act of speech."""
    rarity = Rarity((first, one))
    return is_copy(first, one, overlap_of(first, one, rarity))


def _groups(features: Sequence[Features], embed: Embed | None) -> list[list[int]]:
    rarity = Rarity(features)
    links, open_pairs = _links(features, rarity)
    if embed is not None:
        links |= _by_meaning(features, open_pairs, rarity, embed)

    def compatible(left: int, right: int) -> bool:
        overlap = overlap_of(features[left], features[right], rarity)
        return may_stand_together(features[left], features[right], overlap)

    sizes = [(rarity.total(one.content), -place) for place, one in enumerate(features)]
    return cluster(sizes, links, compatible)


def _links(features: Sequence[Features], rarity: Rarity) -> tuple[dict[Pair, float], list[Pair]]:
    """The pairs that report one utterance, and those of which the words alone do not tell."""
    links: dict[Pair, float] = {}
    open_pairs: list[Pair] = []
    for pair in candidates(features, rarity):
        left, right = features[pair[0]], features[pair[1]]
        overlap = overlap_of(left, right, rarity)
        if is_copy(left, right, overlap):
            links[pair] = score_of(overlap, copy=True)
        elif is_paraphrase(left, right, overlap, 0.0):
            links[pair] = score_of(overlap, copy=False)
        elif could_be_alike(left, right, overlap):
            open_pairs.append(pair)
    return links, open_pairs


def _by_meaning(
    features: Sequence[Features], pairs: Sequence[Pair], rarity: Rarity, embed: Embed
) -> Mapping[Pair, float]:
    """Those of the open pairs that are alike in meaning."""
    places = sorted({place for pair in pairs for place in pair})
    if not places:
        return {}
    vectors = embed([features[place].statement.content for place in places])
    at = {place: row for row, place in enumerate(places)}
    links: dict[Pair, float] = {}
    for pair in pairs:
        left, right = features[pair[0]], features[pair[1]]
        meaning = float(vectors[at[pair[0]]] @ vectors[at[pair[1]]])
        overlap = overlap_of(left, right, rarity)
        if is_paraphrase(left, right, overlap, meaning):
            links[pair] = score_of(overlap, copy=False)
    return links
