"""When a statement was made, as its own frame says it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.domain.time import TimeExpression, TimeStep, TimeType
from onrecord.occasions.dated import DatedEvents
from onrecord.occasions.facts import Facts, Moment, Tie
from onrecord.occasions.frames import Where

_NEAREST = (Where.AFTER, Where.CUE, Where.BETWEEN, Where.SOURCE, Where.TRAILING, Where.BEFORE)
"""Where an expression belongs to the saying most surely, first."""

LONGEST_COUNTED = 7
"""Days of a time that is counted from another in the text and still believed: "the same day", "two
days later"; "a year later" is too often counted from the wrong one."""

_DATES = (TimeType.DATE, TimeType.TIME)
_PRESENT = "PRESENT_REF"


@dataclass(frozen=True, slots=True)
class When:
    """What a frame says of the time.

    `period` is None where it says nothing that can be counted. `earlier` says that the words were
    said before the time of which the report speaks; `undated` that they have a time of their own
    which is not known.
    """

    period: Period | None = None
    evidence: tuple[Span, ...] = ()
    earlier: bool = False
    undated: bool = False

    @property
    def is_silent(self) -> bool:
        """Whether it says nothing at all."""
        return self.period is None and not self.undated


def when_of(facts: Facts, dated: DatedEvents, published: Period | None) -> When:
    """The time of saying, as far as the frame tells."""
    chosen = _chosen(facts.moments, published)
    if chosen is not None:
        return When(chosen.period, (chosen.span,), facts.earlier)
    elsewhere = _dated_elsewhere(facts, dated)
    if elsewhere is not None:
        return When(*elsewhere, facts.earlier)
    unknown = any(_is_unknown(moment) for moment in facts.moments)
    return When(None, (), facts.earlier, facts.earlier or unknown or facts.displaced)


def _chosen(moments: Iterable[Moment], published: Period | None) -> TimeExpression | None:
    fit = [moment for moment in moments if _fits(moment, published)]
    if not fit:
        return None
    return min(fit, key=lambda m: (_NEAREST.index(m.where), _days(m.expression))).expression


def _fits(moment: Moment, published: Period | None) -> bool:
    time = moment.expression
    if moment.tie is Tie.AWAY or time.type not in _DATES or time.period is None:
        return False
    if time.step is TimeStep.TEXT and time.period.days > LONGEST_COUNTED:
        return False
    return published is None or time.period.first <= published.last


def _dated_elsewhere(facts: Facts, dated: DatedEvents) -> tuple[Period, tuple[Span, ...]] | None:
    """The day of the occasion itself, or one day more where the words came hours before it."""
    if facts.close_before is not None:
        found = dated.day_of(facts.close_before)
        if found is not None:
            period, spans = found
            return Period(period.first - timedelta(days=1), period.last), spans
    for event in facts.events:
        found = dated.day_of(event)
        if found is not None:
            return found
    return None


def _days(time: TimeExpression) -> int:
    return time.period.days if time.period else 0


def _is_unknown(moment: Moment) -> bool:
    """A time of saying that cannot be counted: an undated `Friday`, `recently`."""
    time = moment.expression
    if moment.tie is Tie.AWAY or time.type not in _DATES or time.value == _PRESENT:
        return False
    return time.period is None or time.step is TimeStep.TEXT
