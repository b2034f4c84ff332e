"""News outlets in a text."""

import pytest

from onrecord.occasions.outlets import described_outlet, named_in_datelines, named_outlet
from tests.occasions.builders import report


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("the BBC", "BBC", "BBC"),
        ("the BBC's Ana Belk", "BBC", "BBC"),
        ("BBC Radio 4", "BBC Radio 4", "BBC"),
        ("CNN Tuesday", "CNN", "CNN"),
        ("Halden's Al Mayadeen TV channel", "Al Mayadeen", "Al Mayadeen"),
        ("CNN affiliate BFMTV", "BFMTV", "BFM TV"),
        ("Agence France-Presse", "Agence France-Presse", "AFP"),
        ("“Fox News Sunday”", "Fox News Sunday", "Fox News"),
    ],
)
def test_a_known_outlet_is_found_by_any_of_its_names(text: str, words: str, name: str) -> None:
    """And called by its usual one."""
    found = named_outlet(text, 0, len(text))
    assert found is not None
    span, agency = found
    assert (span.of(text), agency.name) == (words, name)


@pytest.mark.parametrize(
    "text", ["Vice President Tarn", "the National Council", "a reporter", "Sky Harbour", "APs"]
)
def test_part_of_another_name_is_no_outlet(text: str) -> None:
    """A capital that follows belongs to it."""
    assert named_outlet(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "is_outlet"),
    [
        ("the Courier newspaper", True),
        ("state television", True),
        ("Ostrel's HNA news agency", True),
        ("state media", True),
        ("the spy agency chief", False),
        ("Jo Tarn", False),
    ],
)
def test_a_description_may_show_an_outlet(text: str, is_outlet: bool) -> None:
    """By its last words."""
    assert described_outlet(text, 0, len(text)) is is_outlet


@pytest.mark.parametrize(
    ("dateline", "names"),
    [
        ("OSTREL, 9 May. /TASS/.", ["TASS"]),
        ("OSTREL (Reuters) -", ["Reuters"]),
        ("OSTREL, 9 May. /HNA/.", ["HNA"]),
        ("OSTREL, May 9", []),
    ],
)
def test_datelines_name_agencies(dateline: str, names: list[str]) -> None:
    """Those that nobody has listed too."""
    case = report("It rained.", dateline=dateline)
    assert list(named_in_datelines(case.document()).values()) == names
