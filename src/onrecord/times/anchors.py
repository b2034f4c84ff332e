"""The expressions of the text that later ones are counted from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.times.forms import Unit
from onrecord.times.granularity import rank

_DAYS_OF_A_QUARTER = 2
"""How many days may stand between a quarter and what is compared with it: `ended Sept. 30`."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An expression whose days are known."""

    span: Span
    unit: Unit
    period: Period
    comparison: bool = False
    """Whether another was compared with it (`a year earlier`): none is counted from it."""


@dataclass(slots=True)
class Anchors:
    """Those that stand before the expression at hand, in order of the text."""

    known: list[Anchor] = field(default_factory=list)

    def add(self, anchor: Anchor) -> None:
        """Keep one more."""
        self.known.append(anchor)

    def at_most(self, unit: Unit) -> Anchor | None:
        """The nearest one no coarser than a unit: for `that month` a day, a week or a month."""
        limit = rank(unit)
        return next((a for a in reversed(self.known) if rank(a.unit) <= limit), None)

    def exactly(self, *units: Unit) -> Anchor | None:
        """The nearest one of those units that nothing else was compared with."""
        return next((a for a in self._own() if a.unit in units), None)

    def quarter(self, today: date | None) -> Anchor | None:
        """The nearest quarter, of those that are over if there is one."""
        quarters = [a for a in self._own() if a.unit is Unit.QUARTER]
        over = (a for a in quarters if today is not None and a.period.last < today)
        return next(over, quarters[0] if quarters else None)

    def compared(self) -> Anchor | None:
        """What `a year earlier` is counted from: a quarter rather than the days it ended on."""
        nearest = list(islice(self._own(), _DAYS_OF_A_QUARTER + 1))
        for anchor in nearest:
            if anchor.unit is Unit.QUARTER:
                return anchor
            if anchor.unit is not Unit.DAY:
                break
        return nearest[0] if nearest else None

    def _own(self) -> Iterator[Anchor]:
        return (a for a in reversed(self.known) if not a.comparison)
