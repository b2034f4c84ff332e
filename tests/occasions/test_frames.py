"""What a sentence says outside of what was said."""

import pytest

from onrecord.domain.span import Span
from onrecord.domain.statement import Statement, StatementKind
from onrecord.occasions.frames import Frame, Frames, Where
from onrecord.occasions.sentences import Sentences
from onrecord.text.paragraphs import paragraph_offsets
from tests.builders import span_of
from tests.occasions.builders import Report, report


def _frame(case: Report, number: int = 0) -> Frame:
    sentences = Sentences(case.text, paragraph_offsets(case.text))
    statements = case.statements()
    return Frames(sentences, statements).of(statements[number])


def _words(case: Report, frame: Frame) -> list[tuple[Where, str]]:
    stretches = ((s.where, case.text[s.start : s.end].strip()) for s in frame.stretches)
    return [(where, words) for where, words in stretches if words]


@pytest.mark.parametrize(
    ("sentence", "stretches"),
    [
        (
            "On Monday, [Belk] <said> in Ostrel {that it was over}.",
            [
                (Where.BEFORE, "On Monday,"),
                (Where.SOURCE, "Belk"),
                (Where.AFTER, "said in Ostrel"),
                (Where.TRAILING, "."),
            ],
        ),
        (
            "{“No,”} <said> [Belk] on Monday.",
            [(Where.CUE, "said"), (Where.SOURCE, "Belk"), (Where.AFTER, "on Monday.")],
        ),
        (
            "[Belk], in Ostrel, <said> {“no”} on Monday.",
            [
                (Where.SOURCE, "Belk"),
                (Where.BETWEEN, ", in Ostrel,"),
                (Where.AFTER, "said"),
                (Where.TRAILING, "on Monday."),
            ],
        ),
    ],
)
def test_a_frame_is_the_sentence_without_the_content(
    sentence: str, stretches: list[tuple[Where, str]]
) -> None:
    """Its parts are told apart by where they stand."""
    case = report(sentence)
    assert _words(case, _frame(case)) == stretches


def test_another_sentence_is_not_in_it() -> None:
    """Neither before nor after."""
    case = report("It was Monday.", "[Belk] <said> {so}.", "It rained.")
    assert _words(case, _frame(case)) == [
        (Where.SOURCE, "Belk"),
        (Where.AFTER, "said"),
        (Where.TRAILING, "."),
    ]


def _statement(text: str, number: int, source: str, cue: str, content: str) -> Statement:
    spans = (span_of(text, words) for words in (source, cue, content))
    where, how, what = ((span,) for span in spans)
    return Statement(f"s{number}", "d", StatementKind.INDIRECT, what, how, where)


SHARED = "On Monday Belk rejected the offer, calling it empty, while Tarn praised it in Ostrel."


def _shared() -> tuple[Statement, ...]:
    return (
        _statement(SHARED, 0, "Belk", "rejected", "the offer"),
        _statement(SHARED, 1, "Belk", "calling", "it empty"),
        _statement(SHARED, 2, "Tarn", "praised", "it in Ostrel"),
    )


def test_a_verb_that_shares_its_subject_leans_on_the_first() -> None:
    """Its own frame begins after what the first says."""
    statements = _shared()
    frames = Frames(Sentences(SHARED, [(0, len(SHARED))]), statements)
    found = [frames.of(statement).leans_on for statement in statements]
    assert found == [None, "s0", None]


def test_another_statement_in_the_sentence_bounds_the_frame() -> None:
    """What surrounds Tarn's words says nothing of Belk's."""
    statements = _shared()
    frames = Frames(Sentences(SHARED, [(0, len(SHARED))]), statements)
    ends = [frames.of(statement).stretches[-1].end for statement in statements[:2]]
    assert all(end <= SHARED.index("Tarn") for end in ends)
    starts = [s.start for s in frames.of(statements[2]).stretches if s.end - s.start > 1]
    assert min(starts) >= SHARED.index(", while")


def test_a_statement_without_source_and_cue_has_no_frame() -> None:
    """A quotation by itself."""
    case = report("{“No.”}")
    assert _frame(case).stretches == ()


def test_a_nested_statement_stays_inside_the_outer_content() -> None:
    """The outer attribution is not its own."""
    text = "Belk said on Monday Tarn had agreed."
    outer = _statement(text, 0, "Belk", "said", "Tarn had agreed")
    inner = Statement(
        "s1",
        "d",
        StatementKind.INDIRECT,
        (span_of(text, "agreed"),),
        (span_of(text, "had"),),
        (span_of(text, "Tarn"),),
        parent="s0",
    )
    frames = Frames(Sentences(text, [(0, len(text))]), (outer, inner))
    assert all(s.start >= text.index("Tarn") for s in frames.of(inner).stretches)
    assert [Span(s.start, s.end).of(text) for s in frames.of(outer).stretches][-1] == "."
