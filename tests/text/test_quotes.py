"""The quotation-mark state machine reads marks in any mixture, and errs at none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import (
    IN_NAME,
    IN_SPEECH,
    MARK,
    MAX_DEPTH,
    NESTED,
    OUTSIDE,
    Quotation,
    QuotationView,
    read_quotations,
    unclosed_pairs,
    word_states,
)
from onrecord.text.words import word_offsets


def view_of(text: str) -> QuotationView:
    """The view of a text whose every line is a paragraph."""
    return read_quotations(text, paragraph_offsets(text))


def inner(text: str, quotation: Quotation) -> str:
    """What stands between the marks."""
    return text[quotation.inner_start : quotation.inner_end]


def speech(text: str) -> list[str]:
    """What stands between outermost marks that quote."""
    return [inner(text, found) for found in view_of(text).outermost if not found.name_like]


@pytest.mark.parametrize(
    "sentence",
    [
        "“We will not yield,” said Irena Valk.",
        '"We will not yield," said Irena Valk.',
        '"We will not yield,” said Irena Valk.',
        '“We will not yield," said Irena Valk.',
        "“We will not yield,“ said Irena Valk.",
        "„We will not yield,“ said Irena Valk.",
        "„We will not yield,” said Irena Valk.",
        "„We will not yield,„ said Irena Valk.",
        "«We will not yield,» said Irena Valk.",
        "``We will not yield,'' said Irena Valk.",
        "‘We will not yield,’ said Irena Valk.",
        "「We will not yield,」 said Irena Valk.",
        "『We will not yield,』 said Irena Valk.",
        "＂We will not yield,＂ said Irena Valk.",
        'Irena Valk said: "We will not yield,"',
        "Irena Valk (“We will not yield,”) and Tomas Brandt left.",
        'Irena Valk ("We will not yield,") and Tomas Brandt left.',
        'Irena Valk—"We will not yield,"—left.',
    ],
)
def test_marks_of_any_sort_pair(sentence: str) -> None:
    """One quotation, closed, without its marks, and no stray mark."""
    view = view_of(sentence)
    assert speech(sentence) == ["We will not yield,"]
    assert all(found.closed for found in view.quotations)
    assert view.strays == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Not now," said Valk. "Not ever."', ["Not now,", "Not ever."]),
        ('"Not now,” said Valk. "Not ever.”', ["Not now,", "Not ever."]),
        ("“Not now,” said Valk. „Not ever,“ said Brandt.", ["Not now,", "Not ever,"]),
        ('"Not now," said Valk.\n“Not ever,” said Brandt.', ["Not now,", "Not ever,"]),
        ("“It’s Halden’s bridge, isn’t it?” he asked.", ["It’s Halden’s bridge, isn’t it?"]),
        ("‘It’s Halden’s bridge, isn’t it?’ he asked.", ["It’s Halden’s bridge, isn’t it?"]),
        (
            "“We stay here,– said Valk. – We do not go.”",
            ["We stay here,– said Valk. – We do not go."],
        ),
    ],
)
def test_several_quotations_stay_apart(text: str, expected: list[str]) -> None:
    """Each mark closes the quotation that is open, whatever sort it is of."""
    assert speech(text) == expected


@pytest.mark.parametrize(
    ("text", "outer", "nested"),
    [
        (
            "“He told me ‘never again, Irena’ and left,” said Valk.",
            "He told me ‘never again, Irena’ and left,",
            "never again, Irena",
        ),
        (
            "“He told me “never again, Irena” and left,” said Valk.",
            "He told me “never again, Irena” and left,",
            "never again, Irena",
        ),
        (
            "„He told me «never again, Irena» and left,“ said Valk.",
            "He told me «never again, Irena» and left,",
            "never again, Irena",
        ),
        (
            "‘He told me “never again, Irena” and left,’ said Valk.",
            "He told me “never again, Irena” and left,",
            "never again, Irena",
        ),
    ],
)
def test_quotations_nest(text: str, outer: str, nested: str) -> None:
    """The outermost has depth 1, the one inside it depth 2."""
    found = [(inner(text, q), q.depth) for q in view_of(text).quotations]
    assert found == [(outer, 1), (nested, 2)]


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_a_quotation_over_paragraphs_opens_in_each_and_closes_once(marks: str, gap: str) -> None:
    """Each paragraph is a quotation of its own; the later ones carry on the one before."""
    opening, closing = marks
    paragraphs = ["The bridge is shut.", "It stays shut.", "So be it,"]
    text = gap.join(opening + words for words in paragraphs) + closing + " said Valk."
    view = view_of(text)
    assert [inner(text, q) for q in view.quotations] == paragraphs
    assert [q.closed for q in view.quotations] == [False, False, True]
    assert [q.continues for q in view.quotations] == [False, True, True]
    assert len(unclosed_pairs(view)) == 2


def test_a_closed_quotation_is_not_carried_on() -> None:
    """A paragraph that opens with a mark after a closed quotation begins a new one."""
    view = view_of("“The bridge is shut,” said Valk.\n“It is open,” said Brandt.")
    assert not any(q.continues for q in view.quotations)
    assert unclosed_pairs(view) == []


def test_a_mark_at_a_paragraphs_end_opens_the_next() -> None:
    """A straight mark stranded before the line break belongs to what follows it."""
    text = 'Valk spoke at noon. "\nThe bridge is shut," she said.'
    view = view_of(text)
    assert speech(text) == ["The bridge is shut,"]
    assert view.strays == ()


def test_a_mark_stranded_at_the_very_end_is_a_stray() -> None:
    """There is no paragraph that it could open."""
    text = 'Valk spoke at noon. "'
    view = view_of(text)
    assert view.quotations == ()
    assert [(mark.start, mark.end) for mark in view.strays] == [(20, 21)]


@pytest.mark.parametrize(
    ("text", "opened", "strays"),
    [
        ("“The bridge is shut, said Valk.", ["The bridge is shut, said Valk."], 0),
        ("Valk spoke of “peace and went home.", ["peace and went home."], 0),
        ("The bridge is shut,” said Valk.", [], 1),
        ('A man of 6 feet 2" said no.', [], 1),
        ("”The bridge is shut, said Valk.", [], 1),
    ],
)
def test_a_mark_without_a_partner_ends_with_its_paragraph(
    text: str, opened: list[str], strays: int
) -> None:
    """An opening one is left open up to the paragraph's end; a closing one is a stray."""
    after = "“It is open,” said Brandt at noon."
    whole = f"{text}\n{after}"
    view = view_of(whole)
    assert [inner(whole, q) for q in view.quotations if not q.closed] == opened
    assert [inner(whole, q) for q in view.quotations if q.closed] == ["It is open,"]
    assert len(view.strays) == strays


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tomas “the Bear” Brandt left Halden.", "the Bear"),
        ("Tomas ‘the Bear’ Brandt left Halden.", "the Bear"),
        ('The so-called "peace plan" failed.', "peace plan"),
        ("The film «A Day in Halden» won.", "A Day in Halden"),
        ("The “Friends of Ostrel” met.", "Friends of Ostrel"),
        ("The ship „Irena“ sank.", "Irena"),
    ],
)
def test_marks_may_quote_nothing(text: str, name: str) -> None:
    """A few words without a sentence's punctuation are a name, a title or a scare quote."""
    assert [(inner(text, q), q.name_like) for q in view_of(text).quotations] == [(name, True)]


