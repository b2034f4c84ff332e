"""Dates as pages and tables write them."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from onrecord.domain.document import DateCandidate, DateSource
from onrecord.domain.period import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T\s])")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T?\d{2,6}Z?)?\s*$")
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\.?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})\b")
_MONTH_DAY = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_SLASHED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=$|[\s,])")
_SECONDS = re.compile(r"\s*(\d{9,10}|\d{12,13})(?:\.\d+)?\s*$")

_IN_NAME = re.compile(r"(?<![0-9A-Za-z-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_IN_URL = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<sep>[/-])(?P<month>\d\d?|[a-z]{3})"
    r"(?:(?P=sep)(?P<day>\d\d?))?(?=[/-]|$)"
    r"|[/_-](?P<whole>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=[/._-]|$)",
    re.IGNORECASE,
)

FIRST_YEAR, LAST_YEAR = 1800, 2200
"""A number outside these years is no year of a news report."""


def read_date(written: str) -> Period | None:
    """The day, month or year that `written` states, in the time zone it is written in.

    Days and months that could be swapped (`03/04/2016`) are not decided: the answer is None.

    >>> read_date("Fri, 13 Dec 2013 19:00:00 +0400").first.isoformat()
    '2013-12-13'
    """
    shortened = written[:100]
    for read in (_iso, _compact, _worded, _slashed, _mail, _epoch):
        try:
            period = read(shortened)
        except (ValueError, OverflowError, TypeError, OSError):
            period = None
        if period and FIRST_YEAR <= period.first.year <= LAST_YEAR:
            return period
    return None


def url_date(url: str) -> DateCandidate | None:
    """The day or month that an address has in its path; news sites file reports by it.

    >>> url_date("https://post.example/world/2019/may/03/talks").first.isoformat()
    '2019-05-03'
    """
    match = _IN_URL.search(url.partition("?")[0])
    try:
        period = _filed(match) if match else None
    except ValueError:
        return None
    if match is None or period is None:
        return None
    raw = match.group().strip("/_-")
    return DateCandidate(period.first, period.last, DateSource.METADATA, "url", raw)


def name_date(name: str) -> DateCandidate | None:
    """The whole day in the name of a file, as people file reports; its folders do not count.

    >>> name_date("clippings/2019-05-03_courier_talks.txt").first.isoformat()
    '2019-05-03'
    """
    match = _IN_NAME.search(re.split(r"[/\\]", name)[-1])
    period = read_date("-".join(match.groups())) if match else None
    if match is None or period is None:
        return None
    raw = match.group()
    return DateCandidate(period.first, period.last, DateSource.METADATA, "file-name", raw)


def _filed(match: re.Match[str]) -> Period | None:
    """Raises ValueError where there is no such day or month."""
    if match["whole"]:
        return _compact(match["whole"])
    written = match["month"]
    year, month = int(match["year"]), int(written) if written.isdigit() else _month(written)
    return _day(year, month, int(match["day"])) if match["day"] else Period.month(year, month)


def _day(year: int, month: int, day: int) -> Period:
    return Period.day(date(year, month, day))


def _iso(written: str) -> Period | None:
    match = _ISO.match(written)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None:
        return None
    if month is None:
        return Period.year(year)
    if day is None:
        return Period.month(year, month)
    return _day(year, month, day)


def _compact(written: str) -> Period | None:
    match = _COMPACT.match(written)
    return _day(*(int(part) for part in match.groups())) if match else None


def _worded(written: str) -> Period | None:
    match = _DAY_MONTH.search(written)
    if match:
        day, month, year = match.groups()
        return _day(int(year), _month(month), int(day))
    match = _MONTH_DAY.search(written)
    if match:
        month, day, year = match.groups()
        return _day(int(year), _month(month), int(day))
    return None


def _month(name: str) -> int:
    """Raises ValueError where `name` is no month."""
    return _MONTHS.index(name[:3].lower()) + 1


def _slashed(written: str) -> Period | None:
    match = _SLASHED.match(written)
    if not match:
        return None
    left, right, year = (int(part) for part in match.groups())
    if left > 12 or left == right:
        return _day(year, right, left)
    return _day(year, left, right) if right > 12 else None


def _mail(written: str) -> Period | None:
    return Period.day(parsedate_to_datetime(written).date())


def _epoch(written: str) -> Period | None:
    match = _SECONDS.match(written)
    if not match:
        return None
    seconds = int(match.group(1))
    seconds = seconds // 1000 if len(match.group(1)) > 10 else seconds
    return Period.day(datetime.fromtimestamp(seconds, UTC).date())
