"""The coreference measures give what the papers that define them work out by hand."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.coreference.scoring import (
    MEASURES,
    Antecedents,
    Ratio,
    antecedents,
    best_alignment,
    conll,
    score,
    total,
)

Chains = list[set[str]]
Measure = Callable[[list[set[int]], list[set[int]]], tuple[float, float, float]]

TRUTH = [set("12345"), set("67"), set("89ABC")]
LAST_JOINED = [set("12345"), set("6789ABC")]
ENDS_JOINED = [set("1234589ABC"), set("67")]
ALL_JOINED = [set("123456789ABC")]
ALL_APART = [set(mention) for mention in "123456789ABC"]


def figures(measure: str, key: Chains, response: Chains) -> tuple[float, float]:
    ratio = score(key, response)[measure]
    return round(ratio.recall, 3), round(ratio.precision, 3)


@pytest.mark.parametrize(
    ("key", "response", "recall", "precision"),
    [
        ([set("ABCD")], [set("AB"), set("CD")], 2 / 3, 1),
        ([set("AB"), set("CD")], [set("ABCD")], 1, 2 / 3),
        ([set("ABCD")], [set("AB")], 1 / 3, 1),
        ([set("BCDEGHJ")], [set("ABC"), set("DEF"), set("GHI")], 3 / 6, 3 / 6),
        ([set("ABC")], [set("AC")], 1 / 2, 1),
    ],
    ids=["cut", "joined", "half missing", "in pieces", "one missing"],
)
def test_muc_as_in_vilain(key: Chains, response: Chains, recall: float, precision: float) -> None:
    """MUC counts the links that keep a chain together (Vilain et al. 1995)."""
    assert figures("muc", key, response) == (round(recall, 3), round(precision, 3))


@pytest.mark.parametrize(
    ("response", "muc", "b_cubed"),
    [(LAST_JOINED, 9 / 10, 16 / 21), (ENDS_JOINED, 9 / 10, 7 / 12)],
    ids=["a small error", "a large error"],
)
def test_b_cubed_as_in_bagga_and_baldwin(response: Chains, muc: float, b_cubed: float) -> None:
    """B³ tells a wrong link between large chains from one between small ones; MUC does not."""
    assert figures("muc", TRUTH, response) == (1.0, round(muc, 3))
    assert figures("b3", TRUTH, response) == (1.0, round(b_cubed, 3))


@pytest.mark.parametrize(
    ("response", "muc", "b_cubed", "ceaf"),
    [
        (LAST_JOINED, 94.7, 86.5, 73.3),
        (ENDS_JOINED, 94.7, 73.7, 66.7),
        (ALL_JOINED, 90.0, 54.5, 29.4),
        (ALL_APART, 0.0, 40.0, 17.8),
    ],
    ids=["a", "b", "c", "d"],
)
def test_f_measures_as_in_luo(response: Chains, muc: float, b_cubed: float, ceaf: float) -> None:
    """CEAF with φ4 ranks the four responses of Luo (2005), Table 1, as he does."""
    ratios = score(TRUTH, response)
    found = [round(100 * ratios[name].f1, 1) for name in MEASURES]
    assert found == [muc, b_cubed, ceaf]


def test_missing_and_spurious_mentions_as_in_pradhan() -> None:
    """e is missing, h and i are spurious: the worked example of Pradhan et al. (2014)."""
    key, response = [set("abc"), set("defg")], [set("ab"), set("cd"), set("fghi")]
    assert figures("muc", key, response) == (0.4, 0.4)
    assert figures("b3", key, response) == (round(35 / 84, 3), 0.5)
    assert figures("ceafe", key, response) == (0.65, 0.433)
    assert figures("mentions", key, response) == (round(6 / 7, 3), 0.75)


@pytest.mark.parametrize(
    ("response", "muc", "b_cubed", "ceaf"),
    [
        ([set("abc")], (1, 1), (1, 1), (1, 1)),
        ([], (0, 0), (0, 0), (0, 0)),
        ([set("ab")], (0.5, 1), (4 / 9, 1), (0.8, 0.8)),
        ([set("abcd")], (1, 2 / 3), (1, 9 / 16), (6 / 7, 6 / 7)),
        ([set("ad")], (0, 0), (1 / 9, 1 / 4), (0.4, 0.4)),
        ([set("xyz")], (0, 0), (0, 0), (0, 0)),
    ],
    ids=["the same", "nothing", "one missing", "one spurious", "one replaced", "all other"],
)
def test_one_chain_with_other_mentions(
    response: Chains,
    muc: tuple[float, float],
    b_cubed: tuple[float, float],
    ceaf: tuple[float, float],
) -> None:
    """A mention of one side alone counts in the denominator of that side and nowhere else."""
    for name, expected in zip(MEASURES, (muc, b_cubed, ceaf), strict=True):
        recall, precision = expected
        assert figures(name, [set("abc")], response) == (round(recall, 3), round(precision, 3))


def test_documents_are_summed_before_division() -> None:
    """A long document weighs more than a short one."""
    long, short = score([set("abcde")], [set("abcde")]), score([set("ab")], [])
    summed = total([long, short])
    assert summed["muc"] == Ratio(4, 5, 4, 4)
    assert summed["b3"].recall == 5 / 7
    assert conll(long) == 1.0


def test_the_best_alignment_beats_the_greedy_one() -> None:
    """Two pairs of .4 are worth more than one of .5."""
    assert best_alignment({(0, 0): 0.5, (0, 1): 0.4, (1, 0): 0.4}) == pytest.approx(0.8)


def by_trial(weights: dict[tuple[int, int], float]) -> float:
    """The best alignment, found by trying every one."""
    if not weights:
        return 0.0
    (left, right), weight = next(iter(weights.items()))
    without = {pair: w for pair, w in weights.items() if pair != (left, right)}
    free = {pair: w for pair, w in without.items() if pair[0] != left and pair[1] != right}
    return max(by_trial(without), weight + by_trial(free))


PAIRS = st.tuples(st.integers(0, 4), st.integers(0, 4))


@given(st.dictionaries(PAIRS, st.floats(0.01, 1), max_size=9))
def test_alignment_is_the_best_of_all(weights: dict[tuple[int, int], float]) -> None:
    """No one-to-one choice of pairs is worth more than the alignment found."""
    assert best_alignment(weights) == pytest.approx(by_trial(weights))


@st.composite
def clusterings(draw: st.DrawFn) -> list[set[int]]:
    """Chains over some of twelve mentions."""
    chosen = draw(st.dictionaries(st.integers(0, 11), st.integers(0, 4), min_size=1))
    return [{m for m, n in chosen.items() if n == number} for number in set(chosen.values())]


@given(clusterings(), clusterings())
def test_recall_and_precision_change_places(left: list[set[int]], right: list[set[int]]) -> None:
    """The recall of one side is the precision of the other."""
    for name, ratio in score(left, right).items():
        turned = score(right, left)[name]
        assert ratio.recall == pytest.approx(turned.precision)
        assert ratio.precision == pytest.approx(turned.recall)


@pytest.fixture(scope="module")
def published() -> Mapping[str, Measure]:
    """scorch (PyPI), whose tests are those of the CoNLL reference scorer."""
    scorch = pytest.importorskip(
        "scorch.scores", reason="scorch is not installed: pip install scorch to compare with it"
    )
    return {"muc": scorch.muc, "b3": scorch.b_cubed, "ceafe": scorch.ceaf_e}


@given(key=clusterings(), response=clusterings())
def test_figures_are_those_of_a_published_scorer(
    published: Mapping[str, Measure], key: list[set[int]], response: list[set[int]]
) -> None:
    """Recall, precision and F1 agree; one link is right always, as scorch has no F1 of nothing."""
    key, response = [*key, {12, 13}], [*response, {12, 13}]
    ratios = score(key, response)
    for name, measure in published.items():
        ours = ratios[name]
        theirs = measure(key, response)
        assert (ours.recall, ours.precision, ours.f1) == pytest.approx(theirs)


@pytest.mark.parametrize(
    ("response", "right"),
    [
        ([{1, 4, 6}], 2),
        ([{1, 4}], 1),
        ([{2, 4}, {1, 6}], 1),
        ([{1, 2, 4, 6}], 0),
        ([{4, 6}], 0),
        ([], 0),
    ],
    ids=["all", "one", "another person", "the nearest is wrong", "only pronouns", "nothing"],
)
def test_antecedents_of_pronouns(response: list[set[int]], right: int) -> None:
    """A pronoun is right where the nearest non-pronoun it is put with is of its key chain."""
    key = [{1, 4, 6}, {2, 3}]
    found = antecedents(key, response, pronouns={4, 6}, asked={4, 6})
    assert found == Antecedents(right, 2)


def test_pronouns_without_antecedent_are_not_counted() -> None:
    """ "I" and "my" alone in a chain have no name to be put with."""
    assert antecedents([{1, 2}], [{1, 2}], {1, 2}, {1, 2}) == Antecedents(0, 0)
