"""From a reading to the statements of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.reading import Attribution, Reading
from onrecord.domain.span import Span, quoted
from onrecord.domain.statement import Polarity, StatementKind
from onrecord.statements.assemble import find_statements, quotation_notes
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import read_quotations
from onrecord.text.words import has_word_character
from tests.builders import document_of
from tests.statements.readings import attribution, reading_of, statements_of

ARTICLE = (
    "Valk: bridge to stay shut\n"
    "The bridge stays shut, Foreign Minister Irena Valk said on Monday.\n"
    "“We have waited long enough for this bridge.”\n"
    "Tomas Brandt denied that Ostrel had asked for talks.\n"
)


def article_statements():
    return statements_of(
        ARTICLE,
        attribution(ARTICLE, "said", "Foreign Minister Irena Valk", "The bridge stays shut"),
        attribution(ARTICLE, "denied", "Tomas Brandt", "that Ostrel had asked for talks"),
    )


def test_every_sort_of_statement_is_found_in_order() -> None:
    """A heading, a cue, a floating quotation, a denial; by first span of content."""
    found = article_statements()
    assert [statement.step for statement in found] == ["verbless", "cue", "floating", "cue"]
    assert [statement.content[0].of(ARTICLE) for statement in found] == [
        "bridge to stay shut",
        "The bridge stays shut",
        "“We have waited long enough for this bridge.”",
        "that Ostrel had asked for talks",
    ]


def test_each_has_its_kind_source_and_polarity() -> None:
    """As told by its own words; who speaks is settled later, of the whole document."""
    heading, said, floating, denied = article_statements()
    assert [quoted(ARTICLE, s.source) for s in (heading, said, floating, denied)] == [
        "Valk",
        "Foreign Minister Irena Valk",
        "",
        "Tomas Brandt",
    ]
    assert {s.speakers for s in (heading, said, floating, denied)} == {()}
    assert (said.kind, floating.kind) == (StatementKind.INDIRECT, StatementKind.DIRECT)
    assert (said.polarity, denied.polarity) == (Polarity.AFFIRMED, Polarity.DENIED)


def test_an_interrupted_quotation_is_one_statement() -> None:
    """`“…, – said X. – …”`: one statement, direct, in two parts, and nothing floats."""
    text = "“We keep the bridge, – said Irena Valk. – We also keep the mill and the harbour.”"
    [found] = statements_of(text, attribution(text, "said", "Irena Valk", "“We keep the bridge"))
    assert quoted(text, found.content) == (
        "“We keep the bridge, […] We also keep the mill and the harbour.”"
    )
    assert found.kind is StatementKind.DIRECT


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    """Its paragraphs are parts of one content, and none of them floats."""
    text = (
        "“The bridge was shut in May of last year,” Valk said. “It was not safe to cross.\n\n"
        "“We asked the other side to mend it with us.\n\n“They have not answered to this day.”"
    )
    said = attribution(text, "said", "Valk", "“The bridge was shut in May of last year,”")
    [found] = statements_of(text, said)
    assert len(found.content) == 4
    assert found.kind is StatementKind.DIRECT
    assert found.content[-1].end == len(text)


def test_content_that_runs_over_a_line_is_cut_there() -> None:
    """No span holds a line end, and the two parts are one statement."""
    text = "Valk said the bridge is shut\nand the mill is sold."
    [found] = statements_of(text, attribution(text, "said", "Valk", text[10:-1]))
    assert [part.of(text) for part in found.content] == [
        "the bridge is shut",
        "and the mill is sold",
    ]


def test_content_without_a_word_is_no_statement() -> None:
    """Marks alone say nothing."""
    text = "Valk said “…”."
    assert statements_of(text, attribution(text, "said", "Valk", "“…”")) == ()


def test_ids_are_of_the_document_and_the_spans() -> None:
    """The same reading gives the same ids; scores play no part; another document others."""
    first = [statement.id for statement in article_statements()]
    assert first == [statement.id for statement in article_statements()]
    assert len(set(first)) == len(first)
    reading = reading_of(ARTICLE)
    here, there = (
        {s.id for s in find_statements(document_of(ARTICLE, id=id), reading)} for id in "ab"
    )
    assert here
    assert here.isdisjoint(there)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("“No,” said Valk.", []),
        ("“No, said Valk.", [("unbalanced-quotation-mark", "“")]),
        ("No,” said Valk.", [("stray-quotation-mark", "”")]),
        ("“No.\n“Never,” said Valk.", [("unbalanced-quotation-mark", "“")]),
    ],
)
def test_odd_marks_are_noted(text: str, reasons: list[tuple[str, str]]) -> None:
    """With the place; a balanced text has no notes."""
    notes = quotation_notes(reading_of(text))
    assert [(note.reason, note.span.of(text) if note.span else "") for note in notes] == reasons


_MARKS = [
    "“",
    "”",
    '"',
    "‘",
    "’",
    "«",
    "»",
    "\n",
    " ",
    ", ",
    ". ",
    ": ",
    " – ",
    "Irena Valk",
    "said",
]
_WORDS = ["we have waited long enough for it", "VALK", "he", "From the desk of ", "…", "\u202e"]
_pieces = st.sampled_from([*_MARKS, *_WORDS])
texts = st.lists(_pieces, min_size=1, max_size=30).map("".join)


@st.composite
def readings(draw: st.DrawFn) -> tuple[str, Reading]:
    """Any attributions at all, as wild as no network makes them."""
    text = draw(texts)

    def some_spans(least: int, most: int) -> tuple[Span, ...]:
        pair = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 40))
        drawn = draw(st.lists(pair, min_size=least, max_size=most))
        return tuple(sorted(Span(s, min(len(text), s + n)) for s, n in drawn))

    found = [
        Attribution(
            some_spans(1, 1)[0], some_spans(0, 2), some_spans(1, 3), draw(st.floats(0.5, 1))
        )
        for _ in range(draw(st.integers(0, 5)))
    ]
    lines = tuple(paragraph_offsets(text))
    return text, Reading("d", lines, read_quotations(text, lines), tuple(found))


@given(readings())
def test_any_reading_gives_lawful_statements(case: tuple[str, Reading]) -> None:
    """Content with words, on its lines, in order without overlap; parents exist; ids are unique."""
    text, reading = case
    found = find_statements(document_of(text, id="d"), reading)
    ids = {statement.id for statement in found}
    assert len(ids) == len(found)
    assert list(found) == sorted(found, key=lambda s: (s.content[0], s.id))
    for statement in found:
        assert statement.content
        assert statement.parent is None or statement.parent in ids - {statement.id}
        assert 0 <= statement.confidence <= 1
        for before, after in zip(statement.content, statement.content[1:], strict=False):
            assert before.end <= after.start
        for part in statement.content:
            assert any(s <= part.start and part.end <= e for s, e in reading.lines)
            assert has_word_character(part.of(text))
        assert all(part.end <= len(text) for part in statement.spans())
    assert find_statements(document_of(text, id="d"), reading) == found
