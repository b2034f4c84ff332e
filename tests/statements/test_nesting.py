"""Which statement is made inside which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.span import Span
from onrecord.statements.drafts import Draft, in_order
from onrecord.statements.nesting import parents
from tests.statements.readings import attribution, statements_of


def test_a_statement_in_anothers_content_has_it_as_parent() -> None:
    """`X said that Y had told …`."""
    text = "Valk said that Brandt had told her that Merrin wrote that the mill burned."
    found = statements_of(
        text,
        attribution(text, "said", "Valk", text[10:-1]),
        attribution(text, "told", "Brandt", "that Merrin wrote that the mill burned"),
        attribution(text, "wrote", "Merrin", "that the mill burned"),
    )
    by_cue = {statement.cue[0].of(text): statement for statement in found}
    assert by_cue["said"].parent is None
    assert by_cue["told"].parent == by_cue["said"].id
    assert by_cue["wrote"].parent == by_cue["told"].id


def test_statements_beside_each_other_have_no_parent() -> None:
    """Two speakers in one sentence are not nested."""
    text = "Valk said the mill burned, and Brandt said it did not."
    found = statements_of(
        text,
        attribution(text, "said", "Valk", "the mill burned"),
        attribution(text, "said", "Brandt", "it did not", after="burned"),
    )
    assert [statement.parent for statement in found] == [None, None]


def test_an_interrupting_attribution_is_not_inside_its_content() -> None:
    """The gap between the two parts of a content is no part of it."""
    text = "“We keep the bridge, – said Valk. – We also keep the mill.”"
    [found] = statements_of(text, attribution(text, "said", "Valk", "“We keep the bridge"))
    assert len(found.content) == 2
    assert found.parent is None


@pytest.mark.parametrize("length", [1, 2, 3, 7])
def test_a_circle_is_not_a_nest(length: int) -> None:
    """Each cue in the content of the next: one at least has no parent, and none is its own."""
    cues = [Span(10 * n, 10 * n + 1) for n in range(length)]
    circle = [Draft((cues[n - 1],), (cues[n],)) for n in range(length)]
    above = parents(circle)
    assert None in above
    assert all(parent != number for number, parent in enumerate(above))


spans = st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda p: Span(p[0], p[0] + p[1]))
drafts = st.builds(
    Draft,
    content=st.lists(spans, min_size=1, max_size=3).map(lambda found: tuple(sorted(found))),
    cue=st.lists(spans, max_size=1).map(tuple),
)


@given(st.lists(drafts, max_size=12).map(in_order))
def test_nesting_has_no_circles(found: list[Draft]) -> None:
    """Whatever overlaps, each chain of parents ends."""
    above = parents(found)
    for number in range(len(found)):
        seen = set()
        at: int | None = number
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = above[at]
