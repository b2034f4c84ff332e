"""Mentions by their head words."""

import pytest

from onrecord.actors.referents import Referents
from onrecord.domain.mention import MentionForm
from onrecord.domain.span import Span
from tests.actors.builders import ORGANISATION, Marked, find, mentions_of

TEXT = "Ana Belk, the minister of Korvana, who left, met Tarn. He saw her."


def referents(*marked, text=TEXT):
    """The referents of a text."""
    return Referents(mentions_of(text, *marked))


def test_mentions_of_one_head_are_one_referent() -> None:
    """The widest is its span, the longest name its name, and a name makes it a name."""
    whole = Marked("Ana Belk, the minister of Korvana", 1, head="Belk", form=MentionForm.NOMINAL)
    [found] = referents(whole, Marked("Ana Belk", 1)).all
    assert found.span.of(TEXT) == "Ana Belk, the minister of Korvana"
    assert (found.head.of(TEXT), found.name.of(TEXT)) == ("Belk", "Ana Belk")
    assert found.form is MentionForm.NAME


def test_the_chain_of_more_mentions_counts() -> None:
    """Where two mentions of one head are in two chains; kind and link are that one's."""
    found = referents(
        Marked("Ana Belk, the minister of Korvana", 1, ORGANISATION, head="Belk", link=0.3),
        Marked("Ana Belk", 2, link=0.8),
        Marked("her", 2),
    ).all[0]
    assert (found.chain, found.link, found.kind.value) == (2, 0.8, "person")


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("Ana Belk", ["Belk"]),
        ("Ana Belk, the minister of Korvana", ["Belk", "minister", "Korvana"]),
        ("Ana", []),
        ("met Tarn", ["Tarn"]),
        ("left", []),
    ],
)
def test_heads_inside_a_span(words, heads) -> None:
    """In order of the text, whatever the order given."""
    marked = [Marked(w, n) for n, w in enumerate(("Tarn", "Korvana", "the minister", "Ana Belk"))]
    inside = referents(*marked).inside(find(TEXT, words))
    assert [one.head.of(TEXT) for one in inside] == heads


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("Ana Belk, the minister of Korvana", "Belk"),
        ("the minister of Korvana", "minister"),
        ("Korvana", "Korvana"),
        ("left", None),
    ],
)
def test_what_a_source_means_as_a_whole(source, meant) -> None:
    """The widest mention of those that begin first."""
    found = referents(
        Marked("Ana Belk", 1),
        Marked("the minister of Korvana", 2, head="minister"),
        Marked("Korvana", 3),
    ).meant_by(find(TEXT, source))
    assert (found.head.of(TEXT) if found else None) == meant


@pytest.mark.parametrize(
    ("marked", "head"),
    [
        ((Marked("the minister of Korvana", 1, head="minister"),), "minister"),
        ((Marked("Korvana", 1), Marked("the minister of Korvana", 2, head="minister")), "minister"),
        ((Marked("Ana Belk", 1),), None),
        ((), None),
    ],
)
def test_what_stands_right_before_a_place(marked, head) -> None:
    """The widest that ends there, a comma apart at most."""
    found = referents(*marked).before(find(TEXT, "who").start, TEXT)
    assert (found.head.of(TEXT) if found else None) == head


def test_a_mention_may_run_on_over_the_place() -> None:
    """`the minister who left` stands before its own `who`."""
    text = "The minister who left met Tarn."
    wide = Marked("The minister who left", 1, head="minister")
    found = referents(wide, text=text).before(find(text, "who").start, text)
    assert found is not None
    assert found.head.of(text) == "minister"


def test_nothing_stands_before_the_first_word() -> None:
    """And a far mention is not right before."""
    assert referents(Marked("Tarn", 1)).before(0, TEXT) is None
    assert referents().inside(Span(0, len(TEXT))) == []
