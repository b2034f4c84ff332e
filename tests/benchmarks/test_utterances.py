"""The benchmark of utterances plants changes, and knows pairs that are one utterance."""

from collections import Counter

from benchmarks.utterances.gold import pairs_within, read_judged
from benchmarks.utterances.perturb import CHANGES, VARIANTS, harmless, planted
from onrecord.domain.issue import StatementKey

TEXTS = [
    "We will not open the road with Mirelda Quost there, and the 60 guns of Ilmarra must leave.",
    "The mission has 120 engineers in Pelm. It is ready to go, but nobody called Orrelius about it",
    "She said that we will talk to Jorun Tekk within two weeks if the guns are silent",
]


def test_changes_are_planted_in_turn_and_alike_for_one_seed() -> None:
    """Each in another wording than it was made of."""
    made = planted(TEXTS, 10, 5)
    assert made == planted(TEXTS, 10, 5)
    assert all(one.left in TEXTS and one.right != one.left for one in made)
    assert set(Counter(one.kind for one in made)) <= set(CHANGES)
    assert {"negation_dropped", "number_changed", "condition_dropped"} <= {one.kind for one in made}


def test_harmless_wordings_say_how_they_differ() -> None:
    """And are no changes."""
    kinds = {one.kind for one in harmless(TEXTS, 10, 5)}
    assert kinds <= {f"same:{name}" for name in VARIANTS}


def test_there_are_150_judged_pairs_half_of_them_held_back() -> None:
    """Of two documents each, by place alone."""
    judged = read_judged()
    assert Counter(one.part for one in judged) == {"tune": 75, "held": 75}
    assert {one.verdict for one in judged} == {"same", "different", "unsure"}
    assert all(one.places[0][0] != one.places[1][0] for one in judged)


def test_pairs_are_those_of_one_group() -> None:
    """With both statements inside."""
    a, b, c = (StatementKey(name, "s") for name in "abc")
    assert pairs_within([[a, b, c]], {a, b}) == {frozenset((a, b))}
