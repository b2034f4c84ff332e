"""When a statement was made."""

from datetime import date

import pytest

from onrecord.domain.period import Period
from tests.occasions.builders import FRIDAY, THURSDAY, placed, report

MONDAY = Period.day(date(2031, 5, 5))
MARCH = Period.month(2031, 3)
TODAY = Period.day(FRIDAY)


@pytest.mark.parametrize(
    ("sentence", "evidence", "period"),
    [
        ("{“We agree,”} [Belk] <said> on Monday.", "Monday", MONDAY),
        ("On Monday, [Belk] <said> {that talks would begin on May 7}.", "Monday", MONDAY),
        ("[Belk] on Monday <said> {that talks would begin}.", "Monday", MONDAY),
        ("[Belk] <said> on Monday {that talks would begin}.", "Monday", MONDAY),
        ("[Belk] <said Monday> {that talks would begin}.", "Monday", MONDAY),
        ("[Belk] <told> reporters Monday {that talks would begin}.", "Monday", MONDAY),
        ("[Belk] <said> in March {that talks would begin}.", "March", MARCH),
        ("In an interview with the BBC on Monday, [Belk] <said> {it was over}.", "Monday", MONDAY),
        ("At Monday's news conference, [Belk] <said> {it was over}.", "Monday", MONDAY),
        ("{“No,”} [Belk] <said> during talks with Jo Tarn on Monday.", "Monday", MONDAY),
        ("Lines fell on Monday, when [Belk] <said> {it was over}.", "Monday", MONDAY),
        ("{“No,”} <said> [Belk] on Monday.", "Monday", MONDAY),
    ],
)
def test_a_time_of_the_attribution_dates_the_saying(
    sentence: str, evidence: str, period: Period
) -> None:
    """It may stand before, inside or after it, or with the occasion."""
    case = report(sentence)
    said = case.placed()[0].said
    assert said is not None
    assert (said.period, said.step) == (period, "stated")
    assert [span.of(case.text) for span in said.evidence] == [evidence]


@pytest.mark.parametrize(
    "sentence",
    [
        "[Belk] <said> {that talks would begin on Monday}.",
        "{“We met on Monday,”} [Belk] <said>.",
        "[Belk] <said> after the attack on Monday {that it was over}.",
        "[Belk], who met envoys on Monday, <said> {it was over}.",
        "After Monday's attack, [Belk] <said> {it was over}.",
        "[Belk] <said> ahead of a summit on Saturday {that it was over}.",
        "[Belk] <has said> of the raid on Monday {that it was over}.",
        "As guns fell silent on Monday, [Belk] <said> {it was over}.",
        "[Belk] <said> {the bridge would open} to trains on Monday.",
    ],
)
def test_a_time_of_something_else_does_not(sentence: str) -> None:
    """What is left is the day of the report."""
    said = placed(sentence)[0].said
    assert said is not None
    assert (said.period, said.step) == (TODAY, "publication")


@pytest.mark.parametrize(
    "sentence",
    [
        "[Belk] <had told> Jo Tarn {that talks would begin}.",
        "[Belk] once <said> {that talks would begin}.",
        "[Belk] <said> at the time {that talks would begin}.",
        "[Belk] recently <said> {that talks would begin}.",
        "The bridge fell days after [Belk] <said> {it was safe}.",
        "The day after the vote, [Belk] <said> {it was over}.",
        "[Belk] <wanted> {the bridge to open}.",
    ],
)
def test_words_of_another_time_that_is_not_known_have_no_date(sentence: str) -> None:
    """Least of all that of the report."""
    assert placed(sentence)[0].said is None


def test_the_same_speaker_goes_on_with_the_same_day() -> None:
    """The evidence stays that of the first."""
    case = report(
        "{“We agree,”} [Belk] <said> on Monday.",
        "{“It is over,”} [she] <added>.",
        "{“Good,”} [Belk] <said>.",
    )
    _, second, third = case.placed()
    for statement in (second, third):
        assert statement.said is not None
        assert (statement.said.period, statement.said.step) == (MONDAY, "same-again")
        assert [span.of(case.text) for span in statement.said.evidence] == ["Monday"]


def test_another_speaker_does_not() -> None:
    """Everybody has days of their own."""
    _, second = placed("{“We agree,”} [Belk] <said> on Monday.", "{“No,”} [Tarn] <said>.")
    assert second.said is not None
    assert second.said.step == "publication"


