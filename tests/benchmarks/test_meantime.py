"""MEANTIME becomes texts with gold mentions, and actors are scored on them across documents."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.actors.meantime import (
    GoldMention,
    MeantimeDocument,
    b_cubed,
    meantime_figures,
    read_meantime,
    same_words,
    system_labels,
)
from onrecord.documents import text_document
from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.span import Span
from tests.fakes import RUN

SENTENCES = [
    ["Tesk", "sails"],
    ["March", "3", ",", "2031"],
    ["Orla", "Tesk", "'s", "ship", "(", "Ardent", ")", "left", "."],
    ["``", "Go", ",", "''", "she", "said", "."],
]
TEXT = "Tesk sails\nMarch 3, 2031\nOrla Tesk's ship (Ardent) left. “Go,” she said."
MARKABLES = """
<ENTITY_MENTION m_id="1" syntactic_type="NAM"><token_anchor t_id="1"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="2"><token_anchor t_id="7"/><token_anchor t_id="8"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="3" syntactic_type=""><token_anchor t_id="20"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="4" syntactic_type="NAM"><token_anchor t_id="12"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="5" syntactic_type="NAM"><token_anchor t_id="7"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="6" syntactic_type="NAM"><token_anchor t_id="8"/></ENTITY_MENTION>
<ENTITY m_id="11" ent_type="PER" instance_id="PER1"/>
<ENTITY m_id="12" ent_type="PRO" instance_id="PRO1"/>
<ENTITY m_id="13" ent_type="PER"/>
"""
RELATIONS = """
<REFERS_TO><source m_id="1"/><source m_id="2"/><source m_id="3"/><target m_id="11"/></REFERS_TO>
<REFERS_TO><source m_id="4"/><target m_id="12"/></REFERS_TO>
<REFERS_TO><source m_id="5"/><target m_id="13"/></REFERS_TO>
"""


def article() -> str:
    numbered = [(number, word) for number, words in enumerate(SENTENCES) for word in words]
    tokens = "".join(
        f'<token t_id="{n}" sentence="{sentence}">{word}</token>'
        for n, (sentence, word) in enumerate(numbered, start=1)
    )
    inside = f"{tokens}<Markables>{MARKABLES}</Markables><Relations>{RELATIONS}</Relations>"
    return f'<?xml version="1.0" ?><Document doc_name="made">{inside}</Document>'


@pytest.fixture
def made(tmp_path: Path) -> MeantimeDocument:
    for folder in ("intra_cross-doc_annotation", "intra-doc_annotation"):
        (tmp_path / folder / "corpus_made").mkdir(parents=True)
        (tmp_path / folder / "corpus_made" / "made.xml").write_text(article(), encoding="utf-8")
    (document,) = read_meantime(tmp_path)
    return document


def test_headline_and_date_are_lines(made: MeantimeDocument) -> None:
    """Tokens are joined as they are written, the rest of the sentences to one line."""
    assert made.text == TEXT


def test_mentions_are_those_of_linked_persons_and_bodies(made: MeantimeDocument) -> None:
    """Products, entities without an instance and mentions of nothing are left out."""
    found = [(TEXT[m.start : m.end], m.entity, m.is_name) for m in made.mentions]
    assert found == [
        ("Tesk", "PER1", True),
        ("Orla Tesk", "PER1", True),
        ("she", "PER1", False),
    ]


def appearance(profile: str, *words: str) -> Appearance:
    spans = tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)
    return Appearance(profile, ActorKind.PERSON, words[0], spans[:1], spans)


def analysed(*appearances: Appearance) -> AnalysedDocument:
    return AnalysedDocument(text_document(TEXT, "made"), (), (), RUN, appearances)


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (("Tesk", "Orla Tesk", "she"), ["p", "p", "p"]),
        (("Orla Tesk's",), ["", "p", ""]),
        (("ship", "left"), ["", "", ""]),
        (("Tesk's ship",), ["", "", ""]),
    ],
    ids=["all", "with a possessive ending", "nothing", "half of a name"],
)
def test_a_gold_mention_takes_the_actor_of_its_span(
    made: MeantimeDocument, words: tuple[str, ...], labels: list[str]
) -> None:
    """What no span matches is an actor of its own."""
    found = system_labels(made, analysed(appearance("p", *words)), {})
    assert [("p" if label == "p" else "") for label in found.values()] == labels
    alone = [label for label in found.values() if label != "p"]
    assert len(set(alone)) == len(alone)


def test_a_span_with_a_title_ends_at_the_same_word(made: MeantimeDocument) -> None:
    """The best share wins where several spans match."""
    longer = Appearance("q", ActorKind.PERSON, "x", (Span(11, 34),))
    found = system_labels(made, analysed(longer), {"q": "actor"})
    assert list(found.values())[1] == "actor"
    both = system_labels(made, analysed(longer, appearance("p", "Orla Tesk")), {})
    assert list(both.values())[1] == "p"


def test_profiles_of_one_actor_have_one_label(made: MeantimeDocument) -> None:
    """`actors` joins what the record has joined."""
    two = analysed(appearance("p", "Tesk"), appearance("q", "Orla Tesk"))
    assert list(system_labels(made, two, {"q": "p"}).values())[:2] == ["p", "p"]


def test_the_baseline_compares_words(made: MeantimeDocument) -> None:
    """Case, marks and a possessive ending make no difference."""
    assert list(same_words(made).values()) == ["tesk", "orla tesk", "she"]


def test_b_cubed_over_documents() -> None:
    """The example of Bagga & Baldwin (1998): precision 16/21, recall 1."""
    entities = "1111122" + "33333"
    labels = "aaaaabb" + "bbbbb"
    gold = [
        GoldMention(f"report-{n % 3}", n, n + 1, entity, "PER", True)
        for n, entity in enumerate(entities)
    ]
    precision, recall, f1 = b_cubed(dict(zip(gold, labels, strict=True)))
    assert (precision, recall) == pytest.approx((16 / 21, 1.0))
    assert f1 == pytest.approx(32 / 37)


def test_figures_are_given_for_names_and_for_all(made: MeantimeDocument) -> None:
    """In a second document the same person is found by the same profile."""
    again = replace(
        made, id="again", mentions=tuple(replace(m, document="again") for m in made.mentions)
    )
    found = analysed(appearance("p", "Tesk", "Orla Tesk"))
    figures = meantime_figures([made, again], {"made": found, "again": found}, {})
    assert (figures["meantime_names"], figures["meantime_all"]) == (4.0, 6.0)
    assert figures["meantime_all_unmatched"] == 2.0
    assert figures["meantime_names_b3_f1"] == 100.0
    assert figures["meantime_names_baseline_b3_recall"] == 50.0
