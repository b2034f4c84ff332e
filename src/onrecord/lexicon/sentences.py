"""Where sentences begin and end; abbreviations are in `sentences.toml`."""

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from onrecord.domain.span import Span

_SENTENCE_END = re.compile(r"[.!?…]['’\")\]”»]*\s+(?=[^a-z\s])|\n+")


def sentence_starts(text: str) -> list[int]:
    """Where each sentence begins, in order; the first is 0. A line's end ends a sentence.

    >>> sentence_starts("Gen. Tarn left. Belk stayed.")
    [0, 16]
    """
    starts = [0]
    for found in _SENTENCE_END.finditer(text):
        if "\n" in found.group() or not _abbreviated().search(
            text, max(0, found.start() - 6), found.end()
        ):
            starts.append(found.end())
    return starts


def passage_of(text: str, starts: Sequence[int], spans: Sequence[Span]) -> Span:
    """From where the first span's sentence begins to where the last one's ends, without blanks.

    `starts` are those of `sentence_starts(text)`.
    """
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    start = starts[bisect_right(starts, first) - 1]
    after = bisect_left(starts, last)
    end = starts[after] if after < len(starts) else len(text)
    words = text[start:end]
    blanks = len(words) - len(words.lstrip())
    return Span(min(first, start + blanks), max(last, start + len(words.rstrip())))


@cache
def _abbreviated() -> re.Pattern[str]:
    """Blanks after a full stop that ends an initial or an abbreviation, and no sentence."""
    raw = files("onrecord.lexicon").joinpath("sentences.toml").read_text(encoding="utf-8")
    words = "|".join(tomllib.loads(raw)["abbreviated"])
    return re.compile(rf"(?:\b(?:[A-Z]|{words})|\.[A-Za-z])\.\s+$")
