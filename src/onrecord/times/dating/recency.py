"""How long after the latest thing it tells of a report is published, at most.

News is about news. Soft evidence: it narrows a period that the rest leaves open.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.days import days_between, period_of
from onrecord.times.dating.meeting import Meeting

LONGEST: Mapping[Reason, timedelta] = {
    Reason.SUDDEN_EVENT: timedelta(2900),
    Reason.EVENT_BEFORE: timedelta(400),
    Reason.DATED: timedelta(1400),
    Reason.UNDATED: timedelta(470),
}
"""By what the latest day of the text rests on. Of the reports in the training halves where it rests
on an event, 98 % were published within 1,400 days of it (250 reports; half of them within 18 days);
where on a day with its year, within 600 (47 reports; 4); on one without, within 470 (35; 17)."""


def recency_clues(met: Meeting) -> Iterator[Clue]:
    """From the latest day that the text speaks of as past."""
    period = period_of(met.days)
    if period is None:
        return
    for clue in met.reasons:
        longest = LONGEST.get(clue.reason)
        if longest is not None and clue.constraint(period).first == period.first:
            yield _latest(clue, period.first, longest)


def _latest(clue: Clue, first: date, longest: timedelta) -> Clue:
    days = days_between(None, first + longest)
    return Clue(Reason.LATEST, days, clue.evidence, "the latest day that it tells of")
