"""Words that show something wherever they stand in a frame."""

from collections.abc import Sequence
from functools import cache

from onrecord.domain.occasion import OccasionKind
from onrecord.domain.span import Span
from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.facts import Event, Facts
from onrecord.occasions.frames import Stretch, Where
from onrecord.occasions.tokens import Phrases, Token

_EARLIER = "earlier"
_WRITINGS = (OccasionKind.STATEMENT, OccasionKind.DOCUMENT, OccasionKind.SOCIAL_MEDIA)


def read_signs(stretch: Stretch, tokens: Sequence[Token], facts: Facts) -> None:
    """Phrases that show the kind, verbs of the cue that do, and words that put the saying back."""
    for place, count, value in _signs().scan(tokens):
        span = Span(tokens[place].start, tokens[place + count - 1].end)
        if value == _EARLIER:
            facts.earlier = facts.earlier or _puts_back(stretch, tokens, place)
        elif span.start < stretch.free or count > 1:
            facts.events.append(Event(OccasionKind(value), span))


def written_source(tokens: Sequence[Token]) -> Event | None:
    """A source that is itself a writing: `a statement by the ministry on Monday`."""
    after = occasion_words().grammar.after_writing
    for place, count, value in _writings().scan(tokens):
        last = place + count
        if last == len(tokens) or tokens[last].word in after:
            span = Span(tokens[place].start, tokens[last - 1].end)
            return Event(OccasionKind(value), span, source=True)
        return None
    return None


@cache
def opening_words() -> frozenset[str]:
    """The first words of all that `read_signs` knows."""
    words = occasion_words()
    signs = words.phrases.keys() | words.verbs.keys() | words.earlier["words"]
    return frozenset(phrase.partition(" ")[0] for phrase in signs)


@cache
def words_of_writings() -> frozenset[str]:
    """The first words of the nouns for writings."""
    nouns = occasion_words().nouns
    return frozenset(n.partition(" ")[0] for n, kind in nouns.items() if kind in _WRITINGS)


def _puts_back(stretch: Stretch, tokens: Sequence[Token], place: int) -> bool:
    """Whether a word of the past stands at the saying: in the cue, beside it, or first of all."""
    if stretch.where is Where.CUE:
        return True
    if stretch.where is Where.BETWEEN:
        fillers = occasion_words().fillers | occasion_words().earlier["words"]
        return all(token.word in fillers for token in tokens)
    if stretch.where is Where.AFTER:
        if any(token.start >= stretch.free for token in tokens[:place]):
            return False
        following = tokens[place + 1].word if place + 1 < len(tokens) else ""
        return tokens[place].word != _EARLIER or not following.isalpha()
    return stretch.where is Where.BEFORE and place in (0, len(tokens) - 1)


@cache
def _signs() -> Phrases:
    words = occasion_words()
    earlier = words.earlier["words"] - words.earlier["lasting"]
    return Phrases({**words.phrases, **words.verbs, **dict.fromkeys(earlier, _EARLIER)})


@cache
def _writings() -> Phrases:
    nouns = occasion_words().nouns
    return Phrases({noun: kind for noun, kind in nouns.items() if kind in _WRITINGS})
