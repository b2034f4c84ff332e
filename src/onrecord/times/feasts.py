"""On which day a day with a name falls."""

from datetime import date, timedelta
from functools import cache

from onrecord.domain.period import Period
from onrecord.lexicon.times import time_words


@cache
def feast_day(name: str, year: int) -> date:
    """The day in that year. Raises KeyError for a name that `lexicon/times.toml` does not have."""
    rule = time_words().feasts[name]
    if rule.date is not None:
        return date(year, *rule.date)
    if rule.weekday is not None:
        month, weekday, which = rule.weekday
        return nth_weekday(year, month, weekday, which) + timedelta(rule.after)
    if rule.easter is not None:
        return easter(year) + timedelta(rule.easter)
    if rule.orthodox_easter is not None:
        return orthodox_easter(year) + timedelta(rule.orthodox_easter)
    return nth_weekday(year, 11, 1, 1) + timedelta(1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source: the anonymous algorithm in Nature, 20 April 1876 (Meeus, Astronomical Algorithms,
    chapter 8).

    >>> easter(2013)
    datetime.date(2013, 3, 31)
    """
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - shift + 15) % 30
    fourth, left = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * fourth - epact - left) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a day of the Gregorian one.

    Source: Meeus, Astronomical Algorithms, chapter 8.

    >>> orthodox_easter(2013)
    datetime.date(2013, 5, 5)
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(behind)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The first, second, ... or last (-1) of an ISO weekday in a month.

    >>> nth_weekday(2013, 11, 4, 4)
    datetime.date(2013, 11, 28)
    """
    first = date(year, month, 1)
    if which > 0:
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    last = Period.month(year, month).last
    return last - timedelta((last.isoweekday() - weekday) % 7 + 7 * (-which - 1))
