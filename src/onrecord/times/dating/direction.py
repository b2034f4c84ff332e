"""Whether what stands before some words puts them before or after the day of the report."""

import re

from onrecord.domain.span import Span
from onrecord.times.dating.scene import Scene
from onrecord.times.forms import Direction

_REACH = 90
"""Characters of the sentence before an expression in which its verb is looked for."""

_VERB_REACH = 45
"""Characters between a verb in the past and the date that it is told of."""

_NEAR = 25
"""Characters in which a preposition belongs to the expression."""

_AHEAD = re.compile(
    r"\b(?:will|would|won['’]t|shall|['’]ll|plans?|planned|planning|schedul\w+|expect\w*|upcoming|due"
    r"|expires?|hopes?|aims?|goals?|targets?|deadlines?|project(?:ed|ions?)|forecasts?|slated|looming"
    r"|coming|next|eve of|run-?up to|preparing|prepares?|postpone\w*|delay\w*|whether|called for|could"
    r"|invit\w+|may|might|should|potential|mentioned as|consider\w*|running for|re-?election|in time for"
    r"|(?:going|set|is|are|agreed|looks? (?:ahead|forward)|vow\w*|due|about|promis\w+) to)\b",
    re.IGNORECASE,
)
_AHEAD_NEAR = re.compile(
    r"\b(?:by|until|till|before|ahead of|in advance of|through|beyond|towards?|heading into|headed into"
    r"|beginning|starting|if|for|into|post)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:after|since|following|was|were|had|did|won|lost|said|told|took|held|last|past|ago|began"
    r"|earlier|previous|came|saw|made|went|gave|got|became|left|met|found|beat|swept|in the wake of"
    r"|during|back in)\b"
    r"|\b\w{3,}ed\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:votes?|holds?|begins?|starts?|opens?|ends?|is|are|meets?|takes?|falls|comes|kicks|faces?|has"
    r"|have|leads?|runs?)\b",
    re.IGNORECASE,
)
_PAST_TENSE = re.compile(r"\b(?:was|were|had|did)\b", re.IGNORECASE)


def direction_of(scene: Scene, span: Span) -> Direction | None:
    """FUTURE where a word before allows it, PAST where the nearest verb says so, else None."""
    before = scene.before(span)[-_REACH:]
    if _is_ahead(before):
        return None if _PAST_TENSE.search(before) else Direction.FUTURE
    behind = max((found.end() for found in _BEHIND.finditer(before)), default=-1)
    if behind < len(before) - _VERB_REACH:
        return None
    now = max((found.end() for found in _NOW.finditer(before)), default=-1)
    return Direction.PAST if behind > now else None


def allows_future(scene: Scene, span: Span) -> bool:
    """Whether a word before may put it into the future, whatever the tense."""
    return _is_ahead(scene.before(span)[-_REACH:])


def _is_ahead(before: str) -> bool:
    return bool(_AHEAD.search(before) or _AHEAD_NEAR.search(before[-_NEAR:]))
