"""What an import yields."""

from dataclasses import dataclass

from onrecord.domain.office import KnownActor, Office, Tenure

Item = KnownActor | Office | Tenure


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was not taken over: where it stands, why, and what to do about it.

    `wrong` is false where nothing is the matter with it: it is merely of no use here.
    """

    place: str
    reason: str
    detail: str
    wrong: bool = True
