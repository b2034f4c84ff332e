"""Paragraphs are the non-blank lines, without the white space around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.paragraphs import paragraph_offsets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n \t \r\n", []),
        ("Talks went on.", ["Talks went on."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\n  Two. \n", ["One.", "Two."]),
        ("One.\rTwo.", ["One.", "Two."]),
        ("One.\u2028Two.\u2029Three.\x85Four.", ["One.", "Two.", "Three.", "Four."]),
        ("One.\vTwo.\fThree.", ["One.", "Two.", "Three."]),
        ("\u00a0One.\u3000", ["One."]),
        ("One.\x00\nTwo.", ["One.\x00", "Two."]),
    ],
)
def test_each_line_is_a_paragraph(text: str, expected: list[str]) -> None:
    """Every kind of line end parts paragraphs; blank lines are none."""
    assert [text[start:end] for start, end in paragraph_offsets(text)] == expected


@given(st.text(st.sampled_from('ab “”"\n\r\u2028 \u00a0\x00\u200f')) | st.text())
def test_paragraphs_hold_all_visible_text(text: str) -> None:
    """They are in order, trimmed, not empty, and hold every character that is not white space."""
    offsets = paragraph_offsets(text)
    edges = [edge for offset in offsets for edge in offset]
    assert edges == sorted(edges)
    for start, end in offsets:
        assert text[start:end] == text[start:end].strip() != ""
    held = "".join(text[start:end] for start, end in offsets)
    assert "".join(held.split()) == "".join(text.split())
