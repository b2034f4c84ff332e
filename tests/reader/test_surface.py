"""What the words of a mention tell."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.mentions import MentionSpans
from onrecord.reader.surface import (
    CLASSES,
    CONTENT,
    DETERMINER,
    DETERMINERS,
    HE,
    INDEFINITE,
    IT,
    NAME,
    NOMINAL,
    NUMBERED,
    POSSESSED,
    PRONOUN_CLASS,
    SHE,
    THEY,
    quotations,
    read_surface,
    sentences,
)
from tests.reader.builders import words_of_text
from tests.reader.mention_builders import surface_of


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Ana Belk", NAME),
        ("Belk", NAME),
        ("UN", NAME),
        ("the Korvanan minister", NOMINAL),
        ("the minister", NOMINAL),
        ("three ministers", NOMINAL),
        ("he", HE),
        ("His", HE),
        ("herself", SHE),
        ("its", IT),
        ("them", THEY),
        ("I", PRONOUN_CLASS["me"]),
        ("our", PRONOUN_CLASS["we"]),
        ("who", PRONOUN_CLASS["whom"]),
        ("nobody", PRONOUN_CLASS["everyone"]),
    ],
)
def test_a_mention_is_a_name_a_noun_phrase_or_a_pronoun(words, form) -> None:
    """By its only word, else by the case of its head."""
    assert surface_of(f"Then {words} left.", words).form.tolist() == [form]


def test_a_pronoun_with_company_is_none() -> None:
    """`he himself` has a head in lower case and more than one word."""
    assert surface_of("Then he himself left.", "he himself").form.tolist() == [NOMINAL]


@pytest.mark.parametrize(
    ("words", "head", "determiner"),
    [
        ("the minister", "", DETERMINER["the"]),
        ("The minister", "", DETERMINER["the"]),
        ("a minister", "", INDEFINITE),
        ("some ministers", "", INDEFINITE),
        ("these ministers", "", DETERMINER["this"]),
        ("his minister", "", POSSESSED),
        ("Korvana's minister", "", POSSESSED),
        ("Korvana’s minister", "", POSSESSED),
        ("ministers of Korvana's army", "ministers", 0),
        ("Ana Belk's", "Belk", 0),
        ("all ministers", "", NUMBERED),
        ("40 ministers", "", NUMBERED),
        ("ministers", "", 0),
        ("Ana Belk", "", 0),
        ("this", "", DETERMINER["this"]),
    ],
)
def test_determiners(words, head, determiner) -> None:
    """By the first word, an owner before the head, or a number."""
    assert surface_of(f"Then {words} left.", words, heads=(head,)).determiner.tolist() == [
        determiner
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana Belk", "ANA BELK", True),
        ("the minister", "a minister", True),
        ("Mr. Belk", "Belk", True),
        ("Ana Belk", "Belk", False),
        ("the old minister", "the minister", False),
    ],
)
def test_the_full_wording_leaves_out_what_tells_nothing(one, other, same) -> None:
    """Articles, forms of address and case."""
    surface = surface_of(f"{one} left and {other} came.", one, other)
    assert (surface.full[0] == surface.full[1]) is np.bool_(same)
    assert surface.head[0] == surface.head[1]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Halden Border Council", "HBC", True),
        ("the Halden Border Council", "the HBC", True),
        ("Halden Border Council", "HBD", False),
        ("border council of Halden", "BCH", True),
        ("halden border council", "HBC", False),
    ],
)
def test_initials_are_what_an_acronym_is(one, other, same) -> None:
    """Of names only; articles and small words have no letter in it."""
    surface = surface_of(f"{one}, then {other} left.", one, other)
    assert (surface.initials[0] == surface.acronym[1]) is np.bool_(same)
    assert surface.acronym[0] == surface.initials[1] == -1


def test_content_words_are_few_and_different() -> None:
    """The first CONTENT that carry meaning, each once, -1 behind them."""
    text = "The old, old bridge of the mill and a very long row of grey boats left."
    surface = surface_of(text, text[: text.index(" left")], "old")
    assert (surface.content[0] >= 0).all()
    assert len(set(surface.content[0].tolist())) == CONTENT
    assert surface.content[1].tolist() == [surface.content[0, 0], *[-1] * (CONTENT - 1)]


def test_place_in_the_document() -> None:
    """Line, sentence and quotation of the first word."""
    text = "Belk left. Tarn stayed.\n“Rusk saw Holm,” said Orr. “Ask Dahl.”"
    names = ("Belk", "Tarn", "Rusk", "Holm", "Orr", "Dahl")
    surface = surface_of(text, *names)
    assert surface.line.tolist() == [0, 0, 1, 1, 1, 1]
    assert surface.sentence.tolist() == [0, 1, 2, 2, 2, 3]
    assert surface.quotation.tolist() == [0, 0, 1, 1, 0, 2]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("a . b", [0, 0, 1]), ("a . . b", [0, 0, 0, 1]), ("a ? b !", [0, 0, 1, 1]), ("a", [0])],
)
def test_a_full_stop_ends_a_sentence(words, numbers) -> None:
    """Several in a row end one."""
    folded = tuple(words.split())
    assert sentences(folded, np.zeros(len(folded), dtype=np.int64)).tolist() == numbers


def test_quotations_are_numbered() -> None:
    """From 1; 0 is outside."""
    states = np.array([0, 1, 2, 0, 0, 1], dtype=np.int64)
    assert quotations(states).tolist() == [0, 1, 1, 0, 0, 2]


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_words_have_a_surface(text, data) -> None:
    """Every number is in its range."""
    words = words_of_text(text)
    starts = data.draw(st.lists(st.integers(0, max(0, len(words) - 1)), max_size=5).map(sorted))
    starts = starts if len(words) else []
    ends = [data.draw(st.integers(start + 1, len(words))) for start in starts]
    start, end = (np.array(places, dtype=np.int64) for places in (starts, ends))
    kind, score = np.ones_like(start), np.ones(len(start), dtype=np.float32)
    surface = read_surface(text, words, MentionSpans(start, end, start, kind, score))
    assert surface.content.shape == (len(starts), CONTENT)
    assert ((surface.form >= 0) & (surface.form < CLASSES)).all()
    assert ((surface.determiner >= 0) & (surface.determiner < DETERMINERS)).all()
