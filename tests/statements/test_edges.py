"""Edges are tidied: spans hold words, stay on their line, and are told once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.span import Span
from onrecord.statements.drafts import Draft
from onrecord.statements.edges import tidy
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.words import has_word_character
from tests.builders import span_of

TEXT = "Halden bridge shut\n\nThe bridge is shut, said Valk.\n  “ ” \n“It is,” she said."
LINES = paragraph_offsets(TEXT)


def tidied(*content: Span, source: tuple[Span, ...] = ()) -> list[str]:
    """The content of one draft after tidying."""
    found = tidy(TEXT, LINES, [Draft(content, (span_of(TEXT, "said"),), source)])
    return [part.of(TEXT) for draft in found for part in draft.content]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (span_of(TEXT, "The bridge is shut"), ["The bridge is shut"]),
        (Span(0, TEXT.index(", said")), ["Halden bridge shut", "The bridge is shut"]),
        (Span(18, TEXT.index(", said")), ["The bridge is shut"]),
        (span_of(TEXT, " The bridge".lstrip()), ["The bridge"]),
        (span_of(TEXT, "bridge is "), ["bridge is"]),
        (span_of(TEXT, "“ ”"), []),
        (span_of(TEXT, "\n\n"), []),
        (Span(TEXT.index("“ ”"), len(TEXT)), ["“It is,” she said."]),
    ],
)
def test_a_span_is_cut_at_lines(content: Span, expected: list[str]) -> None:
    """Trimmed, without blank parts; a draft of which nothing is left is dropped."""
    assert tidied(content) == expected


def test_a_line_that_is_not_read_is_left_out() -> None:
    """Content that runs over a caption goes on after it."""
    text = "The bridge is\nPhoto: Oda Merrin\nshut for good"
    lines = [line for n, line in enumerate(paragraph_offsets(text)) if n != 1]
    [found] = tidy(text, lines, [Draft((Span(0, len(text)),))])
    assert [part.of(text) for part in found.content] == ["The bridge is", "shut for good"]


def test_repetitions_are_told_once_with_the_best_score() -> None:
    """The same source, cue and content twice are one statement."""
    content, cue = span_of(TEXT, "The bridge is shut"), span_of(TEXT, "said")
    found = tidy(TEXT, LINES, [Draft((content,), (cue,), score=s) for s in (0.6, 0.9, 0.7)])
    assert [draft.score for draft in found] == [0.9]


def test_the_same_content_of_two_sources_is_two() -> None:
    """They differ in who said it."""
    content, cue = span_of(TEXT, "The bridge is shut"), span_of(TEXT, "said")
    sources = [(span_of(TEXT, "Valk"),), (span_of(TEXT, "Halden"),)]
    found = tidy(TEXT, LINES, [Draft((content,), (cue,), source) for source in sources])
    assert [draft.source for draft in found] == sources


@given(st.text(st.sampled_from("ab “”.\n\r\u2028\x00")), st.data())
def test_any_span_is_tidied(text: str, data: st.DataObject) -> None:
    """Each part lies in a line, is trimmed, and holds a word."""
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    lines = paragraph_offsets(text)
    for draft in tidy(text, lines, [Draft((Span(start, end),))]):
        assert draft.content
        for part in draft.content:
            assert any(s <= part.start and part.end <= e for s, e in lines)
            assert has_word_character(part.of(text))
            assert part.of(text) == part.of(text).strip()
