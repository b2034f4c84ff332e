"""The past, the present and the future: `recently`, `now`, `soon`."""

from onrecord.lexicon.times import time_words
from onrecord.times.forms import Direction, Reference
from onrecord.times.grammar.parse import Doubt, Parse
from onrecord.times.grammar.tokens import Tokens


def reference(tokens: Tokens, index: int) -> Parse | None:
    """The longest of them that starts at a token."""
    words = time_words()
    found = tokens.wording(index, words.references)
    if found is None:
        return None
    end, side = found
    if any(tokens.hyphened(place) for place in range(index + 1, end)):
        return None
    return Parse(end, Reference(Direction(side)), doubt=Doubt.WORD)