@pytest.mark.parametrize(
    "text",
    [
        "“No,” said Valk.",
        "“Never!” said Valk.",
        "“Why?” asked Valk.",
        "Valk said: “No way”",
        "Valk said, “No way”.",
        "Valk vowed “never to set foot in Ostrel again”.",
    ],
)
def test_short_speech_is_no_name(text: str) -> None:
    """A sentence's punctuation inside, a comma or colon before, or more words make it speech."""
    assert [q.name_like for q in view_of(text).quotations] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Halden’s bridge isn’t Ostrel’s.",
        "In the ’90s they built ’em well.",
        "The Ostrels’ bridge and the Haldens’ mill.",
        "Halden's bridge isn't Ostrel's, 'tis said.",
        "Fifty feet is 600' to nobody.",
    ],
)
def test_an_apostrophe_is_no_mark(text: str) -> None:
    """Clitics, plurals and clipped words quote nothing."""
    assert view_of(text) == QuotationView((), ())


def test_a_single_mark_needs_its_partner_close_by() -> None:
    """A single opening mark without one in its paragraph is an apostrophe."""
    assert view_of("In ‘Halden they build.\nSo’ be it.").quotations == ()
    assert view_of("In ‘Halden " + "x" * 3000 + " they’ build.").quotations == ()


