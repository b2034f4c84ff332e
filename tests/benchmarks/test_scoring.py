"""The benchmark counts as its docstring says."""

import pytest

from benchmarks.statements.scoring import (
    Case,
    Marked,
    count_document,
    linked_figures,
    quoted_kind,
    token_runs,
)

TEXT = "“We stay,” Orla Tesk said. Bram Ilvane said they would go."
FIRST = Marked([(11, 20)], [(21, 25)], [(0, 10)])
SECOND = Marked([(27, 38)], [(39, 43)], [(44, 57)])


def case(*statements: Marked) -> Case:
    return Case("made", TEXT, statements)


@pytest.mark.parametrize(
    ("predicted", "attributed", "content"),
    [
        ((FIRST, SECOND), 100.0, 100.0),
        ((FIRST,), 66.7, 66.7),
        ((), 0.0, 0.0),
        ((FIRST, Marked([], [(39, 43)], [(44, 57)])), 50.0, 100.0),
        ((FIRST, SECOND, Marked([], [], [(27, 38)])), 80.0, 80.0),
    ],
    ids=["all", "one missed", "nothing", "a source missed", "one too many"],
)
def test_linked_figures(predicted: tuple[Marked, ...], attributed: float, content: float) -> None:
    """A statement counts as attributed where content and source agree by half."""
    counts, _ = count_document(case(FIRST, SECOND), case(*predicted))
    figures = linked_figures(counts)
    assert (figures["attributed_f1"], figures["content_f1"]) == (attributed, content)


def test_fates_are_told_by_gold_statement() -> None:
    """Each gold statement is attributed, found or missed."""
    wrong_source = Marked([(27, 38)], [(21, 25)], [(0, 10)])
    _, fates = count_document(case(FIRST, SECOND), case(wrong_source))
    assert fates == [(0, "found"), (1, "missed")]


@pytest.mark.parametrize(
    ("text", "span", "kind"),
    [
        ("“We stay,” she said.", (0, 10), "direct"),
        ('"We stay," she said.', (0, 10), "direct"),
        ("She said “we stay” for now", (4, 26), "mixed"),
        ("She said they stay.", (4, 18), "indirect"),
    ],
)
def test_kind_follows_the_marks(text: str, span: tuple[int, int], kind: str) -> None:
    """A content is direct where its words stand in marks."""
    assert quoted_kind(text, [span]) == kind


def test_runs_are_cut_at_sentence_ends() -> None:
    """A span over two sentences is two runs."""
    sentences = [[(0, 2), (3, 4)], [(5, 7), (8, 9)]]
    spans = Case("made", "aa b cc d", (Marked([], [], [(3, 7)]),))
    assert token_runs(sentences, spans, "content") == {(0, 1, 1), (1, 0, 0)}
