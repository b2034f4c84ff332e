"""Events with a known day, and the words that name them.

`events.csv` has a row an event: `kind` is one of EventKind, `words` are the wordings, parted by
`|`. In a wording `(a/b)` is a choice, `[a]` may be left out, `_` joins the words of one choice and
`~` stands for up to three words. A word with a capital is looked for with it. Several events may
share a wording ("Iowa caucuses"): they are then what the words may mean.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import islice, pairwise, product

from onrecord.domain.span import Span
from onrecord.lexicon.rows import read_rows

_FILE = "events.csv"
_WORD = re.compile(r"\w+")
_PART = re.compile(r"\([^)]*\)|\[[^\]]*\]|\S+")
_JOINT = re.compile(r"[\s\-–'’\"“”.,()/$#&]{1,4}")

GAP = "~"
MAX_GAP_WORDS = 3
MAX_ABBREVIATION = 4
"""A longer word before a full stop ends a sentence (`Gov.`, `Sept.`)."""


class EventKind(StrEnum):
    """What naming the event says about the day of the text."""

    SUDDEN = "sudden"
    """Nobody could name it before its first day: an attack, a death, a resolution by its number."""
    SCHEDULED = "scheduled"
    """It was known beforehand: an election, a debate, a summit."""
    STATUS = "status"
    """The words hold from its first to its last day: a presumptive nominee."""
    LASTING = "lasting"
    """It went on from its first day: a war whose years are counted."""


@dataclass(frozen=True, slots=True)
class Event:
    """`last` is the first day again where the event took one day, None where it has not ended."""

    id: str
    kind: EventKind
    first: date
    last: date | None
    source: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that name one of `events`."""

    span: Span
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Wording:
    """Words that name events, parted where a gap is; its trigger is word `at` of part `part`."""

    parts: tuple[tuple[str, ...], ...]
    part: int
    at: int
    events: tuple[Event, ...]


def find_events(text: str) -> tuple[EventMention, ...]:
    """The events that a text names, the longest wording at each place, in order."""
    written = _WORD.findall(text)
    small = list(map(str.lower, written))
    triggers = _triggers()
    found: dict[tuple[int, int], list[Event]] = {}
    for place in [place for place, word in enumerate(small) if word in triggers]:
        for wording in _near(triggers[small[place]], small, place):
            match = _match(wording, small, written, place)
            if match:
                found.setdefault(match, []).extend(wording.events)
    return tuple(_mentions(text, found)) if found else ()


def _near(beside: "_Beside", small: Sequence[str], place: int) -> Sequence[_Wording]:
    """The wordings whose neighbour of the trigger stands beside it, and those without one."""
    before, after, alone = beside
    left = before.get(small[place - 1]) if before and place else None
    right = after.get(small[place + 1]) if after and place + 1 < len(small) else None
    if left or right:
        return [*(left or ()), *(right or ()), *alone]
    return alone


def _mentions(
    text: str, found: Mapping[tuple[int, int], Sequence[Event]]
) -> Iterator[EventMention]:
    """Those that stand in one sentence and are no part of a longer one."""
    upto = max(end for _, end in found)
    spans = [match.span() for match in islice(_WORD.finditer(text), upto)]
    after = 0
    for (start, end), named in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
        if start >= after and all(_joined(text, spans, at) for at in range(start, end - 1)):
            after = end
            chosen = tuple(dict.fromkeys(named))
            yield EventMention(Span(spans[start][0], spans[end - 1][1]), chosen)


def _joined(text: str, spans: Sequence[tuple[int, int]], left: int) -> bool:
    """Whether a word and the next may belong to one name."""
    start, end = spans[left]
    between = text[end : spans[left + 1][0]]
    if not _JOINT.fullmatch(between):
        return False
    abbreviated = end - start <= MAX_ABBREVIATION and text[start].isupper()
    return not between.startswith(". ") or abbreviated


