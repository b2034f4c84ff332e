"""Whom a noun phrase means: an actor of the document, an outlet, listeners without a name."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.document import Document
from onrecord.domain.occasion import Party
from onrecord.domain.span import Span
from onrecord.lexicon.agencies import agency_names
from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.outlets import described_outlet, named_in_datelines, named_outlet

LONGEST_NOUN = 3
"""Words in a noun of the lists at most."""


class Group(StrEnum):
    """What sort of listener a party is."""

    OUTLET = "outlet"
    ACTOR = "actor"
    JOURNALISTS = "journalists"
    PARLIAMENT = "parliament"
    CROWD = "crowd"
    PEOPLE = "people"
    NAME = "name"
    """A name that belongs to no actor of the document."""


@dataclass(frozen=True, slots=True)
class Named:
    """A party and what sort it is."""

    party: Party
    group: Group


class Parties:
    """Looks noun phrases up among the actors of a document."""

    def __init__(self, document: Document, appearances: Sequence[Appearance]) -> None:
        self._text = document.text
        self._own = document.outlet
        self._datelined = frozenset(named_in_datelines(document).values())
        self._appearances = appearances

    @cached_property
    def _all(self) -> list[tuple[int, int, bool, Appearance]]:
        """Every name (true) and mention of every actor, in order of the text."""
        found = [
            (span.start, span.end, is_name, appearance)
            for appearance in self._appearances
            for spans, is_name in ((appearance.names, True), (appearance.mentions, False))
            for span in spans
        ]
        return sorted(found, key=lambda each: each[:3])

    @cached_property
    def _starts(self) -> list[int]:
        return [each[0] for each in self._all]

    def at(self, start: int, end: int) -> Named | None:
        """Whom `text[start:end]`, a noun phrase without what follows it, stands for."""
        if start >= end:
            return None
        outlet = self.outlet(start, end)
        if outlet is not None:
            return outlet
        actor = self._by_name(start, end) or self._by_mention(start, end)
        if described_outlet(self._text, start, end):
            return self._described(start, end, actor)
        if actor is not None:
            return Named(actor, self._group(actor, end))
        return self._with_article(start, end) or self._unnamed(start, end)

    def _with_article(self, start: int, end: int) -> Named | None:
        """An outlet known by its article, as "the Times" is."""
        name = f"The {self._text[start:end]}"
        agency = (
            agency_names().get(name) if self._text.endswith(("the ", "The "), 0, start) else None
        )
        return Named(Party(Span(start, end), agency.name), Group.OUTLET) if agency else None

    def _group(self, actor: Party, end: int) -> Group:
        """A body that listens in session is a parliament: "the Halden Council"; an outlet may go by
        a short form of its name."""
        if actor.name in agency_names():
            return Group.OUTLET
        if actor.profile and not actor.profile.startswith(ActorKind.PERSON.value):
            last = self._text[actor.span.start : end].lower().split()[-1]
            if occasion_words().listeners.get(last) == Group.PARLIAMENT:
                return Group.PARLIAMENT
        return Group.ACTOR

    def outlet(self, start: int, end: int) -> Named | None:
        """The first outlet that is named in a range."""
        found = named_outlet(self._text, start, end)
        if found is not None:
            span, agency = found
            return Named(Party(span, agency.name, self._profile(span)), Group.OUTLET)
        phrase = self._text[start:end]
        if phrase in self._datelined:
            span = Span(start, end)
            return Named(Party(span, phrase, self._profile(span)), Group.OUTLET)
        return None

    def mentions(self, profile: str, start: int, end: int) -> bool:
        """Whether an actor is named or referred to in a range."""
        return any(each[3].profile == profile for each in self._within(start, end))

    def _profile(self, span: Span) -> str | None:
        """The profile of a body that a name inside the span belongs to."""
        for _, _, is_name, appearance in self._within(span.start, span.end):
            if is_name and appearance.kind is not ActorKind.PERSON:
                return appearance.profile
        return None

    def _by_name(self, start: int, end: int) -> Party | None:
        """The actor whose name ends the phrase: "visiting Halden foreign minister Ana Belk"."""
        found = None
        for low, high, is_name, appearance in self._within(start, end):
            if is_name and high == end and (found is None or low < found.span.start):
                found = Party(Span(low, high), appearance.name, appearance.profile)
        return found

    def _by_mention(self, start: int, end: int) -> Party | None:
        """The actor that the whole phrase refers to: "the Halden foreign minister", "him"."""
        for low, high, is_name, appearance in self._within(start, end):
            if not is_name and high == end and low <= start + len("the "):
                return Party(Span(low, high), appearance.name, appearance.profile)
        return None

    def _within(self, start: int, end: int) -> list[tuple[int, int, bool, Appearance]]:
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end)
        return [each for each in self._all[low:high] if each[1] <= end]

    def _described(self, start: int, end: int, actor: Party | None) -> Named:
        span = Span(start, end)
        for low, _, is_name, appearance in self._within(start, end):
            if is_name and appearance.kind is ActorKind.ORGANISATION:
                return Named(
                    Party(Span(low, end), appearance.name, appearance.profile), Group.OUTLET
                )
        if actor is not None:
            return Named(actor, Group.OUTLET)
        own = self._own if self._text.startswith("this ", start) else None
        return Named(Party(span, own), Group.OUTLET)

    def _unnamed(self, start: int, end: int) -> Named | None:
        words = self._text[start:end].split()
        for count in range(min(LONGEST_NOUN, len(words)), 0, -1):
            noun = " ".join(words[-count:]).lower().rstrip("’'")
            group = occasion_words().listeners.get(noun)
            if group is not None:
                return Named(Party(Span(start, end)), Group(group))
        if words[-1][:1].isupper():
            return self._written_alike(Span(start, end))
        return None

    def _written_alike(self, span: Span) -> Named:
        """A name that nobody's name was seen in: that of whoever is so called elsewhere."""
        wording = span.of(self._text)
        for low, high, is_name, appearance in self._all:
            if is_name and self._text[low:high] == wording:
                return Named(Party(span, appearance.name, appearance.profile), Group.ACTOR)
        return Named(Party(span, wording), Group.NAME)


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each once, where it is named first; those without a name by where they stand."""
    kept: dict[object, Party] = {}
    for party in parties:
        kept.setdefault(party.name or party.span, party)
    return tuple(kept.values())
