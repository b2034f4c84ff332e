"""Phrases to expressions: TIMEX3 values and the days they cover."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.domain.document import DateCandidate
from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.domain.time import TimeExpression, TimeStep
from onrecord.times.anchors import Anchor, Anchors
from onrecord.times.counting import Place, Standpoint, place
from onrecord.times.extent import adjoining, narrowed
from onrecord.times.forms import Direction, Length, Reference, Repeated
from onrecord.times.granularity import is_comparison, is_time_alone
from onrecord.times.phrase import TimePhrase
from onrecord.times.ranges import range_ends
from onrecord.times.values import common, length_value, reference_value, repeated_value, unknown


def resolve_times(
    text: str, phrases: Sequence[TimePhrase], published: DateCandidate | None
) -> tuple[TimeExpression, ...]:
    """Each phrase with its TIMEX3 value and the days it covers, as far as they are known.

    Where the publication is only known to lie in an interval, an expression that is counted from
    it gets the days that hold for the whole interval, and X for what of its value does not.
    """
    if published is None:
        sides = [_Side(None)]
    elif published.first == published.last:
        sides = [_Side(published.first)]
    else:
        sides = [_Side(published.first), _Side(published.last)]
    ends = range_ends(text, phrases)
    return tuple(_resolved(phrase, sides, ends.get(at)) for at, phrase in enumerate(phrases))


class _Side:
    """One end of the interval of publication, and what the text said so far as seen from it."""

    def __init__(self, today: date | None) -> None:
        self.today = today
        self.anchors = Anchors()

    def place(self, phrase: TimePhrase, end: TimePhrase | None) -> Place | None:
        """Where the phrase lies; later ones may be counted from it.

        `end` is the other end of a stretch that the phrase begins: it lies before that.
        """
        found = self._before(phrase, end) or place(phrase.form, self._seen(phrase))
        if found is None:
            return None
        if found.period is not None and not is_time_alone(phrase.form):
            compared = is_comparison(phrase.form)
            self.anchors.add(Anchor(phrase.span, found.unit, found.period, compared))
        return found

    def _seen(self, phrase: TimePhrase) -> Standpoint:
        return Standpoint(
            self.today, self.anchors, phrase.hint, phrase.hint_sure, phrase.span.start
        )

    def _before(self, phrase: TimePhrase, end: TimePhrase | None) -> Place | None:
        last = None if end is None else place(end.form, self._seen(end))
        if last is None or last.period is None:
            return None
        seen = Standpoint(last.period.last, self.anchors, Direction.PAST, hint_sure=True)
        found = place(phrase.form, seen)
        return found if found is None else replace(found, stated=last.stated)


def _resolved(phrase: TimePhrase, sides: Sequence[_Side], end: TimePhrase | None) -> TimeExpression:
    form = phrase.form
    if isinstance(form, Reference):
        return _expression(phrase, reference_value(form))
    if isinstance(form, Repeated):
        return _expression(phrase, repeated_value(form))
    if isinstance(form, Length):
        return _length(phrase, form, sides)
    places = [side.place(phrase, end) for side in sides]
    found = [known for known in places if known is not None]
    if len(found) < len(places):
        return _expression(phrase, unknown(form), TimeStep.UNRESOLVED)
    return _between(phrase, found, sides)


def _between(phrase: TimePhrase, found: Sequence[Place], sides: Sequence[_Side]) -> TimeExpression:
    first, last = found[0], found[-1]
    value: str | None = first.value
    if first.value != last.value:
        value = common(first.value, last.value)
    if value is None:
        value = unknown(phrase.form)
    return _expression(
        phrase,
        value,
        _step(first),
        _days(phrase, found, sides),
        None if first.stated else first.anchor,
    )


def _step(found: Place) -> TimeStep:
    if found.stated:
        return TimeStep.STATED
    return TimeStep.PUBLICATION if found.anchor is None else TimeStep.TEXT


def _days(phrase: TimePhrase, found: Sequence[Place], sides: Sequence[_Side]) -> Period | None:
    periods = [
        narrowed(known.period, phrase.mod, side.today)
        for known, side in zip(found, sides, strict=True)
        if known.period is not None
    ]
    if len(periods) < len(found):
        return None
    return _hull(periods)


def _hull(periods: Sequence[Period]) -> Period:
    return Period(min(p.first for p in periods), max(p.last for p in periods))


def _length(phrase: TimePhrase, form: Length, sides: Sequence[_Side]) -> TimeExpression:
    """A duration; its days are known only where it adjoins the day of publication."""
    known = [adjoining(form, side.today) for side in sides if side.today is not None]
    periods = [period for period in known if period is not None]
    period = _hull(periods) if periods else None
    step = TimeStep.STATED if period is None else TimeStep.PUBLICATION
    return _expression(phrase, length_value(form), step, period)


def _expression(
    phrase: TimePhrase,
    value: str,
    step: TimeStep = TimeStep.STATED,
    period: Period | None = None,
    anchor: Span | None = None,
) -> TimeExpression:
    return TimeExpression(
        phrase.span,
        phrase.type,
        value,
        step,
        mod=phrase.mod or None,
        period=period,
        anchor=anchor,
        score=phrase.score,
    )