def _match(
    wording: _Wording, small: Sequence[str], written: Sequence[str], place: int
) -> tuple[int, int] | None:
    """The first word and the one after the last, where the trigger stands at `place`."""
    start = place - wording.at
    part = wording.parts[wording.part]
    end = start + len(part)
    if start < 0 or not _is_at(part, small, written, start):
        return None
    for later in wording.parts[wording.part + 1 :]:
        tries = range(end, end + MAX_GAP_WORDS + 1)
        found = next((at for at in tries if _is_at(later, small, written, at)), None)
        if found is None:
            return None
        end = found + len(later)
    for earlier in reversed(wording.parts[: wording.part]):
        tries = range(start - len(earlier), start - len(earlier) - MAX_GAP_WORDS - 1, -1)
        found = next((at for at in tries if _is_at(earlier, small, written, at)), None)
        if found is None:
            return None
        start = found
    return start, end


def _is_at(part: tuple[str, ...], small: Sequence[str], written: Sequence[str], at: int) -> bool:
    """Whether the words stand there, those with a capital written with it or in capitals."""
    if at < 0 or at + len(part) > len(small):
        return False
    for offset, word in enumerate(part, at):
        if word not in (small[offset], written[offset]) and (
            small[offset] != word.lower() or not written[offset].isupper()
        ):
            return False
    return True


@cache
def events() -> tuple[Event, ...]:
    """All events of the table."""
    return tuple(event for event, _ in _rows())


def wordings(words: str) -> Iterator[tuple[str, ...]]:
    """Every way to read the column `words`.

    >>> list(wordings("[first] (G8/Group_of_Eight) summit"))[0]
    ('first', 'G8', 'summit')
    """
    for wording in words.split("|"):
        parts = (tuple(_choices(part)) for part in _PART.findall(wording))
        for chosen in product(*parts):
            yield tuple(word for choice in chosen for word in choice)


def _choices(part: str) -> Iterator[tuple[str, ...]]:
    if part == GAP:
        yield (GAP,)
        return
    if part[0] not in "([":
        yield tuple(_WORD.findall(part))
        return
    for choice in part.strip("()[]").split("/"):
        yield tuple(_WORD.findall(choice.replace("_", " ")))
    if part[0] == "[":
        yield ()


def _rows() -> Iterator[tuple[Event, str]]:
    for row in read_rows(_FILE):
        kind, first = EventKind(row["kind"]), date.fromisoformat(row["first"])
        one_day = None if kind is EventKind.LASTING else first
        last = date.fromisoformat(row["last"]) if row["last"] else one_day
        yield Event(row["id"], kind, first, last, row["source"]), row["words"]


_ByNeighbour = dict[str, list[_Wording]]
_Beside = tuple[_ByNeighbour, _ByNeighbour, list[_Wording]]
"""Wordings by the word before their trigger, by the word after it, and those without either."""


@cache
def _triggers() -> Mapping[str, _Beside]:
    """The wordings by the word of theirs that is in the fewest others, and by its neighbour."""
    named: dict[tuple[str, ...], list[Event]] = {}
    for event, words in _rows():
        for wording in wordings(words):
            named.setdefault(wording, []).append(event)
    counts = Counter(word for wording in named for word in set(wording))
    counts[GAP] = len(named) + 1
    found: dict[str, _Beside] = {}
    for wording, meant in named.items():
        place = min(range(len(wording)), key=lambda at: (counts[wording[at]], -len(wording[at])))
        entry = _entry(wording, place, tuple(dict.fromkeys(meant)))
        _file(found.setdefault(wording[place].lower(), ({}, {}, [])), entry)
    return found


def _entry(wording: tuple[str, ...], place: int, events: tuple[Event, ...]) -> _Wording:
    parts = _parted(wording)
    part = wording[:place].count(GAP)
    at = place - sum(len(words) + 1 for words in parts[:part])
    return _Wording(parts, part, at, events)


def _file(beside: _Beside, entry: _Wording) -> None:
    before, after, alone = beside
    part = entry.parts[entry.part]
    if entry.at:
        before.setdefault(part[entry.at - 1].lower(), []).append(entry)
    elif len(part) > 1:
        after.setdefault(part[1].lower(), []).append(entry)
    else:
        alone.append(entry)


def _parted(wording: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    gaps = [-1, *(at for at, word in enumerate(wording) if word == GAP), len(wording)]
    return tuple(wording[left + 1 : right] for left, right in pairwise(gaps))
