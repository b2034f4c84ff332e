"""Words and network together."""

import pytest

from onrecord import wiring
from onrecord.domain.act import Root
from onrecord.positions.acts.code import code_statements
from onrecord.positions.acts.deciding import together
from onrecord.positions.acts.network import LABELS
from onrecord.reader.sentences import ACT_LABELS
from tests.builders import document_of
from tests.positions.acts.builders import FakeNetwork, case

UNSURE = "[Oss] <warned> {that Tessaria would lose}."


def test_a_plain_statement_is_not_put_to_the_network() -> None:
    """The lexicon is the gate."""
    network = FakeNetwork(Root.ASSAULT)
    act = case("[Oss] <said> {that the harvest would be late}.").act(network)
    assert (act.step, network.asked) == ("plain", [])


def test_the_network_decides_where_the_words_do_not() -> None:
    """A hint alone makes no act without it."""
    assert case(UNSURE).act().root is Root.NONE
    act = case(UNSURE).act(FakeNetwork(Root.THREATEN, 0.99))
    assert (act.root, act.step) == (Root.THREATEN, "model")


def test_sure_words_stand_against_an_unsure_network() -> None:
    """Both are weighed."""
    act = case("[Oss] <said> {that the raid was illegal}.").act(FakeNetwork(Root.AID, 0.4))
    assert (act.root, act.step) == (Root.ACCUSE, "model")


def test_words_that_leave_no_doubt_need_no_network() -> None:
    """What it costs would change nothing."""
    network = FakeNetwork(Root.AID)
    act = case("[Oss] <accused> Tessaria {of a raid}.").act(network)
    assert (act.root, act.step, network.asked) == (Root.ACCUSE, "lexicon", [])


def test_the_network_sees_the_sentence_with_its_parties() -> None:
    """Source and target are marked in it."""
    network = FakeNetwork(Root.ACCUSE)
    case("It rained. [Oss] <said> {Tessaria’s raid was illegal}. It rained again.").act(network)
    [asked] = network.asked
    assert asked.text == "Oss said Tessaria’s raid was illegal."
    assert asked.source is not None
    assert asked.target is not None
    assert (asked.source.of(asked.text), asked.target.of(asked.text)) == ("Oss", "Tessaria")


def test_a_long_sentence_is_cut_about_the_words() -> None:
    """So that its cost stays small."""
    network = FakeNetwork(Root.ACCUSE)
    long = "and so on " * 90
    case(f"[Oss] <warned> Tessaria {{of a raid {long}}}.").act(network)
    assert len(network.asked[0].text) < 300


def test_an_equal_sentence_is_asked_once() -> None:
    """Two statements of one sentence share the answer."""
    network = FakeNetwork(Root.REJECT)
    one = case("[Oss] <warned> {of a raid}.")
    code_statements(document_of(one.text), (one.statement, one.statement), one.appearances, network)
    assert len(network.asked) == 1


def test_the_network_s_words_are_evidence_where_the_lexicon_has_none() -> None:
    """Those it looked at most."""
    words = case("[Oss] <warned> {of an incontrovertible loss}.").evidence(
        FakeNetwork(Root.ACCUSE, 0.999)
    )
    assert words == ["incontrovertible"]


def test_chances_are_multiplied() -> None:
    """Without a word for anything the network's own answer stands."""
    chances = [0.9 if label is Root.AID else 0.1 / 15 for label in LABELS]
    assert together({Root.AID: 0.3}, chances).root is Root.AID
    assert together({Root.REJECT: 0.95}, chances, trust_in_network=0.0).root is Root.REJECT


def test_the_labels_are_in_the_network_s_order() -> None:
    """Fifteen roots, then none."""
    assert tuple(label.name for label in LABELS) == ACT_LABELS


@pytest.mark.weights
def test_the_shipped_network_answers() -> None:
    """With sixteen chances, and a weight for each word."""
    act = case("[Oss] <warned> {Tessaria that the raid would have a price}.").act(
        wiring.sentence_network()
    )
    assert act.step == "model"
    assert 0.0 < act.confidence <= 1.0
