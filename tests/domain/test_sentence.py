"""A marked sentence holds marks that lie in it, apart from each other."""

import pytest

from onrecord.domain.sentence import MarkedSentence
from onrecord.domain.span import Span


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(None, None, id="neither"),
        pytest.param(Span(0, 3), None, id="source alone"),
        pytest.param(Span(0, 3), Span(3, 9), id="adjoining"),
        pytest.param(Span(4, 9), Span(0, 3), id="target first"),
    ],
)
def test_marks_that_hold(source: Span | None, target: Span | None) -> None:
    """Either mark may be missing, and either may come first."""
    assert MarkedSentence("Oss waits", source, target).target == target


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(Span(0, 10), None, id="beyond the text"),
        pytest.param(Span(0, 4), Span(3, 9), id="overlapping"),
    ],
)
def test_marks_that_do_not(source: Span | None, target: Span | None) -> None:
    """A mark beyond the text, or over the other, is refused."""
    with pytest.raises(ValueError, match=r"reaches beyond|overlap"):
        MarkedSentence("Oss waits", source, target)
