"""Days of a term of office, whole or partial."""

import re
from calendar import monthrange
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T.*)?", re.ASCII)


def first_day(text: str) -> date | None:
    """The first day that `text` may mean; None where it is blank. Raises ValueError.

    >>> first_day("2004-03")
    datetime.date(2004, 3, 1)
    """
    return _day(text, last=False)


def last_day(text: str) -> date | None:
    """The last day that `text` may mean; None where it is blank. Raises ValueError.

    >>> last_day("2004-02"), last_day("2004-03-09T12:00:00")
    (datetime.date(2004, 2, 29), datetime.date(2004, 3, 9))
    """
    return _day(text, last=True)


def _day(text: str, *, last: bool) -> date | None:
    if not text.strip():
        return None
    found = _PARTIAL.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is no day; write 2013, 2013-01 or 2013-01-05")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return _whole(year or 0, month, day, last=last)
    except ValueError as error:
        raise ValueError(f"{text!r} is no day of the calendar") from error


def _whole(year: int, month: int | None, day: int | None, *, last: bool) -> date:
    whole_month = month or (12 if last else 1)
    date(year, whole_month, 1)
    return date(year, whole_month, day or (monthrange(year, whole_month)[1] if last else 1))
