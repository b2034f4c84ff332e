"""Decoding gives the best of the lawful label sequences."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.reader.decoding import RELATIONS, decode_rows, relations, runs, runs_by_row
from onrecord.reader.labels import BEGIN, END, INSIDE, OUTSIDE, SINGLE, may_end, may_start
from onrecord.reader.labels import transitions as transition_scores


def is_lawful(labels: list[int], line: list[int]) -> bool:
    """BIOES, each span of one role, in one line."""
    inside: int | None = None
    for place, label in enumerate(labels):
        role, part = (
            (None, OUTSIDE) if label == OUTSIDE else ((label - 1) // 4, (label - 1) % 4 + 1)
        )
        if place and line[place] != line[place - 1] and inside is not None:
            return False
        if inside is None:
            if part in (INSIDE, END):
                return False
        elif part not in (INSIDE, END) or role != inside:
            return False
        inside = role if part in (BEGIN, INSIDE) else None
    return inside is None


def scores_of(draw: st.DrawFn, rows: int, words: int, labels: int) -> NDArray[np.float32]:
    """Scores in steps of an eighth, which floats add without error."""
    size = rows * words * labels
    drawn = draw(st.lists(st.integers(-80, 80), min_size=size, max_size=size))
    return (np.array(drawn, dtype=np.float32) / 8).reshape(rows, words, labels)


@st.composite
def cases(
    draw: st.DrawFn, most_words: int, most_rows: int = 3, most_roles: int = 2
) -> tuple[NDArray[np.float32], NDArray[np.int64], int]:
    roles = draw(st.integers(1, most_roles))
    rows, words = draw(st.integers(1, most_rows)), draw(st.integers(1, most_words))
    steps = draw(st.lists(st.integers(0, 1), min_size=rows * words, max_size=rows * words))
    line = np.array(steps, dtype=np.int64).reshape(rows, words).cumsum(axis=1)
    return scores_of(draw, rows, words, 1 + 4 * roles), line, roles


@given(cases(most_words=12))
def test_every_sequence_is_lawful(
    case: tuple[NDArray[np.float32], NDArray[np.int64], int],
) -> None:
    """Whatever the scores, spans begin, end, keep their role, and stay in their line."""
    scores, line, roles = case
    labels = decode_rows(scores, line, roles)
    for row in range(len(scores)):
        assert is_lawful(labels[row].tolist(), line[row].tolist())


@settings(max_examples=60)
@given(cases(most_words=5, most_rows=2, most_roles=1) | cases(most_words=3, most_rows=2))
def test_the_best_lawful_sequence_is_found(
    case: tuple[NDArray[np.float32], NDArray[np.int64], int],
) -> None:
    """No lawful sequence of all that there are scores more."""
    scores, line, roles = case
    labels = decode_rows(scores, line, roles)
    words = scores.shape[1]
    for row in range(len(scores)):
        best = max(
            sum(float(scores[row, place, label]) for place, label in enumerate(sequence))
            for sequence in product(range(1 + 4 * roles), repeat=words)
            if is_lawful(list(sequence), line[row].tolist())
        )
        found = sum(float(scores[row, place, labels[row, place]]) for place in range(words))
        assert found == pytest.approx(best)


def best_sum(scores: NDArray[np.float32], roles: int) -> float:
    """The sum of the best lawful sequence of one line, looked for word by word."""
    allowed = transition_scores(roles).astype(float)
    best = scores[0] + np.where(may_start(roles), 0.0, -1e4)
    for word in scores[1:]:
        best = (best[:, None] + allowed).max(axis=0) + word
    return float((best + np.where(may_end(roles), 0.0, -1e4)).max())


@given(st.integers(0, 10_000), st.integers(1, 2), st.integers(1, 120), st.sampled_from((0, 2, 4)))
def test_a_long_line_gets_its_best_lawful_sequence(
    seed: int, roles: int, words: int, quiet: int
) -> None:
    """Where a line is searched in pieces, the whole is as good as if searched at one go."""
    chance = np.random.default_rng(seed)
    drawn = chance.integers(-24, 25, (1, words, 1 + 4 * roles)) / np.float32(8)
    drawn[:, :, OUTSIDE] += quiet
    labels = decode_rows(drawn, np.zeros((1, words), dtype=np.int64), roles)[0]
    found = drawn[0, np.arange(words), labels].sum()
    assert is_lawful(labels.tolist(), [0] * words)
    assert found == best_sum(drawn[0], roles)


@given(cases(most_words=8))
def test_scores_are_left_as_they_are(
    case: tuple[NDArray[np.float32], NDArray[np.int64], int],
) -> None:
    """Decoding again gives the same."""
    scores, line, roles = case
    before = scores.copy()
    first = decode_rows(scores, line, roles)
    assert (scores == before).all()
    assert (decode_rows(scores, line, roles) == first).all()


@given(cases(most_words=10, most_rows=4))
def test_rows_do_not_touch_each_other(
    case: tuple[NDArray[np.float32], NDArray[np.int64], int],
) -> None:
    """A row decoded alone gives what it gives among others."""
    scores, line, roles = case
    together = decode_rows(scores, line, roles)
    for row in range(len(scores)):
        alone = decode_rows(scores[row : row + 1], line[row : row + 1], roles)
        assert (alone[0] == together[row]).all()


def test_a_span_is_cut_at_a_line() -> None:
    """A span that scores would carry over a line end becomes two."""
    scores = np.full((1, 4, 5), -9, dtype=np.float32)
    for place, label in enumerate((BEGIN, INSIDE, INSIDE, END)):
        scores[0, place, label] = 0
    scores[0, 1, END] = scores[0, 2, BEGIN] = -1
    assert decode_rows(scores, np.array([[0, 0, 1, 1]]), 1).tolist() == [[BEGIN, END, BEGIN, END]]


@pytest.mark.parametrize("shape", [(0, 4, 5), (3, 0, 5), (0, 0, 9)])
def test_nothing_is_decoded_to_nothing(shape: tuple[int, int, int]) -> None:
    """No rows and no words are no error."""
    found = decode_rows(np.zeros(shape, dtype=np.float32), np.zeros(shape[:2], dtype=np.int64), 1)
    assert found.shape == shape[:2]


@pytest.mark.parametrize(
    ("labels", "role", "expected"),
    [
        ([OUTSIDE, OUTSIDE], 0, []),
        ([SINGLE, OUTSIDE, SINGLE], 0, [(0, 1), (2, 3)]),
        ([BEGIN, INSIDE, END, SINGLE], 0, [(0, 3), (3, 4)]),
        ([BEGIN, END, 4 + BEGIN, 4 + INSIDE, 4 + END, 4 + SINGLE], 1, [(2, 5), (5, 6)]),
        ([BEGIN, END, 4 + BEGIN, 4 + END], 0, [(0, 2)]),
    ],
)
def test_runs_are_read_off(labels: list[int], role: int, expected: list[tuple[int, int]]) -> None:
    """Half-open ranges of one role, in order."""
    assert runs(np.array(labels), role) == expected


def test_every_row_has_its_own_runs() -> None:
    """A row without any has an empty list."""
    labels = np.array([[SINGLE, OUTSIDE, SINGLE], [OUTSIDE] * 3, [BEGIN, INSIDE, END]])
    assert runs_by_row(labels) == [[(0, 1), (2, 3)], [], [(0, 3)]]


@given(cases(most_words=8), st.data())
def test_padding_changes_nothing(
    case: tuple[NDArray[np.float32], NDArray[np.int64], int], data: st.DataObject
) -> None:
    """Words on line -1 behind a row, whatever their scores, leave its labels as they are."""
    scores, line, roles = case
    more = scores_of(data.draw, len(scores), data.draw(st.integers(1, 4)), scores.shape[2])
    lines = np.pad(line, ((0, 0), (0, more.shape[1])), constant_values=-1)
    padded = decode_rows(np.concatenate([scores, more], axis=1), lines, roles)
    assert (padded[:, : line.shape[1]] == decode_rows(scores, line, roles)).all()


@given(cases(most_words=15, most_rows=1))
def test_runs_and_labels_say_the_same(
    case: tuple[NDArray[np.float32], NDArray[np.int64], int],
) -> None:
    """Every word with a label lies in exactly one run of its role."""
    scores, line, roles = case
    labels = decode_rows(scores, line, roles)[0]
    covered = [n for role in range(roles) for s, e in runs(labels, role) for n in range(s, e)]
    assert sorted(covered) == np.flatnonzero(labels != OUTSIDE).tolist()


@pytest.mark.parametrize("roles", [1, 2])
def test_stretches_begin_and_end_outside_or_whole(roles: int) -> None:
    """What may follow OUTSIDE may begin; what OUTSIDE may follow may end."""
    allowed = transition_scores(roles)
    assert ((allowed[OUTSIDE] == 0) == may_start(roles)).all()
    assert ((allowed[:, OUTSIDE] == 0) == may_end(roles)).all()


def test_relations_tell_side_distance_and_line() -> None:
    """Words before, in and after a cue, and in other lines, have relations of their own."""
    lines = np.array([[0, 0, 0, 1, 1, 2]])
    found = relations(lines, np.array([1]), np.array([2]))[0]
    assert found.min() >= 0
    assert found.max() < RELATIONS
    assert len(set(found.tolist())) == 6


@given(st.integers(1, 6000), st.data())
def test_relations_stay_in_range(words: int, data: st.DataObject) -> None:
    """However far a word lies from the cue."""
    start = data.draw(st.integers(0, words - 1))
    end = data.draw(st.integers(start + 1, words))
    line = np.arange(words)[None] // 7
    found = relations(line, np.array([start]), np.array([end]))
    assert found.min() >= 0
    assert found.max() < RELATIONS
