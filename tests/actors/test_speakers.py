"""Who made a statement."""

from datetime import date

import pytest

from onrecord.actors.calibration import calibrated
from onrecord.actors.office_table import OfficeTable
from onrecord.domain.statement import LinkStatus
from tests.actors.builders import (
    BELK,
    NO_TABLE,
    ORGANISATION,
    PACT,
    PLACE,
    TABLE,
    TARN,
    Case,
    Marked,
)

NAMED, OFFICE, GROUP = LinkStatus.NAMED, LinkStatus.OFFICE, LinkStatus.GROUP
DESCRIBED, PRONOUN = LinkStatus.DESCRIBED, LinkStatus.PRONOUN_UNRESOLVED
LAVROV, IVANOV = "person:sergey-lavrov", "person:igor-ivanov"


def told(link):
    """What a link says, in short."""
    return link.status, link.name, link.step


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Ana Belk left. She said no.", "She", "Ana Belk"),
        ("Minister Ana Belk left. The minister said no.", "The minister", "Ana Belk"),
        ("“No,” she said. Ana Belk left.", "she", "Ana Belk"),
    ],
)
def test_a_pronoun_or_noun_is_the_named_person_of_its_chain(text, source, name) -> None:
    """Before or behind; the evidence is where the name stands."""
    found = Case(text, (Marked("Ana Belk", 0), Marked(source, 0))).speaker(source)
    step = "chain" if found.status is NAMED else "office-in-chain"
    assert told(found) == (found.status, name, step)
    assert found.evidence.of(text) == name
    assert found.mention.of(text) == source
    assert found.profile.startswith("person~")


@pytest.mark.parametrize(
    "marked",
    [
        (),
        (Marked("Ana Belk", 0),),
        (Marked("Ana Belk", 0), Marked("She", 1)),
        (Marked("Ana Belk", 0), Marked("She", 0, link=0.39)),
    ],
)
def test_a_pronoun_without_a_sure_chain_is_unresolved(marked) -> None:
    """No mention, no name in the chain, or a weak link: nobody is guessed."""
    found = Case("Ana Belk left. She said no.", marked).speaker("She")
    assert (found.status, found.name, found.profile) == (PRONOUN, None, None)


def test_the_surer_the_chain_the_surer_the_link() -> None:
    """The confidence is the share found right of links that the reader is as sure of."""
    sure, unsure = (
        Case("Ana Belk left. She said no.", (Marked("Ana Belk", 0), Marked("She", 0, link=link)))
        .speaker("She")
        .confidence
        for link in (0.9, 0.5)
    )
    assert (sure, unsure) == (calibrated(0.9, personal=True), calibrated(0.5, personal=True))
    assert unsure < sure


def test_a_pronoun_may_stand_for_a_body() -> None:
    """Then it is a group that speaks."""
    case = Case(
        "The Northern Pact met. It said no.",
        (Marked("The Northern Pact", 0, ORGANISATION), Marked("It", 0, ORGANISATION)),
        table=TABLE,
    )
    found = case.speaker("It")
    assert told(found) == (GROUP, "Northern Pact", "chain")
    assert found.profile == PACT


def test_a_pronoun_may_stand_for_a_description() -> None:
    """Nobody is named in its chain, and the description says who it is."""
    text = "A State Department official came. He said no."
    found = Case(text, (Marked("A State Department official", 0), Marked("He", 0))).speaker("He")
    assert told(found) == (DESCRIBED, "A State Department official", "chain-description")
    assert found.mention.of(text) == "He"
    assert found.evidence.of(text) == "A State Department official"
    assert found.profile is None


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("Ana Belk met Jo Tarn. The minister said no.", (), None),
        ("Minister Ana Belk met Jo Tarn. The minister said no.", (), "Ana Belk"),
        ("Ana Belk met Minister Jo Tarn. The minister said no.", (), "Jo Tarn"),
        ("Minister Ana Belk met Minister Jo Tarn. The minister said no.", (), None),
        (
            "Korvanan Minister Ana Belk met Tessarian Minister Jo Tarn. The Korvanan minister sat.",
            (),
            "Ana Belk",
        ),
        ("Mayor Ana Belk met Jo Tarn. The minister said no.", ("chained",), None),
        ("Minister Ana Belk met Jo Tarn. The minister said no.", ("chained",), "Ana Belk"),
        ("Former Minister Ana Belk met Jo Tarn. The minister said no.", (), None),
    ],
)
def test_a_post_needs_evidence(text, marked, name) -> None:
    """The post and the country, in a chain or alone: it is not whoever was named last."""
    source = "The Korvanan minister" if "The Korvanan" in text else "The minister"
    chain = 0 if marked else 2
    case = Case(text, (Marked("Ana Belk", 0), Marked("Jo Tarn", 1), Marked(source, chain)))
    found = case.speaker(source)
    assert found.status is OFFICE
    assert found.name == (name or source)
    assert (found.profile is None) is (name is None)


