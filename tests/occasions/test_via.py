"""Through whom a statement came to the report."""

import pytest

from tests.occasions.builders import names_of, placed, report


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        ("{“No,”} [Belk] <said>, quoted by the Interfax news agency.", ["Interfax"]),
        ("[Belk] <was quoted as saying by> Interfax {that it was over}.", ["Interfax"]),
        ("{“No,”} [AFP] <quoted> [Belk] in Ostrel as saying.", ["AFP"]),
        ("{“No,”} [Belk] <said> in remarks carried by state television.", ["state television"]),
        ("{“No,”} [Belk] <said>, according to Reuters.", ["Reuters"]),
        ("{“No,”} [Belk] <wrote> in the New York Times.", ["New York Times"]),
        ("[Belk] <told> Reuters {that it was over}.", []),
        ("{“No,”} [Belk] <said>, quoted by Jo Tarn.", []),
    ],
)
def test_an_outlet_that_passes_the_words_on_is_named(sentence: str, via: list[str]) -> None:
    """One that was told them is a counterpart instead."""
    case = report(sentence)
    assert names_of(case.placed()[0].reported_via, case.text) == via


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("OSTREL, 9 May. /TASS/.", "TASS"),
        ("OSTREL (Reuters) -", "Reuters"),
        ("OSTREL, 9 May. /HNA/.", "HNA"),
        ("OSTREL, 9 May.", None),
    ],
)
def test_the_agency_of_the_dateline_stands_behind_every_statement(
    dateline: str, agency: str | None
) -> None:
    """Known or not."""
    found = placed("{“No,”} [Belk] <said>.", "{“Yes,”} [Tarn] <said>.", dateline=dateline)
    names = [[party.name for party in statement.reported_via] for statement in found]
    assert names == [[agency] if agency else []] * 2


def test_the_chain_begins_with_whoever_is_nearest_to_the_speaker() -> None:
    """The dateline's agency comes last, and each only once."""
    first, second = placed(
        "{“No,”} [Belk] <said>, quoted by Interfax.",
        "{“Yes,”} [Tarn] <said>, quoted by Reuters.",
        dateline="OSTREL (Reuters) -",
    )
    assert [party.name for party in first.reported_via] == ["Interfax", "Reuters"]
    assert [party.name for party in second.reported_via] == ["Reuters"]


def test_a_statement_inside_a_report_of_an_outlet_came_through_it() -> None:
    """It is of the report's day, as if the outlet were not there."""
    outer, inner = placed(
        "[Reuters] <reported> {Jo Tarn agreed to talks}.",
        "{“Yes,”} [Tarn] <said>.",
        inside={1: 0},
    )
    assert outer.reported_via == ()
    assert [party.name for party in inner.reported_via] == ["Reuters"]
    assert inner.said is not None


def test_a_dateline_makes_its_agency_known() -> None:
    """Told to it, it is a counterpart like any other outlet."""
    case = report("[Belk] <told> HNA {it was over}.", dateline="OSTREL, 9 May. /HNA/.")
    occasion = case.placed()[0].occasion
    assert occasion is not None
    assert names_of(occasion.counterparts, case.text) == ["HNA"]
