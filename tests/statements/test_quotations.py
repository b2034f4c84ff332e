"""What quotation marks say about the content of statements is weighed with the reader's labels."""

import pytest

from onrecord.domain.reading import Attribution
from onrecord.statements.drafts import Draft, drafts_of
from onrecord.statements.quotations import join_quotations
from tests.statements.readings import attribution, content_words, reading_of


def joined(text: str, *attributions: Attribution) -> list[Draft]:
    """The drafts of a reading, completed from its quotations."""
    reading = reading_of(text, *attributions)
    return join_quotations(text, reading, drafts_of(reading))


def one(text: str, cue: str, source: str, *content: str) -> str:
    """The completed content of a text with one attribution."""
    [draft] = joined(text, attribution(text, cue, source, content))
    return content_words(text, [draft])[0]


@pytest.mark.parametrize(
    ("text", "labelled", "expected"),
    [
        (
            "“We keep the bridge, – said Valk. – We also keep the mill.”",
            ("“We keep the bridge", "We also keep the mill"),
            "“We keep the bridge, […] We also keep the mill.”",
        ),
        (
            "“We keep the bridge, – said Valk. – We also keep the mill.”",
            ("“We keep the bridge",),
            "“We keep the bridge, […] We also keep the mill.”",
        ),
        (
            "“We keep the bridge, — said Valk at noon, — and we keep the mill.”",
            ("“We keep the bridge", "and we keep the mill.”"),
            "“We keep the bridge, […] and we keep the mill.”",
        ),
        (
            '"We keep the bridge," - said Valk. - "We also keep the mill."',
            ('"We keep the bridge,"',),
            '"We keep the bridge," […] "We also keep the mill."',
        ),
    ],
)
def test_an_interrupted_quotation_is_one_content_in_two_parts(
    text: str, labelled: tuple[str, ...], expected: str
) -> None:
    """The attribution in its midst is left out, and what the reader missed after it is added."""
    assert one(text, "said", "Valk", *labelled) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Not now,” said Valk. “Come in the spring.”",
            "“Not now,” […] “Come in the spring.”",
        ),
        (
            "“Not now,” said Valk, “come in the spring.”",
            "“Not now,” […] “come in the spring.”",
        ),
        ("“Not now,” said Valk: “Come in the spring.”", "“Not now,” […] “Come in the spring.”"),
        ("“Not now,” said Valk. He left.\n“Come in the spring,” it ran.", "“Not now,”"),
        ("“Not now,” said Valk.\n“Come in the spring,” it ran.", "“Not now,”"),
        ("“Not now,” said Valk. Brandt replied that “it is now or never”.", "“Not now,”"),
    ],
)
def test_a_quotation_goes_on_right_after_its_attribution(text: str, expected: str) -> None:
    """On the same line and with nothing between; else it is not given to the same speaker."""
    assert one(text, "said", "Valk", "“Not now,”") == expected


def test_the_next_speakers_quotation_is_left_to_him() -> None:
    """A quotation that another statement claims is not joined to the one before."""
    text = "“Not now,” said Valk. “Then when?” asked Brandt."
    found = joined(
        text,
        attribution(text, "said", "Valk", "“Not now,”"),
        attribution(text, "asked", "Brandt", "“Then when?”"),
    )
    assert content_words(text, found) == ["“Not now,”", "“Then when?”"]


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
def test_continuation_paragraphs_belong_to_the_statement(marks: str) -> None:
    """Paragraphs that each open anew and close once carry on what was begun."""
    left, right = marks
    text = (
        f"Valk said: {left}The bridge is shut.\n\n{left}It stays shut.\n\n"
        f"{left}So be it.{right} She left."
    )
    expected = f"{left}The bridge is shut. […] {left}It stays shut. […] {left}So be it.{right}"
    assert one(text, "said", "Valk", f"{left}The bridge is shut.") == expected


def test_a_new_quotation_after_a_closed_one_is_no_continuation() -> None:
    """The mark that closes the first ends the statement."""
    text = "Valk said: “The bridge is shut.”\n\n“It is open,” it said on the wall."
    assert one(text, "said", "Valk", "“The bridge is shut.”") == "“The bridge is shut.”"


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        ("“The bridge is shut and the mill", "“The bridge is shut and the mill is sold,”"),
        ("bridge is shut and the mill is sold", "“The bridge is shut and the mill is sold,”"),
        ("sold", "“The bridge is shut and the mill is sold,”"),
    ],
)
def test_a_quotation_beside_its_attribution_is_content(labelled: str, expected: str) -> None:
    """From mark to mark, however little of it was labelled."""
    text = "“The bridge is shut and the mill is sold,” Valk told the Post."
    assert one(text, "told", "Valk", labelled) == expected


def test_a_small_part_of_a_distant_quotation_stays_a_part() -> None:
    """Where the attribution does not adjoin the marks."""
    text = "Valk told the Post on Sunday that “the bridge is shut and the mill is sold” for good."
    assert one(text, "told", "Valk", "sold") == "sold"


def test_a_quotation_in_indirect_speech_stays_part_of_it() -> None:
    """Content around the marks is kept."""
    text = "Valk said the bridge was “a ruin, nothing more” since May."
    labelled = "the bridge was “a ruin, nothing more” since May"
    assert one(text, "said", "Valk", labelled) == labelled


def test_speech_within_a_quotation_does_not_cut_it() -> None:
    """An attribution inside somebody else's quotation is nested, not an interruption."""
    text = "“The envoy said he would come, and then he stayed away,” Valk told the Post."
    inner = attribution(text, "said", "The envoy", "he would come")
    outer = attribution(text, "told", "Valk", text[: text.index(" Valk")])
    found = joined(text, inner, outer)
    assert content_words(text, found) == [
        "he would come",
        "“The envoy said he would come, and then he stayed away,”",
    ]


def test_a_name_in_marks_is_no_quotation() -> None:
    """Nicknames and titles are never joined to content."""
    text = "“Not now,” said Valk. “Bear” Brandt left."
    assert one(text, "said", "Valk", "“Not now,”") == "“Not now,”"


def test_without_quotations_nothing_changes() -> None:
    """Indirect speech is left as it was read."""
    text = "Valk said that the bridge was shut."
    assert one(text, "said", "Valk", "that the bridge was shut") == "that the bridge was shut"
