"""Which actors are asked for."""

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.actor import ActorKind

NameMatch = Literal["exact", "folded", "transliterated"]
"""How a name that is asked for is compared with those that are kept.

`exact`: the same string. `folded`: the same words, in any order, whatever their case and
diacritics. `transliterated`: the same words once both are written in Latin letters.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorQuery:
    """Filters, all of which an actor passes; a blank one is none.

    `name` is a full name, words of one, or an actor's id. `country` is an ISO 3166-1 alpha-2 code
    that an import or a document gives the actor.
    """

    name: str | None = None
    match: NameMatch = "folded"
    kind: ActorKind | None = None
    country: str | None = None
    limit: int | None = None
