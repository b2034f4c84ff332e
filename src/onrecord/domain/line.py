"""An actor's positions on an issue in order of time."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.issue import Position, Stance, StatementKey
from onrecord.domain.period import Period
from onrecord.domain.statement import StatementKind


class ShiftKind(StrEnum):
    """How a later position differs from an earlier one."""

    REVERSAL = "reversal"
    HARDENING = "hardening"
    SOFTENING = "softening"
    CONDITION_ADDED = "condition_added"
    CONDITION_DROPPED = "condition_dropped"


class Caution(StrEnum):
    """Why a change may come from who reported, not from who spoke."""

    OTHER_OUTLETS = "other_outlets"
    """No outlet that reported the one side reported the other."""
    ONE_SIDED_PARAPHRASE = "one_sided_paraphrase"
    """One side rests on indirect speech alone, the other on quotations."""
    GAP_IN_COVERAGE = "gap_in_coverage"
    """Much more time lies between the two sides than between the utterances of either."""
    FEW_UTTERANCES = "few_utterances"
    """Fewer than three utterances on a side."""
    OTHER_SPEAKER = "other_speaker"
    """Rolled up: the two sides are different people's."""
    DATES_OPEN = "dates_open"
    """The days of saying are not known well enough to say which came first."""
    DOUBTFUL_READINGS = "doubtful_readings"
    """Stances were read with too little certainty to count."""


class Agreement(StrEnum):
    """What two stances on one issue are to each other."""

    SAME = "same"
    OPPOSITE = "opposite"
    """One for, the other against."""
    PARTLY = "partly"
    """One of them with a condition, the other without."""


@dataclass(frozen=True, slots=True)
class Point:
    """One utterance on the line.

    `position` is that of the statement that stands for it, `others` those of its other statements
    (`disputed` where they differ in stance from it). `speaker` is the actor who said it: another
    than the line's where positions are rolled up. `said` is absent where nothing dates it.
    `confidence` is the chance that the utterance takes that stance: all its statements weighed.
    """

    utterance_id: str
    position: Position
    speaker: str
    said: Period | None
    outlets: tuple[str, ...]
    kinds: tuple[StatementKind, ...]
    statements: tuple[StatementKey, ...]
    others: tuple[Position, ...] = ()
    disputed: bool = False
    confidence: float = 1.0

    @property
    def stance(self) -> Stance:
        """The stance that stands for the utterance."""
        return self.position.stance


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a line in which one stance is held; `points` are those that take it, in order.

    There is at least one, and every one is dated.
    """

    stance: Stance
    points: tuple[Point, ...]

    @property
    def period(self) -> Period:
        """From the first utterance that takes the stance to the last."""
        said = [point.said for point in self.points if point.said]
        return Period(min(one.first for one in said), max(one.last for one in said))


@dataclass(frozen=True, slots=True)
class Stray:
    """A point that takes another side than the phase it falls in, too little to be a shift.

    `chance` is the chance that the actor held that stance then all the same.
    """

    point: Point
    phase: Stance
    chance: float


@dataclass(frozen=True, slots=True)
class CoverageWarning:
    """A caution, and what it rests on, said for people."""

    caution: Caution
    detail: str


@dataclass(frozen=True, slots=True)
class Shift:
    """A marked change between two points of a line; `confidence` is the chance that it is one."""

    kind: ShiftKind
    before: Point
    after: Point
    confidence: float
    warnings: tuple[CoverageWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """Three numbers that are never added up."""

    utterances: int
    statements: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Line:
    """`points` go by the day of saying, the undated last; unclear ones are points without a side.

    `actor` is an actor's id, `name` what it is called; `rolled_up` tells whether the statements of
    its spokespersons and offices are among them. `phases` are the stances held, in order, with a
    shift between each two; `strays` the points that fit none. `warnings` concern the line as a
    whole.
    """

    actor: str
    name: str
    issue_id: str
    points: tuple[Point, ...]
    shifts: tuple[Shift, ...]
    counts: Counts
    rolled_up: bool = False
    warnings: tuple[CoverageWarning, ...] = ()
    phases: tuple[Phase, ...] = ()
    strays: tuple[Stray, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlap:
    """Days on which two actors each held a stance; `left` and `right` are the phases."""

    period: Period
    left: Phase
    right: Phase
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class LineComparison:
    """Two lines on one issue; `overlaps` are in order of time, none where the lines never meet.

    `latest` is what the last stances of the two are to each other, whenever they were taken; None
    where a line has none.
    """

    left: Line
    right: Line
    overlaps: tuple[Overlap, ...] = ()
    latest: Agreement | None = None
