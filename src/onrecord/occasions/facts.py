"""What a frame says of the saying, part by part."""

from dataclasses import dataclass, field
from enum import Enum, auto

from onrecord.domain.occasion import OccasionKind, Place
from onrecord.domain.span import Span
from onrecord.domain.time import TimeExpression
from onrecord.occasions.frames import Where
from onrecord.occasions.parties import Named


class Tie(Enum):
    """What a part of a sentence belongs to."""

    SAYING = auto()
    EVENT = auto()
    """The occasion, which the saying belongs to."""
    AWAY = auto()
    """Something else: another clause, an event that the saying only came after."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An expression of time with what it belongs to."""

    expression: TimeExpression
    tie: Tie
    where: Where


@dataclass(slots=True)
class Event:
    """An occasion that is named. `after` says that the words were said when it was over.

    `source`: the statement's source is the writing itself.
    """

    kind: OccasionKind
    span: Span
    after: bool = False
    definite: bool = False
    source: bool = False
    parties: list[Named] = field(default_factory=list)


@dataclass(slots=True)
class Facts:
    """All of them.

    `outlets` are those from whom the report has the words. `displaced`: the sentence dates
    something that the saying came before or after. `close_before` is an occasion
    that it came hours before. `earlier`: words such as `had said` or
    `at the time`.
    """

    moments: list[Moment] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    places: list[tuple[Place, Tie]] = field(default_factory=list)
    listeners: list[tuple[Span, Named]] = field(default_factory=list)
    outlets: list[Named] = field(default_factory=list)
    close_before: Event | None = None
    displaced: bool = False
    earlier: bool = False
