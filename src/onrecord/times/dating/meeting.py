"""Clues meet: the days that most of them allow, weighed by how far each kind can be trusted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.days import ALL_DAYS, Days

SURE: Mapping[Reason, float] = {
    Reason.DATELINE: 0.999,
    Reason.SUDDEN_EVENT: 0.995,  # 9 of 1,927
    Reason.STATUS: 0.985,  # 3 of 900
    Reason.WEEKDAY_AND_DATE: 0.99,  # 0 of 7
    Reason.DATED: 0.985,  # 2 of 369, a page rewritten later aside
    Reason.YEAR: 0.985,  # 2 of 502
    Reason.FORMER_HOLDER: 0.985,  # 1 of 138
    Reason.EVENT_BEFORE: 0.98,  # 1 of 78
    Reason.SPEAKING_HOLDER: 0.975,  # 3 of 112
    Reason.EVENT_COUNTED: 0.97,  # 3 of 178
    Reason.DATE_COUNTED: 0.97,  # 0 of 3
    Reason.EVENT_AHEAD: 0.97,  # 0 of 21
    Reason.NEWS_DAY: 0.97,
    Reason.NEAREST: 0.97,  # 1 of 271
    Reason.LATEST: 0.97,
    Reason.MONTH: 0.95,  # 2 of 310
    Reason.MONTH_AHEAD: 0.95,  # 0 of 80
    Reason.OFFICE_HOLDER: 0.95,  # 17 of 551
    Reason.UNDATED: 0.93,  # 2 of 90
    Reason.UNDATED_AHEAD: 0.93,  # 0 of 66
    Reason.RACE: 0.93,  # 3 of 479
    Reason.DURATION: 0.92,  # 0 of 6
    Reason.RUNNING: 0.9,  # 4 of 162
}
"""How far clues of a kind can be trusted where they contradict each other.

Beside each is how many were wrong of those in the training halves (1,087 reports: PolNeAR's
training part, the even rows of Guardian and AllSides). Kinds that rest on few, or nearly all on
one campaign, are trusted less than their count."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The days left, the clues that made them fewer, and those that were set aside."""

    days: Days
    reasons: tuple[Clue, ...]
    contradictions: tuple[Clue, ...]


def meet(clues: Sequence[Clue]) -> Meeting:
    """The days on which the least has to be set aside."""
    days = ALL_DAYS
    for clue in clues:
        days &= clue.days
    if not days:
        days = _cheapest(clues)
    kept = [clue for clue in _distinct(clues) if clue.days & days]
    aside = tuple(clue for clue in clues if not clue.days & days)
    return Meeting(days, _needed(kept, days), aside)


def _cheapest(clues: Sequence[Clue]) -> Days:
    """The days with the lowest sum of odds of the clues that do not allow them.

    Sets of days are split by one clue after the other; those that cost more than the best way
    through all clues are dropped at the end.
    """
    layers: dict[float, Days] = {0.0: ALL_DAYS}
    for clue in _distinct(clues):
        cost = log(SURE[clue.reason] / (1 - SURE[clue.reason]))
        split: dict[float, Days] = {}
        for spent, days in layers.items():
            for price, part in ((spent, days & clue.days), (spent + cost, days & ~clue.days)):
                if part:
                    key = round(price, 6)
                    split[key] = split.get(key, 0) | part
        layers = dict(sorted(split.items())[:MAX_LAYERS])
    return layers[min(layers)]


MAX_LAYERS = 60
"""Sets of days of different cost that are followed; the cheapest is always among them."""


def _distinct(clues: Sequence[Clue]) -> list[Clue]:
    """One clue of a kind that allows the same days: to say a thing twice makes it no truer."""
    return list({(clue.reason, clue.days): clue for clue in clues}.values())


def _needed(clues: Sequence[Clue], days: Days) -> tuple[Clue, ...]:
    """The clues without which more days would be left, found by leaving out one after the other."""
    needed = list(clues)
    for clue in sorted(clues, key=lambda clue: SURE[clue.reason]):
        others = ALL_DAYS
        for other in needed:
            if other is not clue:
                others &= other.days
        if others == days:
            needed.remove(clue)
    return tuple(needed)
