"""One point an utterance, whatever number of statements report it."""

import pytest

from onrecord.domain.issue import Stance
from onrecord.domain.line import Counts
from onrecord.domain.period import Period
from tests.positions.lines.reports import (
    AGAINST,
    CONDITIONAL,
    DIRECT,
    FOR,
    INDIRECT,
    MARRAK,
    MIXED,
    UNCLEAR,
    Told,
    case_of,
    day,
    line,
)


def test_an_utterance_is_one_point_however_often_it_is_reported() -> None:
    """Utterances, statements and outlets are counted apart."""
    found = line(
        Told(day(3), FOR, outlet="TSN", utterance="u"),
        Told(day(3), FOR, outlet="Courier", utterance="u"),
        Told(day(3), FOR, outlet="Courier", utterance="u", kind=INDIRECT),
        Told(day(4), FOR, outlet="TSN"),
    )
    assert found.counts == Counts(utterances=2, statements=4, outlets=2)
    assert [point.outlets for point in found.points] == [("TSN", "Courier"), ("TSN",)]
    assert found.points[0].kinds == (DIRECT, INDIRECT)


@pytest.mark.parametrize(
    ("votes", "stance", "disputed"),
    [
        ([(DIRECT, FOR, 0.8), (INDIRECT, AGAINST, 0.9)], FOR, True),
        ([(INDIRECT, AGAINST, 0.9), (DIRECT, FOR, 0.8)], FOR, True),
        ([(INDIRECT, AGAINST, 0.9), (MIXED, FOR, 0.9)], FOR, True),
        ([(DIRECT, UNCLEAR, 0.8), (DIRECT, AGAINST, 0.7)], AGAINST, False),
        ([(DIRECT, FOR, 0.9), (INDIRECT, UNCLEAR, 0.9)], FOR, False),
        ([(DIRECT, FOR, 0.6), (DIRECT, AGAINST, 0.9)], AGAINST, True),
        ([(DIRECT, UNCLEAR, 0.9)], UNCLEAR, False),
    ],
)
def test_a_quotation_counts_more_than_a_paraphrase_and_a_side_more_than_none(
    votes: list[tuple[object, Stance, float]], stance: Stance, disputed: bool
) -> None:
    """The statement with the weightiest stance stands for the utterance; others may dispute it."""
    told = [Told(day(3), side, sure, kind, utterance="u") for kind, side, sure in votes]  # type: ignore[arg-type]
    [point] = line(*told).points
    assert (point.stance, point.disputed) == (stance, disputed)
    assert len(point.others) == len(votes) - 1


def test_what_a_person_judged_outvotes_everything() -> None:
    """One judgement stands against any number of machine readings."""
    machine = [Told(day(3), FOR, 0.99, outlet=name, utterance="u") for name in ("A", "B", "C")]
    [point] = line(
        Told(day(3), AGAINST, 1.0, INDIRECT, utterance="u", step="judged"), *machine
    ).points
    assert (point.stance, point.disputed) == (AGAINST, True)


def test_agreeing_outlets_raise_confidence_and_disagreement_lowers_it() -> None:
    """The order is: disputed, alone, confirmed by another outlet."""
    alone = Told(day(3), FOR, 0.8, outlet="TSN", utterance="u")
    also = Told(day(3), FOR, 0.8, outlet="Courier", utterance="u")
    denied = Told(day(3), AGAINST, 0.7, outlet="Courier", utterance="u")
    confidences = [
        line(*told).points[0].confidence for told in ([alone, denied], [alone], [alone, also])
    ]
    assert confidences == sorted(confidences)
    assert len(set(confidences)) == 3


def test_the_same_outlet_twice_confirms_nothing() -> None:
    """A headline and the sentence below it are one source."""
    told = Told(day(3), FOR, 0.8, utterance="u")
    assert line(told, told).points[0].confidence == line(told).points[0].confidence


def test_paraphrase_alone_is_trusted_less() -> None:
    """The reporter chose the words that the stance was read from."""
    quoted, paraphrased = (
        line(Told(day(3), FOR, 0.9, kind)).points[0] for kind in (DIRECT, INDIRECT)
    )
    assert paraphrased.confidence < quoted.confidence


def test_only_statements_of_the_actor_count() -> None:
    """Another speaker's statement in the same utterance is not the actor's."""
    found = line(Told(day(3), FOR, utterance="u"), Told(day(3), AGAINST, utterance="u", by=MARRAK))
    assert [(point.stance, len(point.statements)) for point in found.points] == [(FOR, 1)]


def test_positions_on_other_issues_and_of_unknown_statements_are_left_out() -> None:
    """A line rests on statements at hand that bear on its issue."""
    case = case_of([Told(day(3), FOR), Told(day(4), AGAINST), Told(day(5), AGAINST)])
    gone = dict(list(case.statements.items())[:1])
    assert len(type(case)(gone, case.positions, case.utterances).line().points) == 1


def test_a_statement_of_no_utterance_is_one_by_itself() -> None:
    """Nothing is lost where utterances were not grouped yet."""
    case = case_of([Told(day(3), FOR), Told(day(4), CONDITIONAL)])
    found = type(case)(case.statements, case.positions, ()).line()
    assert [point.stance for point in found.points] == [FOR, CONDITIONAL]
    assert found.points[0].utterance_id == "d00000/s0"


def test_points_go_by_the_day_of_saying_the_undated_last() -> None:
    """The day of publication never stands for an unknown day."""
    found = line(Told(None, FOR), Told(day(5), FOR), Told(Period.month(2031, 3), FOR))
    assert [point.said for point in found.points] == [Period.month(2031, 3), day(5), None]


@pytest.mark.parametrize(
    ("outlet", "via", "outlets"),
    [
        ("Courier", ("TSN",), ("Courier",)),
        ("", ("TSN", "Meridian"), ("Meridian",)),
        ("", (), ("d00000.txt",)),
    ],
)
def test_an_agency_stands_for_an_unknown_outlet(
    outlet: str, via: tuple[str, ...], outlets: tuple[str, ...]
) -> None:
    """Files without an outlet are not as many outlets as files, where a dateline names one."""
    assert line(Told(day(3), FOR, outlet=outlet, via=via)).points[0].outlets == outlets
