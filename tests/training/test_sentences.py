"""What the second network is taught: tags read, names swapped, propositions turned round."""

import random
import sys

import pytest

import training.sentences.examples as examples_module
from onrecord.domain.span import Span
from training.sentences.examples import held_out, tagged

sys.modules.setdefault("examples", examples_module)

import training.sentences.act_corpus as acts  # noqa: E402
from training.sentences import pair_variation  # noqa: E402


@pytest.mark.parametrize(
    ("text", "plain", "source", "target"),
    [
        pytest.param("<s>Oss</s> met <t>Quost</t>.", "Oss met Quost.", "Oss", "Quost", id="both"),
        pytest.param("<t>Quost</t> met <s>Oss</s>.", "Quost met Oss.", "Oss", "Quost", id="turned"),
        pytest.param("Papers were seized.", "Papers were seized.", None, None, id="neither"),
        pytest.param("<t>Papers</t> were seized.", "Papers were seized.", None, "Papers", id="one"),
        pytest.param("<s></s>Oss waits.", "Oss waits.", None, None, id="an empty mark"),
        pytest.param("<s>Oss waits.", "Oss waits.", None, None, id="never closed"),
    ],
)
def test_tagged(text: str, plain: str, source: str | None, target: str | None) -> None:
    """The tags go, their places stay."""
    found = tagged(text)
    assert found.text == plain
    assert (found.source.of(plain) if found.source else None) == source
    assert (found.target.of(plain) if found.target else None) == target


@pytest.mark.parametrize(
    ("proposition", "contrary"),
    [
        ("The border should be opened.", "The border should not be opened."),
        ("The border should not be opened.", "The border should be opened."),
        ("No troops should stay in Sarn.", "Troops should stay in Sarn."),
        ("The army burned the mill.", None),
        ("Halden must never join.", None),
    ],
)
def test_reversed_propositions(proposition: str, contrary: str | None) -> None:
    """Only where a rule can tell."""
    assert pair_variation.reversed_proposition(proposition) == contrary


def test_rows_are_known_again_by_their_words() -> None:
    """Marks, case and points change nothing; a word does."""
    first = {"marked_sentence": "<s>Oss</s> met Quost."}
    assert acts.row_digest(first) == acts.row_digest({"marked_sentence": "oss met <t>Quost</t>"})
    assert acts.row_digest(first) != acts.row_digest({"marked_sentence": "Oss met Marrak."})


def test_sentences_that_share_a_run_of_words_are_kept_apart() -> None:
    """Eight in a row are too many; seven are not."""
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    make = [
        examples_module.Example("acts", "made", tagged(" ".join(part)), (0,))
        for part in (words, [*words[:7], "other"], ["other", *words[1:]])
    ]
    assert acts.without_shared(make[1:], make[:1]) == make[1:2]


def test_what_is_held_out_is_settled_by_its_group() -> None:
    """All of an issue or none; acts never, they have folds."""
    made = [
        examples_module.Example("stances", "own", tagged(f"{n}"), (0,), group=f"{n // 2}")
        for n in range(200)
    ]
    kept = [held_out(example) for example in made]
    assert kept[::2] == kept[1::2]
    assert 0 < sum(kept) < 100
    assert not held_out(examples_module.Example("acts", "own", tagged("x"), (0,), group="0"))


def test_told_acts_say_who_did_it() -> None:
    """The same the other way round is unclear."""
    sentence = tagged("<s>Oss</s> accused <t>Quost</t>.")
    example = examples_module.Example("acts", "own", sentence, (acts.NUMBER["ACCUSE"],))
    told = pair_variation.told_acts([example] * 60, seed=1)
    texts = {(pair.second, pair.labels[0]) for pair in told}
    assert ("Oss accuses Quost.", pair_variation.FOR) in texts
    assert ("Oss supports Quost.", pair_variation.AGAINST) in texts
    assert ("Quost accuses Oss.", pair_variation.UNCLEAR) in texts


def test_foreign_pairs_are_unclear() -> None:
    """Unless the draw falls on the same issue."""
    make = [
        examples_module.Example("stances", "own", tagged(f"{n}"), (0,), second=f"{n}", group=f"{n}")
        for n in range(2)
    ]
    found = pair_variation.foreign_pair(make[0], make[1:], random.Random(0))
    assert (found.second, found.labels) == ("1", (pair_variation.UNCLEAR,))
    assert pair_variation.foreign_pair(make[0], make[:1], random.Random(0)) == make[0]


def test_gold_records_keep_the_words_of_the_event() -> None:
    """Of a compound actor the first part is the source, the second the target."""
    sentence, evidence = acts._gold_sentence("(SRC/TAR: Oss) (EVT: met) (SRC/TAR: Quost).")
    assert (sentence.text, sentence.source, sentence.target) == (
        "Oss met Quost.",
        Span(0, 3),
        Span(8, 13),
    )
    assert [span.of(sentence.text) for span in evidence] == ["met"]
