"""A source may join several speakers, each of whom is linked."""

import pytest

from onrecord.domain.statement import LinkStatus
from tests.actors.test_wording import links

NAMED, OFFICE, GROUP = LinkStatus.NAMED, LinkStatus.OFFICE, LinkStatus.GROUP


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        ("Ana Belk and Jo Tarn", [(NAMED, "Ana Belk"), (NAMED, "Jo Tarn")]),
        ("Belk and Tarn", [(NAMED, "Belk"), (NAMED, "Tarn")]),
        (
            "Ana Belk, Jo Tarn and Ilo Rusk",
            [(NAMED, "Ana Belk"), (NAMED, "Jo Tarn"), (NAMED, "Ilo Rusk")],
        ),
        (
            "Foreign Minister Ana Belk and Prime Minister Jo Tarn",
            [(NAMED, "Ana Belk"), (NAMED, "Jo Tarn")],
        ),
        (
            "the Korvanan foreign minister and Tessarian Secretary of State Jo Tarn",
            [(OFFICE, "the Korvanan foreign minister"), (NAMED, "Jo Tarn")],
        ),
        ("Moscow and Washington", [(GROUP, "Moscow"), (GROUP, "Washington")]),
        ("the UN and Iran", [(GROUP, "the UN"), (GROUP, "Iran")]),
        (
            "The UN, Iran, Russia, and China",
            [(GROUP, "The UN"), (GROUP, "Iran"), (GROUP, "Russia"), (GROUP, "China")],
        ),
        (
            "Iran, Russia and China",
            [(GROUP, "Iran"), (GROUP, "Russia"), (GROUP, "China")],
        ),
        ("Korva Customs and Border Services", [(GROUP, "Korva Customs and Border Services")]),
        ("Ana Belk of Korvana and Halden", [(NAMED, "Ana Belk")]),
    ],
)
def test_a_source_may_join_several_speakers(
    source: str, speakers: list[tuple[LinkStatus, str]]
) -> None:
    """Each has a link of its own, in order; a body's name with "and" in it is one."""
    assert [(found.status, found.name) for found in links(source)] == speakers


def test_a_list_of_unknown_places_is_several_speakers() -> None:
    """Where the document shows that they are places."""
    rest = "The Korvanan, the Tessarian and the Haldenian army left Korvana, Tessaria and Halden."
    found = links("Korvana, Tessaria and Halden", rest=rest)
    assert [one.name for one in found] == ["Korvana", "Tessaria", "Halden"]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        (("Ana Belk", "Jo Tarn"), ["Ana Belk", "Jo Tarn"]),
        (("Ana Belk", "the ministry"), ["Ana Belk"]),
        (("Ana Belk", "she"), ["Ana Belk"]),
        (("the ministry", "Ana Belk"), ["the ministry"]),
        (("Ana Belk", "Jo Tarn and Ilo Rusk"), ["Ana Belk", "Jo Tarn", "Ilo Rusk"]),
    ],
)
def test_of_a_source_in_parts_the_first_speaks(source: tuple[str, ...], names: list[str]) -> None:
    """And others only where both name a person."""
    assert [found.name for found in links(*source)] == names
