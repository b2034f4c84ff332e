"""On which days a statement may have been made, and how far apart two of them lie."""

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedStatement

BY_PUBLICATION = "publication"

LONGEST_FIRM = 10
"""Days; a longer period ("in 2012", "last month") says when only roughly."""

LATEST_REPORT = 7
"""Days that a report may lag behind what it reports without saying so."""

EARLIEST, LATEST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last`, as ordinals. `firm` tells that the text itself says which days.

    `undated` are statements that nothing dates, not even their document, or of which only that it
    was made before its report.
    """

    first: int
    last: int
    firm: bool
    undated: bool = False

    def gap(self, other: "Days") -> int:
        """Days between the two; 0 where they meet."""
        return max(self.first - other.last, other.first - self.last, 0)

    def reported_gap(self, other: "Days") -> int:
        """The same for reports that would say so if they lagged behind by more than a day."""
        first = self.first if self.firm else max(self.first, self.last - 1)
        other_first = other.first if other.firm else max(other.first, other.last - 1)
        return max(first - other.last, other_first - self.last, 0)


def days_of(statement: ReportedStatement) -> Days:
    """What the statement's own words say, else what its document's day allows."""
    said = statement.statement.said
    if said is not None and said.step != BY_PUBLICATION:
        return Days(*_ordinals(said.period), firm=said.period.days <= LONGEST_FIRM)
    if statement.published is None:
        return Days(EARLIEST, LATEST, firm=False, undated=True)
    lag = timedelta(days=LATEST_REPORT)
    first = max(statement.published.first, date.min + lag) - lag
    return Days(
        first.toordinal(),
        statement.published.last.toordinal(),
        firm=False,
        undated=said is None or statement.published.days > LONGEST_FIRM,
    )


def _ordinals(period: Period) -> tuple[int, int]:
    return period.first.toordinal(), period.last.toordinal()
