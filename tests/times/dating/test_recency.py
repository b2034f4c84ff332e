"""News is about news: the latest day told of bounds the day of the report."""

from datetime import date, timedelta

from onrecord.domain.span import Span
from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.days import days_between
from onrecord.times.dating.meeting import meet
from onrecord.times.dating.recency import LONGEST, recency_clues
from tests.times.dating.scenes import allows

LATEST = date(2016, 5, 1)


def told(*days: date) -> list[Clue]:
    return [
        Clue(Reason.DATED, days_between(day, None), (Span(at, at + 1),), "")
        for at, day in enumerate(days)
    ]


def found(*days: date) -> list[Clue]:
    clues = told(*days)
    return list(recency_clues(clues, meet(clues)))


def test_the_more_days_near_the_latest_the_nearer_the_report() -> None:
    """One says nothing, two little, four more."""
    near = [LATEST - timedelta(days) for days in range(4)]
    assert found(LATEST) == []
    for least, longest in LONGEST:
        (clue,) = found(*near[:least])
        assert allows(clue, (LATEST + longest).isoformat())
        assert not allows(clue, (LATEST + longest + timedelta(1)).isoformat())
        assert clue.evidence == (Span(0, 1),)


def test_days_long_before_the_latest_do_not_count() -> None:
    """A report of 2016 that recalls 2001."""
    assert found(LATEST, date(2001, 9, 11)) == []


def test_what_is_set_aside_does_not_count() -> None:
    """A day after the last that the rest allows was not yet past."""
    clues = told(LATEST, LATEST - timedelta(1), date(2030, 1, 1))
    ends = Clue(
        Reason.DATELINE, days_between(date(2016, 1, 1), date(2017, 1, 1)), (Span(9, 10),), ""
    )
    (clue,) = recency_clues(clues, meet([*clues, ends]))
    assert LATEST.isoformat() in clue.detail
