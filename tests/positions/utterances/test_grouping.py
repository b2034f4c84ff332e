"""Which statements report one act of speech."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.domain.reported import ReportedActor
from onrecord.domain.statement import Polarity, StatementKind
from onrecord.positions.utterances import group
from tests.positions.utterances.builders import MARRAK, NOBODY, QUOST, groups, report

LINE = "“We will open the road on the day the Mission certifies the last gun, not before.”"
CUT = "“We will open the road on the day the Mission certifies the last gun”"
ALTERED = "“We will open the road on the day the Mission certifies the last gun, or before.”"
PARAPHRASE = "that Tessaria opens the road once the Mission certifies the last gun"
OTHER = "“Nobody sends grain through a valley full of guns on the strength of a handshake.”"
INDIRECT = StatementKind.INDIRECT

TOGETHER = [
    ("the same words", report(LINE, "b")),
    ("cut", report(CUT, "b")),
    ("altered", report(ALTERED, "b")),
    ("paraphrased", report(PARAPHRASE, "b", kind=INDIRECT)),
    ("a day later", report(LINE, "b", said=1)),
    ("published a day later", report(LINE, "b", said=1, published=1, step="publication")),
    ("by nobody known", report(LINE, "b", by=NOBODY)),
    ("undated", report(LINE, "b", said=None, published=None)),
    ("another's spelling", report(LINE, "b", by=ReportedActor("person~x", "Mirelda Kwost"))),
]

APART = [
    ("another sentence", report(OTHER, "b")),
    ("weeks later", report(LINE, "b", said=24, published=24)),
    ("a paraphrase days later", report(PARAPHRASE, "b", kind=INDIRECT, said=4, published=4)),
    ("a paraphrase by nobody known", report(PARAPHRASE, "b", kind=INDIRECT, by=NOBODY)),
    ("a paraphrase by another", report(PARAPHRASE, "b", kind=INDIRECT, by=MARRAK)),
    ("a denial", report(PARAPHRASE, "b", kind=INDIRECT, polarity=Polarity.DENIED)),
    ("five words of it", report("“on the day the Mission certifies”", "b", by=MARRAK)),
]


@pytest.mark.parametrize(("why", "other"), TOGETHER)
def test_reports_of_one_act_of_speech_are_together(why, other) -> None:
    """However they put it."""
    assert groups(group([report(LINE), other])) == {frozenset(("a.txt", "b"))}


@pytest.mark.parametrize(("why", "other"), APART)
def test_what_only_resembles_it_is_apart(why, other) -> None:
    """Precision before recall."""
    assert groups(group([report(LINE), other])) == set()


def test_a_contradiction_in_other_words_is_another_utterance() -> None:
    """In the same words it is the same one, altered."""
    never = report("that Tessaria never opens any road the Mission certifies", "b", kind=INDIRECT)
    assert groups(group([report(PARAPHRASE, kind=INDIRECT), never])) == set()
    altered = report(CUT.replace("will", "will not"), "b")
    assert groups(group([report(CUT), altered])) == {frozenset(("a.txt", "b"))}


def test_repeats_inside_one_document_are_one() -> None:
    """Headline, lead and body."""
    found = group([report(CUT, "a"), report(LINE, "a", at=200), report(OTHER, "a", at=400)])
    assert sorted(len(one.retellings) for one in found) == [1, 2]
    assert all(one.outlets == ("a",) for one in found)


def test_what_stands_inside_another_statement_is_another_speakers() -> None:
    """ "Quost said that Marrak had assured her …" are two acts of speech."""
    inner = "that the heavy guns would go first and the engineers would follow them in May"
    outer = report(f"Marrak had assured her {inner}", "a", kind=INDIRECT)
    nested = report(inner, "a", at=23, by=MARRAK, kind=INDIRECT)
    assert groups(group([outer, nested])) == set()


def test_a_fragment_ties_no_two_quotations_together() -> None:
    """It goes with one of them."""
    words = "the day the Mission certifies the last gun"
    first = report(f"“We open the road on {words}, and bread will pass to Upper Brode.”", "a")
    second = report(f"“Our engineers wait in Pelm for {words}; then they go home.”", "b")
    fragment = report(f"“{words}”", "c")
    found = groups(group([first, second, fragment]))
    assert len(found) == 1
    assert not any({"a", "b"} <= members for members in found)


def test_two_sentences_of_a_longer_report_are_not_joined_by_it() -> None:
    """They share nothing with each other."""
    whole = report(f"{LINE} […] {OTHER}", "a")
    found = groups(group([whole, report(LINE, "b"), report(OTHER, "c")]))
    assert not any({"b", "c"} <= members for members in found)


def test_vectors_find_wordings_with_few_shared_words() -> None:
    """Only where enough words, the speaker and the day agree."""
    first = "that the escort of soldiers is an army that moves slowly and eats the children's bread"
    second = (
        "that soldiers in an escort march as any army does, slow and hungry, through the valley"
    )
    left, right = (
        report(words, name, kind=INDIRECT) for name, words in (("a", first), ("b", second))
    )

    def embed(texts):
        return np.ones((len(texts), 1), dtype=np.float32)

    def embed_apart(texts):
        return np.eye(len(texts), 8, dtype=np.float32)

    assert groups(group([left, right])) == set()
    assert groups(group([left, right], embed_apart)) == set()
    assert groups(group([left, right], embed)) == {frozenset(("a", "b"))}


def test_nothing_is_said_where_nothing_is_reported() -> None:
    """No statements, no utterances; one without words is its own."""
    assert group([]) == ()
    assert len(group([report("", "a"), report("…", "b")])) == 2


POOL = [
    report(words, f"d{number}", by=by, said=said, published=said, kind=kind, at=number)
    for number, (words, by, said, kind) in enumerate(
        (words, by, said, kind)
        for words in (LINE, CUT, ALTERED, PARAPHRASE, OTHER, f"{LINE} […] {OTHER}")
        for by in (QUOST, NOBODY)
        for said in (0, 1, 9)
        for kind in (StatementKind.DIRECT, INDIRECT)
    )
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(POOL), unique_by=lambda one: one.key), st.randoms())
def test_any_order_gives_the_same_utterances(statements, chance: random.Random) -> None:
    """And every statement is in exactly one."""
    found = group(statements)
    shuffled = chance.sample(statements, len(statements))
    assert group(shuffled) == found
    keys = [retelling.key for one in found for retelling in one.retellings]
    assert sorted(keys) == sorted(one.key for one in statements)
