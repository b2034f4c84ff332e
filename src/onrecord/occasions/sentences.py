"""Where sentences begin and end."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from onrecord.lexicon.occasions import occasion_words

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])")
_LAST_WORD = re.compile(r"[^\s(\"“‘]+$")
_LONGEST_ABBREVIATION = 12


class Sentences:
    """The sentences of the lines that were read, in order; a line's end is a sentence's end."""

    def __init__(self, text: str, lines: Iterable[tuple[int, int]]) -> None:
        found = [pair for line in lines for pair in _split(text, *line)]
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def __len__(self) -> int:
        return len(self._starts)

    def number(self, offset: int) -> int:
        """Which sentence an offset lies in, or right after; the first is 0."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def bounds(self, number: int) -> tuple[int, int]:
        """The half-open offsets of a sentence."""
        return self._starts[number], self._ends[number]


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, start, stop.start()):
            yield start, stop.end()
            start = stop.end()
    if start < end:
        yield start, end


def _ends(text: str, start: int, stop: int) -> bool:
    """Whether a stop is more than that of an abbreviation or an initial."""
    if text[stop] != ".":
        return True
    last = _LAST_WORD.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop)
    if last is None:
        return True
    word = last.group().lower()
    return len(word) > 1 and "." not in word and word not in occasion_words().abbreviations
