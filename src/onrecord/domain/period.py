"""A closed interval of days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `first` to `last`, both included. Raises ValueError where `last` is earlier."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period ends before it begins: {self.first!r}, {self.last!r}")

    @classmethod
    def day(cls, day: date) -> "Period":
        """One day."""
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """One calendar month."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> "Period":
        """One calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def contains(self, day: date) -> bool:
        """Whether the day lies inside."""
        return self.first <= day <= self.last

    def meet(self, other: "Period") -> "Period | None":
        """The days of both, None where there is none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Period(first, last) if first <= last else None

    @property
    def precision(self) -> int:
        """ACLED's time precision: 1 the day is known, 2 the week, 3 the month or less.

        Source: ACLED Codebook, "Time precision".
        """
        return 1 if self.days == 1 else 2 if self.days <= 7 else 3
