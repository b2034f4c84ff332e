"""Score OnRecord's expressions of time on the cases of Microsoft's Recognizers-Text.

    python benchmarks/times/recognizers.py --data ../shared/data/recognizers [--failures]

DATA is a folder or tar archive with the English specifications DateTimeModel, DateParser,
DurationParser and SetParser (MIT licence). They test a voice assistant; `out_of_news` says by rule
which of them news has no use for, and how many each rule takes out is printed:

- requests to an assistant, and what people write to settle a meeting (word list);
- slots of a diary: ranges of clock times (`5 to 6pm`), by the type of the result;
- hours without a.m., p.m., minutes or zone (`at 7`);
- the notation of chats, forms and machines: names of months and weekdays in lower case, figures
  glued to letters (`3h`, `9p`), a day and month in figures without a year (`4/22`), dates inside
  an address or a number;
- values that TIMEX3 has not: business days, school years, meals; days that do not exist;
- named days that `lexicon/times.toml` leaves out.

A case passes if every expected expression overlaps one of ours that means the same, and, where
none is expected, we find none. What the same is follows from the two notations:

- a date, time or daypart: the same day and time, from either resolution, past or future, where
  both are given;
- a fiscal year: the same year, without their FY;
- a part of a stretch (`the end of 2000`): the same stretch, and its start, middle or end;
- `now`: the reference day;
- a stretch: the same days. They give the first day after it; of a stretch named by its two ends
  (`from 2014 to 2018`, two expressions in TIMEX3) the first day of the second;
- with before, after, since, until: the day where it begins or ends;
- what is counted in weeks, months or years (`two years ago`): they count to the day, TIMEX3 to the
  unit, so their day lies in our stretch;
- a stretch that adjoins the reference date (`the next three days`, `in two weeks`): TIMEX3 has a
  duration, so its length is compared;
- `few`, `several`, `some`: three for them, X in TIMEX3.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from recognizers_cases import Case, Expected, out_of_news, read_cases

from onrecord.domain.document import DateCandidate, DateSource
from onrecord.domain.period import Period
from onrecord.domain.reading import Reading
from onrecord.domain.time import TimeExpression, TimeType
from onrecord.text.quotes import QuotationView
from onrecord.times.phrases import find_phrases, resolve_times

_VAGUE = re.compile(r"\b(?:few|several|some|couple|recent)\b", re.IGNORECASE)
_COUNTED = re.compile(r"week|month|year|decade|centur|fortnight|quarter", re.IGNORECASE)
_PARTS = {"START": "start", "BEFORE": "start", "MID": "mid", "END": "end", "AFTER": "end"}
_PART = re.compile(r"([\d.X]+)([A-Z])")
_DAYS = {"Y": 365.0, "Q": 91.25, "M": 30.0, "W": 7.0, "D": 1.0, "E": 3650.0, "C": 36500.0}
_HOURS = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}
_TOLERANCE = 0.04
"""Months have 30 days for them in durations and 28 to 31 in dates."""


def found_in(case: Case) -> tuple[TimeExpression, ...]:
    """OnRecord's expressions, without the reader's marks."""
    reading = Reading("case", (), QuotationView((), ()), ())
    day = case.today
    raw = DateCandidate(day, day, DateSource.STATED, "reference", "") if day else None
    return resolve_times(case.text, find_phrases(case.text, reading), raw)


def passes(case: Case) -> bool:
    """Whether every expected expression is found with the same meaning, and none if none is."""
    found = found_in(case)
    if not case.expected:
        return not found
    return all(_is_found(expected, found, case.today) for expected in case.expected)


def _is_found(expected: Expected, found: Sequence[TimeExpression], today: date | None) -> bool:
    ours = [one for one in found if one.span.start < expected.end and expected.start < one.span.end]
    return any(same(expected, reading, ours, today) for reading in expected.readings)


def same(
    expected: Expected,
    reading: Mapping[str, str],
    ours: Sequence[TimeExpression],
    today: date | None,
) -> bool:
    """Whether one reading means what our expressions, taken together or one of them, mean."""
    if not ours:
        return False
    timex = reading.get("timex", "").removeprefix("FY")
    if timex.endswith("_REF"):
        return any(_same_value(timex, one.value) for one in ours)
    if expected.kind == "set":
        return _same_set(timex, ours)
    if any(_same_length(expected, timex, one.value) for one in ours):
        return True
    if "T" in timex.partition(",")[0] and not _same_time(timex, ours):
        return False
    if timex.startswith("T"):
        return True
    if any(_same_part(reading, one) for one in ours):
        return True
    days = _days(reading)
    if days is None:
        return any(_same_value(timex, one.value) for one in ours)
    periods = [one.period or _today(one, today) for one in ours]
    return _same_days(expected, days, ours, periods) or _counted_to(days, ours, today)


def _today(one: TimeExpression, today: date | None) -> Period | None:
    return Period.day(today) if today and one.value == "PRESENT_REF" else None


def _same_part(reading: Mapping[str, str], one: TimeExpression) -> bool:
    part = _PARTS.get(one.mod or "")
    return (
        bool(part) and part in reading.get("Mod", "") and _same_value(reading["timex"], one.value)
    )


def _same_value(timex: str, value: str) -> bool:
    """Equal, but for what either leaves out with X, and for minutes that are nought."""
    one, other = timex.replace(":00", ""), value.replace(":00", "")
    if len(one) != len(other):
        return False
    return all(a == b or "X" in (a, b) for a, b in zip(one, other, strict=True))


def _same_set(timex: str, ours: Sequence[TimeExpression]) -> bool:
    """The same repetition; the time of day may stand in an expression of its own."""
    day, mark, _ = timex.partition("T")
    sets = [one for one in ours if one.type is TimeType.SET]
    if timex.startswith("P") or not mark:
        return any(_same_value(timex, one.value) for one in sets)
    repeated = any(not day or _same_value(day, one.value.partition("T")[0]) for one in sets)
    return repeated and _same_time(timex, ours)


def _same_time(timex: str, ours: Sequence[TimeExpression]) -> bool:
    wanted = timex.partition("T")[2].removesuffix(":00")
    times = (one.value.partition("T")[2].removesuffix(":00") for one in ours)
    return any(time.removesuffix(":00") == wanted.removesuffix(":00") for time in times)


def _same_length(expected: Expected, timex: str, value: str) -> bool:
    """Durations of the same length: `P1Y`, or the third part of `(2016-11-08,2016-11-11,P3D)`."""
    given = timex.strip("()").rpartition(",")[2]
    if not (given.startswith("P") and value.startswith("P")) or value.endswith("_REF"):
        return False
    if "X" in value:
        return bool(_VAGUE.search(expected.text)) and given[-1] in (value[-1], "Y", "M")
    wanted, have = _length(given), _length(value)
    return abs(wanted - have) <= _TOLERANCE * max(wanted, have)


def _length(value: str) -> float:
    days, _, hours = value.removeprefix("P").partition("T")
    parts = [(n, _DAYS.get(letter, 0.0)) for n, letter in _PART.findall(days)]
    parts += [(n, _HOURS.get(letter, 0.0)) for n, letter in _PART.findall(hours)]
    return sum(float(number) * unit for number, unit in parts if number != "X")


def _days(reading: Mapping[str, str]) -> tuple[date | None, date | None] | None:
    """The first and the last day of a reading, as given; None where it is not resolved."""
    value = reading.get("value", "")
    if re.match(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value[:10])
        return day, day
    ends = [reading.get("start", ""), reading.get("end", "")]
    if not any(ends):
        return None
    first, last = (date.fromisoformat(end[:10]) if end else None for end in ends)
    return first, last


def _same_days(
    expected: Expected,
    days: tuple[date | None, date | None],
    ours: Sequence[TimeExpression],
    covered: Sequence[Period | None],
) -> bool:
    periods = [period for period in covered if period is not None]
    if not periods:
        return False
    hull = Period(min(p.first for p in periods), max(p.last for p in periods))
    first, last = days
    if first is None or last is None:
        edge = first or last
        return edge is not None and any(_touches(p, edge) for p in periods)
    one = timedelta(1)
    if hull.first == first and last in (
        max(p.first for p in periods),
        max(p.last for p in periods),
    ):
        return True
    if any(
        _begins_last(one.value, last) and one.period and one.period.first == first for one in ours
    ):
        return True
    for period in (*periods, hull):
        if period.first == first and period.last in (last, last - one):
            return True
        if first == last and _COUNTED.search(expected.text) and period.contains(first):
            return True
    return False


def _begins_last(value: str, day: date) -> bool:
    """Whether the second end of a range of ours, `2014/2018`, begins on a day."""
    return "/" in value and day.isoformat().startswith(value.partition("/")[2])


def _touches(period: Period, edge: date) -> bool:
    one = timedelta(1)
    return edge in (period.first, period.last, period.last + one, period.first - one)


def _counted_to(
    days: tuple[date | None, date | None], ours: Sequence[TimeExpression], today: date | None
) -> bool:
    """`in two weeks`: our duration from the reference date on, or back, ends on their day."""
    first, last = days
    if today is None or first is None or first != last:
        return False
    away = abs((first - today).days)
    lengths = [_length(one.value) for one in ours if one.type is TimeType.DURATION]
    return any(abs(length - away) <= max(1.0, _TOLERANCE * away) for length in lengths)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--failures", action="store_true", help="write those that do not pass")
    arguments = parser.parse_args()
    inside = arguments.data / "specs.tar.gz"
    cases = read_cases(inside if inside.is_file() else arguments.data)
    reasons = Counter(out_of_news(case) for case in cases)
    kept = [case for case in cases if out_of_news(case) is None]
    failed = [case for case in kept if not passes(case)]
    for reason, number in reasons.most_common():
        print(f"{number:5} {reason or 'kept'}", file=sys.stderr)
    for case in failed if arguments.failures else ():
        print(case.id, case.today, repr(case.text), [e.readings for e in case.expected][:1])
        print("      ", [(one.span.of(case.text), one.value) for one in found_in(case)])
    passed = len(kept) - len(failed)
    print(f"{passed} of {len(kept)} pass: {passed / len(kept):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
