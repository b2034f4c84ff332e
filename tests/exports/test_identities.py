"""Documents with the actors of a record in the place of name profiles."""

from dataclasses import replace

from onrecord.domain.actor import ActorKind
from onrecord.domain.occasion import Party
from onrecord.domain.span import Span
from onrecord.exports.identities import actor_ids, as_actors
from onrecord.record import StoredActor
from tests.builders import BRANDT, VALK, halden, talks

KNOWN = "person:irena-valk"


def actor(id: str, *profiles: str) -> StoredActor:
    """An actor of these nodes."""
    return StoredActor(id, ActorKind.PERSON, "Irena Valk", ("Irena Valk",), profiles=profiles)


def test_speakers_and_appearances_go_by_their_actor() -> None:
    """Whose profile is its own actor stays as it is."""
    found = as_actors(halden(), actor_ids([actor(KNOWN, KNOWN, VALK), actor(BRANDT, BRANDT)]))
    assert [link.profile for link in found.statements[0].speakers] == [KNOWN]
    assert [appearance.profile for appearance in found.appearances] == [KNOWN, BRANDT]


def test_those_who_took_part_go_by_their_actor() -> None:
    """Counterparts, addressees and who passed it on; one occasion stays one."""
    told = Party(Span(0, 4), "Irena Valk", VALK)
    passed = replace(talks().statements[0], addressees=(told,), reported_via=(told,))
    analysed = replace(talks(), statements=(passed, talks().statements[1]))
    ids = actor_ids([actor("person:tomas-brandt", BRANDT), actor(KNOWN, VALK)])
    first, second = as_actors(analysed, ids).statements
    assert first.occasion == second.occasion
    assert first.occasion is not None
    assert [party.profile for party in first.occasion.counterparts] == ["person:tomas-brandt"]
    assert [party.profile for party in first.addressees] == [KNOWN]
    assert [party.profile for party in first.reported_via] == [KNOWN]
    assert [party.profile for party in second.addressees] == [None]


def test_one_who_was_split_off_goes_by_an_actor_of_that_document_alone() -> None:
    """The node of the document comes before the profile's."""
    analysed = halden(id="d1")
    ids = actor_ids([actor(KNOWN, VALK), actor("person:other", f"{VALK}@d1")])
    assert as_actors(analysed, ids).statements[0].speakers[0].profile == "person:other"
    other = replace(analysed.document, id="d2")
    elsewhere = as_actors(replace(analysed, document=other), ids)
    assert elsewhere.statements[0].speakers[0].profile == KNOWN


def test_two_profiles_of_one_actor_are_one_appearance() -> None:
    """With the places of both, in order."""
    found = as_actors(halden(), actor_ids([actor(KNOWN, VALK, BRANDT)]))
    [appearance] = found.appearances
    assert appearance.profile == KNOWN
    assert list(appearance.names) == sorted(appearance.names)
    assert [type(span) for span in appearance.mentions] == [Span] * 3
