"""Single sentences."""

import pytest

from onrecord.domain.act import Root
from onrecord.domain.span import Span
from onrecord.positions.acts.code import code_sentence
from tests.positions.acts.builders import FakeNetwork


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "source", "target", "root"),
    [
        ("Halden arrested three men.", "Halden", "three men", "COERCE"),
        ("Three men were arrested by police.", "police", "Three men", "COERCE"),
        ("Oss rejected calls for talks.", "Oss", "talks", "REJECT"),
        ("Oss agreed to lift sanctions on Halden.", "Oss", "Halden", "AGREE"),
        ("Oss lifted sanctions on Halden.", "Oss", "Halden", "YIELD"),
        ("Oss said Halden must withdraw.", "Oss", "Halden", "REQUEST"),
        ("Quost, whom Oss praised, rejected the plan.", "Quost", "the plan", "REJECT"),
        ("Oss refused to condemn Halden.", "Oss", "Halden", "REJECT"),
        ("Oss drank tea with Quost.", "Oss", "Quost", "none"),
    ],
)
def test_what_the_source_does(text: str, source: str, target: str, root: str) -> None:
    """The verb it is the subject of decides; in the passive the one before "by"."""
    act = code_sentence(text, _span(text, source), _span(text, target), None)
    assert act.root.value == root


def test_the_network_is_asked_for_any_sentence() -> None:
    """Even where no word of the lexicon stands in it; its words are the evidence."""
    text = "Oss drank tea uninterruptedly with Quost."
    act = code_sentence(text, _span(text, "Oss"), None, FakeNetwork(Root.CONSULT, 0.999))
    assert (act.root, act.step) == (Root.CONSULT, "model")
    assert [span.of(text) for span in act.evidence] == ["uninterruptedly"]


def test_parties_that_overlap_are_refused() -> None:
    """As those beyond the text are."""
    with pytest.raises(ValueError, match="overlap"):
        code_sentence("Oss left.", Span(0, 3), Span(2, 5), None)
