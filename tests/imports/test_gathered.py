"""Items on their way into a record."""

from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.imports.gathered import gathered

OFFICE = Office("envoy:un", "envoy", "un", "Envoy")
VALK = KnownActor("person:q99999999", ("Irena Valk",), None, "Q99999999")


def term(holder: str, source: str) -> Tenure:
    """A term without days."""
    return Tenure(OFFICE.id, holder, None, None, source)


def test_terms_of_one_holder_come_together() -> None:
    """After everything else, whatever table they stand in; the last table is their origin."""
    items = [(term("person:a", "1"), "x"), (OFFICE, "x"), (VALK, "y"), (term("person:a", "2"), "y")]
    office, actor, terms = gathered(items, {})
    assert (office.offices, actor.actor) == ((OFFICE,), VALK)
    assert [one.source for one in terms.tenures] == ["1", "2"]
    assert terms.origin == "y"


def test_an_actor_that_is_known_goes_by_the_known_id() -> None:
    """By its item of Wikidata; so do its terms, even those that came first."""
    items = [(term(VALK.id, "1"), "x"), (VALK, "x")]
    actor, terms = gathered(items, {"Q99999999": "person:irena-valk"})
    assert actor.actor is not None
    assert actor.actor.id == terms.tenures[0].holder == "person:irena-valk"
