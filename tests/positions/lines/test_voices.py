"""Statements roll up to a state when asked, and not otherwise."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.domain.actor import ActorKind
from onrecord.domain.office import Tenure
from onrecord.domain.reported import ReportedActor
from onrecord.domain.statement import LinkStatus
from onrecord.errors import InvalidQuery
from onrecord.positions.lines.voices import speaks_for
from tests.positions.lines.reports import FOR, OFFICE, QUOST, TESSARIA, Told, case_of, day

MINISTER = replace(QUOST, offices=(OFFICE,))


def body(name: str, country: str | None = "xt") -> ReportedActor:
    return ReportedActor(f"public_body:{name}", name, ActorKind.PUBLIC_BODY, country=country)


@pytest.mark.parametrize(
    ("speaker", "speaks"),
    [
        (MINISTER, True),
        (replace(QUOST, offices=("spokesperson:xt",)), True),
        (replace(QUOST, country=None, offices=(OFFICE,)), True),
        (QUOST, False),
        (replace(QUOST, offices=("parliament-speaker:xt",)), False),
        (replace(QUOST, offices=("foreign-minister:xi",)), False),
        (replace(MINISTER, country="xi"), False),
        (body("Tessarian Foreign Ministry"), True),
        (body("Presidency of Tessaria"), True),
        (body("Tessarian Parliament"), False),
        (body("House of Deputies"), False),
        (body("Foreign Ministry", None), False),
        (ReportedActor("organisation:front", "Front", ActorKind.ORGANISATION, country="xt"), False),
        (ReportedActor("group:settlers", "Settlers", ActorKind.GROUP, country="xt"), False),
    ],
)
def test_offices_and_ministries_speak_for_their_state(speaker: ReportedActor, speaks: bool) -> None:
    """Parliament, courts, parties and citizens do not."""
    assert speaks_for(speaker, TESSARIA) is speaks


def test_an_office_speaks_without_its_holder_being_known() -> None:
    """ "The foreign minister said" is the state's, whoever that was."""
    unknown = ReportedActor(
        None, "the foreign minister", status=LinkStatus.OFFICE, offices=(OFFICE,)
    )
    found = case_of([Told(day(3), FOR, by=unknown)]).line(TESSARIA, rolled_up=True)
    assert [point.speaker for point in found.points] == ["the foreign minister"]


def test_nothing_rolls_up_unasked() -> None:
    """The state's own line has what is attributed to the state."""
    case = case_of([Told(day(3), FOR, by=MINISTER), Told(day(4), FOR, by=TESSARIA)])
    assert [point.speaker for point in case.line(TESSARIA).points] == ["state:xt"]
    rolled = case.line(TESSARIA, rolled_up=True)
    assert [point.speaker for point in rolled.points] == [QUOST.id, "state:xt"]
    assert rolled.rolled_up


@pytest.mark.parametrize(("month", "points"), [(3, 0), (5, 1), (9, 0)])
def test_terms_of_office_tell_who_spoke_for_the_state_that_day(month: int, points: int) -> None:
    """Before and after it a minister speaks for herself, though no report says so."""
    term = Tenure(OFFICE, "person:mirelda-quost", date(2031, 4, 1), date(2031, 8, 31), "test")
    case = case_of([Told(day(month), FOR)])
    assert len(case.line(TESSARIA, rolled_up=True, tenures=[term]).points) == points


@pytest.mark.parametrize("actor", [QUOST, replace(TESSARIA, country=None), body("Ministry")])
def test_nobody_speaks_for_others_than_states(actor: ReportedActor) -> None:
    """The message names the actor and what can be rolled up."""
    with pytest.raises(InvalidQuery, match="only the line of a state"):
        case_of([]).line(actor, rolled_up=True)


def test_an_unknown_actor_has_no_line() -> None:
    """A description is nobody's id."""
    with pytest.raises(InvalidQuery, match="nobody knows who"):
        case_of([]).line(ReportedActor(None, "a diplomat"))
