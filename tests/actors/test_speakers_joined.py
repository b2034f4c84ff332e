"""Speakers of one source together, of statements in statements, and of those who quote."""

from onrecord.domain.statement import LinkStatus
from tests.actors.builders import BELK, ORGANISATION, TABLE, TARN, Case, Marked, Said

NAMED, PRONOUN = LinkStatus.NAMED, LinkStatus.PRONOUN_UNRESOLVED


def test_both_of_two_speakers_are_linked() -> None:
    """Each to its own actor."""
    text = "Ana Belk met Jo Tarn. Belk and Tarn said no."
    marked = tuple(
        Marked(words, n % 2, nth=nth)
        for n, (words, nth) in enumerate(
            (("Ana Belk", 0), ("Jo Tarn", 0), ("Belk", 1), ("Tarn", 1))
        )
    )
    found = Case(text, marked, table=TABLE).speakers("Belk and Tarn")
    assert [(link.name, link.profile) for link in found] == [("Ana Belk", BELK), ("Jo Tarn", TARN)]


def test_the_first_person_in_a_statement_is_its_speaker() -> None:
    """Of an outer statement by a name or by a pronoun; with none around it is unresolved."""
    text = "Ana Belk left. She said that I had told him that we would win."
    case = Case(text, (Marked("Ana Belk", 0), Marked("She", 0)))
    outer, inner, third = (
        s.speakers[0]
        for s in case.linked(Said("She"), Said("I", inside=0), Said("we", inside=1))[0]
    )
    assert outer.step == "chain"
    assert (inner.status, inner.name, inner.step) == (NAMED, "Ana Belk", "speaker-of-quotation")
    assert (third.profile, inner.profile) == (outer.profile, outer.profile)
    assert third.confidence < inner.confidence < outer.confidence
    assert case.speaker("I").status is PRONOUN


def test_the_third_person_in_a_statement_is_not_always_its_speaker() -> None:
    """`he` is not Ms Belk, and nobody else is there."""
    text = "Ms Ana Belk said that he had agreed."
    case = Case(text, (Marked("Ana Belk", 0), Marked("he", 1)))
    [_, inner] = case.linked(Said("Ana Belk"), Said("he", inside=0))[0]
    assert inner.speakers[0].status is PRONOUN


def test_we_of_two_speakers_are_both() -> None:
    """Each of the outer speakers is one of the inner."""
    text = "Ana Belk and Jo Tarn said that we had won."
    case = Case(text, (Marked("Ana Belk", 0), Marked("Jo Tarn", 1)))
    [_, inner] = case.linked(Said("Ana Belk and Jo Tarn"), Said("we", inside=0))[0]
    assert [link.name for link in inner.speakers] == ["Ana Belk", "Jo Tarn"]


def test_who_is_quoted_speaks_and_not_who_quotes() -> None:
    """`TSN quoted Belk as saying`."""
    text = "Gazette quoted Ana Belk as saying no."
    case = Case(text, (Marked("Gazette", 0, ORGANISATION), Marked("Ana Belk", 1)))
    [found], _ = case.linked(Said(("Gazette", "Ana Belk"), cue="quoted"))
    assert [link.name for link in found.speakers] == ["Ana Belk"]


def test_without_a_source_nobody_speaks() -> None:
    """There is no link rather than one to nobody."""
    assert Case("“No.”").speakers("") == ()
