"""Words as a column keeps them to be looked up: without case, marks and punctuation."""

import re

from sqlalchemy import Column, ColumnElement, and_, false

from onrecord.record.fold import fold
from onrecord.record.terms import check_number, terms

_WORD = re.compile(r"[^\W_]+")


def plain_words(text: str) -> str:
    """The folded words of `text`, each between spaces; empty where there are none.

    >>> plain_words("Zürich, the “City”")
    ' zurich the city '
    """
    found = " ".join(_WORD.findall(fold(text)))
    return f" {found} " if found else ""


def having(column: Column[str], words: str, filter_name: str) -> ColumnElement[bool]:
    """Rows whose `plain_words` have all the words, phrases and beginnings that `words` asks for.

    None where nothing could be looked up. Raises InvalidQuery where there are too many.
    """
    wanted = [
        plain[:-1] if term.begins else plain
        for term in terms(words)
        if (plain := plain_words(term.words))
    ]
    check_number(len(wanted), filter_name)
    if not wanted:
        return false()
    return and_(*(column.contains(plain, autoescape=True) for plain in wanted))
