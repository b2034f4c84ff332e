"""What the second network answers."""

import numpy as np
import pytest

from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span
from onrecord.reader.sentences import (
    ACT_LABELS,
    STANCE_LABELS,
    SentenceNetwork,
    target_input,
)
from onrecord.weights.reader import reader_weights
from onrecord.weights.sentences import sentence_weights

TEXT = "Quost has called on Ilmarra to withdraw its troops from the valley."
MARKED = MarkedSentence(TEXT, Span(0, 5), Span(20, 27))


@pytest.fixture(scope="module")
def network(weights: None) -> SentenceNetwork:
    """The shipped one."""
    return SentenceNetwork(sentence_weights(), reader_weights().vocabulary)


@pytest.mark.weights
@pytest.mark.parametrize(
    "sentence",
    [MARKED, MarkedSentence(TEXT, Span(0, 5)), MarkedSentence(TEXT)],
    ids=["both marks", "no target", "no mark"],
)
def test_a_request_is_one(network: SentenceNetwork, sentence: MarkedSentence) -> None:
    """With or without marks, though without any it may be taken for a plain comment."""
    [scores] = network.acts([sentence])
    roots = scores.chances if sentence.source else scores.chances[: ACT_LABELS.index("NONE")]
    assert ACT_LABELS[int(roots.argmax())] == "REQUEST"
    assert scores.chances.sum() == pytest.approx(1)


@pytest.mark.weights
def test_an_act_names_words_of_the_text(network: SentenceNetwork) -> None:
    """Their weights sum to 1, and what is done is among the heaviest."""
    [scores] = network.acts([MARKED])
    assert sum(weight for _, weight in scores.words) == pytest.approx(1)
    heaviest = sorted(scores.words, key=lambda word: -word[1])[:4]
    assert {"called", "withdraw"} & {span.of(TEXT) for span, _ in heaviest}


@pytest.mark.weights
def test_answers_do_not_depend_on_company(network: SentenceNetwork) -> None:
    """A text among others is answered as it is alone, to the last bit."""
    texts = [TEXT, "Oss.", "The harvest was late in the valley this year, growers said."]
    pairs = [(text, "Ilmarra should withdraw its troops.") for text in texts]
    assert np.array_equal(network.embed(texts)[:1], network.embed(texts[:1]))
    assert np.array_equal(network.stances(pairs)[1:2], network.stances(pairs[1:2]))
    assert np.array_equal(network.targets(pairs)[2:], network.targets(pairs[2:]))


@pytest.mark.weights
@pytest.mark.parametrize("text", ["", " ", "\u200f", "☃", "x" * 9000, "no " * 3000])
def test_any_text_is_answered(network: SentenceNetwork, text: str) -> None:
    """Empty, strange and endless ones too."""
    assert np.isfinite(network.embed([text])).all()
    assert np.isfinite(network.stances([(text, text)])).all()
    assert np.isfinite(network.acts([MarkedSentence(text)])[0].chances).all()


@pytest.mark.weights
def test_vectors_are_of_unit_length_and_tell_likeness(network: SentenceNetwork) -> None:
    """A paraphrase is nearer than another matter."""
    first, second, third = network.embed(
        ["The troops must leave the valley.", "Soldiers have to quit the valley.", "Fish is cheap."]
    )
    assert np.linalg.norm(first) == pytest.approx(1, abs=1e-5)
    assert first @ second > first @ third + 0.2


@pytest.mark.weights
def test_shapes_of_nothing(network: SentenceNetwork) -> None:
    """No text gives no row."""
    assert network.embed([]).shape == (0, 384)
    assert network.acts([]) == []
    assert network.stances([]).shape == (0, len(STANCE_LABELS))


def test_a_target_is_marked_where_it_stands() -> None:
    """The first place; a target that is not there is the second text."""
    found, second = target_input("Oss thanked Oss.", "Oss")
    assert (found.target, second) == (Span(0, 3), None)
    assert target_input("Oss waits.", "Quost") == (MarkedSentence("Oss waits."), "Quost")
    assert target_input("Oss waits.", "") == (MarkedSentence("Oss waits."), None)
