"""Which actor a stretch of the text refers to."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.occasion import Party
from onrecord.domain.span import Span
from onrecord.domain.statement import SpeakerLink


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One mention and whose it is."""

    span: Span
    actor: Appearance

    @property
    def party(self) -> Party:
        """As one who takes part."""
        return Party(self.span, self.actor.name, self.actor.profile)


class Cast:
    """The mentions of a document's actors, in order; of those that begin together the longest."""

    def __init__(self, appearances: Iterable[Appearance]) -> None:
        self._by_profile: dict[str, Appearance] = {}
        self._known: dict[frozenset[str], frozenset[str]] = {}
        longest: dict[int, Mentioned] = {}
        for actor in appearances:
            self._by_profile[actor.profile] = actor
            for span in {*actor.names, *actor.mentions}:
                other = longest.get(span.start)
                if other is None or other.span.end < span.end:
                    longest[span.start] = Mentioned(span, actor)
        self._mentions = [longest[start] for start in sorted(longest)]
        self._starts = [one.span.start for one in self._mentions]

    def between(self, start: int, end: int) -> Sequence[Mentioned]:
        """The mentions that begin in a stretch."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def ending_by(self, start: int, end: int) -> Mentioned | None:
        """The last mention that lies in a stretch, of two that end together the longer."""
        inside = [one for one in self.between(start, end) if one.span.end <= end]
        return max(inside, key=lambda one: (one.span.end, -one.span.start), default=None)

    def profiles_of(self, speakers: Iterable[SpeakerLink]) -> frozenset[str]:
        """Those who speak, and the states in whose name they do."""
        found = frozenset(link.profile for link in speakers if link.profile)
        if found not in self._known:
            self._known[found] = found.union(self._states(found))
        return self._known[found]

    def _states(self, profiles: Iterable[str]) -> Iterator[str]:
        countries = {
            actor.country
            for profile in profiles
            if (actor := self._by_profile.get(profile)) and actor.country and _official(actor)
        }
        for profile, actor in self._by_profile.items():
            if actor.kind is ActorKind.STATE and actor.country in countries:
                yield profile


def _official(actor: Appearance) -> bool:
    return bool(actor.offices) or actor.kind is not ActorKind.PERSON
