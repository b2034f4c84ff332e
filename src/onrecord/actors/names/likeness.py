"""How likely two names are to be one actor's."""

from functools import lru_cache

from onrecord.actors.names.body_features import body_features
from onrecord.actors.names.folding import fold
from onrecord.actors.names.logistic import score, weights
from onrecord.actors.names.person_features import person_features
from onrecord.actors.names.state_words import state_words
from onrecord.domain.actor import ActorKind

# From here on two names are taken for one actor's. Held out in ten folds of
# training/names/pairs.csv: persons at precision 1.00 and recall .920, bodies at 1.00 and .973; from
# .85 on the first two people are merged. (python training/names/train.py)
SAME_FROM = 0.90
# From here on a person is asked: a surname beside a full name, a first name left out, "Jr." on one
# side. Lower scores go to names with a part that contradicts the other's: of the same pairs 3 % of
# those that are one actor's lie there, beside 98 % of the others.
CANDIDATE_FROM = 0.30
# Two spellings of one name are never quite as sure as one spelling.
_HIGHEST = 0.995


@lru_cache(maxsize=1 << 16)
def likeness(left: str, right: str, kind: ActorKind) -> float:
    """0 to 1, calibrated on pairs of names that are near each other; 1 for one spelling.

    >>> likeness("Sergei Lavrov", "Lavrov, Sergey", ActorKind.PERSON) >= SAME_FROM
    True
    >>> likeness("Ana Pell", "Ivo Pell", ActorKind.PERSON) < CANDIDATE_FROM
    True
    """
    if left > right:
        left, right = right, left
    folded = fold(left)
    if folded and folded == fold(right):
        return 1.0
    if not folded or not fold(right):
        return 0.0
    if kind is ActorKind.PERSON:
        return min(_HIGHEST, score(person_features(left, right), weights().person))
    if kind is ActorKind.STATE and (known := _one_state(left, right)) is not None:
        return known
    return min(_HIGHEST, score(body_features(left, right), weights().body))


def _one_state(left: str, right: str) -> float | None:
    """Whether both are known names of one state; None if one is no known name."""
    codes = state_words()
    a, b = codes.get(_words(left)), codes.get(_words(right))
    if a is None or b is None:
        return None
    return _HIGHEST if a == b else 0.0


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).removeprefix("the ").split())
