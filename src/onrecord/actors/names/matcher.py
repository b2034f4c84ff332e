"""The name engine behind the interface that the record asks for."""

from onrecord.actors.names.folding import fold
from onrecord.actors.names.keys import name_keys
from onrecord.actors.names.likeness import CANDIDATE_FROM, SAME_FROM, likeness
from onrecord.actors.names.transliterate import romanise
from onrecord.domain.actor import ActorKind


class NameMatcher:
    """Compares actors by their names alone."""

    same_from: float = SAME_FROM
    candidate_from: float = CANDIDATE_FROM

    def keys(self, name: str, kind: ActorKind) -> tuple[str, ...]:
        """Keys of which two names that may be one actor's share at least one."""
        return name_keys(name, kind)

    def likeness(self, left: str, right: str, kind: ActorKind) -> float:
        """How likely both names are one actor's, 0 to 1."""
        return likeness(left, right, kind)

    def romanise(self, text: str) -> str:
        """Any script as folded Latin letters."""
        return romanise(text)

    def fold(self, text: str) -> str:
        """A name without case, marks and punctuation."""
        return fold(text)
