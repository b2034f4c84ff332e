"""Clues from dates that say their year, and from dates that leave it out."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.lexicon.dating import cue, cue_before
from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.days import YEARS, Days, days_between, union
from onrecord.times.dating.direction import allows_future, direction_of
from onrecord.times.dating.scene import Scene
from onrecord.times.forms import Calendar, Direction, Form, Range
from onrecord.times.phrase import TimePhrase

SLACK = timedelta(1)
"""A report of the evening bears the day before where its outlet is west of the event."""

WEEKDAY_REACH = 60
"""Days between a report and a date that it gives with its weekday and without its year."""

DAY_REACH, MONTH_REACH = 250, 310
"""Days between a report and a day, or a month, that it gives without its year: further off it would
name the year. 99 % of 156 days and 99 % of 390 months in the training halves are within."""

NEAREST = ((2, 60), (1, 170))
"""Days between a report and the nearest of the dates that it gives without their year, by how many
there are: so in 91 of 91 reports with two or more in the training halves, 179 of 180 with one."""

_OPENING = re.compile(r"\W*(?:[Oo]n|[Bb]y|[Ii]n)?\s*")
_NEAR = 45
"""Characters before a date in which the thing stands that is of it."""

_NEXT_WORD = re.compile(r"(?:['’]s)?[\s-]+\w")


_NAMES = frozenset({(9, 11), (7, 4), (1, 6), (10, 7)})
"""Days that are named without their year: of attacks, of feasts."""


def dated_clues(scene: Scene) -> Iterator[Clue]:
    """Dates with their year: a report is no older than what it tells."""
    for phrase in scene.phrases:
        for form in calendars(phrase.form):
            period = stated_period(form)
            if period is None or period.first.year not in YEARS:
                continue
            if allows_future(scene, phrase.span) or _is_added(scene, phrase.span):
                continue
            if form.day is not None or (
                form.month is not None and not _names_a_plan(scene, phrase.span)
            ):
                yield _from(Reason.DATED, period, phrase.span)
            elif form.month is None and _is_told_year(scene, phrase.span):
                yield _from(Reason.YEAR, period, phrase.span)


def _is_added(scene: Scene, span: Span) -> bool:
    """Whether the date is of a change to the report."""
    return cue("dates", "added").search(scene.before(span)) is not None


def _names_a_plan(scene: Scene, span: Span) -> bool:
    """Whether a month is part of a name, `the April 2017 vote`, and may be to come."""
    return is_attributive(scene, span) and direction_of(scene, span) is not Direction.PAST


def _is_told_year(scene: Scene, span: Span) -> bool:
    """Whether a year is that of something past: `in 2012 they met`, not `the 2012 election`."""
    return direction_of(scene, span) is Direction.PAST and not is_attributive(scene, span)


def _from(reason: Reason, period: Period, span: Span) -> Clue:
    days = days_between(period.first - SLACK, None)
    return Clue(reason, days, (span,), f"it speaks of {_written(period)}")


def undated_clues(scene: Scene) -> Iterator[Clue]:
    """Dates without their year: it is that of the report or the one next to it."""
    for phrase in scene.phrases:
        forms = calendars(phrase.form)
        if not forms or not is_undated(forms[0]) or _is_a_name(forms[0]):
            continue
        if forms[0].day is None:
            yield from _month(scene, phrase, forms[-1])
            continue
        if forms[0].weekday is not None:
            days = _about(forms[0], WEEKDAY_REACH, WEEKDAY_REACH)
            yield Clue(Reason.WEEKDAY_AND_DATE, days, (phrase.span,), "the weekday of that date")
        direction = undated_direction(scene, phrase)
        if direction is Direction.PAST:
            days = _about(forms[0], 0, DAY_REACH)
            yield Clue(Reason.UNDATED, days, (phrase.span,), "it is past")
        elif direction is Direction.FUTURE:
            days = _about(forms[-1], DAY_REACH, 0)
            yield Clue(Reason.UNDATED_AHEAD, days, (phrase.span,), "it is to come")


def nearest_clue(scene: Scene) -> Iterator[Clue]:
    """Of the dates that leave out their year one at least is near."""
    found = {
        (form.month, form.day): (form, phrase.span)
        for phrase in scene.phrases
        for form in calendars(phrase.form)
        if is_undated_day(form) and not _is_a_name(form)
    }
    if found:
        reach = next(reach for least, reach in NEAREST if len(found) >= least)
        days = union(_about(form, reach, reach) for form, _ in found.values())
        evidence = tuple(span for _, span in found.values())
        detail = f"the nearest date without its year is within {reach} days"
        yield Clue(Reason.NEAREST, days, evidence, detail)


def undated_direction(scene: Scene, phrase: TimePhrase) -> Direction | None:
    """Where a date without a year lies; None where its sentence does not clearly say so."""
    if is_attributive(scene, phrase.span):
        return None
    before = scene.before(phrase.span)
    if _OPENING.fullmatch(before):
        return phrase.hint if phrase.hint is Direction.PAST else None
    direction = direction_of(scene, phrase.span)
    if direction is Direction.FUTURE and _is_no_plan(scene, phrase.span):
        return None
    if direction is Direction.PAST and cue("dates", "plans").search(before[-_NEAR:]):
        return None
    return direction if direction is phrase.hint else None


def _is_no_plan(scene: Scene, span: Span) -> bool:
    """Whether a date cannot be to come: that of an attack, or of what is cited in brackets."""
    sudden = cue_before("dates", "sudden", r"(?: \w+){0,3}").search(scene.before(span)[-_NEAR:])
    return sudden is not None or scene.text.startswith(")", span.end)


def _is_a_name(form: Calendar) -> bool:
    """`Sept. 11` is of 2001 in most reports."""
    return (form.month, form.day) in _NAMES


def _about(form: Calendar, before: int, after: int) -> Days:
    """The days no further than that from the date, in whatever year."""
    return union(
        days_between(day - timedelta(before), day + timedelta(after)) for day in _occurrences(form)
    )


def _month(scene: Scene, phrase: TimePhrase, form: Calendar) -> Iterator[Clue]:
    """`in March`: less than a year away, or its year would be said."""
    direction = undated_direction(scene, phrase)
    if form.month is None or direction is None:
        return
    months = [Period.month(year, form.month) for year in YEARS]
    reach = timedelta(MONTH_REACH)
    if direction is Direction.PAST:
        days = union(days_between(month.first, month.last + reach) for month in months)
        yield Clue(Reason.MONTH, days, (phrase.span,), "it is past")
    else:
        days = union(days_between(month.first - reach, month.last) for month in months)
        yield Clue(Reason.MONTH_AHEAD, days, (phrase.span,), "it is to come")


def is_undated(form: Calendar) -> bool:
    """A month, with a day or without, and no word for which year."""
    said = (form.year, form.which, form.of)
    return form.month is not None and said == (None, None, None) and not form.from_text


def is_undated_day(form: Calendar) -> bool:
    """A day and a month, and no word for which year."""
    return is_undated(form) and form.day is not None


def _occurrences(form: Calendar) -> Iterator[date]:
    """The days of all years that the form may mean."""
    for year in YEARS:
        try:
            day = date(year, form.month or 1, form.day or 1)
        except ValueError:
            continue
        if form.weekday is None or day.isoweekday() == form.weekday:
            yield day


def calendars(form: Form) -> tuple[Calendar, ...]:
    """The Calendars of a date or of a stretch from one to another."""
    if isinstance(form, Range):
        return tuple(end for end in (form.start, form.end) if isinstance(end, Calendar))
    return (form,) if isinstance(form, Calendar) else ()


def stated_period(form: Calendar) -> Period | None:
    """The days of a day, month or year that says its year in full."""
    if form.year is None or form.short_year or form.fiscal or form.of is not None:
        return None
    if form.quarter or form.half or form.season or form.week:
        return None
    try:
        if form.month is not None and form.day is not None:
            return Period.day(date(form.year, form.month, form.day))
        if form.month is not None:
            return Period.month(form.year, form.month)
        return Period.year(form.year)
    except ValueError:
        return None


def is_attributive(scene: Scene, span: Span) -> bool:
    """Whether a noun follows that the date belongs to: `the 2016 election`, `the May 3 vote`."""
    following = scene.text[span.end : span.end + 30]
    found = _NEXT_WORD.match(following)
    return found is not None and cue("dates", "no_noun").match(following, found.end() - 1) is None


def _written(period: Period) -> str:
    if period.days == 1:
        return period.first.isoformat()
    return f"{period.first.year}" if period.days > 31 else f"{period.first:%Y-%m}"
