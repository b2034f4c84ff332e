"""Days given on the command line."""

from datetime import date

from onrecord.errors import InvalidQuery
from onrecord.lexicon.partial_dates import first_day, last_day


def window(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """What --since and --until bound. Raises InvalidQuery where either is no date, or nothing is
    between them."""
    first, last = day_option("--since", since, last=False), day_option("--until", until, last=True)
    if first and last and last < first:
        raise InvalidQuery(f"--until {until!r} ends before --since {since!r} begins; swap them")
    return first, last


def day_option(name: str, value: str | None, *, last: bool) -> date | None:
    """The first or last day of a day, month or year. Raises InvalidQuery where it is none.

    >>> day_option("--until", "2033-02", last=True)
    datetime.date(2033, 2, 28)
    """
    if value is None:
        return None
    try:
        found = last_day(value) if last else first_day(value)
    except ValueError:
        found = None
    if found is None:
        raise InvalidQuery(f"{name} is no date: {value!r}; write 2013, 2013-01 or 2013-01-05")
    return found
