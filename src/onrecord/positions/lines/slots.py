"""Points in order of time, as far as there is one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.domain.issue import Stance
from onrecord.domain.line import Point
from onrecord.domain.period import Period

LEAST_SURE = 0.45
"""Confidence below which a stance is no better than a guess among three sides."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Points with no order among them, as those of one day; slots share no day with each other."""

    period: Period
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """`slots` in order of time, and the points that have a side and cannot be placed among them."""

    slots: tuple[Slot, ...]
    open: tuple[Point, ...]


def takes_side(point: Point) -> bool:
    """Whether a point is for, against, or either under a condition."""
    return point.stance is not Stance.UNCLEAR


def is_doubtful(point: Point) -> bool:
    """Whether a stance was read with too little certainty to count."""
    return point.confidence < LEAST_SURE


def by_time(points: Iterable[Point]) -> tuple[Point, ...]:
    """Points by their first day, shorter periods first, the undated last."""
    return tuple(sorted(points, key=_when))


def _when(point: Point) -> tuple[date, date, str]:
    if point.said is None:
        return date.max, date.max, point.utterance_id
    return point.said.first, point.said.last, point.utterance_id


def placed(points: Iterable[Point]) -> Placed:
    """Slots of the points that take a side surely enough to count.

    The best dated ones come first: a point whose days meet one slot belongs to it, and one whose
    days meet several is open, because it may have come before either.
    """
    sided = [point for point in points if takes_side(point) and not is_doubtful(point)]
    dated = [(point.said, point) for point in sided if point.said]
    slots = _Slots()
    for said, point in sorted(dated, key=lambda pair: (pair[0].days, _when(pair[1]))):
        slots.place(said, point)
    undated = (point for point in sided if point.said is None)
    return Placed(slots.finished(), by_time((*slots.open, *undated)))


class _Slots:
    """Slots under construction: their periods in order of time, and their points."""

    def __init__(self) -> None:
        self._firsts: list[date] = []
        self._lasts: list[date] = []
        self._points: list[list[Point]] = []
        self.open: list[Point] = []

    def place(self, said: Period, point: Point) -> None:
        """Put the point in the one slot that its days meet, or in a new one, or aside."""
        at, end = bisect_left(self._lasts, said.first), bisect_right(self._firsts, said.last)
        if end - at > 1:
            self.open.append(point)
        elif end - at == 1:
            self._points[at].append(point)
            self._firsts[at] = min(self._firsts[at], said.first)
            self._lasts[at] = max(self._lasts[at], said.last)
        else:
            self._firsts.insert(at, said.first)
            self._lasts.insert(at, said.last)
            self._points.insert(at, [point])

    def finished(self) -> tuple[Slot, ...]:
        """The slots in order of time."""
        made = zip(self._firsts, self._lasts, self._points, strict=True)
        return tuple(Slot(Period(first, last), by_time(points)) for first, last, points in made)
