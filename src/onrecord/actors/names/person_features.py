"""What speaks for and against two names being one person's."""

from dataclasses import dataclass

from onrecord.actors.names.alignment import Pair, align, joined
from onrecord.actors.names.heard import NICKNAME, HeardName, HeardWord, heard

FEATURES = (
    "bias", "mean_distance", "worst_squared", "conflicts", "short_of_two", "initials", "extras",
    "first_left_out", "swapped", "suffix", "initial_conflict", "syllable", "last_a", "moved",
    "given_distance",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aligned:
    """Words of two names, and which of them stand for each other."""

    left: tuple[HeardWord, ...]
    right: tuple[HeardWord, ...]
    pairs: tuple[Pair, ...]

    @property
    def conflicts(self) -> int:
        """How many words on both sides stand for nothing on the other."""
        return min(len(self.left), len(self.right)) - len(self.pairs)


def person_features(left: str, right: str) -> tuple[float, ...]:
    """The values of `FEATURES`, the same whichever name comes first."""
    a, b = heard(left), heard(right)
    found = _best(a, b)
    if not found.pairs:
        return _NOTHING
    distances = [pair.distance for pair in found.pairs]
    full = [p for p in found.pairs if not _has_initial(found, p)]
    shorter = min(len(found.left), len(found.right))
    swapped = _is_swapped(found)
    return (
        1.0,
        sum(distances) / len(distances),
        max(distances) ** 2,
        float(min(found.conflicts, 2)),
        float(len(found.pairs) < 2 and found.conflicts == 0),
        float(bool(full) and len(full) < len(found.pairs) and len(full) < 2),
        float(min(max(len(found.left), len(found.right)) - shorter, 3)),
        float(_first_left_out(a, b, found) and not swapped),
        float(swapped),
        float(a.name.suffix != b.name.suffix),
        float(_initials_clash(a, b)),
        float(a.name.pinyin and b.name.pinyin and max(distances) > 0),
        float(any(_one_ends_in_a(found, pair) for pair in found.pairs)),
        _moved(found) if not swapped else 0.0,
        found.pairs[0].distance if full and len(found.pairs) > 1 else 0.0,
    )


_NOTHING = (1.0, 1.0, 1.0, 2.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def _best(a: HeardName, b: HeardName) -> Aligned:
    """The plain alignment, or one with two words written as one where that leaves none over."""
    best = Aligned(a.words, b.words, align(a.words, b.words))
    if best.conflicts == 0 or len(best.pairs) == 0 or (len(a.words) < 3 and len(b.words) < 3):
        return best
    tries = [(words, b.words) for words in joined(a.words)] if len(a.words) > 2 else []
    if len(b.words) > 2:
        tries += [(a.words, words) for words in joined(b.words)]
    for left, right in tries:
        found = Aligned(left, right, align(left, right))
        if found.conflicts < best.conflicts:
            best = found
    return best


def _has_initial(found: Aligned, pair: Pair) -> bool:
    return found.left[pair.left].is_initial or found.right[pair.right].is_initial


def _is_swapped(found: Aligned) -> bool:
    """Whether the family name stands first in one name and last in the other."""
    return len(found.pairs) > 1 and found.pairs[0].right > found.pairs[-1].right


def _first_left_out(a: HeardName, b: HeardName, found: Aligned) -> bool:
    """Whether the first given name of one stands for no word of the other.

    Of a name that shares one word only: whether that word is not the family name.
    """
    first = found.pairs[0]
    if len(found.pairs) < 2:
        return not _is_family(a, b, found, first)
    return (first.left == 0) != (first.right == 0) or (first.left > 0 and first.right > 0)


def _moved(found: Aligned) -> float:
    """How far the last word of one is from the word within the other that it stands for."""
    return max(
        (
            pair.distance
            for pair in found.pairs
            if (pair.left == len(found.left) - 1) != (pair.right == len(found.right) - 1)
        ),
        default=0.0,
    )


def _is_family(a: HeardName, b: HeardName, found: Aligned, pair: Pair) -> bool:
    longer, place = (a, pair.left) if len(found.left) > len(found.right) else (b, pair.right)
    return len(longer.words) == 1 or place == longer.family


def _initials_clash(a: HeardName, b: HeardName) -> bool:
    """Whether both have middle names, one an initial, and the first of them begin differently."""
    left, right = a.name.middle, b.name.middle
    if not left or not right or (len(left[0]) > 1 and len(right[0]) > 1):
        return False
    return left[0][0] != right[0][0]


def _one_ends_in_a(found: Aligned, pair: Pair) -> bool:
    """Whether two near words differ in a final `a`, as names of men and women do.

    A family name in -o and -a may be one in two languages (Russian -enko, Belarusian -enka).
    """
    if pair.distance in (0.0, NICKNAME) or _has_initial(found, pair):
        return False
    left, right = found.left[pair.left].sound, found.right[pair.right].sound
    if left[0] != " " or right[0] != " " or (left[-1] == "a") == (right[-1] == "a"):
        return False
    if "h" in (left[-1], right[-1]):
        return False
    return pair.left == 0 or "o" not in (left[-1], right[-1])
