"""Where a report is from, as its dateline says."""

import pytest

from onrecord.documents import text_document

BODY = "The corridor stays shut, the minister said.\n\nNobody went home. The talks go on."


@pytest.mark.parametrize(
    ("dateline", "words", "name"),
    [
        ("VALDEN, February 13. /HNA/. ", "VALDEN", "Valden"),
        ("NEW HALDEN, 3 May. /HNA/. ", "NEW HALDEN", "New Halden"),
        ("Halden, May 3 (HNA) - ", "Halden", "Halden"),
    ],
)
def test_a_dateline_names_the_place(dateline: str, words: str, name: str) -> None:
    """Anchored in the text, its capitals made plain."""
    text = dateline + BODY
    place = text_document(text).place
    assert place is not None
    assert (place.span.of(text), place.name) == (words, name)


@pytest.mark.parametrize("opening", ["", "Published on Friday, 3 May 2019\n\n", "(Reuters) - "])
def test_no_dateline_with_a_place(opening: str) -> None:
    """Unknown is a value."""
    assert text_document(opening + BODY).place is None
