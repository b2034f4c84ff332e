"""How long after the latest thing it tells of a report is published, at most.

News is about news. Soft evidence, counted on the training halves of the corpora: it narrows what
the rest leaves open.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.days import days_between, open_period, period_of
from onrecord.times.dating.meeting import Meeting

TELLING = frozenset({Reason.SUDDEN_EVENT, Reason.DATED})

RECENT = timedelta(1000)

LONGEST = ((4, timedelta(900)), (2, timedelta(2700)))
"""How long after the latest day, by how many such days the text has in the RECENT time before it.

Of 49 reports with four or more all but one were published within 900 days of the latest (half of
them within 20), of 250 with two or three 97 % within 2,700 (160). One day alone says too little:
reports of 2016 recall 2001.
"""


def recency_clues(clues: Sequence[Clue], met: Meeting) -> Iterator[Clue]:
    """From the latest day that the text speaks of as past."""
    period = period_of(met.days)
    told = {first: clue for clue in clues if (first := _told(clue)) is not None}
    days = [day for day in told if period is not None and day <= period.last]
    if days:
        latest = max(days)
        count = sum(1 for day in days if latest - day <= RECENT)
        for longest in [longest for least, longest in LONGEST if count >= least][:1]:
            evidence = told[latest].evidence
            detail = f"the latest day that it tells of is {latest.isoformat()}"
            yield Clue(Reason.LATEST, days_between(None, latest + longest), evidence, detail)


def _told(clue: Clue) -> date | None:
    return open_period(clue.days)[0] if clue.reason in TELLING else None
