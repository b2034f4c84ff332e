"""Which word of one name stands for which word of the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors.names.heard import HeardWord, heard_word, word_distance

# Words further apart than this are two words. Of .55, .60, .70 and .80 the one with the lowest log
# loss held out on training/names/pairs.csv, together with the lenience in distance.py.
SAME_WORD = 0.8


@dataclass(frozen=True, slots=True)
class Pair:
    """Places of two words that stand for each other, and how far they are from each other."""

    left: int
    right: int
    distance: float


def align(left: Sequence[HeardWord], right: Sequence[HeardWord]) -> tuple[Pair, ...]:
    """Nearest words first, each used once; in order of the left name."""
    near = [
        (distance, abs(i - j), i, j)
        for i, word in enumerate(left)
        for j, other in enumerate(right)
        if (distance := word_distance(word, other)) <= SAME_WORD
    ]
    if len(near) > 1:
        near.sort()
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs: list[Pair] = []
    for distance, _, i, j in near:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append(Pair(i, j, distance))
    return tuple(sorted(pairs, key=lambda pair: pair.left)) if len(pairs) > 1 else tuple(pairs)


def joined(words: tuple[HeardWord, ...]) -> list[tuple[HeardWord, ...]]:
    """Every way to write two neighbours as one word."""
    return [
        (*words[:i], heard_word(words[i].written + words[i + 1].written), *words[i + 2 :])
        for i in range(len(words) - 1)
        if not words[i].is_initial and not words[i + 1].is_initial
    ]
