"""What a name that is no person's stands for."""

import pytest

from onrecord.actors.bodies import body_name, known_body, read_body
from onrecord.actors.office_table import OfficeTable
from onrecord.actors.referents import Referents
from onrecord.domain.actor import ActorKind
from tests.actors.builders import (
    NO_TABLE,
    ORGANISATION,
    PACT,
    PLACE,
    TABLE,
    Marked,
    find,
    mentions_of,
)


@pytest.mark.parametrize(
    ("name", "profile", "kind", "country"),
    [
        ("Russia", "state:ru", ActorKind.STATE, "ru"),
        ("the Russian Federation", "state:ru", ActorKind.STATE, "ru"),
        ("Moscow", "state:ru", ActorKind.STATE, "ru"),
        ("Damascus", "state:sy", ActorKind.STATE, "sy"),
        ("the Syrian regime", "state:sy", ActorKind.STATE, "sy"),
        ("the Syrian government", "state:sy", ActorKind.STATE, "sy"),
        ("Washington", "state:us", ActorKind.STATE, "us"),
        ("the Kremlin", "public_body:ru-presidency", ActorKind.PUBLIC_BODY, "ru"),
        ("the White House", "public_body:us-presidency", ActorKind.PUBLIC_BODY, "us"),
        ("the United Nations", "organisation:un", ActorKind.ORGANISATION, None),
        ("the UN", "organisation:un", ActorKind.ORGANISATION, None),
        ("Rosoboronexport", "organisation:rosoboronexport", ActorKind.ORGANISATION, "ru"),
    ],
)
def test_the_tables_know_states_and_bodies(name, profile, kind, country) -> None:
    """By name, by capital, by seat, by government; with or without an article."""
    found = known_body(name, OfficeTable.bundled())
    assert found is not None
    assert (found.profile, found.kind, found.country) == (profile, kind, country)
    assert found.known


@pytest.mark.parametrize("name", ["the regime", "the government", "Korvana", "Sergei Lavrov", "us"])
def test_what_no_table_knows_as_a_body(name) -> None:
    """A government of nobody in particular, an unknown name, a person, a pronoun."""
    assert known_body(name, OfficeTable.bundled()) is None


def test_a_body_of_ones_own_table_is_known() -> None:
    """By any spelling; the preferred one is shown."""
    for name in ("the Northern Pact", "Northern Pact", "NP"):
        found = known_body(name, TABLE)
        assert found is not None
        assert (found.profile, found.name) == (PACT, "Northern Pact")
    assert known_body("Northern Pact", NO_TABLE) is None


@pytest.mark.parametrize(
    ("text", "name", "kind", "profile"),
    [
        ("Then Moscow protested.", "Moscow", PLACE, "state:ru"),
        ("They met in Moscow on Monday.", "Moscow", PLACE, None),
        ("They met in Russia on Monday.", "Russia", PLACE, "state:ru"),
        ("Then Halden protested.", "Halden", PLACE, None),
        ("Then the Halden Gazette left.", "the Halden Gazette", ORGANISATION, "own"),
    ],
)
def test_a_place_is_a_body_where_it_acts(text, name, kind, profile) -> None:
    """A capital after `in` is a city; an unknown place is none."""
    found = read_body(text, find(text, name), kind, OfficeTable.bundled())
    if profile != "own":
        assert (found.profile if found else None) == profile
        return
    assert found is not None
    assert found.profile.startswith("organisation~")
    assert (found.name, found.known) == (name.removeprefix("the "), False)


def test_an_unknown_body_has_one_profile_whatever_its_article() -> None:
    """And whatever its case."""
    names = ("the Halden Gazette", "The Halden Gazette", "Halden Gazette", "HALDEN GAZETTE")
    found = {read_body(n, find(n, n), ORGANISATION, NO_TABLE).profile for n in names}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("words", "head", "name", "found"),
    [
        ("the Halden Gazette", "Gazette", "Halden Gazette", "Halden Gazette"),
        ("the Halden Gazette", "Gazette", "Gazette", "Halden Gazette"),
        ("the Ministry", "Ministry", "Ministry", None),
        ("the Party", "Party", "Party", None),
        ("Iranian", "Iranian", "Iranian", None),
        ("X", "X", "X", None),
        ("the border council of Halden", "council", "border council of Halden", "same"),
        ("the council", "council", "", None),
    ],
)
def test_the_name_of_a_body(words, head, name, found) -> None:
    """The longer of the reader's and the capitals; a lone common noun is none."""
    text = f"Then {words} left."
    [referent] = Referents(
        mentions_of(text, Marked(words, 0, ORGANISATION, head=head, name=name))
    ).all
    span = body_name(text, referent)
    assert (span.of(text) if span else None) == (name if found == "same" else found)
