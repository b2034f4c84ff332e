"""An occasion while its statements are gathered, and whether a frame names it again."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.domain.document import Document
from onrecord.domain.occasion import Occasion, OccasionKind, Party, Place
from onrecord.domain.span import Span
from onrecord.occasions.event import Shown

_PLACED = (
    OccasionKind.TALKS,
    OccasionKind.PRESS_CONFERENCE,
    OccasionKind.SPEECH,
    OccasionKind.SESSION,
)
"""Kinds of event that a report is filed from: its dateline names their place."""

ID_CHARACTERS = 16


@dataclass(slots=True)
class Draft:
    """What is known so far. `leads`: the report begins with it."""

    kind: OccasionKind
    evidence: tuple[Span, ...]
    place: Place | None
    counterparts: list[Party]
    weak: bool = False
    leads: bool = False

    @classmethod
    def of(cls, shown: Shown, leads: bool) -> "Draft":
        """What a frame shows."""
        parties = list(shown.counterparts)
        return cls(shown.kind, shown.evidence, shown.place, parties, shown.weak, leads)

    def frozen(self, document: Document) -> Occasion:
        """The finished occasion. Its id is a digest of the document's, its kind and evidence."""
        spans = [(span.start, span.end) for span in self.evidence]
        digest = hashlib.sha256(repr((document.id, self.kind.value, spans)).encode()).hexdigest()
        place = self.place
        if place is None and self.leads and self.kind in _PLACED:
            place = document.place
        parties = tuple(self.counterparts)
        return Occasion(digest[:ID_CHARACTERS], self.kind, self.evidence, place, parties)

    def takes_in(self, shown: Shown) -> None:
        """Learn what another frame says of it."""
        self.place = self.place or shown.place
        if not self.counterparts:
            self.counterparts.extend(shown.counterparts)

    def has(self, profile: str) -> bool:
        """Whether somebody is among the counterparts."""
        return any(party.profile == profile for party in self.counterparts)

    def agrees(self, shown: Shown) -> bool:
        """Whether kind, place and counterparts may be those of one event."""
        if shown.kind is not self.kind:
            return False
        if self.place and shown.place and self.place.name != shown.place.name:
            return False
        own, other = _names(self.counterparts), _names(shown.counterparts)
        return not own or not other or not own.isdisjoint(other)


def _names(parties: Iterable[Party]) -> frozenset[str]:
    """What parties may be told apart by; reporters have none."""
    return frozenset(each for party in parties for each in (party.profile, party.name) if each)
