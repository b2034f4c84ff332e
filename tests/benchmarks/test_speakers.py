"""Samples of statements are drawn by seed, and judged ones become figures."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from benchmarks.speakers.sample import COLUMNS, Drawing, Sample, draw, row_of, write_rows
from benchmarks.speakers.score import Judged, keep, read_judged, speaker_figures, wilson
from onrecord.documents import text_document
from onrecord.domain.document import Document
from onrecord.domain.statement import Statement
from tests.fakes import FakePipeline

TEXTS = [
    f"Rain fell.\n“We stay {n},” said Orla Tesk. “Go {n},” said Bram Ilvane." for n in range(9)
]
DOCUMENTS = [text_document(text, f"report-{n}") for n, text in enumerate(TEXTS)]


def statements_of(documents: Iterable[Document]) -> Iterable[Sequence[Statement]]:
    return (analysed.statements for analysed in FakePipeline().analyse(documents))


def drawn(drawing: Drawing) -> list[Sample]:
    return draw(DOCUMENTS, statements_of, drawing)


def test_a_seed_draws_the_same_again() -> None:
    """Another seed draws others; none is drawn twice."""
    drawing = Drawing(seed=1, documents=6, statements=5)
    first = drawn(drawing)
    assert first == drawn(drawing)
    assert first != drawn(Drawing(seed=2, documents=6, statements=5))
    assert len({statement.id for _, statement in first}) == 5
    assert len({document.id for document, _ in first}) <= 6


def test_fewer_statements_than_asked_for_are_all_drawn() -> None:
    """Nothing is drawn twice to make up the number."""
    assert len(drawn(Drawing(documents=50, statements=100))) == 18


def test_a_row_marks_content_and_source_in_their_context() -> None:
    """A line break would end the row, so it is shown as a sign."""
    (sample, *_) = drawn(Drawing(documents=9, statements=18))
    row = row_of(sample)
    assert tuple(row) == COLUMNS
    assert row["context"].startswith("Rain fell. ¶ “«We stay 0,»” said ‹Orla Tesk›. “Go 0")
    assert row["speakers"] == "Orla Tesk (named, fake)"
    assert TEXTS[0][int(row["start"]) : int(row["end"])] == row["content"] == "We stay 0,"
    assert (row["judgement"], row["class"]) == ("", "")


def test_judged_rows_are_read_back_and_kept_without_text(tmp_path: Path) -> None:
    """Rows that nobody judged are left out; what is kept scores the same."""
    rows = [row_of(sample) for sample in drawn(Drawing(documents=9, statements=4))]
    rows[0]["judgement"] = "right"
    rows[2] |= {"judgement": "wrong", "class": "pronoun"}
    write_rows(rows, tmp_path / "sample.tsv")
    judged = read_judged(tmp_path / "sample.tsv")
    assert [(row.verdict, row.error) for row in judged] == [("right", ""), ("wrong", "pronoun")]
    keep(judged, tmp_path / "judgements.csv")
    assert read_judged(tmp_path / "judgements.csv") == judged
    assert "stay" not in (tmp_path / "judgements.csv").read_text(encoding="utf-8")


def test_an_unknown_verdict_is_refused(tmp_path: Path) -> None:
    """The verdict, its place and the words that may be used are named."""
    file = tmp_path / "judgements.csv"
    file.write_text("document,start,verdict,class\nab12,7,perhaps,\n", encoding="utf-8")
    with pytest.raises(ValueError, match="'perhaps' of 'ab12' at 7 is no judgement: use right"):
        read_judged(file)


def test_figures_leave_the_unsure_out() -> None:
    """Accuracy is over right and wrong; wrong ones are counted by class."""
    verdicts = ["right"] * 3 + ["unsure", "wrong"]
    judged = [Judged("ab12", n, verdict) for n, verdict in enumerate(verdicts)]
    judged.append(Judged("ab12", 9, "wrong", "office"))
    figures = speaker_figures(judged)
    assert (figures["accuracy"], figures["unsure"]) == (60.0, 1.0)
    assert (figures["wrong_unnamed"], figures["wrong_office"]) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1.0), (0, 0, 0.0, 1.0)],
)
def test_wilson_interval(right: int, count: int, low: float, high: float) -> None:
    """The interval stays within 0 and 1 and is never a point."""
    assert wilson(right, count) == pytest.approx((low, high), abs=0.001)
