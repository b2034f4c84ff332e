"""Whether what stands before some words puts them before or after the day of the report."""

from onrecord.domain.span import Span
from onrecord.lexicon.dating import cue
from onrecord.times.dating.scene import Scene
from onrecord.times.forms import Direction

_REACH = 120
"""Characters of the sentence before an expression in which its verb is looked for."""

_VERB_REACH = 45
"""Characters between a verb in the past and the date that it is told of."""

_NEAR = 25
"""Characters in which a preposition belongs to the expression."""


def direction_of(scene: Scene, span: Span) -> Direction | None:
    """FUTURE where a word before allows it, PAST where the nearest verb says so, else None."""
    before = scene.before(span)[-_REACH:]
    if _is_ahead(before):
        return None if cue("dates", "past_tense").search(before) else Direction.FUTURE
    behind = max((found.end() for found in cue("dates", "behind").finditer(before)), default=-1)
    if behind < len(before) - _VERB_REACH:
        return None
    now = max((found.end() for found in cue("dates", "now").finditer(before)), default=-1)
    return Direction.PAST if behind > now else None


def allows_future(scene: Scene, span: Span) -> bool:
    """Whether a word before may put it into the future, whatever the tense."""
    return _is_ahead(scene.before(span)[-_REACH:])


def _is_ahead(before: str) -> bool:
    ahead = cue("dates", "ahead").search(before)
    return bool(ahead or cue("dates", "ahead_near").search(before[-_NEAR:]))
