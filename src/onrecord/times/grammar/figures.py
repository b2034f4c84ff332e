"""Dates in figures alone: `2013-05-07`, `02/13/98`, `13.02.2017`."""

import re
from calendar import isleap

from onrecord.times.forms import Calendar
from onrecord.times.grammar.parse import Parse
from onrecord.times.grammar.tokens import Tokens

_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:t(\d\d?):(\d\d)(?::(\d\d))?z?)?")
_NUMERIC = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4}|\d\d)")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def figures(tokens: Tokens, index: int) -> Parse | None:
    """The date in figures that the token is."""
    word = tokens.word(index)
    iso = _ISO.fullmatch(word)
    if iso:
        year, month, day, hour, minute, second = (int(x) if x else None for x in iso.groups())
        form = Calendar(year, month, day, hour=hour, minute=minute, second=second)
        return Parse(index + 1, form) if exists(form) else None
    numeric = _NUMERIC.fullmatch(word)
    found = _numeric(numeric) if numeric else None
    return None if found is None else Parse(index + 1, found)


def _numeric(found: re.Match[str]) -> Calendar | None:
    """Month first with slashes and hyphens, day first with full stops; the other if it must be."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    orders = [(first, second), (second, first)]
    if found[2] == ".":
        orders.reverse()
    forms = (Calendar(year, month, day, short_year=len(found[4]) == 2) for month, day in orders)
    return next(filter(exists, forms), None)


def exists(form: Calendar) -> bool:
    """Whether there is such a day, in some year if none is said."""
    month, day = form.month or 1, form.day or 1
    if not (1 <= month <= 12 and 1 <= day <= _LONGEST[month - 1]) or form.year == 0:
        return False
    leap = form.year is None or form.short_year or isleap(form.year)
    return leap or (month, day) != (2, 29)
