"""When, where and to whom something was said."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.period import Period
from onrecord.domain.span import Span


class OccasionKind(StrEnum):
    """What kind of event the words were said at, or what they were written in."""

    INTERVIEW = "interview"
    TALKS = "talks"
    CALL = "call"
    PRESS_CONFERENCE = "press_conference"
    SPEECH = "speech"
    SESSION = "session"
    STATEMENT = "statement"
    DOCUMENT = "document"
    SOCIAL_MEDIA = "social_media"


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who takes part: listener, counterpart, agency. `span` is where the text names them.

    `name` is the fullest form known, `profile` the actor's name profile (`Appearance.profile`);
    both are absent where it is not known who that is.
    """

    span: Span
    name: str | None = None
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it was: `span` as written, `name` in its plain form."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """One event in one document, which one or several statements were made at.

    `id` tells occasions of one document apart; `evidence` are the words that show the kind.
    `counterparts` are those spoken with: the interviewer's outlet, the other side of talks.
    """

    id: str
    kind: OccasionKind
    evidence: tuple[Span, ...]
    place: Place | None = None
    counterparts: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was made. `period.precision` is ACLED's 1 to 3.

    `step` names what decided: `stated` (a time expression of the attribution, its `evidence`),
    `occasion` (that of the occasion it belongs to), `same-again` (the same speaker's statement just
    before), `publication` (the day of the report, for want of any other). A statement without any
    of them has no Said.
    """

    period: Period
    step: str
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
