"""A source is linked to the fullest form of its name, or is said to be unresolved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors.document_names import find_names
from onrecord.actors.wording import link_speakers
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink
from onrecord.text.paragraphs import paragraph_offsets

NAMED, OFFICE, GROUP = LinkStatus.NAMED, LinkStatus.OFFICE, LinkStatus.GROUP
DESCRIBED, PRONOUN = LinkStatus.DESCRIBED, LinkStatus.PRONOUN_UNRESOLVED


def links(*source: str, rest: str = "") -> tuple[SpeakerLink, ...]:
    """Link the source of `Later that day, SOURCE said so.`, with `rest` as the article.

    Further parts of the source stand behind, each before a verb of its own.
    """
    text = "".join(f"Later that day, {part} said so. " for part in source) + f"\n{rest}"
    spans: list[Span] = []
    for part in source:
        at = text.index(f", {part} said", spans[-1].end if spans else 0) + 2
        spans.append(Span(at, at + len(part)))
    return link_speakers(text, tuple(spans), find_names(text, paragraph_offsets(text)))


def link(source: str, rest: str = "") -> SpeakerLink:
    """The link of a source that has one speaker."""
    [found] = links(source, rest=rest)
    return found


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ana Belk", "Ana Belk"),
        ("Korvanian Foreign Minister Ana Belk", "Ana Belk"),
        ("the Korvanian foreign minister Ana Belk", "Ana Belk"),
        ("Belk", "Belk"),
        ("Mr. Belk", "Belk"),
        ("Sen. Ana Belk (R-Korva)", "Ana Belk"),
        ("Stagrad Prime Minister Jo M. Tarn Jr.", "Jo M. Tarn Jr."),
        ("Korvexport arms chief Ilo van Ruyt", "Ilo van Ruyt"),
        ("Rami al-Sabin", "Rami al-Sabin"),
        ("Bela O’Rusk", "Bela O’Rusk"),
        ("Sabin, the Korvanian official,", "Sabin"),
        ("Ana Belk, a spokeswoman for the ministry", "Ana Belk"),
        ("Gov. Ana Belk of West Korva", "Ana Belk"),
        ("the Courier’s Ana Belk", "Ana Belk"),
        ("Secretary of State Ana B. Belk", "Ana B. Belk"),
        ("Mr. King", "King"),
        ("A. Belk", "A. Belk"),
        ("A Belk", "Belk"),
        ("Theresa May", "Theresa May"),
    ],
)
def test_a_person_is_named_without_titles(source: str, name: str) -> None:
    """Titles, offices, demonyms and what follows the name are no part of it."""
    found = link(source)
    assert (found.status, found.name) == (NAMED, name)


@pytest.mark.parametrize(
    "source",
    [
        "the ministry's spokeswoman, Ana Belk,",
        "Korvania's foreign minister, Ana Belk,",
        "another critic, Ana B. Belk,",
        "one of the family's lawyers, Ana Belk",
    ],
)
def test_a_name_set_beside_a_description_is_the_speaker(source: str) -> None:
    """An apposition names the person whom the head describes."""
    found = link(source)
    assert (found.status, found.step) == (NAMED, "apposition")
    assert found.name in ("Ana Belk", "Ana B. Belk")


@pytest.mark.parametrize(
    ("source", "status", "name"),
    [
        ("Ana Belk’s spokeswoman", DESCRIBED, "Ana Belk’s spokeswoman"),
        ("a spokesman for the Foreign Ministry", DESCRIBED, "a spokesman for the Foreign Ministry"),
        ("a spokeswoman for Ana Belk", DESCRIBED, "a spokeswoman for Ana Belk"),
        ("the head of the Korvanian foreign Ministry", OFFICE, None),
        ("the Minister", OFFICE, "the Minister"),
        ("Korvania's top diplomat", OFFICE, "Korvania's top diplomat"),
        ("a minister", DESCRIBED, "a minister"),
        ("the Korvanian government", GROUP, "the Korvanian government"),
        ("the UN", GROUP, "the UN"),
        ("Ana Belk’s campaign", GROUP, "Ana Belk’s campaign"),
        ("State Department officials", GROUP, "State Department officials"),
        ("The Stagrad Post", GROUP, "The Stagrad Post"),
        ("Korvanians", GROUP, "Korvanians"),
        ("Republicans", GROUP, "Republicans"),
        ("Korva Customs and Border Services", GROUP, "Korva Customs and Border Services"),
        ("a source", DESCRIBED, "a source"),
        ("critics", DESCRIBED, "critics"),
        ("an official who spoke on condition of anonymity", DESCRIBED, None),
        ("the report", DESCRIBED, "the report"),
        ("a senior, well-placed official", DESCRIBED, "a senior, well-placed official"),
    ],
)
def test_a_source_that_names_nobody_keeps_its_wording(
    source: str, status: LinkStatus, name: str | None
) -> None:
    """Offices, bodies and descriptions are linked as they are written."""
    found = link(source)
    assert (found.status, found.name) == (status, name or source)


@pytest.mark.parametrize(
    "source", ["he", "She", "they", "who", "someone", "each of them", "no one"]
)
def test_a_pronoun_names_nobody(source: str) -> None:
    """A pronoun is unresolved: it has a mention and no name."""
    found = link(source, "Ana Belk was there.")
    assert (found.status, found.name, found.step) == (PRONOUN, None, "pronoun")
    assert found.mention == Span(16, 16 + len(source))


def test_no_source_is_no_speaker() -> None:
    """A statement without a source has status none."""
    text = "It was said."
    [found] = link_speakers(text, (), find_names(text, [(0, len(text))]))
    assert (found.status, found.step) == (LinkStatus.NONE, "no-source")


@pytest.mark.parametrize(
    ("source", "rest", "name"),
    [
        ("Belk", "Foreign Minister Ana Belk left.", "Ana Belk"),
        ("Mr Belk", "It was Ana Belk.", "Ana Belk"),
        ("BELK", "It was Ana Belk.", "Ana Belk"),
        ("Sabin", "It was Rami al-Sabin.", "Rami al-Sabin"),
        ("Sefcik", "It was Jan Šefčík.", "Jan Šefčík"),
        ("A. Belk", "It was Anna Belk.", "Anna Belk"),
        ("Serge Tarn", "It was Sergei O. Tarn.", "Sergei O. Tarn"),
        ("Sergey Tarn", "Then Sergei Tarn left.", "Sergey Tarn"),
        ("Han", "President Han Do-yun left.", "Han Do-yun"),
        ("de Ruyt", "It was Ilo de Ruyt.", "Ilo de Ruyt"),
        (
            "Orben",
            "Stated by Minister of foreign Affairs of Korvania Elo Orben. “No”, – said Orben.",
            "Elo Orben",
        ),
    ],
)
def test_a_short_form_is_expanded_to_the_fullest(source: str, rest: str, name: str) -> None:
    """The longest name of the document that ends in the same words is taken."""
    found = link(source, rest)
    assert (found.status, found.name) == (NAMED, name)


@pytest.mark.parametrize(
    ("source", "rest"),
    [
        ("Marrow", "Ylsa Marrow and General Tull Marrow met."),
        ("President Belk", "His wife is Mina Belk."),
        ("Mr Tarn", "Ivana Tarn left before Ivanka Tarn came."),
    ],
)
def test_namesakes_are_not_guessed(source: str, rest: str) -> None:
    """A last name that two people of the document bear stays as it is written."""
    found = link(source, rest)
    assert (found.status, found.step) == (NAMED, "namesakes")
    assert found.name == source.split()[-1]
    assert found.confidence <= 0.5


def test_an_initial_keeps_namesakes_apart() -> None:
    """`A.` before a name is no article."""
    found = link("A. Belk", "Mina Belk and Oda Belk left.")
    assert (found.name, found.step) == ("A. Belk", "name-in-source")
    assert link("M. Belk", "Mina Belk and Oda Belk left.").name == "Mina Belk"


def test_a_place_of_the_document_is_a_group() -> None:
    """An unknown name is a place where the document has its demonym or writes "in" before it."""
    assert link("Korvana", "The Korvanan army left.").status is GROUP
    assert link("Zhev", "The talks in Zhev went on.").status is GROUP
    assert link("Zhev", "Talks with Olo Zhev went on.").status is NAMED


PERSONS = ["Ana", "Belk", "al-Sabin", "Mr.", "minister", "Korvanian", "he", "who", "北京", "İ", "ß"]
REST = ["the", "The", "of", "and", "'s", "’s", "U.N.", "Party", ",", "(", "—", "\n", "“", "said"]
WORDS = st.sampled_from([*PERSONS, *REST])


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join)), st.data())
def test_any_text_has_a_link(text: str, data: st.DataObject) -> None:
    """No text or span raises; mentions lie in the source; names are the text of their evidence."""
    edges = data.draw(st.lists(st.integers(0, len(text)), max_size=4).map(sorted))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    source = tuple(Span(start, end) for start, end in pairs if start < end)
    found = link_speakers(text, source, find_names(text, paragraph_offsets(text)))
    assert found
    for one in found:
        assert 0 <= one.confidence <= 1
        assert one.mention is None or any(span.contains(one.mention) for span in source)
        if one.name is not None:
            assert one.evidence is not None
            assert one.evidence.of(text) == one.name
