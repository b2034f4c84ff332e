"""Constraints of offices become clues."""

from datetime import date

from onrecord.domain.document import DateConstraint
from onrecord.domain.span import Span
from onrecord.times.dating.clue import Reason
from onrecord.times.dating.holders import holder_clues
from tests.times.dating.scenes import allows

WORDS = (Span(0, 5),)


def held(first: int, last: int | None, evidence: tuple[Span, ...] = WORDS) -> DateConstraint:
    end = date(last, 12, 31) if last else None
    return DateConstraint("office-holder", date(first, 1, 1), end, evidence, f"from {first}")


def test_two_terms_of_one_person_are_alternatives() -> None:
    """The report may be of either, and of no day between."""
    (clue,) = holder_clues([held(2001, 2004), held(2010, 2012)])
    assert clue.reason is Reason.OFFICE_HOLDER
    assert clue.detail == "from 2001 or from 2010"
    assert allows(clue, "2002-01-01")
    assert not allows(clue, "2007-01-01")


def test_two_people_are_two_clues() -> None:
    """Both held their offices on the day."""
    assert len(list(holder_clues([held(2001, None), held(2010, 2012, (Span(8, 9),))]))) == 2
