"""Paragraphs: the lines of a text, without the white space around them."""

import re

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


def paragraph_offsets(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the non-blank lines of `text`, trimmed, in order.

    >>> paragraph_offsets("  One. \\n\\nTwo.")
    [(2, 6), (9, 13)]
    """
    found = []
    for line in _LINE.finditer(text):
        body = line.group()
        trimmed = body.strip()
        if trimmed:
            start = line.start() + len(body) - len(body.lstrip())
            found.append((start, start + len(trimmed)))
    return found
