"""Words: the units that labels are decided on.

A word is a maximal run of word characters, or one other visible character. English clitics are
words of their own, as in the Penn Treebank (`do|n't`, `Halden|'s`), so that a label never has to
cover half a possessive.
"""

import re

_WORD = re.compile(
    r"""\w++(?!['’]t\b)         # most words; first, so that the scan is fast
      | \w+?(?=n['’]t\b)        # the verb before a negation
      | n['’]t\b                # the negation
      | ['’](?:s|re|ve|ll|d|m)\b
      | \w+
      | [^\w\s]""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD_CHARACTER = re.compile(r"\w")


def word_offsets(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Half-open code point offsets of the words in `text[start:end]`, in order.

    >>> [tuple_ for tuple_ in word_offsets("Halden's isn't.")]
    [(0, 6), (6, 8), (9, 11), (11, 14), (14, 15)]
    """
    stop = len(text) if end is None else end
    return [match.span() for match in _WORD.finditer(text, start, stop)]


def has_word_character(text: str) -> bool:
    """Whether anything but punctuation and space is in `text`."""
    return _WORD_CHARACTER.search(text) is not None
