"""Days, months and years written as in ISO 8601: `2004-03-09`, `2004-03`, `2004`."""

import re
from calendar import monthrange
from datetime import date

_WHOLE = len("2004-03-09")
_YEAR_AND_MONTH = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?")


def first_day(text: str) -> date | None:
    """The first day of a day, month or year; None for no text. Raises ValueError for any other.

    >>> first_day("2004-03")
    datetime.date(2004, 3, 1)
    """
    if not text:
        return None
    if len(text) == _WHOLE:
        return date.fromisoformat(text)
    year, month = _numbers(text)
    return date(year, month or 1, 1)


def last_day(text: str) -> date | None:
    """The last day of a day, month or year; None for no text. Raises ValueError for any other.

    >>> last_day("2004-02")
    datetime.date(2004, 2, 29)
    """
    if not text:
        return None
    if len(text) == _WHOLE:
        return date.fromisoformat(text)
    year, month = _numbers(text)
    month = month or 12
    return date(year, month, monthrange(year, month)[1])


def _numbers(text: str) -> tuple[int, int]:
    found = _YEAR_AND_MONTH.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no date: write 2004, 2004-03 or 2004-03-09")
    return int(found[1]), int(found[2] or 0)
