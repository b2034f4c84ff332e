"""The line of a page with the day of a report and its place, which extraction leaves out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import lxml.html

from onrecord.documents.datelines import MAX_DATELINE_CHARACTERS
from onrecord.documents.dates import read_date

_SPACES = re.compile(r"\s+")
_DATES = (
    "//*[@itemprop='datePublished'][not(self::meta)] | //*[contains(@class, 'dt-published')]"
    " | //article//time | //main//time | //header//time[@pubdate]"
    " | //*[contains(@class, 'dateline') or contains(@class, 'publish') or contains(@class, 'date')"
    " or contains(@class, 'timestamp')]"
    "[not(self::article or self::section or self::body)]"
    "[not(contains(@class, 'announce') or contains(@class, 'event') or contains(@class, 'updat'))]"
)
_NOT_IN = "ancestor-or-self::nav or ancestor-or-self::aside or ancestor-or-self::footer"
_PLACES = (
    ".//*[@itemprop='contentLocation' or @itemprop='locationCreated' or @class][not(self::meta)]"
)
_PLACE_PROPERTIES = frozenset({"contentLocation", "locationCreated"})
_PLACE_CLASS = re.compile(r"(?:^|[-_\s])(?:p-location|place|location|dateline|city)(?:$|\s)")
_PLACE_NAME = re.compile(r"[^\W\d_][^\d<>|/:;!?@]{1,58}")
_WHOLE_DATE = re.compile(r"\d{4}")

START_CHARACTERS = 20
"""Enough of a line to know it again; further on a page may have boxes that a report lacks."""

MAX_DATES = 20
"""Dates that are looked at; a page with more of them before its report is a list of reports."""


@dataclass(frozen=True, slots=True)
class PageDateline:
    """The line as a reader sees it, and the place in it."""

    text: str
    place: str | None = None


def page_dateline(tree: lxml.html.HtmlElement, starts: Iterable[str]) -> PageDateline | None:
    """The first line with a whole date before the report, whose lines begin with `starts`.

    None where there is none, or where the line says much besides.
    """
    first = [start[:START_CHARACTERS] for start in starts if start]
    for element in tree.xpath(f"({_DATES})[not({_NOT_IN})]")[:MAX_DATES]:
        text = _flat(element)
        if not _WHOLE_DATE.search(text) or read_date(text) is None:
            continue
        line = _line_of(element)
        if any(start in _flat(line) for start in first) or not _precedes(line, first):
            continue
        return PageDateline(_flat(line), _place(line))
    return None


def _line_of(element: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """The largest element round a date that is no longer than a dateline."""
    line = element
    for around in element.iterancestors():
        holds_heading = around.xpath("boolean(.//h1 | .//h2 | .//h3 | .//p)")
        if holds_heading or len(_flat(around)) > MAX_DATELINE_CHARACTERS:
            break
        line = around
    return line


def _place(line: lxml.html.HtmlElement) -> str | None:
    names = (_flat(element) for element in _placed(line))
    return next((name for name in names if _PLACE_NAME.fullmatch(name)), None)


def _placed(line: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """Elements that are marked as places, innermost last in the order of the page."""
    for element in line.xpath(_PLACES):
        marked = element.get("itemprop") in _PLACE_PROPERTIES
        if marked or _PLACE_CLASS.search(str(element.get("class") or "")):
            yield element


def _precedes(line: lxml.html.HtmlElement, starts: list[str]) -> bool:
    """Whether one of the report's lines comes after the line in the page."""
    around = line
    while around is not None:
        for following in around.itersiblings():
            words = _flat(following)
            if any(start in words for start in starts):
                return True
        around = around.getparent()
    return False


def _flat(element: lxml.html.HtmlElement) -> str:
    return _SPACES.sub(" ", " ".join(element.itertext())).strip()