def test_words_know_where_they_stand() -> None:
    """Outside, in a mark, in speech, nested, in a name."""
    text = "Valk: “He said ‘no, never’ twice.” The “Bear” left."
    words = word_offsets(text)
    states = dict(
        zip((text[s:e] for s, e in words), word_states(words, view_of(text)), strict=True)
    )
    assert states["Valk"] == states["left"] == OUTSIDE
    assert states["He"] == states["twice"] == IN_SPEECH
    assert states["never"] == NESTED
    assert states["Bear"] == IN_NAME
    assert states["“"] == states["‘"] == MARK


_MARKS = "“”„‟\"«»＂「」『』‘’'`"
marked = st.text(st.sampled_from(_MARKS + "ab,. \n—(") | st.characters(), max_size=200)


@given(marked)
def test_any_text_has_a_lawful_view(text: str) -> None:
    """Quotations lie in a paragraph, hold their inner part, nest properly; outermost are apart."""
    paragraphs = paragraph_offsets(text)
    view = read_quotations(text, paragraphs)
    for q in view.quotations:
        assert any(start <= q.start and q.end <= end for start, end in paragraphs)
        assert q.start <= q.inner_start <= q.inner_end <= q.end
        assert 1 <= q.depth <= MAX_DEPTH
    for before, after in zip(view.outermost, view.outermost[1:], strict=False):
        assert before.end <= after.start
    for q in view.quotations:
        inside = [o for o in view.outermost if o.start <= q.start and q.end <= o.end]
        assert len(inside) >= 1
    assert view == read_quotations(text, paragraphs)


@given(marked)
def test_every_mark_is_told_once(text: str) -> None:
    """A stray mark is visible, is one mark, and belongs to no quotation's marks."""
    view = view_of(text)
    used = {place for q in view.quotations for place in range(q.start, q.inner_start)}
    used |= {place for q in view.quotations for place in range(q.inner_end, q.end)}
    for mark in view.strays:
        assert text[mark.start : mark.end].strip()
        assert used.isdisjoint(range(mark.start, mark.end))
    assert len({mark.start for mark in view.strays}) == len(view.strays)


@given(marked)
def test_every_word_has_a_state(text: str) -> None:
    """Words outside every quotation are OUTSIDE, and only those."""
    words = word_offsets(text)
    view = view_of(text)
    states = word_states(words, view)
    assert len(states) == len(words)
    for (start, end), state in zip(words, states, strict=True):
        touched = any(q.start < end and start < q.end for q in view.quotations)
        assert touched or state == OUTSIDE


@pytest.mark.parametrize(
    "unit", ["“", "”", '"', "‘a", "‘a’ ", "“a” ", "“a “b” c” ", '"a ', "„a“ ", "‘ \n", '. "\n']
)
def test_time_grows_with_the_text(unit: str) -> None:
    """Twenty thousand marks of a sort are read at once."""
    text = unit * 20_000
    words = word_offsets(text)
    begun = time.perf_counter()
    word_states(words, view_of(text))
    assert time.perf_counter() - begun < 10
