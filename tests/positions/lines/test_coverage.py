"""A shift says what else than a change of mind may be behind it."""

from collections.abc import Sequence

import pytest

from onrecord.domain.line import Caution, Line
from onrecord.domain.period import Period
from tests.positions.lines.reports import (
    AGAINST,
    DIRECT,
    FOR,
    INDIRECT,
    MARRAK,
    OFFICE,
    QUOST,
    TESSARIA,
    Told,
    case_of,
    day,
    line,
)


def warnings(found: Line) -> dict[Caution, str]:
    """Those of the one shift."""
    [shift] = found.shifts
    return {warning.caution: warning.detail for warning in shift.warnings}


def sides(
    before: Sequence[str] = ("TSN",) * 3,
    after: Sequence[str] = ("TSN",) * 3,
    kinds: tuple[object, object] = (DIRECT, DIRECT),
) -> Line:
    """For in the first months, against in the next, one utterance a month for each outlet."""
    told = [
        Told(day(month), stance, outlet=outlet, kind=kind)  # type: ignore[arg-type]
        for month, (outlet, stance, kind) in enumerate(
            [
                *((outlet, FOR, kinds[0]) for outlet in before),
                *((outlet, AGAINST, kinds[1]) for outlet in after),
            ],
            start=1,
        )
    ]
    return line(*told)


def test_a_well_covered_shift_has_no_warning() -> None:
    """The same outlets, quotations and days close enough on both sides."""
    assert warnings(sides()) == {}


def test_other_outlets() -> None:
    """No outlet of the one side reported the other."""
    found = warnings(sides(("Courier", "TSN", "TSN"), ("Zhevik Online",) * 3))
    assert found[Caution.OTHER_OUTLETS] == "before: Courier, TSN; after: Zhevik Online only"
    assert Caution.OTHER_OUTLETS not in warnings(sides(("A", "B", "C"), ("C", "D", "D")))


def test_one_side_is_paraphrase() -> None:
    """A reporter's words on one side, the speaker's on the other."""
    found = warnings(sides(kinds=(DIRECT, INDIRECT)))
    assert found[Caution.ONE_SIDED_PARAPHRASE] == (
        "before: 3 of 3 utterances quoted; after: paraphrase alone (3 utterances)"
    )
    assert Caution.ONE_SIDED_PARAPHRASE not in warnings(sides(kinds=(INDIRECT, INDIRECT)))


def test_few_utterances() -> None:
    """Fewer than three on a side."""
    found = warnings(sides(after=("TSN",)))
    assert found[Caution.FEW_UTTERANCES] == "before: 3 utterances; after: 1 utterance"


def test_a_gap_is_one_by_what_is_usual_on_the_sides() -> None:
    """Three times the longest silence inside the sides; half a year where there is none."""
    weekly = [Told(day(1, d), FOR) for d in (1, 8, 15)]
    later = [Told(day(3, d), AGAINST) for d in (1, 8, 15)]
    found = warnings(line(*weekly, *later))
    assert found[Caution.GAP_IN_COVERAGE] == (
        "45 days between 2031-01-15 and 2031-03-01; within the sides at most 7 days"
    )
    yearly = line(Told(day(1), FOR), Told(day(1, year=2032), AGAINST))
    assert warnings(yearly)[Caution.GAP_IN_COVERAGE] == "365 days between 2031-01-01 and 2032-01-01"
    assert Caution.GAP_IN_COVERAGE not in warnings(line(Told(day(1), FOR), Told(day(3), AGAINST)))


def test_another_speaker_is_told_where_positions_are_rolled_up() -> None:
    """A new minister is not the old one's change of mind."""
    told = [Told(day(m), FOR, by=_minister("Belkovar")) for m in (1, 2, 3)]
    told += [Told(day(m), AGAINST, by=_minister("Quost")) for m in (4, 5, 6)]
    found = warnings(case_of(told).line(TESSARIA, rolled_up=True))
    assert found[Caution.OTHER_SPEAKER] == "before: Belkovar; after: Quost"


def _minister(name: str) -> object:
    from dataclasses import replace

    return replace(QUOST, id=f"person:{name.lower()}", name=name, offices=(OFFICE,))


def test_days_that_reach_over_the_change_are_told() -> None:
    """An utterance that may belong before or after."""
    told = [Told(day(m), FOR if m < 4 else AGAINST) for m in range(1, 7)]
    quarter = Told(Period(day(3).first, day(5).last), AGAINST)
    assert warnings(line(*told, quarter))[Caution.DATES_OPEN] == (
        "1 utterance without an exact day may belong before or after it"
    )


@pytest.mark.parametrize(("dated", "told"), [("publication", True), ("stated", False)])
def test_sides_dated_by_their_reports_may_lie_the_other_way_round(dated: str, told: bool) -> None:
    """Days apart, the later report may be of the earlier saying."""
    before = [Told(day(1, d), FOR) for d in (1, 2, 3)]
    after = [Told(day(1, d), AGAINST, 0.98, dated=dated) for d in (5, 6, 7)]
    assert (Caution.DATES_OPEN in warnings(line(*before, *after))) is told


def test_the_line_says_what_it_leaves_out_and_how_little_it_is() -> None:
    """Undated utterances are in no shift; two utterances are few."""
    found = line(Told(day(3), FOR), Told(None, FOR))
    assert [(one.caution, one.detail) for one in found.warnings] == [
        (Caution.DATES_OPEN, "1 utterance in no shift: 1 undated"),
        (Caution.FEW_UTTERANCES, "the line rests on 2 utterances"),
    ]
    assert line(Told(day(3), FOR, by=MARRAK)).warnings == ()


def test_a_year_of_silence_is_told_though_nothing_shifts() -> None:
    """A change and its reversal would not be seen in it."""
    found = line(*(Told(day(1, year=year), FOR) for year in (2030, 2031, 2035, 2036)))
    assert found.shifts == ()
    assert [(one.caution, one.detail) for one in found.warnings] == [
        (Caution.GAP_IN_COVERAGE, "nothing between 2031-01-01 and 2035-01-01 (1,461 days)")
    ]


def test_stances_that_are_guesses_are_counted_and_in_no_shift() -> None:
    """A chance of .4 among three sides claims nothing."""
    told = [Told(day(month), FOR) for month in (1, 2, 3)]
    found = line(*told, *(Told(day(month), AGAINST, 0.4) for month in (5, 6, 7, 8)))
    assert (found.shifts, found.strays, len(found.points)) == ((), (), 7)
    [warning] = found.warnings
    assert warning.caution is Caution.DOUBTFUL_READINGS
    assert warning.detail.startswith("the stance of 4 utterances was read with a chance below 0.45")
