"""Clues from dates that are counted from the report, where the text or a table has them whole."""

from collections.abc import Iterator

from onrecord.domain.period import Period
from onrecord.times.dating.calendar_dates import stated_period
from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.counted import written_on
from onrecord.times.dating.days import union
from onrecord.times.dating.scene import Scene
from onrecord.times.forms import Calendar, Direction, Shift
from onrecord.times.phrase import TimePhrase


def relative_date_clues(scene: Scene) -> Iterator[Clue]:
    """`February 12 last year` in a report that speaks of 12 February 2015 too."""
    whole = [
        (phrase, period)
        for phrase in scene.phrases
        if isinstance(phrase.form, Calendar)
        and phrase.form.month is not None
        and (period := stated_period(phrase.form)) is not None
    ]
    if not whole:
        return
    for phrase in scene.phrases:
        if _names_a_year(phrase):
            yield from _same_date(phrase, whole)


def _names_a_year(phrase: TimePhrase) -> bool:
    """Whether it has a month and says, counted from the report, of which year."""
    form = phrase.form
    if not isinstance(form, Calendar) or form.month is None or form.year is not None:
        return False
    return isinstance(form.of, Shift) or form.which is Direction.PAST


def _same_date(phrase: TimePhrase, whole: list[tuple[TimePhrase, Period]]) -> Iterator[Clue]:
    form = phrase.form
    assert isinstance(form, Calendar)
    same = [
        (other, period)
        for other, period in whole
        if period.first.month == form.month
        and (form.day is None or (period.days == 1 and period.first.day == form.day))
    ]
    days = union(found for _, period in same if (found := written_on(phrase, period)))
    if days:
        evidence = (phrase.span, same[0][0].span)
        yield Clue(Reason.DATE_COUNTED, days, evidence, "the same date with its year")
