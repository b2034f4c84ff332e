"""Place, day and agency at the start of a report, and lines that hold a date alone."""

import re
from collections.abc import Iterable
from functools import cache

from onrecord.domain.document import Block, BlockKind
from onrecord.domain.occasion import Place
from onrecord.domain.span import Span
from onrecord.lexicon.furniture import furniture

MAX_DATELINE_CHARACTERS = 120
"""No dateline in the corpora looked at is longer than 80 characters."""

MAX_PLACE_WORDS = 3
"""More words in capitals before a dash are a cross-heading."""

_CAPITALS = r"[A-Z][A-Z.’'\-]+(?:[ /][A-Z][A-Z.’'\-]*){0,3}"
_MIXED = r"[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+){0,2}"
_REGION = r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?"
_LETTERS = re.compile(r"[^\W\d_]+")
_DASH = r"[-–—]{1,3}"
_EDGE = r"(?=\s|$|[“\"A-Z])"
_NUMERIC = r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?"


def dateline_end(line: str) -> int:
    """How many characters of `line` are its dateline; 0 for none.

    >>> dateline_end("VALDEN, 3 May. /HNA/. The talks went on.")
    21
    """
    found = _opening(line)
    return found.end() if found else 0


def place_of(text: str, blocks: Iterable[Block], stated: str | None = None) -> Place | None:
    """Where a report is from, anchored in its first dateline that names a place.

    `stated` is the place as the markup of a page marks it.
    """
    for block in blocks:
        if block.kind is BlockKind.DATELINE:
            line = text[block.span.start : block.span.end]
            place = _stated_place(line, stated) if stated else _opening_place(line)
            if place:
                start, end = place
                name = stated or _plain(line[start:end])
                return Place(Span(block.span.start + start, block.span.start + end), name)
    return None


def _stated_place(line: str, stated: str) -> tuple[int, int] | None:
    at = line.rfind(stated)
    return (at, at + len(stated)) if at >= 0 else None


def _opening_place(line: str) -> tuple[int, int] | None:
    found = _opening(line)
    return found.span("place") if found and found.groupdict().get("place") else None


def _plain(place: str) -> str:
    """`NEW YORK` as `New York`."""
    letters = re.sub(r"[^\w]", "", place)
    return _LETTERS.sub(lambda run: run[0].capitalize(), place) if letters.isupper() else place


def _opening(line: str) -> re.Match[str] | None:
    if not line[:1].isupper() and line[:1] != "(":
        return None
    head = line[:MAX_DATELINE_CHARACTERS]
    for pattern in _opening_patterns():
        found = pattern.match(head)
        if found and _is_place(found["place"] if "bare" in found.groupdict() else None):
            return found
    return None


def is_date_line(line: str) -> bool:
    """Whether `line` holds a date alone, with or without a word such as "Published".

    >>> is_date_line("Published on Friday, 3 May 2019, 10:40 GMT")
    True
    """
    return len(line) <= MAX_DATELINE_CHARACTERS and _whole_line().fullmatch(line) is not None


def _is_place(capitals: str | None) -> bool:
    """Capitals before a bare dash may also be a title or a speaker's label."""
    if capitals is None:
        return True
    words = re.findall(r"[A-Z]+", capitals)
    if len(words) > MAX_PLACE_WORDS or len(max(words, key=len)) < 3:
        return False
    return not furniture().not_places.intersection(words)


@cache
def _opening_patterns() -> tuple[re.Pattern[str], ...]:
    agencies = "|".join(map(re.escape, furniture().agencies))
    bracketed = r"(?:/[A-Z][\w .-]{1,30}/|\([A-Z][\w .,/-]{1,40}\)|\[[A-Z][\w .-]{1,30}\])"
    known = rf"(?:/(?:{agencies})/|\((?:{agencies})\)|\[(?:{agencies})\])"
    day = rf"{_day()}(?:,? \d{{4}})?"
    place = rf"(?P<place>{_CAPITALS}|{_MIXED}){_REGION}"
    forms = (
        rf"{place}[,.] {day}[.,]? {bracketed}[.:]?(?: ?{_DASH})?{_EDGE}",
        rf"{place}[,.] {day}(?:\.(?: ?{_DASH})?|,? ?{_DASH}){_EDGE}",
        rf"{place} ?{known}[.:]? ?{_DASH}{_EDGE}",
        rf"(?P<place>{_CAPITALS}){_REGION} {bracketed}[.:]? ?{_DASH}{_EDGE}",
        rf"{place}, (?:{agencies}) ?{_DASH}{_EDGE}",
        rf"(?P<place>{_CAPITALS}){_REGION}(?P<bare> ?--| ?[–—]| -)(?=\s)",
        rf"\((?:{agencies})\)(?: ?{_DASH})?{_EDGE}",
    )
    return tuple(re.compile(form) for form in forms)


@cache
def _whole_line() -> re.Pattern[str]:
    lexicon = furniture()
    stamps = "|".join(sorted(map(re.escape, lexicon.stamps), key=len, reverse=True))
    weekdays = "|".join(lexicon.weekdays)
    ordinal = rf"{_day()}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    date = rf"(?:(?:{weekdays})\.?,? )?(?:{ordinal}|{_NUMERIC})"
    clock = rf"(?:{_CLOCK}(?:,| -| –| \||) )?"
    tail = rf"(?:(?:,| -| –| \|| at| /|) ?{_CLOCK})?"
    return re.compile(rf"(?:(?i:{stamps}):?\s+)?{clock}{date}{tail}\.?")


@cache
def _day() -> str:
    months = "|".join(sorted(furniture().months, key=len, reverse=True))
    return rf"(?:(?:{months})\.? \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? (?:{months})\.?)"
