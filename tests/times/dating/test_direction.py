"""On which side of a report's day something lies that it speaks of."""

import pytest

from onrecord.times.dating.direction import direction_of
from onrecord.times.forms import Direction
from tests.times.dating.scenes import scene

PAST, FUTURE = Direction.PAST, Direction.FUTURE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Halden left the pact in May.", PAST),
        ("Halden was to leave the pact by May.", None),
        ("Halden will leave the pact in May.", FUTURE),
        ("Halden is ready until May.", FUTURE),
        ("Halden voted and is at rest in May.", None),
        ("The pact of May.", None),
        ("Halden left the pact that had kept the peace on the sound for so long, in May.", None),
    ],
)
def test_the_nearest_verb_decides(text: str, expected: Direction | None) -> None:
    """A word for the future anywhere before outweighs the past; far verbs say nothing."""
    (phrase,) = [found for found in scene(text).phrases if found.span.of(text).endswith("May")]
    assert direction_of(scene(text), phrase.span) is expected
