"""Which word of one text is which of the other."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from rapidfuzz.distance import Indel

MOST_CELLS = 25_000_000
"""Words of one text times words of the other that are aligned at once: 5,000 by 5,000, 0.1 s and
3 MB. Longer texts are cut at the words that both have once."""

Pair = tuple[int, int]


def align(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Pair]:
    """The longest common subsequence as pairs of indices, in order.

    Texts too long for that are anchored first at what stands once in both, as in patience
    difference; stretches between anchors that are still too long are left unaligned.

    >>> align("abcd", "acxd")
    [(0, 0), (2, 1), (3, 3)]
    """
    pairs = _longest(left, right)
    return _slid(_slid(pairs, left), right, second=True)


def _longest(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Pair]:
    if len(left) * len(right) <= MOST_CELLS:
        return list(_exactly(left, right, 0, 0))
    anchors = [*_anchors(left, right), (len(left), len(right))]
    pairs: list[Pair] = []
    before_left = before_right = 0
    for at_left, at_right in anchors:
        part_left, part_right = left[before_left:at_left], right[before_right:at_right]
        if len(part_left) * len(part_right) <= MOST_CELLS:
            pairs.extend(_exactly(part_left, part_right, before_left, before_right))
        if at_left < len(left):
            pairs.append((at_left, at_right))
        before_left, before_right = at_left + 1, at_right + 1
    return pairs


def _slid(pairs: list[Pair], words: Sequence[Hashable], *, second: bool = False) -> list[Pair]:
    """The same with each word paired where it stands next to the pair that follows.

    Of "reject this, reject that" and "reject that" the second "reject" is the one that was kept.
    """
    moved = pairs[:]
    for at in range(len(moved) - 2, -1, -1):
        before_next = moved[at + 1][second] - 1
        if moved[at][second] < before_next and words[before_next] == words[moved[at][second]]:
            one, other = moved[at]
            moved[at] = (one, before_next) if second else (before_next, other)
    return moved


def _exactly(
    left: Sequence[Hashable], right: Sequence[Hashable], from_left: int, from_right: int
) -> Iterator[Pair]:
    for step in Indel.opcodes(left, right):
        if step.tag == "equal":
            for place in range(step.src_end - step.src_start):
                yield from_left + step.src_start + place, from_right + step.dest_start + place


def _anchors(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Pair]:
    """Words that both have once, as many as stand in the same order."""
    once_left, once_right = _once(left), _once(right)
    shared = [(place, once_right[word]) for word, place in once_left.items() if word in once_right]
    return _longest_increasing(sorted(shared))


def _once(words: Sequence[Hashable]) -> dict[Hashable, int]:
    counts = Counter(words)
    return {word: place for place, word in enumerate(words) if counts[word] == 1}


def _longest_increasing(pairs: Sequence[Pair]) -> list[Pair]:
    """The most pairs of which the second numbers increase too."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for index, (_, place) in enumerate(pairs):
        position = bisect_left(ends, place)
        before.append(at[position - 1] if position else None)
        ends[position : position + 1] = [place]
        at[position : position + 1] = [index]
    chosen: list[Pair] = []
    index_or_none = at[-1] if at else None
    while index_or_none is not None:
        chosen.append(pairs[index_or_none])
        index_or_none = before[index_or_none]
    return chosen[::-1]