@pytest.mark.parametrize(
    ("day", "profile"),
    [
        (date(2041, 5, 1), BELK),
        (date(2047, 5, 1), TARN),
        (date(2049, 12, 31), None),
        (date(2039, 1, 1), None),
        (None, None),
    ],
)
def test_an_office_is_who_held_it_that_day(day, profile) -> None:
    """Nobody on the day of a hand-over, before the first holder, or without a date."""
    case = Case("The secretary-general of the Northern Pact said no.", (), day, TABLE)
    found = case.speaker("The secretary-general of the Northern Pact")
    assert (found.status, found.profile) == (OFFICE, profile)
    assert found.step == ("office-by-date" if profile else "office-words")


@pytest.mark.parametrize(
    ("day", "profile"),
    [(date(2013, 9, 9), LAVROV), (date(2003, 1, 1), IVANOV), (None, None)],
)
def test_the_russian_foreign_minister(day, profile) -> None:
    """By the bundled table."""
    case = Case("The Russian foreign minister said no.", (), day, OfficeTable.bundled())
    assert case.speaker("The Russian foreign minister").profile == profile


def test_the_document_tells_better_than_the_table() -> None:
    """Whoever it gives the post to holds it, though the table has another."""
    text = "Northern Pact Secretary-General Oda Merrin left. The secretary-general said no."
    case = Case(text, (Marked("Oda Merrin", 0),), date(2041, 5, 1), TABLE)
    found = case.speaker("The secretary-general")
    assert told(found) == (OFFICE, "Oda Merrin", "office-in-document")


@pytest.mark.parametrize(
    "source",
    ["a State Department official", "officials", "a minister", "one diplomat", "the official"],
)
def test_a_description_stays_described(source) -> None:
    """It has no profile, whoever else is there."""
    text = f"Minister Ana Belk, an official, left. Then {source} said no."
    found = Case(text, (Marked("Ana Belk", 0), Marked(source, 1))).speaker(source)
    assert (found.status, found.profile) == (DESCRIBED, None)
    assert found.name == source


@pytest.mark.parametrize(
    ("source", "table", "status", "name", "profile"),
    [
        ("Moscow", NO_TABLE, GROUP, "Russia", "state:ru"),
        ("Iran", NO_TABLE, GROUP, "Iran", "state:ir"),
        ("the Syrian regime", NO_TABLE, GROUP, "Syria", "state:sy"),
        ("the Kremlin", OfficeTable.bundled(), GROUP, None, "public_body:ru-presidency"),
        ("the UN", OfficeTable.bundled(), GROUP, "United Nations", "organisation:un"),
        ("the Northern Pact", TABLE, GROUP, "Northern Pact", PACT),
        ("the regime", OfficeTable.bundled(), GROUP, "the regime", None),
        ("the government", OfficeTable.bundled(), GROUP, "the government", None),
    ],
)
def test_a_state_or_body_speaks(source, table, status, name, profile) -> None:
    """By its name or what stands for it; a regime of nobody in particular is nobody's."""
    kind = PLACE if source in ("Moscow", "Iran") else ORGANISATION
    found = Case(f"Then {source} said no.", (Marked(source, 0, kind),), table=table).speaker(source)
    assert (found.status, found.profile) == (status, profile)
    assert name is None or found.name == name


def test_who_is_whoever_stands_before_it() -> None:
    """A name, or a description."""
    text = "Ana Belk, who said no, left. A diplomat who said yes stayed."
    marked = (Marked("Ana Belk", 0), Marked("A diplomat", 1))
    case = Case(text, marked)
    assert told(case.speaker("who")) == (NAMED, "Ana Belk", "relative")
    assert told(case.speaker("who", 1)) == (DESCRIBED, "A diplomat", "relative")
    assert Case(text).speaker("who").status is PRONOUN
