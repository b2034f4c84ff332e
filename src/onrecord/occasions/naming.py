"""What a part of a sentence names: an occasion, somebody, a place."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from onrecord.domain.occasion import OccasionKind, Place
from onrecord.domain.span import Span
from onrecord.domain.time import TimeExpression
from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.facts import Event
from onrecord.occasions.parties import Group, Named, Parties
from onrecord.occasions.parts import Part
from onrecord.occasions.places import Places
from onrecord.occasions.tokens import Phrases

_ARTICLE = "the"
_RUNS_OVER = ("of", "for")
"""Heads that a name may hold: "Ministry of Trade of Halden"."""

_ENDINGS = ("ed", "ing", "ly")
"""Of words after a noun that say more of it: "an interview published on Monday"."""


class Naming:
    """Looks parts of one document up."""

    def __init__(
        self, text: str, times: Sequence[TimeExpression], parties: Parties, places: Places
    ) -> None:
        self.text = text
        self.parties = parties
        self._places = places
        self._times = times
        self._time_starts = [time.span.start for time in times]

    def times_in(self, start: int, end: int) -> Sequence[TimeExpression]:
        """The expressions of time that begin in a range."""
        low = bisect_left(self._time_starts, start)
        return self._times[low : bisect_left(self._time_starts, end)]

    def event(self, part: Part, head: str) -> Event | None:
        """The occasion that a part names, if such a head can lead to one of that kind."""
        for place, count, value in _events().scan(part.tokens):
            kind, last = OccasionKind(value), place + count
            if kind not in _allowed(part, head) or not self._may_end(part, last):
                return None
            event = Event(kind, Span(part.tokens[place].start, part.tokens[last - 1].end))
            event.definite = part.tokens[0].word in occasion_words().grammar.definite
            event.parties.extend(self._beside(event, part, last))
            return event
        return None

    def named(self, parts: Sequence[Part], number: int) -> Named | None:
        """Whom the noun phrase after a head stands for."""
        part = parts[number]
        if not part.tokens:
            return None
        end = part.end
        for following in parts[number + 1 :]:
            if following.head not in _RUNS_OVER or not self._has_capital(following):
                break
            end = following.end
        with_article = part.tokens[0].word == _ARTICLE and len(part.tokens) > 1
        start = part.tokens[1].start if with_article else part.start
        last = part.tokens[-1]
        if end == part.end and len(part.tokens) > 1 and last.word in occasion_words().fillers:
            end = part.tokens[-2].end
        return self.parties.at(start, self._before_time(start, end))

    def place(self, part: Part) -> Place | None:
        """The place that a part names and nothing else: not "the Halden conflict"."""
        found = self._places.at(part.start, self._before_time(part.start, part.end))
        if found is None:
            return None
        rest = [token for token in part.tokens if token.start >= found.span.end]
        if (
            rest
            and rest[0].word.isalpha()
            and not self._may_end(part, len(part.tokens) - len(rest))
        ):
            return None
        return found

    def _beside(self, event: Event, part: Part, last: int) -> list[Named]:
        """`a CNN interview`, `after meeting Belk`."""
        outlet = self.parties.outlet(part.start, event.span.start)
        found = [outlet] if outlet else []
        if event.kind is OccasionKind.TALKS and last < len(part.tokens):
            start = part.tokens[last].start
            met = self.parties.at(start, self._before_time(start, part.end))
            if met is not None and met.group is Group.ACTOR:
                found.append(met)
        return found

    def _may_end(self, part: Part, last: int) -> bool:
        """Whether what follows a noun leaves it one: not `an interview request`."""
        if last >= len(part.tokens):
            return True
        token, words = part.tokens[last], occasion_words()
        if not self.text[token.start].islower() or token.word.endswith(_ENDINGS):
            return True
        if token.word in words.fillers or token.word in words.grammar.after_noun:
            return True
        return bool(self.times_in(token.start, token.end))

    def _has_capital(self, part: Part) -> bool:
        return any(self.text[token.start].isupper() for token in part.tokens)

    def _before_time(self, start: int, end: int) -> int:
        """The end of the words before the first expression of time."""
        times = self.times_in(start, end)
        if times:
            end = times[0].span.start
        while end > start and not self.text[end - 1].isalnum():
            end -= 1
        return end


def _allowed(part: Part, head: str) -> frozenset[str]:
    allowed = occasion_words().allowed
    return allowed.get(head) or allowed.get(part.kind) or frozenset(OccasionKind)


@cache
def _events() -> Phrases:
    return Phrases(occasion_words().nouns)
