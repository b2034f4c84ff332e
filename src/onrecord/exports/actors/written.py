"""What an export of actors wrote."""

from dataclasses import dataclass

from onrecord.domain.office import KnownActor, Office, Tenure

Item = KnownActor | Office | Tenure


@dataclass(frozen=True, slots=True)
class ActorsWritten:
    """Counts for the message after an export."""

    actors: int = 0
    offices: int = 0
    tenures: int = 0

    def plus(self, item: Item) -> "ActorsWritten":
        """The counts with one more."""
        return ActorsWritten(
            self.actors + isinstance(item, KnownActor),
            self.offices + isinstance(item, Office),
            self.tenures + isinstance(item, Tenure),
        )
