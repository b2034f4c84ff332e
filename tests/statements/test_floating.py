"""A quotation that nobody is given is emitted with no source rather than lost."""

import pytest

from onrecord.domain.statement import StatementKind
from onrecord.statements.drafts import drafts_of
from onrecord.statements.floating import FLOATING_SCORE, LEAST_WORDS, floating_drafts
from tests.statements.readings import attribution, content_words, reading_of, statements_of

QUOTATION = "“We have waited long enough for this bridge.”"


def floating(text: str, *attributions) -> list[str]:
    """The contents of the floating drafts of a text."""
    reading = reading_of(text, *attributions)
    found = floating_drafts(text, reading, drafts_of(reading))
    assert {draft.step for draft in found} <= {"floating"}
    assert {draft.score for draft in found} <= {FLOATING_SCORE}
    return content_words(text, found)


@pytest.mark.parametrize(
    "text",
    [
        QUOTATION,
        f"Valk spoke at length on Monday. {QUOTATION}",
        f"Valk spoke at length on Monday.\n\n{QUOTATION}\n\nThen she left.",
    ],
)
def test_a_quotation_without_a_cue_floats(text: str) -> None:
    """Alone, after a sentence, as a paragraph of its own."""
    assert floating(text) == [QUOTATION]


def test_an_unclosed_quotation_floats() -> None:
    """A missing mark does not cost the quotation."""
    text = "Valk spoke. “We have waited long enough for this bridge."
    assert floating(text) == ["“We have waited long enough for this bridge."]


@pytest.mark.parametrize(
    "text",
    [
        "The film “A Day in the Life of Halden” won.",
        "The “Friends of the Old Halden Bridge” met.",
        "Tomas “the Bear” Brandt left.",
        "The banner read “No to the toll”.",
        "“Yes, we do.”",
        "“… – … – … – … – … – …”",
    ],
)
def test_titles_slogans_and_short_marks_do_not_float(text: str) -> None:
    """Few words, or mostly capitals, are no speech."""
    assert floating(text) == []


def test_length_is_counted_in_words_not_marks() -> None:
    """Punctuation does not make a slogan long."""
    words = ["bridge"] * (LEAST_WORDS - 1)
    assert floating(f"“{' , '.join(words)}.”") == []
    assert len(floating(f"“{' , '.join([*words, 'mill'])}.”")) == 1


@pytest.mark.parametrize(
    ("content", "count"),
    [("“We have waited long enough for this bridge,”", 0), ("waited long enough", 0), ("We", 1)],
)
def test_what_is_content_already_does_not_float(content: str, count: int) -> None:
    """A statement that has a good part of the quotation has it."""
    text = "“We have waited long enough for this bridge,” said Valk."
    assert len(floating(text, attribution(text, "said", "Valk", content))) == count


def test_a_floating_statement_has_no_source() -> None:
    """Nor a cue."""
    text = f"Valk spoke at length on Monday. {QUOTATION}"
    [statement] = statements_of(text)
    assert (statement.source, statement.cue, statement.step) == ((), (), "floating")
    assert statement.kind is StatementKind.DIRECT
