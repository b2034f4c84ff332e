"""Two expressions that name the ends of one stretch: `from May to July 2013`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.times.forms import Calendar, Form
from onrecord.times.phrase import TimePhrase

_LINK = re.compile(r"\s*(?:[-–—]|to|through|until|till)\s*")
_AND = re.compile(r"\s*and\s*")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN_REACH = 14
"""How many characters before an expression `between` is looked for."""


def range_ends(text: str, phrases: Sequence[TimePhrase]) -> dict[int, TimePhrase]:
    """By the place of a phrase that leaves its year or week open: the end of its stretch."""
    return {
        place: end
        for place, (start, end) in enumerate(pairwise(phrases))
        if _same_kind(start.form, end.form) and _linked(text, start, end)
    }


def _same_kind(start: Form, end: Form) -> bool:
    if not isinstance(start, Calendar) or not isinstance(end, Calendar):
        return False
    if start.year is not None or start.which is not None or start.of is not None:
        return False
    if start.hour is not None or end.of is not None:
        return False
    return (start.month is not None and end.month is not None) or (
        start.weekday is not None and end.weekday is not None
    )


def _linked(text: str, start: TimePhrase, end: TimePhrase) -> bool:
    between = text[start.span.end : end.span.start]
    if _LINK.fullmatch(between):
        return True
    before = text[max(start.span.start - _BETWEEN_REACH, 0) : start.span.start]
    return bool(_AND.fullmatch(between) and _BETWEEN.search(before))
