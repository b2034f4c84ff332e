"""Cutting a text at the edges of overlapping spans."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.domain.span import Span
from onrecord.exports.segments import Layer, Role, segments

LENGTH = 40
SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
    lambda pair: Span(min(pair[0], pair[1] - 1), max(pair[0] + 1, pair[1]))
)
LAYERS = st.lists(st.builds(Layer, SPANS, st.sampled_from(Role), st.integers(0, 5)), max_size=12)


@given(within=SPANS, layers=LAYERS, text=st.text(min_size=LENGTH, max_size=LENGTH))
def test_segments_put_together_are_the_text(within: Span, layers: list[Layer], text: str) -> None:
    """Nothing is lost, doubled or moved."""
    found = segments(within, layers)
    assert "".join(segment.span.of(text) for segment in found) == within.of(text)


@given(within=SPANS, layers=LAYERS)
def test_a_segment_names_every_layer_that_covers_it(within: Span, layers: list[Layer]) -> None:
    """At every character, the segment's layers are exactly those whose span holds it."""
    for segment in segments(within, layers):
        for at in range(segment.span.start, segment.span.end):
            covering = [layer for layer in layers if layer.span.start <= at < layer.span.end]
            assert sorted(segment.layers, key=repr) == sorted(covering, key=repr)


@given(within=SPANS, layers=LAYERS)
def test_the_narrowest_layer_comes_last(within: Span, layers: list[Layer]) -> None:
    """So that the last statement of a segment is the innermost one."""
    for segment in segments(within, layers):
        lengths = [len(layer.span) for layer in segment.layers]
        assert lengths == sorted(lengths, reverse=True)
