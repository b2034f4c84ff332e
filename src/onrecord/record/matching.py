"""What the record needs of whoever knows names."""

from typing import Protocol

from onrecord.domain.actor import ActorKind


class ActorMatcher(Protocol):
    """Compares names. Profiles that score `same_from` are one actor until a person objects.

    Between `candidate_from` and `same_from` a person is to decide. The order of two names makes no
    difference to their likeness.
    """

    @property
    def same_from(self) -> float:
        """The least likeness of two names of one actor."""
        ...

    @property
    def candidate_from(self) -> float:
        """The least likeness that is worth a person's look."""
        ...

    def keys(self, name: str, kind: ActorKind) -> tuple[str, ...]:
        """Blocks; two names that may be one actor's share one."""
        ...

    def likeness(self, left: str, right: str, kind: ActorKind) -> float:
        """The probability that both may be names of one actor, 0 to 1."""
        ...

    def romanise(self, text: str) -> str:
        """Any script in folded Latin letters."""
        ...
