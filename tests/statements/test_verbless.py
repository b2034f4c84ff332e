"""Attribution without a verb: the sign that stands for the verb is the cue."""

import pytest

from onrecord.domain.span import quoted
from onrecord.statements.drafts import Draft, drafts_of
from onrecord.statements.verbless import VERBLESS_STEP, verbless_drafts
from tests.statements.readings import attribution, reading_of, statements_of

BODY = "\nThe bridge is shut, Irena Valk said on Monday."


def verbless(line: str, *, known: bool = True) -> list[tuple[str, str, str]]:
    """(source, cue, content) of a line above an article in which Irena Valk speaks."""
    text = line + BODY
    said = attribution(text, "said", "Irena Valk", "The bridge is shut", after=line)
    reading = reading_of(text, *([said] if known else []))
    return [_words(text, draft) for draft in verbless_drafts(text, reading, drafts_of(reading))]


def _words(text: str, draft: Draft) -> tuple[str, str, str]:
    assert draft.step == VERBLESS_STEP
    return quoted(text, draft.source), quoted(text, draft.cue), quoted(text, draft.content)


@pytest.mark.parametrize(
    ("line", "source", "cue", "content"),
    [
        ("Valk: Bridge to stay shut", "Valk", ":", "Bridge to stay shut"),
        ("Irena Valk: bridge to stay shut", "Irena Valk", ":", "bridge to stay shut"),
        ("VALK: We do not talk to them.", "VALK", ":", "We do not talk to them."),
        ("Bridge to stay shut: Valk", "Valk", ":", "Bridge to stay shut"),
        ("‘Bridge to stay shut’: Irena Valk", "Irena Valk", ":", "‘Bridge to stay shut’"),
        ("“The bridge is ours.” ― Irena Valk", "Irena Valk", "―", "“The bridge is ours.”"),
        ("“The bridge is ours.” — Irena Valk.", "Irena Valk", "—", "“The bridge is ours.”"),
        ('"The bridge is ours." - Irena Valk', "Irena Valk", "-", '"The bridge is ours."'),
        ("«The bridge is ours.» – Irena Valk", "Irena Valk", "–", "«The bridge is ours.»"),
        (
            "“The bridge is ours.” — Irena Valk, foreign minister of Maravia",
            "Irena Valk, foreign minister of Maravia",
            "—",
            "“The bridge is ours.”",
        ),
        (
            "From the desk of Irena Valk: The bridge is ours.",
            "Irena Valk",
            "From the desk of",
            "The bridge is ours.",
        ),
        (
            "FROM THE DESK OF Irena Valk: The bridge is ours.",
            "Irena Valk",
            "FROM THE DESK OF",
            "The bridge is ours.",
        ),
        (
            "Statement by Foreign Minister Irena Valk: The bridge is ours.",
            "Foreign Minister Irena Valk",
            "Statement by",
            "The bridge is ours.",
        ),
    ],
)
def test_lines_that_attribute_without_a_verb(
    line: str, source: str, cue: str, content: str
) -> None:
    """A name and a colon, a signature under a quotation, a lead."""
    assert verbless(line) == [(source, cue, content)]


@pytest.mark.parametrize(
    "line",
    [
        "Background: the bridge was built in 1904",
        "The news in brief: Bridge shut",
        "On Monday: the bridge opens",
        "Bridge to stay shut: reports",
        "Ostrel: the bridge opens",
        "Note: the bridge opens",
        "Halden — the bridge opens",
        "The toll: 3 crowns",
        "http://halden.example/Valk",
        "12:30 Valk",
        "The bridge is ours – Irena Valk went home",
    ],
)
def test_a_colon_or_dash_alone_attributes_nothing(line: str) -> None:
    """Words before a colon are a source only if they stand as one."""
    assert verbless(line) == []


def test_a_name_counts_where_the_document_knows_it() -> None:
    """A surname before a colon that nobody bears in the article is a heading's word."""
    assert verbless("Valk: bridge to stay shut", known=False) == []


def test_what_is_claimed_is_not_told_again() -> None:
    """A line that the reader attributes is left to it."""
    line = "“The bridge is ours.” — Irena Valk"
    text = line + BODY
    found = attribution(text, "—", "Irena Valk", "“The bridge is ours.”")
    reading = reading_of(text, found)
    assert verbless_drafts(text, reading, drafts_of(reading)) == []


@pytest.mark.parametrize(
    "line",
    ["“The bridge is ours.” ― Irena Valk", "From the desk of Irena Valk: The bridge is ours."],
)
def test_the_signature_is_the_source(line: str) -> None:
    """Of a document that has nothing else, too."""
    [statement] = statements_of(f"{line}\n")
    assert quoted(line, statement.source) == "Irena Valk"


def test_a_very_long_line_is_no_heading() -> None:
    """Nor does it take long."""
    assert verbless("Valk: " + "shut " * 20_000) == []
    assert verbless("“" + "a" * 4000 + " — " * 300) == []
