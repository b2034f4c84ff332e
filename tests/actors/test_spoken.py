"""Whoever spoke last goes on speaking."""

import pytest

from onrecord.domain.statement import LinkStatus, SpeakerLink
from tests.actors.builders import Case, Marked, Said

NAMED, PRONOUN = LinkStatus.NAMED, LinkStatus.PRONOUN_UNRESOLVED


def second(text: str, first: str, source: str, *marked: Marked) -> SpeakerLink:
    """The speaker of the second of two statements, whose source is in no chain."""
    case = Case(text, (*marked, Marked(source, 99)))
    return case.linked(Said(first), Said(source))[0][1].speakers[0]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Ana Belk said no. She added that it was late.", "She", "Ana Belk"),
        ("Ana Belk said no.\nShe added that it was late.", "She", "Ana Belk"),
        ("Ana Belk said no.\nIt rained.\nShe added that it was late.", "She", None),
        ("Ana Belk said no to Jo Tarn. She added that it was late.", "She", None),
        ("Ana Belk said no. Jo Tarn left. She added that it was late.", "She", None),
        ("Ana Belk said no. “Jo Tarn lies.” She added that it was late.", "She", "Ana Belk"),
        ("Ms Ana Belk said no. He added that it was late.", "He", None),
        ("Mr Ana Belk said no. He added that it was late.", "He", "Ana Belk"),
        ("Ana Belk said no. They added that it was late.", "They", None),
        ("Ana Belk said no. It added that it was late.", "It", None),
    ],
)
def test_he_and_she_may_be_the_last_speaker(text: str, source: str, name: str | None) -> None:
    """Near by, of fitting gender, and with nobody named since, quotations left out."""
    marked = [Marked("Ana Belk", 0), *([Marked("Jo Tarn", 1)] if "Jo Tarn" in text else [])]
    found = second(text, "Ana Belk", source, *marked)
    assert found.name == name
    assert found.status is (NAMED if name else PRONOUN)
    assert found.step == ("last-speaker" if name else "pronoun")


def test_two_last_speakers_are_nobody() -> None:
    """`he` after both is neither for sure."""
    text = "Ana Belk and Jo Tarn said no. He added that it was late."
    marked = (Marked("Ana Belk", 0), Marked("Jo Tarn", 1))
    assert second(text, "Ana Belk and Jo Tarn", "He", *marked).status is PRONOUN


def test_a_chain_that_agrees_makes_it_surer() -> None:
    """A sure chain that does not is believed from afar, and whoever spoke last near by."""
    text = "Ana Belk said no. She added that it was late."
    pair = (Marked("Ana Belk", 0), Marked("She", 0, link=0.7))
    agreed = Case(text, pair).linked(Said("Ana Belk"), Said("She"))[0][1].speakers[0]
    alone = Case(text, pair).speaker("She")
    assert agreed.profile == alone.profile
    assert agreed.confidence > alone.confidence


def test_the_official_is_the_one_who_spoke_last() -> None:
    """The same word again, of one person; others stay what they are called."""
    text = "A State Department official said no. The official added that it was late."
    found = second(text, "A State Department official", "The official")
    assert (found.status, found.step) == (LinkStatus.DESCRIBED, "same-again")
    assert (found.name, found.profile) == ("A State Department official", None)
    other = second(
        text.replace("The official", "The diplomat"), "A State Department official", "The diplomat"
    )
    assert other.name == "The diplomat"


@pytest.mark.parametrize(
    ("again", "name"),
    [
        ("The Fijian official", "Oda Tarn"),
        ("The Samoan official", None),
        ("The diplomat", "Oda Tarn"),
        ("The official", None),
        ("The witness", None),
    ],
)
def test_a_description_may_be_the_minister_who_spoke_last(again: str, name: str | None) -> None:
    """By country or calling; a word that fits anybody settles nothing."""
    text = f"Fijian Foreign Minister Oda Tarn said no. {again} added that it was late."
    found = second(text, "Fijian Foreign Minister Oda Tarn", again, Marked("Oda Tarn", 0))
    assert (found.name if found.step == "same-again" else None) == name


@pytest.mark.parametrize(
    ("text", "pronouns", "gender"),
    [
        ("Tarn Belk left.", (), None),
        ("Ana Belk left.", (), "f"),
        ("Ms Tarn Belk left.", (), "f"),
        ("Mrs. Tarn Belk left.", (), "f"),
        ("Mr Tarn Belk left.", (), "m"),
        ("Tarn Belk left. Mr Belk slept.", (), "m"),
        ("Tarn Belk left. She slept.", ("She",), "f"),
        ("Tarn Belk took his coat.", ("his",), "m"),
        ("Ms Tarn Belk took his coat.", ("his",), "f"),
    ],
)
def test_gender_by_title_then_first_name_then_pronouns(
    text: str, pronouns: tuple[str, ...], gender: str | None
) -> None:
    """A pronoun that the name speaks against is somebody else's."""
    case = Case(
        text,
        (
            Marked("Ana Belk" if "Ana Belk" in text else "Tarn Belk", 0),
            *(Marked(word, 0) for word in pronouns),
        ),
    )
    [belk] = case.cast.persons()
    assert belk.gender == gender
