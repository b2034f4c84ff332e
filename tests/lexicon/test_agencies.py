"""News outlets."""

from collections import Counter

from onrecord.lexicon.agencies import agencies, agency_names
from onrecord.lexicon.states import states


def test_a_name_belongs_to_one_outlet() -> None:
    """So that it can be looked up."""
    counted = Counter(name for agency in agencies() for name in agency.names)
    assert [name for name, count in counted.items() if count > 1] == []


def test_kinds_and_countries_are_known() -> None:
    """The latter by their ISO code."""
    kinds = {"agency", "broadcaster", "newspaper", "magazine", "website"}
    assert {agency.kind for agency in agencies()} == kinds
    codes = {agency.country for agency in agencies() if agency.country}
    assert all(states().get(code) for code in codes)


def test_the_first_name_is_the_usual_one() -> None:
    """It is the name to call the outlet by."""
    assert agency_names()["Agence France-Presse"].name == "AFP"
