"""Which parts of a source speak."""

import pytest

from onrecord.actors.speaking import speaking
from onrecord.domain.span import quoted
from tests.actors.builders import find


@pytest.mark.parametrize(
    ("text", "parts", "cue", "speaks"),
    [
        ("The Gazette quoted Belk as saying no.", ("The Gazette", "Belk"), "quoted", "Belk"),
        ("The Gazette cites Belk as saying no.", ("The Gazette", "Belk"), "cites", "Belk"),
        ("The Gazette, quoting Belk, said no.", ("The Gazette", "Belk"), "quoting", "Belk"),
        ("Belk, quoted by the Gazette, said no.", ("Belk",), "quoted by", "Belk"),
        ("Belk was quoted by the Gazette.", ("Belk", "the Gazette"), "quoted by", "both"),
        ("Belk and her aide said no.", ("Belk", "her aide"), "said", "both"),
        ("Belk and Tarn quoted him.", ("Belk", "Tarn"), "quoted", "both"),
        ("Belk, Tarn: no.", ("Belk", "Tarn"), "", "both"),
    ],
)
def test_who_is_quoted_speaks(text: str, parts: tuple[str, ...], cue: str, speaks: str) -> None:
    """Behind the cue, where there is anybody; whoever only passes it on does not."""
    source = tuple(find(text, part) for part in parts)
    found = speaking(text, source, (find(text, cue),) if cue else ())
    assert quoted(text, found) == (" […] ".join(parts) if speaks == "both" else speaks)
