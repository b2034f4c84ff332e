"""What of a statement's words stands between quotation marks."""

import re
from collections.abc import Iterator

_QUOTED = re.compile(r"[“„«\"](?P<words>[^“”„«»\"]+)(?:[”»\"]|$)")


def quotations(content: str) -> Iterator[str]:
    """The stretches between quotation marks; one left open ends with the text.

    >>> list(quotations('the offer was “generous, if it is real”'))
    ['generous, if it is real']
    """
    return (match["words"] for match in _QUOTED.finditer(content))


def quoted_words(content: str) -> int:
    """How many words they have."""
    return sum(len(words.split()) for words in quotations(content))
