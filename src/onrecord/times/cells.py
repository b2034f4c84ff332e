"""The cells of the calendar - days, weeks, months, quarters, years - and their TIMEX3 values."""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from onrecord.domain.period import Period
from onrecord.times.forms import Season, Unit

_SEASON_BY_MONTH = {3: Season.SPRING, 6: Season.SUMMER, 9: Season.AUTUMN, 12: Season.WINTER}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6, Unit.YEAR: 12,
           Unit.DECADE: 120, Unit.CENTURY: 1200, Unit.MILLENNIUM: 12000}  # fmt: skip
_DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7}


@dataclass(frozen=True, slots=True)
class Cell:
    """One day, week, month, ... of the calendar, by its unit and its first day.

    Weeks are those of ISO 8601. Seasons are the meteorological ones of the northern half: spring
    begins in March; winter bears the year of its December.
    """

    unit: Unit
    first: date

    @classmethod
    def around(cls, unit: Unit, day: date) -> "Cell":
        """The cell of that unit that the day lies in; of weekends the one of its week."""
        return cls(unit, _first(unit, day))

    @property
    def period(self) -> Period:
        """Its days."""
        if self.unit is Unit.DAY:
            return Period.day(self.first)
        if self.unit is Unit.WEEKEND:
            return Period(self.first, self.first + timedelta(1))
        return Period(self.first, self.moved(1).first - timedelta(1))

    def moved(self, steps: int) -> "Cell":
        """The cell so many places later, or earlier. Raises ValueError beyond the calendar."""
        return Cell(self.unit, moved(self.first, self.unit, steps))

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        return _value(self.unit, self.first)


def moved(day: date, unit: Unit, steps: int) -> date:
    """The day so many units later; at the end of a shorter month its last day.

    Raises ValueError where the calendar ends.
    """
    if unit in _DAYS:
        try:
            return day + timedelta(steps * _DAYS[unit])
        except OverflowError as error:
            raise ValueError(f"{steps!r} {unit}s from {day} lie beyond the calendar") from error
    months = day.year * 12 + day.month - 1 + steps * _MONTHS[unit]
    year, month = divmod(months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"{steps!r} {unit}s from {day} lie beyond the calendar")
    return date(year, month + 1, min(day.day, Period.month(year, month + 1).last.day))


def _first(unit: Unit, day: date) -> date:
    if unit is Unit.DAY:
        return day
    if unit is Unit.WEEK:
        return day - timedelta(day.weekday())
    if unit is Unit.WEEKEND:
        return day + timedelta(5 - day.weekday()) if day.weekday() < 6 else day - timedelta(1)
    if unit is Unit.SEASON:
        months = day.year * 12 + day.month - 1
        begun = months - day.month % 3
        return date(begun // 12, begun % 12 + 1, 1)
    length = _MONTHS[unit]
    if length <= 12:
        return date(day.year, (day.month - 1) // length * length + 1, 1)
    years = length // 12
    return date(max(day.year // years * years, MINYEAR), 1, 1)


def _value(unit: Unit, first: date) -> str:
    year = f"{first.year:04}"
    if unit is Unit.DAY:
        return first.isoformat()
    if unit in (Unit.WEEK, Unit.WEEKEND):
        iso = first.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if unit is Unit.WEEKEND else "")
    if unit is Unit.MONTH:
        return f"{year}-{first.month:02}"
    if unit is Unit.QUARTER:
        return f"{year}-Q{(first.month + 2) // 3}"
    if unit is Unit.HALF:
        return f"{year}-H{1 if first.month < 7 else 2}"
    if unit is Unit.SEASON:
        return f"{year}-{_SEASON_BY_MONTH[first.month]}"
    return {Unit.YEAR: year, Unit.DECADE: year[:3] + "X", Unit.CENTURY: year[:2] + "XX"}.get(
        unit, year[:1] + "XXX"
    )
