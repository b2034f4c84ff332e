"""The tables of offices, tenures and known actors agree with each other."""

from collections import defaultdict
from itertools import pairwise

import pytest

from onrecord.actors.office_table import OfficeTable
from onrecord.lexicon.known_actors import known_actors, people
from onrecord.lexicon.offices import office_words, offices, tenures
from onrecord.lexicon.partial_dates import first_day, last_day
from onrecord.lexicon.states import states
from onrecord.lexicon.tenures import tenure_rows

NOTED = frozenset({"acting", "rival", "caretaker", "reported", "shared"})
"""First words of the notes that allow a tenure to lie over another's."""


def test_every_tenure_names_a_known_office_and_actor():
    """Otherwise nobody would find it."""
    known_offices = {office.id for office in offices()}
    known = {actor.id for actor in known_actors()}
    assert not {tenure.office for tenure in tenures()} - known_offices
    assert not {tenure.holder for tenure in tenures()} - known


def test_every_known_person_holds_an_office():
    """The table of people has nobody whose place in it cannot be told."""
    assert not {actor.id for actor in people()} - {tenure.holder for tenure in tenures()}


def test_ids_are_unique_and_well_formed():
    """A kind and a slug; a role and a body."""
    ids = [actor.id for actor in known_actors()]
    assert len(ids) == len(set(ids))
    kinds = {id.partition(":")[0] for id in ids}
    assert kinds == {"person", "organisation", "public_body", "state"}
    assert all(office.id == f"{office.role}:{office.body}" for office in offices())


def test_every_country_is_a_state():
    """Known actors and offices use the codes of the states' table."""
    codes = {state.code for state in states().all}
    assert not {actor.country for actor in known_actors()} - codes - {None}


def test_every_tenure_has_a_start_before_its_end_and_a_source():
    """A tenure of one day is allowed."""
    for tenure in tenures():
        assert tenure.start is not None, tenure
        assert tenure.source, tenure
        assert tenure.end is None or tenure.start <= tenure.end, tenure


def test_an_office_of_one_holder_has_one_at_a_time():
    """Beyond the day of the hand-over, or the month or year where that is all we know."""
    for office, rows in _unique_tenures().items():
        for earlier, later in pairwise(rows):
            precision = min(len(earlier["end"]), len(later["start"]))
            assert precision, (office, earlier, later)
            assert earlier["end"][:precision] <= later["start"][:precision], (earlier, later)


def test_known_actors_have_names_without_blanks():
    """The separator of the column leaves no empty name behind."""
    for actor in known_actors():
        assert actor.names
        assert all(name == name.strip() and name for name in actor.names), actor


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("foreign-minister:us", "Secretary of State of the United States"),
        ("prime-minister:de", "Chancellor of Germany"),
        ("secretary-general:un", "Secretary-General of the United Nations"),
        ("special-envoy-sy:un", "Special Envoy for Syria of the United Nations"),
        ("ambassador-to-us:ru", "Ambassador to the United States of Russia"),
    ],
)
def test_an_office_has_a_name(office, name):
    """The name of the post in that state, where it has its own."""
    assert {found.id: found.name for found in offices()}[office] == name


@pytest.mark.parametrize(
    "office", ["president:gb", "monarch:fr", "prime-minister:us", "minister:ru"]
)
def test_an_office_that_does_not_exist_is_not_there(office):
    """Monarchies have no president, "minister" alone is no post."""
    assert office not in {found.id for found in offices()}


def test_wordings_are_folded():
    """What is compared has small letters and none of the dropped words."""
    dropped = office_words().dropped
    for role in office_words().roles:
        for wording in role.wordings:
            assert wording == wording.lower(), role
            assert not set(wording.split()) & dropped, (role.id, wording)


def _unique_tenures():
    table = OfficeTable.bundled()
    found = defaultdict(list)
    for row in tenure_rows():
        noted = row["note"].split(" ")[0] in NOTED or row["note"].startswith("hand-over")
        assert first_day(row["start"])
        last_day(row["end"])
        if not noted and table.is_unique(row["office"]):
            found[row["office"]].append(row)
    return {office: sorted(rows, key=lambda row: row["start"]) for office, rows in found.items()}
