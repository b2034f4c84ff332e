"""A shift is a change that the points together speak for, not any two that differ."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.domain.issue import Stance
from onrecord.domain.line import Line, ShiftKind
from onrecord.domain.period import Period
from tests.positions.lines.reports import (
    AGAINST,
    CONDITIONAL,
    DIRECT,
    FOR,
    INDIRECT,
    START,
    UNCLEAR,
    Told,
    case_of,
    day,
    line,
)


def monthly(*stances: Stance, confidence: float = 0.9) -> Line:
    """A line of one quotation on the first of each month."""
    return line(*(Told(day(m, 1), one, confidence) for m, one in enumerate(stances, start=1)))


def kinds(found: Line) -> list[ShiftKind]:
    return [shift.kind for shift in found.shifts]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (FOR, AGAINST, ShiftKind.REVERSAL),
        (AGAINST, FOR, ShiftKind.REVERSAL),
        (FOR, CONDITIONAL, ShiftKind.CONDITION_ADDED),
        (CONDITIONAL, FOR, ShiftKind.CONDITION_DROPPED),
        (CONDITIONAL, AGAINST, ShiftKind.HARDENING),
        (AGAINST, CONDITIONAL, ShiftKind.SOFTENING),
    ],
)
def test_every_change_of_side_has_its_name(before: Stance, after: Stance, kind: ShiftKind) -> None:
    """The two statements that are shown take the two sides, and lie next to the change."""
    [shift] = monthly(before, before, before, after, after, after).shifts
    assert shift.kind is kind
    assert (shift.before.said, shift.after.said) == (day(3), day(4))
    assert (shift.before.stance, shift.after.stance) == (before, after)
    assert shift.confidence > 0.9


def test_one_position_in_many_words_is_no_shift() -> None:
    """Words, outlets and kinds differ; the stance does not."""
    found = line(
        Told(day(3), FOR, words="Open the road", outlet="TSN"),
        Told(day(4), FOR, words="Bread has no flag", outlet="Courier", kind=INDIRECT),
        Told(day(9), FOR, words="Let the lorries roll", outlet="Zhevik Online"),
    )
    assert (found.shifts, found.strays, len(found.phases)) == ((), (), 1)


def test_a_doubtful_point_between_equals_is_a_stray_and_no_shift() -> None:
    """It is shown with the chance that the position was that then, which is low."""
    found = monthly(FOR, FOR, AGAINST, FOR, FOR, confidence=0.8)
    assert found.shifts == ()
    [stray] = found.strays
    assert (stray.point.said, stray.phase) == (day(3), FOR)
    assert stray.chance < 0.2


def test_a_harsher_paraphrase_by_another_outlet_is_a_stray() -> None:
    """The same position, told by one outlet in its words and by another in harsher ones."""
    found = line(
        Told(day(3), CONDITIONAL, outlet="Meridian"),
        Told(day(5), CONDITIONAL, outlet="Meridian"),
        Told(day(5, 2), AGAINST, 0.9, INDIRECT, outlet="Zhevik Online"),
        Told(day(8), CONDITIONAL, outlet="TSN"),
    )
    assert found.shifts == ()
    assert [stray.point.outlets for stray in found.strays] == [("Zhevik Online",)]


def test_an_excursion_that_two_sure_utterances_speak_for_is_two_shifts() -> None:
    """A position may change, and change back."""
    found = monthly(FOR, FOR, AGAINST, AGAINST, AGAINST, FOR, FOR, FOR)
    assert kinds(found) == [ShiftKind.REVERSAL, ShiftKind.REVERSAL]


def test_the_latest_word_is_a_shift_though_nothing_confirms_it_yet() -> None:
    """Its confidence is lower than that of a change which later utterances confirm."""
    [latest] = monthly(FOR, FOR, FOR, AGAINST).shifts
    [confirmed] = monthly(FOR, FOR, FOR, AGAINST, AGAINST, AGAINST).shifts
    assert latest.kind is ShiftKind.REVERSAL
    assert latest.confidence < confirmed.confidence


def test_a_doubtful_latest_word_is_a_stray() -> None:
    """What was said a week after, and read with doubt, does not end a line."""
    found = line(Told(day(3), FOR), Told(day(4), FOR), Told(day(4, 8), AGAINST, 0.6))
    assert (kinds(found), len(found.strays)) == ([], 1)


def test_confidence_grows_with_the_utterances_on_either_side() -> None:
    """Three before and after say more than one each."""
    few, more = monthly(FOR, AGAINST).shifts[0], monthly(FOR, FOR, FOR, AGAINST, AGAINST, AGAINST)
    assert few.confidence < more.shifts[0].confidence


def test_confidence_grows_with_that_of_the_positions() -> None:
    """Doubtful readings make doubtful shifts."""
    stances = (FOR, FOR, FOR, AGAINST, AGAINST, AGAINST)
    doubtful, sure = (monthly(*stances, confidence=one).shifts[0] for one in (0.6, 0.95))
    assert doubtful.confidence < sure.confidence


def test_sentences_of_one_report_err_together() -> None:
    """Five readings of one day's report do not weigh like five reports."""
    harsh = [Told(day(5), AGAINST, 0.8, INDIRECT, outlet="Zhevik Online") for _ in range(5)]
    around = [Told(day(m), FOR) for m in (3, 4, 6, 7)]
    assert line(*around, *harsh).shifts == ()


