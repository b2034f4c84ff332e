"""What speaks for and against two names being one organisation's."""

from dataclasses import dataclass

from onrecord.actors.names.acronyms import stands_for
from onrecord.actors.names.body_name import BodyName, BodyWord, body_name
from onrecord.actors.names.distance import FAR, sound_distance
from onrecord.actors.names.sounds import sound
from onrecord.lexicon.bodies import body_words

FEATURES = (
    "bias", "mean_distance", "conflicts", "state_conflict", "strong_extras", "mild_extras",
    "acronym", "short_acronym", "nothing_own", "state_extra",
)  # fmt: skip
# Words of bodies further apart than this are two words.
_SAME_WORD = 0.35
# A state named abroad by a near word (Ukrainy) is that state.
_SAME_STATE = 0.45
_ACRONYM_DISTANCE = 0.0
_SHORT_ACRONYM = 2


@dataclass(slots=True)
class _Matching:
    """Words left on both sides, and how far those that left were from each other."""

    left: list[BodyWord]
    right: list[BodyWord]
    distances: list[float]
    own: int = 0
    acronym: int = 0


def body_features(left: str, right: str) -> tuple[float, ...]:
    """The values of `FEATURES`, the same whichever name comes first."""
    a, b = body_name(left), body_name(right)
    found = _Matching(list(a.words), list(b.words), [])
    _match_meanings(found)
    _match_acronyms(found, a, b)
    _match_sounds(found)
    _match_joined(found)
    if not found.distances:
        return _NOTHING
    strong_left, strong_right = _strong(found.left), _strong(found.right)
    conflicts = min(len(found.left), len(found.right)) if strong_left or strong_right else 0
    conflicts = max(conflicts, min(strong_left, strong_right))
    mild = abs(_mild(found.left) - _mild(found.right))
    return (
        1.0,
        sum(found.distances) / len(found.distances),
        float(min(conflicts, 2)),
        float(_has_state(found.left) and _has_state(found.right)),
        float(min(abs(strong_left - strong_right), 2)),
        float(min(mild, 2)),
        float(found.acronym > 0),
        float(0 < found.acronym <= _SHORT_ACRONYM),
        float(found.own == 0),
        float(_has_state(found.left) != _has_state(found.right)),
    )


_NOTHING = (1.0, 1.0, 2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def _match_meanings(found: _Matching) -> None:
    for word in tuple(found.left):
        other = next((o for o in found.right if o.meaning == word.meaning), None)
        if other is not None:
            _take(found, word, other, 0.0)


def _take(found: _Matching, word: BodyWord, other: BodyWord, distance: float) -> None:
    found.left.remove(word)
    found.right.remove(other)
    found.distances.append(distance)
    found.own += word.meaning not in body_words().kinds


def _match_acronyms(found: _Matching, a: BodyName, b: BodyName) -> None:
    for one, rest, raw in ((found.left, found.right, b.raw), (found.right, found.left, a.raw)):
        for word in tuple(one):
            run = _run_of(word.acronym, rest, raw) if word.acronym else 0
            if run:
                one.remove(word)
                found.distances.append(_ACRONYM_DISTANCE)
                found.acronym = max(found.acronym, len(word.acronym))
                found.own += 1


def _run_of(acronym: str, rest: list[BodyWord], raw: tuple[str, ...]) -> int:
    """How many words `acronym` stands for; they are taken out of `rest`."""
    if len(rest) > 1 and stands_for(acronym, raw):
        count = len(rest)
        rest.clear()
        return count
    latin = tuple(word.latin for word in rest)
    for start in range(len(rest)):
        for end in range(len(rest), start + 1, -1):
            if stands_for(acronym, latin[start:end]):
                del rest[start:end]
                return end - start
    return 0


def _match_sounds(found: _Matching) -> None:
    near = sorted(
        (distance, i, j)
        for i, word in enumerate(found.left)
        for j, other in enumerate(found.right)
        if (distance := _distance(word, other)) < FAR
    )
    left, right = tuple(found.left), tuple(found.right)
    for distance, i, j in near:
        if left[i] in found.left and right[j] in found.right:
            _take(found, left[i], right[j], distance)


def _distance(word: BodyWord, other: BodyWord) -> float:
    if (word.known and other.known) or (word.acronym or other.acronym):
        return FAR
    distance = sound_distance(word.sound, other.sound)
    limit = _SAME_STATE if word.is_state or other.is_state else _SAME_WORD
    return distance if distance <= limit else FAR


def _match_joined(found: _Matching) -> None:
    """Two words on one side that are one on the other: Pesh Merga."""
    for one, rest in ((found.left, found.right), (found.right, found.left)):
        if len(one) == 1 and len(rest) == 2:
            whole = sound(rest[0].written + rest[1].written)
            distance = sound_distance(one[0].sound, whole)
            if distance <= _SAME_WORD:
                one.clear()
                rest.clear()
                found.distances.append(distance)
                found.own += 1


def _strong(words: list[BodyWord]) -> int:
    """How many of the words are more than a state or a kind of body."""
    return sum(not word.is_state and word.meaning not in body_words().kinds for word in words)


def _mild(words: list[BodyWord]) -> int:
    return sum(not word.is_state and word.meaning in body_words().kinds for word in words)


def _has_state(words: list[BodyWord]) -> bool:
    return any(word.is_state for word in words)
