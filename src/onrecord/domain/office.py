"""Posts, and who held them when."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Office:
    """A post, in the shape of FollowTheMoney's Position.

    `id` is "foreign-minister:ru", a role and the body it belongs to: an ISO 3166-1 alpha-2 code in
    small letters, or the id of an organisation ("secretary-general:un").
    """

    id: str
    role: str
    body: str
    name: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held an office, in the shape of FollowTheMoney's Occupancy.

    Both days are inclusive and may be unknown; `source` says where the fact was taken from.
    """

    office: str
    holder: str
    start: date | None
    end: date | None
    source: str

    def covers(self, first: date, last: date) -> bool:
        """Whether the tenure shares a day with `first..last`."""
        begun = self.start is None or self.start <= last
        return begun and (self.end is None or first <= self.end)


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of a table, ours or a user's: `names` has the preferred form first.

    `id` is a kind and a slug ("person:sergey-lavrov", "state:ru", "organisation:un").
    """

    id: str
    names: tuple[str, ...]
    country: str | None = None
    wikidata: str | None = None