def test_a_quotation_of_an_earlier_day_is_not_carried_into_the_main_line() -> None:
    """`She added` is of that day too; the next statement by name is of the report's."""
    first, back, added, main = placed(
        "{“We agree,”} [Belk] <said> on Thursday.",
        "{“Never,”} [Belk] <said> in March.",
        "{“Not ever,”} [she] <added>.",
        "{“Times change,”} [Belk] <said>.",
    )
    days = [statement.said and statement.said.period for statement in (first, back, added, main)]
    assert days == [Period.day(THURSDAY), MARCH, MARCH, Period.day(THURSDAY)]


def test_somebody_who_is_only_looked_back_to_stays_there() -> None:
    """There is nothing else to come back to."""
    _, second = placed("{“Never,”} [Belk] <said> in March.", "{“Not ever,”} [Belk] <said>.")
    assert second.said is not None
    assert second.said.period == MARCH


def test_a_pluperfect_is_carried_on_by_name() -> None:
    """After "had said" the report goes on looking back."""
    first, second = placed(
        "[Belk] <had said> {it was over}.",
        "[Belk] <said> {she would leave}.",
    )
    assert (first.said, second.said) == (None, None)


def test_the_present_does_not_look_back() -> None:
    """ "She says" is of the report's day."""
    _, second = placed("[Belk] once <said> {it was over}.", "[She] <says> {it is not}.")
    assert second.said is not None
    assert second.said.step == "publication"


def test_an_occasion_is_dated_by_the_sentence_that_dates_it() -> None:
    """ "At the end of the summit" is of the summit's day."""
    case = report(
        "A summit in Ostrel ended on Monday.",
        "At the end of the summit, [Belk] <said> {it was over}.",
    )
    said = case.placed()[0].said
    assert said is not None
    assert said.period == MONDAY
    assert [span.of(case.text) for span in said.evidence] == ["Monday", "summit"]


def test_hours_before_an_occasion_are_its_day_or_the_day_before() -> None:
    """No more is known."""
    (_,) = found = placed(
        "Jo Tarn began talks with Ana Belk on Monday.",
        "Hours ahead of the talks, [Belk] <had said> {it was over}.",
    )
    assert found[0].said is not None
    assert found[0].said.period == Period(date(2031, 5, 4), date(2031, 5, 5))


def test_a_scene_dates_what_is_said_in_it() -> None:
    """The sentence before tells what the speaker did, and when."""
    found = placed("On Monday, Ana Belk visited Ostrel.", "{“We agree,”} [she] <said>.")
    assert found[0].said is not None
    assert (found[0].said.period, found[0].said.step) == (MONDAY, "occasion")


def test_a_scene_of_long_ago_leaves_the_day_open() -> None:
    """The words may be of then or of now."""
    assert placed("In 2029, Ana Belk visited Ostrel.", "{“No,”} [she] <said>.")[0].said is None


def test_without_a_date_of_publication_only_full_dates_count() -> None:
    """A weekday of nowhere is no day."""
    friday, full, none = placed(
        "{“We agree,”} [Belk] <said> on Friday.",
        "{“No,”} [Tarn] <said> in 2029.",
        "{“Yes,”} [the Council] <said>.",
        day=None,
    )
    assert friday.said is None
    assert full.said is not None
    assert full.said.period == Period.year(2029)
    assert none.said is None


def test_the_day_that_one_statement_states_holds_for_its_occasion() -> None:
    """The interview of the first sentence was on the day that the second gives."""
    first, second = placed(
        "[Belk] <told> the BBC {that it was over}.",
        "{“Yes,”} [she] <said> in the interview on Thursday.",
    )
    assert first.occasion is not None
    assert first.occasion == second.occasion
    assert first.said is not None
    assert (first.said.period, first.said.step) == (Period.day(THURSDAY), "occasion")


def test_what_a_speaker_passes_on_is_not_dated_by_the_speaker() -> None:
    """Only its own words could."""
    case = report(
        "[Belk] <said> on Monday {Jo Tarn had agreed to talks}.",
        "{“Yes,”} [Tarn] <said>.",
        inside={1: 0},
    )
    assert case.placed()[1].said is None


@pytest.mark.parametrize(
    ("day", "precision"), [("Monday", 1), ("last week", 2), ("in March", 3), ("in 2029", 3)]
)
def test_the_period_has_its_precision(day: str, precision: int) -> None:
    """That of ACLED's codebook."""
    said = placed("{“No,”} [Belk] <said> " + day + ".")[0].said
    assert said is not None
    assert said.period.precision == precision


def test_confidence_falls_from_stated_to_published() -> None:
    """A stated day is surer than one carried over, and that than the report's."""
    found = placed(
        "{“We agree,”} [Belk] <said> on Monday.",
        "{“It is over,”} [she] <added>.",
        "{“No,”} [Tarn] <said>.",
    )
    sure = [statement.said.confidence for statement in found if statement.said]
    assert sure == sorted(set(sure), reverse=True)
    assert len(sure) == len(found)
