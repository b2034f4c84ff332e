"""A stretch as a row of parts."""

from onrecord.occasions.parts import parts_of
from onrecord.occasions.tokens import tokens_of


def _parts(text: str) -> list[tuple[str, str, str]]:
    parts = parts_of(tokens_of(text, 0, len(text)), 0)
    return [(part.head, part.kind, text[part.start : part.end]) for part in parts]


def test_heads_open_parts() -> None:
    """The longest head that fits; the first part may have none."""
    assert _parts("said on the sidelines of a summit with Jo Tarn") == [
        ("", "", "said"),
        ("on the sidelines of", "at", "a summit"),
        ("with", "party", "Jo Tarn"),
    ]


def test_a_part_may_be_empty() -> None:
    """Then it begins and ends where its head stands."""
    assert _parts("told") == [("", "", ""), ("told", "told", "")]


def test_marks_open_parts_too() -> None:
    """A comma begins something new."""
    assert [kind for _, kind, _ in _parts("in Ostrel, who")] == [
        "",
        "at",
        "punctuation",
        "relative",
    ]
