"""People named with an office say when the report was written: while they held it."""

from datetime import date, timedelta

import pytest

from onrecord.actors.held import (
    FORMER_HOLDER,
    HANDOVER_DAYS,
    HOLDER,
    RECALLED_DAYS,
    SPEAKING_HOLDER,
    office_constraints,
)
from onrecord.domain.document import DateConstraint
from onrecord.domain.reading import Reading
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import QuotationView
from tests.actors.builders import NO_TABLE, TABLE
from tests.builders import document_of

FIRST, LAST = date(2040, 1, 1), date(2044, 12, 31)
"""Ana Belk's term as Secretary-General of the Northern Pact."""


def constraints(text: str, table=TABLE) -> tuple[DateConstraint, ...]:
    reading = Reading("d", tuple(paragraph_offsets(text)), QuotationView((), ()), ())
    return office_constraints(document_of(text), reading, table)


@pytest.mark.parametrize(
    "text",
    [
        "Northern Pact Secretary-General Ana Belk said on Monday that the corridor stays open.",
        "The Northern Pact’s secretary-general, Ana Belk, told reporters in Korvana.",
        "“It stays open,” said Northern Pact Secretary-General Belk.",
        "Northern Pact Secretary-General Ana Maria Belk warned the assembly.",
    ],
)
def test_who_speaks_holds_the_office(text: str) -> None:
    """The days of the term, and a few about it; the words name person and office."""
    (found,) = constraints(text)
    around = timedelta(HANDOVER_DAYS)
    assert (found.reason, found.first, found.last) == (
        SPEAKING_HOLDER,
        FIRST - around,
        LAST + around,
    )
    assert "Belk" in found.evidence[0].of(text)
    assert "Ana Belk, Secretary-General of the Northern Pact" in found.detail


def test_who_is_only_named_may_have_left_it_of_late() -> None:
    """Reports name people so for some months after."""
    (found,) = constraints("The envoy praised Northern Pact Secretary-General Ana Belk.")
    assert found.reason == HOLDER
    assert found.last == LAST + timedelta(RECALLED_DAYS)


def test_who_stands_before_the_office_holds_it() -> None:
    """An apposition names the office after the person."""
    (found,) = constraints("Ana Belk, the Northern Pact secretary-general, left Korvana.")
    assert (found.reason, found.first) == (HOLDER, FIRST - timedelta(HANDOVER_DAYS))


@pytest.mark.parametrize("then", ["Former", "The then", "Ousted"])
def test_who_held_it_formerly_has_left(then: str) -> None:
    """A lower bound, and no upper one."""
    (found,) = constraints(f"{then} Northern Pact Secretary-General Ana Belk said no.")
    assert found.reason == FORMER_HOLDER
    assert (found.first, found.last) == (LAST - timedelta(HANDOVER_DAYS), None)


@pytest.mark.parametrize(
    "text",
    [
        "In 2041 Northern Pact Secretary-General Ana Belk said that it would stay open.",
        "It was closed under Northern Pact Secretary-General Ana Belk, the envoy said.",
        "They feared a Northern Pact Secretary-General Ana Belk.",
        "They recalled Northern Pact Secretary-General Ana Belk's policy.",
        "As Northern Pact secretary-general, Ana Belk had closed it.",
        "Northern Pact Secretary-General Ina Venn said no.",
        "Northern Pact Secretary-General. Ana Belk said no.",
        "Ana Belk said no.",
    ],
)
def test_another_time_or_person_says_nothing(text: str) -> None:
    """Neither what was, nor what might be, nor an office without its holder."""
    assert constraints(text) == ()


def test_of_several_holders_the_one_named_most_counts() -> None:
    """Reports name predecessors too; named equally often, the later one counts."""
    both = (
        "Northern Pact Secretary-General Ana Belk said no. "
        "Northern Pact Secretary-General Jo Tarn said yes."
    )
    assert {found.first for found in constraints(both)} == {date(2044, 12, 29)}
    more = f"{both} Northern Pact Secretary-General Ana Belk met the envoy."
    assert {found.first for found in constraints(more)} == {FIRST - timedelta(HANDOVER_DAYS)}


def test_the_title_stays_out_of_courtesy() -> None:
    """Whoever is somewhere called a former holder has left, whatever else they are called."""
    (found,) = constraints(
        "Former Northern Pact Secretary-General Ana Belk left Korvana. "
        "Northern Pact Secretary-General Ana Belk said no."
    )
    assert found.reason == FORMER_HOLDER


def test_without_a_table_nobody_holds_anything() -> None:
    """What is not known constrains nothing."""
    assert constraints("Northern Pact Secretary-General Ana Belk said no.", NO_TABLE) == ()