def test_unclear_points_neither_make_nor_part_a_shift() -> None:
    """They stand on the line without a side."""
    found = monthly(FOR, UNCLEAR, FOR, UNCLEAR, UNCLEAR)
    assert (found.shifts, len(found.points), len(found.phases[0].points)) == ((), 5, 2)


def test_contradicting_points_of_one_day_are_no_shift() -> None:
    """Nobody knows which came first."""
    found = line(Told(day(3), FOR), Told(day(3), AGAINST))
    assert (found.shifts, len(found.strays)) == ((), 1)


@pytest.mark.parametrize("said", [None, Period.year(2031)])
def test_points_without_a_place_in_time_make_no_shift(said: Period | None) -> None:
    """Neither the undated nor what may have been said before or after."""
    found = line(Told(day(3), FOR), Told(day(5), FOR), Told(said, AGAINST), Told(said, AGAINST))
    assert found.shifts == ()


def test_the_statement_that_names_its_condition_is_shown() -> None:
    """Of two of one day, as sure."""
    found = line(
        Told(day(3), FOR),
        Told(day(9), CONDITIONAL),
        Told(day(9), CONDITIONAL, condition="once the guns are gone"),
    )
    assert found.shifts[0].after.position.conditions


def test_a_window_shows_shifts_and_makes_none() -> None:
    """Shifts are those of the whole line; the earlier statement may lie before the window."""
    case = case_of(Told(day(m), FOR if m < 5 else AGAINST) for m in range(1, 9))
    whole, late, later = (
        case.line(since=one) for one in (None, date(2031, 5, 1), date(2031, 6, 1))
    )
    assert late.shifts == whole.shifts
    assert later.shifts == ()
    assert [point.said for point in late.points] == [day(m) for m in range(5, 9)]
    assert case.line(until=date(2031, 4, 30)).shifts == ()


_tellings = st.lists(
    st.builds(
        Told,
        st.none()
        | st.builds(
            lambda start, days: Period(START + timedelta(start), START + timedelta(start + days)),
            st.integers(0, 900),
            st.sampled_from([0, 0, 0, 3, 30, 365]),
        ),
        st.sampled_from(list(Stance)),
        st.floats(0, 1),
        st.sampled_from([DIRECT, INDIRECT]),
        st.sampled_from(["TSN", "Courier"]),
    ),
    max_size=25,
)


@settings(max_examples=200)
@given(_tellings)
def test_shifts_are_dated_sided_and_in_order(told: list[Told]) -> None:
    """Before comes before after, neither is unclear or undated, and each is a real change."""
    found = line(*told)
    assert len(found.points) == len(told)
    assert len(found.shifts) == max(len(found.phases) - 1, 0)
    assert all(phase.points for phase in found.phases)
    for shift in found.shifts:
        assert shift.before.said
        assert shift.after.said
        assert shift.before.said.last < shift.after.said.first
        assert len({shift.before.stance, shift.after.stance, UNCLEAR}) == 3
        assert 0 <= shift.confidence <= 1
    for stray in found.strays:
        assert stray.point.stance is not stray.phase
        assert 0 <= stray.chance <= 1


@given(_tellings, st.randoms(use_true_random=False))
def test_a_line_does_not_depend_on_the_order_of_statements(
    told: list[Told], random: object
) -> None:
    """The same statements in any order make the same line."""
    case = case_of(told)
    positions, utterances = list(case.positions), list(case.utterances)
    random.shuffle(positions)  # type: ignore[attr-defined]
    random.shuffle(utterances)  # type: ignore[attr-defined]
    assert type(case)(case.statements, positions, utterances).line() == case.line()


def test_five_thousand_positions_are_a_matter_of_a_moment() -> None:
    """A fifth of a second on a processor of its own; the bound leaves room for a busy machine."""
    stances = (FOR, FOR, FOR, CONDITIONAL, AGAINST, UNCLEAR)
    case = case_of(
        Told(Period.day(START + timedelta(n * 7 % 4000)), stances[n % 6], 0.5 + n % 50 / 100)
        for n in range(5000)
    )
    started = process_time()
    assert len(case.line().points) == 5000
    assert process_time() - started < 1.5


def test_misread_points_make_fewer_shifts_than_neighbours_that_differ() -> None:
    """On lines that change once, read with the errors that their confidences admit to.

    Twelve utterances, two months apart, a change in the middle; every reading is right with the
    chance of its confidence. Comparing neighbours would show several shifts a line.
    """
    random = Random(7)
    found = [line(*_misread(random)) for _ in range(100)]
    by_neighbours = sum(_differing(one) for one in found)
    shown = [shift for one in found for shift in one.shifts]
    real = [one for one in shown if one.kind is ShiftKind.REVERSAL and one.before.stance is FOR]
    assert by_neighbours > 300
    assert len(shown) < by_neighbours / 2
    assert len(real) >= 85


def _misread(random: Random) -> Iterator[Told]:
    for number in range(12):
        held = FOR if number < 6 else AGAINST
        confidence = random.uniform(0.6, 0.95)
        others = [one for one in (FOR, AGAINST, CONDITIONAL) if one is not held]
        stance = held if random.random() < confidence else random.choice(others)
        yield Told(Period.day(START + timedelta(60 * number)), stance, confidence)


def _differing(found: Line) -> int:
    return sum(one.stance is not other.stance for one, other in pairwise(found.points))
