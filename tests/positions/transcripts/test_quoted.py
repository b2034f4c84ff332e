"""Which words of a statement are held against the record."""

import pytest

from onrecord.domain.statement import StatementKind
from onrecord.positions.transcripts.quoted import quoted_words
from tests.positions.transcripts.builders import quotation

SAID = "Quost recalled that the pass is “not a larder” and “no wardrobe”."


@pytest.mark.parametrize(
    ("passage", "parts"),
    [
        ("“The pass is closed,”", ["The pass is closed"]),
        ("“The pass … is closed”", ["The pass", "is closed"]),
        ("“The pass [...] is closed”", ["The pass", "is closed"]),
        ("“The pass . . . is closed”", ["The pass", "is closed"]),
        ("“…the pass is closed”", ["the pass is closed"]),
    ],
)
def test_an_ellipsis_parts_a_quotation(passage: str, parts: list[str]):
    """Quotation marks are left out, ellipses are cuts."""
    quoted = quoted_words(quotation(passage))
    assert [part.span.of(quoted.text) for part in quoted.parts] == parts


def test_an_ellipsis_is_remembered_on_both_sides():
    """Words may be missing where it stands."""
    first, second = quoted_words(quotation("“The pass … is closed”")).parts
    assert (first.open_before, first.open_after) == (False, True)
    assert (second.open_before, second.open_after) == (True, False)


def test_words_in_brackets_are_the_reports_own():
    """They are no words of the speaker, and others may be missing there."""
    (part,) = quoted_words(quotation("“[The Front] will close the pass [in spring]”")).parts
    assert part.keys == ("will", "close", "the", "pass")
    assert part.brackets == {0, 4}


def test_of_a_mixed_statement_only_what_stands_between_marks_counts():
    """The rest is the reporter's wording."""
    content = SAID.removeprefix("Quost recalled ").removesuffix(".")
    mixed = quotation(SAID, content, kind=StatementKind.MIXED)
    quoted = quoted_words(mixed)
    assert quoted.words == "not a larder […] no wardrobe"
    assert quoted_words(mixed, indirect=True).words.startswith("that the pass")


def test_indirect_speech_quotes_nothing():
    """It is checked only where that is asked for."""
    indirect = quotation("Quost said the pass was closed.", kind=StatementKind.INDIRECT)
    assert quoted_words(indirect).parts == ()
    assert quoted_words(indirect, indirect=True).parts


def test_a_heading_in_capitals_is_read_in_small_letters():
    """Its words are no acronyms."""
    (part,) = quoted_words(quotation("“WE WILL NOT OPEN THE PASS”")).parts
    assert part.keys == ("we", "will", "not", "open", "the", "pass")
