"""What the record answers about actors."""

from dataclasses import dataclass, field

from onrecord.domain.actor import ActorKind
from onrecord.domain.judgement import Judgement
from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.domain.partition import Edge
from onrecord.domain.span import Span


@dataclass(frozen=True, slots=True)
class StoredActor:
    """An actor across documents.

    `name` is an imported actor's preferred form, else the full name that most documents give;
    `names` has every full name, `name` first, then by how many documents have them. `profiles` are
    its nodes: profiles, and `profile@document` where an appearance is judged by itself. `country`
    is the one that an import or most documents give; `offices` are ids, the most frequent first.
    `statements` counts those that it made, alone or with others.
    """

    id: str
    kind: ActorKind
    name: str
    names: tuple[str, ...]
    country: str | None = None
    documents: int = 0
    statements: int = 0
    profiles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredAppearance:
    """An actor in one document.

    `names` are the forms it takes there with the words that were kept; `mentions` counts all that
    refers to it. `orphaned` is true where a kept form is not what stands in the document.
    """

    document_id: str
    document_name: str
    node: str
    name: str
    names: tuple[tuple[Span, str], ...] = field(repr=False)
    mentions: int
    statements: int
    country: str | None = None
    offices: tuple[str, ...] = ()
    orphaned: bool = False


@dataclass(frozen=True, slots=True)
class ActorEvidence:
    """Why an actor is one: where it appears, and what joined its profiles."""

    actor: StoredActor
    appearances: tuple[StoredAppearance, ...]
    edges: tuple[Edge, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class CandidatePair:
    """Two actors that may be one, for a person to judge.

    `left_profile` and `right_profile` are the profiles that score alike; a judgement on them, or on
    the actors' ids, settles the pair. `countries`, `offices` and `documents` (names) are what both
    have.
    """

    left: StoredActor
    right: StoredActor
    score: float
    left_profile: str
    right_profile: str
    countries: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredSpeaker:
    """Who made a statement, across documents.

    `actor` is the id, absent where the speaker is nobody in particular; `name` is then the one
    that the document gives.
    """

    actor: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class StoredParty:
    """Who took part in what was said, across documents.

    `actor` is the id, absent where it is nobody in particular; `name` is then the one that the
    document gives, or the words that stand there.
    """

    actor: str | None
    name: str


@dataclass(frozen=True, slots=True)
class KnownActorImport:
    """An actor of a user's table with its posts; `origin` says which table it was."""

    actor: KnownActor | None
    offices: tuple[Office, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    origin: str = "import"


@dataclass(frozen=True, slots=True)
class ImportTally:
    """How many were new, told otherwise before, or known just so."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did."""

    actors: ImportTally
    offices: ImportTally
    tenures: ImportTally
