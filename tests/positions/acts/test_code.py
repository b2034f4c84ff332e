"""What the words of a statement are coded as, without a network."""

import pytest

from onrecord.domain.act import Root
from onrecord.domain.statement import Statement
from onrecord.positions.acts.code import code_statements
from tests.builders import document_of
from tests.positions.acts.builders import case


@pytest.mark.parametrize(
    ("sentence", "root"),
    [
        ("[Oss] <said> {that Tessaria must withdraw}.", "REQUEST"),
        ("[Oss] <urged> Tessaria {to withdraw}.", "REQUEST"),
        ("[Oss] <called on> {Tessaria to withdraw}.", "REQUEST"),
        ("[Oss] <accused> Tessaria {of closing the road}.", "ACCUSE"),
        ("[Oss] <said> {that Tessaria had violated the truce}.", "ACCUSE"),
        ("[Oss] <said>: {“The raid was illegal.”}", "ACCUSE"),
        ("[Oss] <rejected> {the proposal}.", "REJECT"),
        ("[Oss] <denied> {that his men had fired}.", "REJECT"),
        ("[Oss] <said>: {“We will never accept this map.”}", "REJECT"),
        ("[Oss] <said> {that there was no evidence of a raid}.", "REJECT"),
        ("[Oss] <said> {it would retaliate if the road stayed shut}.", "THREATEN"),
        ("[Oss] <threatened> {to close the road}.", "THREATEN"),
        ("[Oss] <welcomed> {the decision}.", "SUPPORT"),
        ("[Oss] <said>: {“We thank the mediators.”}", "SUPPORT"),
        ("[Oss] <agreed to> {a truce}.", "AGREE"),
        ("[Oss] <said> {he was ready to open the road}.", "AGREE"),
        ("[Oss] <met with> {Quost}.", "CONSULT"),
        ("[Oss] <announced> {that he would lift the blockade}.", "AGREE"),
        ("[Oss] <announced> {the release of forty men}.", "YIELD"),
        ("[Ilmarra] <has banned> {such convoys}.", "COERCE"),
    ],
)
def test_what_is_done_by_speaking(sentence: str, root: str) -> None:
    """By the words of the attribution, or by what is said in it."""
    assert case(sentence).act().root.value == root


@pytest.mark.parametrize(
    "sentence",
    [
        "[Oss] <said> {that troops had shelled the town}.",
        "[Oss] <said> {that the harvest would be late}.",
        "[Oss] <said> {that Halden had rejected the offer}.",
        "[Oss] <said>: {“We met them in the spring.”}",
        "[Oss] <said> {that three men had been arrested}.",
        "[Oss] <told> NBC's “Meet the Press” {that it rained}.",
    ],
)
def test_what_is_reported_is_no_act(sentence: str) -> None:
    """Of whoever reports it."""
    assert case(sentence).act().root is Root.NONE


@pytest.mark.parametrize(
    ("sentence", "root"),
    [
        ("[Oss] <refused> {to condemn the raid}.", "REJECT"),
        ("[Oss] <did not condemn> {the raid}.", "none"),
        ("[Oss] <did not agree to> {a truce}.", "REJECT"),
        ("[Oss] <declined to comment>{ on the raid}.", "REJECT"),
        ("[Oss] <did not respond to> {a request for comment}.", "none"),
        ("[Oss] <stopped short of endorsing> {the plan}.", "none"),
        ("[Oss] <called off> {the strike}.", "YIELD"),
        ("[Oss] <lifted sanctions> {on Halden}.", "YIELD"),
        ("[Oss] <rejected calls for> {talks}.", "REJECT"),
        ("[Oss] <said> {that his men were not responsible for it}.", "REJECT"),
        ("[Oss] <could not but welcome> {the decision}.", "SUPPORT"),
    ],
)
def test_negation_turns_an_act(sentence: str, root: str) -> None:
    """What is refused is rejected; what was not done is nothing."""
    assert case(sentence).act().root.value == root


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("[Oss] <accused> Tessaria {of closing the road}.", ["accused"]),
        ("[Oss] <called on> {Tessaria to withdraw}.", ["called on"]),
        ("[Oss] <has denied> {it}.", ["denied"]),
        ("[Oss] <said> {that the raid was a war crime}.", ["war crime"]),
    ],
)
def test_an_act_names_its_words(sentence: str, words: list[str]) -> None:
    """Those that the code rests on."""
    assert case(sentence).evidence() == words


def test_without_a_hint_it_is_plain() -> None:
    """Nothing else is tried."""
    act = case("[Oss] <said> {that the harvest would be late}.").act()
    assert (act.root, act.step, act.evidence, act.targets) == (Root.NONE, "plain", (), ())


def test_a_hedge_lowers_the_confidence() -> None:
    """The writer does not vouch for it."""
    plain = case("[Oss] <rejected> {the plan}.").act()
    hedged = case("[Oss] reportedly <rejected> {the plan}.").act()
    assert hedged.root is plain.root
    assert hedged.confidence < plain.confidence


def test_words_of_somebody_else_inside_are_not_the_speaker_s() -> None:
    """They are those of the nested statement."""
    outer = case("[Oss] <said> {that Quost had called the raid illegal}.")
    inner = case("Oss said that [Quost] <had called> {the raid illegal}.", parent="s1")
    nested = Statement(
        **{name: getattr(inner.statement, name) for name in Statement.__slots__} | {"id": "s2"}
    )
    coded = code_statements(
        document_of(outer.text), (outer.statement, nested), outer.appearances, None
    )
    assert [each.act.root.value for each in coded if each.act] == ["none", "ACCUSE"]
