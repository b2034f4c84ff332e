"""Whether an act is negated, refused or left undone by what stands before it."""

from enum import Enum

from onrecord.lexicon.acts import act_words
from onrecord.positions.acts.hits import CLOSING
from onrecord.positions.acts.tokens import Tokens

REACH = 5
"""Words before the act: "has not so far publicly | condemned"."""

LONGEST = 3
"""Words of the longest phrase that refuses or stops: "stop short of"."""


class Negated(Enum):
    """How an act is turned."""

    NOT_AT_ALL = "not at all"
    FLAT = "flat"
    REFUSED = "refused"
    UNDONE = "undone"
    """Stopped short of: it was neither done nor refused."""


def negation_of(tokens: Tokens, index: int) -> Negated:
    """How the act that begins at a word is turned."""
    known = act_words()
    at = index - 1
    while at >= max(0, index - REACH):
        word = tokens.words[at]
        if word in CLOSING or word == "," or word in known.negation.cancelled_by:
            break
        phrase = _phrase(tokens, at)
        if phrase is not None:
            return phrase
        if word in known.negation.words:
            return Negated.FLAT if word != "no" or at == index - 1 else Negated.NOT_AT_ALL
        if word not in known.links and not word.endswith("ly"):
            break
        at -= 1
    return Negated.NOT_AT_ALL


def _phrase(tokens: Tokens, last: int) -> Negated | None:
    """What a phrase that ends at a word does to what follows."""
    negation = act_words().negation
    for length in range(LONGEST, 0, -1):
        begin = last - length + 1
        if begin < 0:
            continue
        words = tuple(tokens.words[begin : last + 1])
        if words in negation.refusing:
            return Negated.REFUSED
        if words in negation.stopping:
            return Negated.UNDONE
    return None
