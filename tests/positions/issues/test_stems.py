"""Words as they are compared."""

import pytest

from onrecord.positions.issues.stems import kin_of, placed_stems, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("withdrawal", "withdraw"),
        ("withdrew", "withdrawn"),
        ("removal", "removed"),
        ("strikes", "strike"),
        ("refugees", "refugee"),
        ("ministries", "ministry"),
        ("inspection", "inspected"),
        ("soldiers", "troops"),
        ("planned", "plan"),
    ],
)
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    """Inflected and derived."""
    assert stem(one) == stem(other)


def test_words_that_tell_nothing_have_no_stem() -> None:
    """Nor has what is no word."""
    assert stems("It should not be that; he said so.") == frozenset()


def test_a_stem_stands_where_its_word_does() -> None:
    """In the order of the text."""
    text = "The troops stay."
    assert [(stem, place.of(text)) for stem, place in placed_stems(text)] == [
        ("troop", "troops"),
        ("sta", "stay"),
    ]


def test_kin_is_mutual() -> None:
    """Whoever is kin has it as kin."""
    assert all(one in kin_of()[other] for one, others in kin_of().items() for other in others)
