"""The cases of Microsoft's Recognizers-Text, and which of them news has no use for."""

import json
import re
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.lexicon.times import time_words

FILES = ("DateTimeModel", "DateParser", "DurationParser", "SetParser")
_ASSISTANT = re.compile(
    r"\b(?:cortana|skype|teams|calendar|agenda|appointments?|slots?|meet|meets|meetings?|"
    r"schedule[ds]?|scheduling|book|remind|reminder|available|arrange|arranged|arrangement|invite|"
    r"e-?mails?|call|find|show|check|confirm|block|blocked|lunch|dinner|breakfast|party|set up|"
    r"set (?:me|out)|out of office|ooo|free on|let[’']?s|how about|what about|can you|could you|"
    r"please|valid date|hahaha)\b",
    re.IGNORECASE,
)
_CHAT = re.compile(
    r"""
      \d(?:h|hr|hrs|m|min|mins|s|sec|d|days?|w|wk|y|yr|p|a|ish)\b       # 3h  9p
    | \d(?:years|months|weeks|hours|minutes)\b
    | \d(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b
    | \b[a-z]{2,}\d | \d{4}[a-z] | \b(?:cy|fy|sy|hy|h)\d               # oct2  cy18
    | \d\ (?:h|s)\b | \d\ ?ampm | ish\b | @
    | \b(?:tmr|tmrw|tonite|hrs?|mins?|secs?|yrs?|wks?|btw|asap|eom|eoy|eod|t-?minus)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SHORT_DATE = re.compile(
    r"""
      (?<![\d/])\d{1,2}/\d{1,2}(?![\d/])                               # 4/22
    | (?<![\d.-])\d{1,2}\ ?[.-]\ ?\d{1,2}(?![\d.-]|\s?[ap]\.?m)         # 4-23
    | \d{4}\ ?[/-]\ ?\d{1,2}(?![\d/-]) | \d{4}[/.]\d                   # 2015-3  2015.5.13
    | [a-z]{3,}[./-]\d | \d[/-][a-z]{3,}                              # oct/2  1-aug
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MACHINE = re.compile(
    r"""
      www\. | https?: | latitude | ~ | _
    | \b[A-Z]+-\d{4,} | \d+\.\d{3,} | \d,\d{3}\. | \b\d{8}\b | \d{4}\ \d\d\ \d\d
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MARKED_CLOCK = re.compile(
    r"\d:\d\d|[ap]\. ?m\b|[ap]m\b|o[’']clock|noon|midnight|gmt|utc|\b[ecmp][sd]t\b", re.IGNORECASE
)
_OTHER_VALUES = re.compile(r"BD\b|^\(?SY|TME|TDT|^XXXX-XX-XX$")
_CLOCK = re.compile(r"T\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SMALL_QUARTER = re.compile(r"\bq[1-4]\b")
_DAY_OR_EVE = re.compile(r"\b(?:day|eve)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Expected:
    """One expression that a case expects, with its readings: what their names say of it.

    `kind` is `date`, `daterange`, `datetime`, `time`, `duration`, `set` and so on.
    """

    start: int
    end: int
    text: str
    kind: str
    readings: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One case: a sentence, the day it is read on, and what is expected."""

    id: str
    text: str
    today: date | None
    expected: tuple[Expected, ...]


def read_cases(path: Path) -> list[Case]:
    """The cases of a folder or a tar archive of specifications."""
    return [
        _case(f"{name}-{number}", row)
        for name, raw in _files(path)
        for number, row in enumerate(json.loads(raw.decode("utf-8-sig")))
    ]


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_dir():
        for name in FILES:
            yield name, (path / f"{name}.json").read_bytes()
        return
    with tarfile.open(path) as archive:
        for member in sorted(archive, key=lambda member: member.name):
            stem = Path(member.name).stem
            inside = archive.extractfile(member) if stem in FILES else None
            if inside is not None:
                yield stem, inside.read()


def _case(id: str, row: Mapping[str, Any]) -> Case:
    given = str(row.get("Context", {}).get("ReferenceDateTime", ""))[:10]
    expected = tuple(_expected(result) for result in row["Results"])
    return Case(id, row["Input"], date.fromisoformat(given) if given else None, expected)


def _expected(result: Mapping[str, Any]) -> Expected:
    end = result["Start"] + result["Length"] if "Length" in result else result["End"] + 1
    kind = str(result.get("Type") or result.get("TypeName") or result.get("Typename"))
    return Expected(
        result["Start"], end, result["Text"], kind.rpartition(".")[2], tuple(_readings(result))
    )


def _readings(result: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    """The readings in one shape: that of the parsers' files is turned into the model's."""
    if "Value" not in result:
        yield from (result.get("Resolution") or {}).get("values", ())
        return
    value = result["Value"]
    for side in ("FutureResolution", "PastResolution"):
        for resolved in (value.get(side) or {}).values():
            yield {"timex": value["Timex"], "value": resolved}


def out_of_news(case: Case) -> str | None:
    """Why news has no use for a case, by the first rule that applies; None where it has."""
    if _ASSISTANT.search(case.text):
        return "request to an assistant, or talk about a meeting"
    if _MACHINE.search(case.text):
        return "address or number of a machine"
    if _CHAT.search(case.text):
        return "notation of chats: figures glued to letters, clipped units"
    if _SHORT_DATE.search(case.text):
        return "day and month in figures without a year, or mixed figures"
    if _lower_case_names(case):
        return "name of a month or weekday in lower case"
    return next(filter(None, (_out_of_kind(expected) for expected in case.expected)), None)


def _lower_case_names(case: Case) -> bool:
    """Whether what is expected names a month, a weekday, a quarter or a feast without a capital."""
    words = time_words()
    feasts = (name.split() for name in words.feasts)
    named = (
        set(words.months) | set(words.weekdays) | {name[0] for name in feasts if name[0] != "new"}
    )
    named |= {f"{day}s" for day in words.weekdays}
    for expected in case.expected:
        written = case.text[expected.start : expected.end]
        if named.intersection(_WORD.findall(written)) or _SMALL_QUARTER.search(written):
            return True
    return False


def _out_of_kind(expected: Expected) -> str | None:
    timexes = [reading.get("timex", "") for reading in expected.readings]
    clocks = any("T" in timex and timex.startswith("(") for timex in timexes)
    if expected.kind in ("timerange", "datetimerange") and clocks:
        return "slot of a diary: from one clock time to another"
    if expected.kind == "timezone" or any(_OTHER_VALUES.search(timex) for timex in timexes):
        return "value that TIMEX3 has not"
    if any(map(_CLOCK.search, timexes)) and not _MARKED_CLOCK.search(expected.text):
        return "hour without a.m., p.m., minutes or zone"
    if any(map(_impossible, expected.readings)):
        return "day that does not exist"
    if expected.kind in ("date", "daterange") and _other_feast(expected.text):
        return "named day that the lexicon leaves out"
    return None


def _impossible(reading: Mapping[str, str]) -> bool:
    """Whether it is a day like 30 February; years that are left open are leap years."""
    written = (reading.get("value", ""), reading.get("timex", "").replace("XXXX", "2000"))
    for value in filter(_DAY.match, written):
        try:
            date.fromisoformat(value[:10])
        except ValueError:
            return True
    return written[0].startswith("0001-01-01")


def _other_feast(text: str) -> bool:
    """Whether a day is named by other words than those that dates are made of."""
    found = [word.lower() for word in _WORD.findall(text) if word != "s"]
    if any(name in " ".join(found) for name in time_words().feasts):
        return False
    if _DAY_OR_EVE.search(text):
        return len(found) > 1 and not _date_words().intersection(found)
    return not any(map(str.isdigit, text)) and not _date_words().union(_units()).intersection(found)


@cache
def _date_words() -> frozenset[str]:
    words = time_words()
    tables = (words.months, words.weekdays, words.seasons, words.relative, words.relative_in_text)
    known = frozenset(word for table in tables for word in table)
    return (
        known | frozenset((*words.ordinals, *words.cardinals)) | words.days.words - {"the", "day"}
    )


@cache
def _units() -> frozenset[str]:
    words = time_words()
    tables = (words.units, words.unit_multiples, words.parts_of, words.parts_before)
    return frozenset(word for table in tables for word in table) | words.references.words
