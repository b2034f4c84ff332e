"""A stretch of days, drawn from left to right: where each day is, and the ticks to read it by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from onrecord.domain.period import Period

NARROW = 31
"""Days of what is drawn whole. Wider intervals are cut at the ends of the axis, or one report that
is dated to a decade would press all others into one point."""

LEAST_DAYS = 8
"""An axis shows at least so many days, so that a day has some width."""

MARGIN = 0.03
"""What the axis leaves free at either end, as a share of its days."""

MOST_TICKS = 6
"""More labels would touch each other on a phone."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_LAST_YEAR = date.max.year


@dataclass(frozen=True, slots=True)
class Tick:
    """A label at `x` per cent; `year` stands below it where it differs from the tick before."""

    x: float
    label: str
    year: str = ""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """From the beginning of the day `start` to that of the day `end`, both as ordinals."""

    start: int
    end: int

    @classmethod
    def over(cls, periods: Sequence[Period]) -> "TimeAxis":
        """One on which every period, of which there is one at least, can be seen."""
        narrow = [period for period in periods if period.days <= NARROW]
        first = min(min(p.last for p in periods), *(p.first for p in narrow), date.max)
        last = max(max(p.first for p in periods), *(p.last for p in narrow), date.min)
        if last < first:
            first, last = min(p.first for p in periods), max(p.last for p in periods)
        start, end = first.toordinal(), last.toordinal() + 1
        short = max(0, LEAST_DAYS - (end - start))
        margin = max(1, round(MARGIN * (end - start)))
        return cls(start - short // 2 - margin, end + (short + 1) // 2 + margin)

    def at(self, ordinal: float) -> float:
        """Where a moment is, in per cent; outside of 0 to 100 where it is not on the axis."""
        return 100 * (ordinal - self.start) / (self.end - self.start)

    def ticks(self) -> tuple[Tick, ...]:
        """A few labels at round days, months or years."""
        for dates, yearly in self._scales():
            found = [day for day in dates if self.start <= day.toordinal() < self.end]
            if 1 <= len(found) <= MOST_TICKS:
                return tuple(self._labelled(found, yearly=yearly))
        return ()

    def _scales(self) -> Iterator[tuple[Iterable[date], bool]]:
        """From the finest on, each as its days; whether they are years."""
        first = date.fromordinal(max(1, self.start))
        last = date.fromordinal(min(date.max.toordinal(), self.end))
        if self.end - self.start <= _DAY_STEPS[-1] * (MOST_TICKS + 1):
            for step in _DAY_STEPS:
                start = first.toordinal() + -first.toordinal() % step
                yield (date.fromordinal(n) for n in range(start, last.toordinal() + 1, step)), False
        years = range(first.year, last.year + 1)
        if len(years) <= MOST_TICKS:
            for step in _MONTH_STEPS:
                yield (date(y, m, 1) for y in years for m in range(1, 13, step)), False
        for step in _YEAR_STEPS:
            yield (date(year, 1, 1) for year in years if year % step == 0), True

    def _labelled(self, days: Sequence[date], *, yearly: bool) -> Iterator[Tick]:
        monthly = all(day.day == 1 for day in days)
        for _, same_year in groupby(days, key=lambda day: day.year):
            for number, day in enumerate(same_year):
                x = round(self.at(day.toordinal() + (0 if monthly else 0.5)), 2)
                if yearly:
                    yield Tick(x, str(day.year))
                    continue
                month = _MONTHS[day.month - 1]
                label = month if monthly else f"{day.day} {month}"
                yield Tick(x, label, "" if number else str(day.year))
