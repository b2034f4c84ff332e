"""Actors, offices and tenures of users' own tables."""

from dataclasses import replace
from datetime import date

import pytest

from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.errors import InvalidActor
from onrecord.record import ImportOutcome, ImportTally, KnownActorImport, Record
from tests.record.conftest import report

VALK = KnownActor("person:irena-valk", ("Irena Valk", "Irena Thorsen-Valk"), "XM", "Q0")
MINISTER = Office("foreign-minister:xm", "foreign minister", "xm", "Foreign Minister of Maravia")
TERM = Tenure(MINISTER.id, VALK.id, date(2012, 5, 1), None, "https://example.org/cabinet")
TABLE = KnownActorImport(VALK, (MINISTER,), (TERM,), origin="cabinet.csv")


def outcome(*counts: tuple[int, int, int]) -> ImportOutcome:
    """Of actors, offices and tenures."""
    return ImportOutcome(*(ImportTally(*count) for count in counts))


def test_an_import_is_kept(record: Record):
    """Actors with their names, offices, and who held them."""
    assert record.import_actors([TABLE]) == outcome((1, 0, 0), (1, 0, 0), (1, 0, 0))
    assert list(record.known_actors()) == [VALK]
    assert list(record.offices()) == [MINISTER]
    assert list(record.tenures()) == [TERM]


def test_the_same_import_again_changes_nothing(record: Record):
    """It is counted as unchanged."""
    record.import_actors([TABLE])
    before = list(record.dump())
    assert record.import_actors([TABLE]) == outcome((0, 0, 1), (0, 0, 1), (0, 0, 1))
    assert list(record.dump()) == before


def test_a_later_import_takes_over(record: Record):
    """Names are replaced, not gathered; so are the tenures of whom it gives some."""
    record.import_actors([TABLE])
    ended = replace(TERM, end=date(2014, 2, 1))
    later = replace(TABLE, actor=replace(VALK, names=("Irena Valk",)), tenures=(ended,))
    assert record.import_actors([later]) == outcome((0, 1, 0), (0, 0, 1), (0, 1, 0))
    assert list(record.tenures()) == [ended]
    assert record.actor(VALK.id).names == ("Irena Valk",)


@pytest.mark.parametrize("before", [True, False])
def test_an_imported_actor_is_who_the_documents_name(record: Record, before: bool):
    """Whether the table or the document came first: its id, its name, its country, its posts."""
    if before:
        record.import_actors([TABLE])
    record.add(report(1, "Irena Walk"))
    if not before:
        record.import_actors([TABLE])
    actor = record.actor("Irena Walk")
    assert (actor.id, actor.name, actor.country) == (VALK.id, "Irena Valk", "XM")
    assert actor.names == ("Irena Valk", "Irena Thorsen-Valk", "Irena Walk")
    assert actor.offices == (MINISTER.id,)
    assert (actor.documents, actor.statements) == (1, 1)


@pytest.mark.parametrize("id", ["irena-valk", "person~1f", "person:", "ship:x", "person:x@y", ""])
def test_an_id_that_is_none_is_refused(record: Record, id: str):
    """The message says how one is written, and nothing of the import is kept."""
    with pytest.raises(InvalidActor, match="person:irena-valk"):
        record.import_actors([TABLE, KnownActorImport(KnownActor(id, ("X",)))])
    assert list(record.known_actors()) == []


def test_an_actor_without_a_name_is_refused(record: Record):
    """The message names the actor."""
    with pytest.raises(InvalidActor, match="'person:x' has no name"):
        record.import_actors([KnownActorImport(KnownActor("person:x", (" ",)))])


def test_offices_come_without_actors_too(record: Record):
    """A table may be one of posts alone."""
    alone = KnownActorImport(None, (MINISTER,))
    assert record.import_actors([alone]) == outcome((0, 0, 0), (1, 0, 0), (0, 0, 0))
