"""Which earlier mention a mention may refer back to."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.mentions import KINDS, MentionSpans
from onrecord.reader.pairs import (
    ACRONYM,
    LIKE_PRONOUN,
    LIKEST,
    NEAREST,
    NO_MATCH,
    SAME,
    SAME_HEAD,
    SAME_HEAD_WITHIN,
    SAME_PRONOUN,
    SHARED,
    SIZES,
    Pairs,
    best_earlier,
    chains,
    find_pairs,
)
from onrecord.reader.surface import CLASSES, DETERMINERS, read_surface
from tests.reader.builders import words_of_text
from tests.reader.mention_builders import surface_of


def features_of(text, one, other, **marks):
    """The features of a pair of mentions, the later first."""
    pairs = find_pairs(surface_of(text, one, other, **marks))
    assert (pairs.later.tolist(), pairs.earlier.tolist()) == ([1], [0])
    return pairs.features[0].tolist()


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("Ana Belk", "Ana Belk", SAME),
        ("Ana Belk", "ANA BELK", SAME),
        ("the minister", "the minister", SAME),
        ("Ana Belk", "Belk", SAME_HEAD_WITHIN),
        ("the old minister", "the minister", SAME_HEAD_WITHIN),
        ("the old minister", "the new minister", SAME_HEAD),
        ("Ana Belk", "Mina Belk", SAME_HEAD),
        ("the Korvanan army", "a Korvanan", SHARED),
        ("Halden Border Council", "HBC", ACRONYM),
        ("HBC", "Halden Border Council", ACRONYM),
        ("he", "He", SAME_PRONOUN),
        ("he", "his", LIKE_PRONOUN),
        ("he", "she", NO_MATCH),
        ("Ana Belk", "she", NO_MATCH),
        ("Ana Belk", "Jo Tarn", NO_MATCH),
    ],
)
def test_how_two_wordings_match(one, other, match) -> None:
    """The strongest match counts."""
    assert features_of(f"Then {one} saw {other}.", one, other)[1] // DETERMINERS == match


@pytest.mark.parametrize(
    ("text", "one", "other", "heads", "place"),
    [
        ("Belk saw the minister.", "Belk", "the minister", (), 0),
        ("Belk's minister left.", "Belk's minister", "minister", ("minister",), 1),
        ("Belk, the minister, left.", "Belk", "the minister", (), 3),
        ("Minister Belk left.", "Minister", "Belk", (), 3),
        ("Belk is the minister.", "Belk", "the minister", (), 4),
        ("Belk became minister.", "Belk", "minister", (), 4),
    ],
)
def test_how_two_mentions_lie_to_each_other(text, one, other, heads, place) -> None:
    """Apart, one in the other, set beside, or joined by a form of `be`."""
    assert features_of(text, one, other, heads=heads)[6] // 3 == place


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Belk saw Tarn.", 0),
        ("Belk said: “Tarn left.”", 1),
        ("“Belk left,” said Tarn.", 2),
        ("“Belk saw Tarn,” it said.", 3),
        ("“Belk left.” “Tarn stayed.”", 4),
    ],
)
def test_quotations_between_two_mentions(text, quotes) -> None:
    """Whether either is quoted, and whether in one quotation."""
    assert features_of(text, "Belk", "Tarn")[7] // CLASSES == quotes


@pytest.mark.parametrize(
    ("between", "lines"),
    [(" saw ", 0), ("\n", 3), ("\na\n", 3), ("\na\nb\n", 4), ("\na\nb\nc\n", 4)],
)
def test_the_first_line_is_far_and_near_at_once(between, lines) -> None:
    """A heading names those whom the article is about."""
    assert features_of(f"Belk{between}Tarn", "Belk", "Tarn")[9] // CLASSES == lines


@pytest.mark.parametrize(("between", "lines"), [(" ", 0), ("\n", 1), ("\na\n", 2), ("\na\nb\n", 2)])
def test_lines_apart(between, lines) -> None:
    """None, one, more."""
    assert features_of(f"Talks\nBelk{between}Tarn", "Belk", "Tarn")[9] // CLASSES == lines


def surface_of_words(words):
    """Each word of a text is a mention."""
    return surface_of(" ".join(words), *words)


def test_near_mentions_are_all_looked_at() -> None:
    """The NEAREST before each."""
    pairs = find_pairs(surface_of_words([f"Name{n}" for n in range(NEAREST + 5)]))
    last = pairs.earlier[pairs.later == NEAREST + 4].tolist()
    assert last == list(range(4, NEAREST + 4))


def test_far_mentions_are_looked_at_if_they_share_a_word() -> None:
    """The LIKEST nearest of them, in order before the near ones; a pronoun has none."""
    others = [f"Name{n}" for n in range(NEAREST)]
    surface = surface_of_words(["Belk"] * 2 + ["Tarn"] + others + ["Belk", "he"])
    pairs = find_pairs(surface)
    last = len(surface.spans) - 1
    assert pairs.earlier[pairs.later == last].tolist() == list(range(last - NEAREST, last))
    assert pairs.earlier[pairs.later == last - 1].tolist() == [0, 1, *range(3, last - 1)]


def test_pairs_grow_with_mentions_and_not_with_their_square() -> None:
    """Each mention has NEAREST + LIKEST at most, though all are called the same."""
    count = 2000
    surface = surface_of_words(["Belk"] * count)
    assert len(find_pairs(surface)) <= count * (NEAREST + LIKEST)


def test_few_mentions_have_no_pairs() -> None:
    """None, or one alone."""
    for words in ([], ["Belk"]):
        found = find_pairs(surface_of_words(words))
        assert len(found) == 0
        assert found.features.shape == (0, len(SIZES))


WORDS = ["Ana", "Belk", "minister", "the", "he", "his", "UN", ",", "is", ".", "“", "”", "\n", "40"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join), st.data())
def test_features_stay_below_their_sizes(text, data) -> None:
    """Whatever the words; every earlier mention comes before its later one, each pair once."""
    words = words_of_text(text)
    edge = st.integers(0, max(0, len(words) - 1))
    drawn = data.draw(st.lists(st.tuples(edge, edge), max_size=15)) if len(words) else []
    ranges = sorted({(min(pair), max(pair) + 1) for pair in drawn})
    start, end = (np.array([r[i] for r in ranges], dtype=np.int64) for i in (0, 1))
    kind = start % len(KINDS)
    score = np.ones(len(start), dtype=np.float32)
    pairs = find_pairs(read_surface(text, words, MentionSpans(start, end, end - 1, kind, score)))
    assert ((pairs.features >= 0) & (pairs.features < np.array(SIZES))).all()
    assert (pairs.earlier < pairs.later).all()
    assert (np.diff(pairs.later) >= 0).all()
    both = list(zip(pairs.later.tolist(), pairs.earlier.tolist(), strict=True))
    assert len(set(both)) == len(both)


def pairs_of(*both):
    """Pairs without features."""
    later, earlier = (np.array([pair[i] for pair in both], dtype=np.int64) for i in (0, 1))
    return Pairs(later, earlier, np.zeros((len(both), len(SIZES)), dtype=np.int64))


def test_the_best_above_zero_is_chosen_with_its_chance() -> None:
    """A softmax over all that were looked at and none, which scores 0."""
    pairs = pairs_of((1, 0), (2, 0), (2, 1), (3, 0))
    scores = np.array([-1, 1, 2, 0], dtype=np.float32)
    chosen, chance = best_earlier(pairs, scores, 4)
    assert chosen.tolist() == [-1, -1, 1, -1]
    odds = [1, 1 / (1 + np.exp(-1)), np.exp(2) / (1 + np.exp(1) + np.exp(2)), 1 / 2]
    assert chance.tolist() == pytest.approx(odds)


def test_sure_scores_do_not_overflow() -> None:
    """The chance stays a number between 0 and 1."""
    chosen, chance = best_earlier(pairs_of((1, 0)), np.array([1e4], dtype=np.float32), 2)
    assert chosen.tolist() == [-1, 0]
    assert chance.tolist() == [1, 1]


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        ([], []),
        ([-1, -1, -1], [0, 1, 2]),
        ([-1, 0, 1], [0, 0, 0]),
        ([-1, -1, 0, 1, 2], [0, 1, 0, 1, 0]),
        ([-1, 0, -1, 0], [0, 0, 1, 0]),
    ],
)
def test_chains_are_numbered_by_their_first_mention(chosen, numbers) -> None:
    """Whoever refers back joins the chain referred to."""
    assert chains(np.array(chosen, dtype=np.int64)).tolist() == numbers
