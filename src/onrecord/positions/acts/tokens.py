"""A stretch of a text as words in lower case, each with its place."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.domain.span import Span

_WORD = re.compile(
    r"""\w++(?!'t\b)(?:-\w+)*        # most words; first, so that the scan is fast
      | \w+?(?=n't\b)               # the verb before a negation
      | n't\b                       # the negation
      | '(?:s|re|ve|ll|d|m)\b
      | \w+
      | [^\w\s]""",
    re.VERBOSE,
)


class Tokens:
    """The words of a text, or of stretches of it in order; `words[i]` stands at `starts[i]` to
    `ends[i]` of the text."""

    __slots__ = ("ends", "starts", "words")

    def __init__(self, text: str, stretches: Sequence[tuple[int, int]] | None = None) -> None:
        plain = _plain(text)
        spans = [
            match.span()
            for start, end in (((0, len(text)),) if stretches is None else stretches)
            for match in _WORD.finditer(plain, start, end)
        ]
        self.words = [plain[begin:behind] for begin, behind in spans]
        self.starts = [begin for begin, _ in spans]
        self.ends = [behind for _, behind in spans]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """From the beginning of one word to the end of another."""
        return Span(self.starts[first], self.ends[last])

    def at(self, offset: int) -> int:
        """The number of the first word that begins at an offset or behind it."""
        return bisect_left(self.starts, offset)


def _plain(text: str) -> str:
    """Lower case and straight apostrophes; a letter that grows when lowered (İ) stays as it is."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lower.replace("’", "'")
