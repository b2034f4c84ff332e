"""Who says the same, who the opposite, and when."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from onrecord.domain.issue import Issue, Stance
from onrecord.domain.line import Agreement, Line, LineComparison
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor
from onrecord.positions.lines import compare_lines, lines_on, who_says_what
from tests.positions.lines.reports import (
    AGAINST,
    CONDITIONAL,
    FOR,
    ISSUE,
    MARRAK,
    QUOST,
    UNCLEAR,
    Told,
    case_of,
    day,
)

TEKK = ReportedActor("person:jorun-tekk", "Jorun Tekk")


def both(quost: dict[int, Stance], marrak: dict[int, Stance]) -> LineComparison:
    """The comparison of two lines given by month."""
    told = [Told(day(m), one) for m, one in quost.items()]
    told += [Told(day(m), one, by=MARRAK) for m, one in marrak.items()]
    case = case_of(told)
    return compare_lines(case.line(), case.line(MARRAK))


@pytest.mark.parametrize(
    ("quost", "marrak", "agreement"),
    [
        (FOR, FOR, Agreement.SAME),
        (FOR, AGAINST, Agreement.OPPOSITE),
        (CONDITIONAL, AGAINST, Agreement.PARTLY),
        (FOR, CONDITIONAL, Agreement.PARTLY),
        (CONDITIONAL, CONDITIONAL, Agreement.SAME),
    ],
)
def test_two_stances_are_the_same_or_opposite_or_partly_so(
    quost: Stance, marrak: Stance, agreement: Agreement
) -> None:
    """On the days on which both stand."""
    [overlap] = both({1: quost, 4: quost}, {3: marrak}).overlaps
    assert overlap.agreement is agreement
    assert overlap.period.first == date(2031, 3, 1)


def test_a_shift_of_one_side_parts_the_overlap() -> None:
    """The same until the one changes, the opposite from then on."""
    found = both(
        {1: FOR, 2: FOR, 3: FOR, 6: AGAINST, 7: AGAINST, 8: AGAINST}, {1: FOR, 4: FOR, 8: FOR}
    )
    assert [(o.period.first, o.period.last, o.agreement) for o in found.overlaps] == [
        (date(2031, 1, 1), date(2031, 5, 31), Agreement.SAME),
        (date(2031, 6, 1), date(2031, 8, 1) + timedelta(180), Agreement.OPPOSITE),
    ]
    assert found.latest is Agreement.OPPOSITE


def test_a_stance_not_taken_again_stands_for_half_a_year() -> None:
    """Lines that never meet are compared by their last stances alone."""
    found = both({1: FOR}, {8: FOR})
    assert (found.overlaps, found.latest) == ((), Agreement.SAME)


def test_who_never_took_a_dated_side_agrees_with_nobody() -> None:
    """Unclear is no stance."""
    found = both({1: FOR}, {1: UNCLEAR})
    assert (found.overlaps, found.latest) == ((), None)


def test_lines_on_two_issues_are_not_compared() -> None:
    """That is a mistake of the caller's."""
    line = case_of([Told(day(1), FOR)]).line()
    other = Line("a", "A", "another", (), (), line.counts)
    with pytest.raises(ValueError, match="two issues"):
        compare_lines(line, other)


def everybody() -> tuple[Line, ...]:
    told = [Told(day(m), FOR) for m in (1, 2)]
    told += [Told(day(1), AGAINST, by=MARRAK), Told(day(1), FOR, by=TEKK)]
    told += [Told(day(1), FOR, by=ReportedActor(None, "a diplomat"))]
    case = case_of(told)
    return lines_on(ISSUE, case.statements, case.positions, case.utterances)


def test_everybody_known_who_takes_a_position_has_a_line() -> None:
    """The lines are those that each actor has alone."""
    lines = everybody()
    assert [line.name for line in lines] == ["Jorun Tekk", "Mirelda Quost", "Ylsa Marrak"]
    assert [len(line.points) for line in lines] == [1, 2, 1]


def test_one_actor_is_compared_with_all_others_who_agrees_first() -> None:
    """Who else says the same, and who the opposite."""
    found = who_says_what(ISSUE, everybody(), [QUOST.id or ""])
    assert [(one.left.name, one.right.name, one.latest) for one in found] == [
        ("Mirelda Quost", "Jorun Tekk", Agreement.SAME),
        ("Mirelda Quost", "Ylsa Marrak", Agreement.OPPOSITE),
    ]


def test_several_actors_are_compared_with_each_other() -> None:
    """In the order in which they were named; all of them where none is."""
    among = ["person:ylsa-marrak", "person:jorun-tekk"]
    [found] = who_says_what(ISSUE, everybody(), among)
    assert (found.left.name, found.right.name) == ("Ylsa Marrak", "Jorun Tekk")
    assert len(who_says_what(ISSUE, everybody())) == 3
    assert who_says_what(Issue("other", "Another."), everybody()) == ()


def test_periods_of_overlaps_are_in_order() -> None:
    """Overlaps never share a day."""
    found = both({1: FOR, 4: AGAINST, 5: AGAINST}, {1: CONDITIONAL, 2: CONDITIONAL, 6: FOR, 7: FOR})
    periods: list[Period] = [overlap.period for overlap in found.overlaps]
    assert periods == sorted(periods, key=lambda one: one.first)
    assert all(a.last < b.first for a, b in pairwise(periods))
