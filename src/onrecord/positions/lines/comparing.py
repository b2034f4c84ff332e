"""Who says the same on an issue, and who the opposite, as long as both said something."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from onrecord.domain.issue import Issue, Stance
from onrecord.domain.line import Agreement, Line, LineComparison, Overlap, Phase
from onrecord.domain.period import Period

STANDS_FOR = 180
"""Days for which a stance that was not taken again is held to stand: half a year, unless the
actor takes another before."""


def agreement(left: Stance, right: Stance) -> Agreement:
    """What two stances are to each other; neither may be unclear.

    >>> agreement(Stance.FOR, Stance.CONDITIONAL).value
    'partly'
    """
    if left is right:
        return Agreement.SAME
    return Agreement.PARTLY if Stance.CONDITIONAL in (left, right) else Agreement.OPPOSITE


def who_says_what(
    issue: Issue, lines: Sequence[Line], among: Sequence[str] | None = None
) -> tuple[LineComparison, ...]:
    """Comparisons of every two lines on the issue; of one line with all others where it is alone.

    `among` are the ids of the actors that are asked about, in the order wanted; all if absent. One
    id alone is compared with everybody, who says the same longest first.
    """
    on_it = [line for line in lines if line.issue_id == issue.id]
    if among is None:
        return tuple(compare_lines(*pair) for pair in combinations(on_it, 2))
    by_actor = {line.actor: line for line in on_it}
    asked = [by_actor[actor] for actor in dict.fromkeys(among) if actor in by_actor]
    if len(set(among)) > 1 or not asked:
        return tuple(compare_lines(*pair) for pair in combinations(asked, 2))
    others = (line for line in on_it if line is not asked[0])
    found = [compare_lines(asked[0], other) for other in others]
    return tuple(sorted(found, key=_closeness, reverse=True))


def _closeness(comparison: LineComparison) -> tuple[int, int]:
    """Days of the same less days of the opposite, then the latest stances."""
    days = dict.fromkeys(Agreement, 0)
    for overlap in comparison.overlaps:
        days[overlap.agreement] += overlap.period.days
    latest = {Agreement.SAME: 1, Agreement.OPPOSITE: -1}.get(
        comparison.latest or Agreement.PARTLY, 0
    )
    return days[Agreement.SAME] - days[Agreement.OPPOSITE], latest


def compare_lines(left: Line, right: Line) -> LineComparison:
    """The days on which both lines have a stance, and what the two are to each other then.

    Raises ValueError where they are on two issues.
    """
    if left.issue_id != right.issue_id:
        raise ValueError(f"lines on two issues: {left.issue_id!r}, {right.issue_id!r}")
    return LineComparison(left, right, tuple(_overlaps(left, right)), _latest(left, right))


def _overlaps(left: Line, right: Line) -> Iterator[Overlap]:
    """Both lines' phases once each, like the teeth of a zip."""
    lefts, rights = list(_standing(left)), list(_standing(right))
    one = other = 0
    while one < len(lefts) and other < len(rights):
        (period, phase), (facing, other_phase) = lefts[one], rights[other]
        shared = period.meet(facing)
        if shared:
            same = agreement(phase.stance, other_phase.stance)
            yield Overlap(shared, phase, other_phase, same)
        if period.last <= facing.last:
            one += 1
        else:
            other += 1


def _standing(line: Line) -> Iterator[tuple[Period, Phase]]:
    """Each phase with the days for which it is held to stand."""
    following = [phase.period.first for phase in line.phases[1:]]
    for number, phase in enumerate(line.phases):
        said = phase.period
        last = said.last + timedelta(STANDS_FOR)
        if number < len(following):
            last = min(last, following[number] - timedelta(1))
        yield Period(said.first, max(last, said.last)), phase


def _latest(left: Line, right: Line) -> Agreement | None:
    if not left.phases or not right.phases:
        return None
    return agreement(left.phases[-1].stance, right.phases[-1].stance)
