"""One reason why a report was published on some days and no others."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.document import DateConstraint
from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.times.dating.days import Days, days_between, open_period, runs, union


class Reason(StrEnum):
    """What a clue is; the words of `DateConstraint.reason`."""

    SPEAKING_HOLDER = "office-holder-speaking"
    OFFICE_HOLDER = "office-holder"
    FORMER_HOLDER = "former-office-holder"
    SUDDEN_EVENT = "past-event"
    STATUS = "standing"
    RACE = "rivals-in-a-race"
    RUNNING = "candidate-running"
    EVENT_BEFORE = "event-spoken-of-as-past"
    EVENT_AHEAD = "event-spoken-of-as-coming"
    EVENT_COUNTED = "event-and-relative-date"
    DATE_COUNTED = "date-and-relative-date"
    DATED = "dated"
    YEAR = "year"
    WEEKDAY_AND_DATE = "weekday-and-date"
    UNDATED = "date-without-year"
    UNDATED_AHEAD = "coming-date-without-year"
    MONTH = "month-without-year"
    MONTH_AHEAD = "coming-month-without-year"
    DATELINE = "dateline"
    NEWS_DAY = "weekday-of-the-news"
    DURATION = "duration-since"
    LATEST = "latest-date"
    NEAREST = "nearest-date-without-year"


@dataclass(frozen=True, slots=True)
class Clue:
    """`days` are those on which the words of `evidence` may have been published."""

    reason: Reason
    days: Days
    evidence: tuple[Span, ...]
    detail: str

    def constraint(self, within: Period | None) -> DateConstraint:
        """The clue for the reader; an end that it leaves open is None.

        Where the clue holds in many years, those about `within` are given.
        """
        first, last = open_period(self._stretch(within))
        return DateConstraint(self.reason.value, first, last, self.evidence, self.detail)

    def _stretch(self, within: Period | None) -> Days:
        """The unbroken stretches of days that share one with `within`."""
        if within is None:
            return self.days
        near = (run for run in runs(self.days) if run.meet(within))
        return union(days_between(run.first, run.last) for run in near) or self.days
