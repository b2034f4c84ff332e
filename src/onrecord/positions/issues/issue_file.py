"""Issues in TOML: read with every mistake named, and written as they are read.

[[issue]]
id = "corridor-opening"
proposition = "The Sarn corridor should be opened."
for = ["The road must be opened to convoys at once."]
against = ["There will be no corridor on our soil."]
words = ["corridor", "convoy"]
since = 2031-01-01
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from onrecord.domain.issue import Example, Issue, Stance
from onrecord.domain.period import Period
from onrecord.errors import InvalidIssue

LISTS = ("for", "against", "words", "actors", "targets")
TEXTS = ("id", "proposition", "description")
DAYS = ("since", "until")
KEYS = (*TEXTS, *LISTS, *DAYS)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def read_issues(path: Path) -> tuple[Issue, ...]:
    """Every issue of a TOML file. Raises InvalidIssue."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InvalidIssue(
            f"{str(path)!r} cannot be read ({error.strerror}): give a TOML file of issues"
        ) from error
    except UnicodeDecodeError as error:
        raise InvalidIssue(
            f"{str(path)!r} is not UTF-8 (byte {error.start}): save it as UTF-8"
        ) from error
    return parse_issues(text, str(path))


def parse_issues(text: str, name: str = "issues") -> tuple[Issue, ...]:
    """Every issue of a TOML text; `name` is what messages call it. Raises InvalidIssue.

    >>> [found] = parse_issues('[[issue]]\\nid = "a"\\nproposition = "The road should open."')
    >>> found.proposition
    'The road should open.'
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidIssue(f"{name!r} is no TOML: {error}") from error
    unknown = sorted(set(table) - {"issue"})
    if unknown:
        raise InvalidIssue(f"{name!r} has {unknown[0]!r}: issues stand under [[issue]]")
    entries = table.get("issue", [])
    if not isinstance(entries, list) or not entries:
        raise InvalidIssue(f"{name!r} holds no issue: begin each with a line [[issue]]")
    found = tuple(
        _Entry(entry, f"{name}, issue {number}").issue()
        for number, entry in enumerate(entries, start=1)
    )
    _no_id_twice(found, name)
    return found


def write_issues(issues: Iterable[Issue]) -> str:
    """The TOML that `parse_issues` reads the same issues from."""
    return "\n".join("\n".join(("[[issue]]", *_lines(issue), "")) for issue in issues)


class _Entry:
    """One table of the file, and where it stands."""

    def __init__(self, entry: object, place: str) -> None:
        self.place = place
        if not isinstance(entry, Mapping):
            self.fail("is no table", "begin it with a line [[issue]]")
        self.values: Mapping[str, object] = entry
        if isinstance(entry.get("id"), str) and entry["id"]:
            self.place = f"{place} ({entry['id']!r})"

    def fail(self, wrong: str, right: str) -> NoReturn:
        raise InvalidIssue(f"{self.place}: {wrong}; {right}")

    def issue(self) -> Issue:
        unknown = sorted(set(self.values) - set(KEYS))
        if unknown:
            self.fail(f"unknown key {unknown[0]!r}", f"known are {', '.join(KEYS)}")
        since, until = (self._day(key) for key in DAYS)
        if since and until and until < since:
            self.fail(f"until {until} is before since {since}", "exchange them")
        return Issue(
            id=self._id(),
            proposition=self._proposition(),
            description=self._text("description"),
            examples=(*self._examples(Stance.FOR), *self._examples(Stance.AGAINST)),
            words=self._list("words"),
            actors=self._list("actors"),
            targets=self._list("targets"),
            since=since,
            until=until,
        )

    def _id(self) -> str:
        id = self._text("id")
        if not id:
            self.fail("id is missing", 'give it one, such as id = "corridor-opening"')
        if not _SLUG.fullmatch(id):
            self.fail(f"id {id!r} is no slug", "use lower-case letters, digits and hyphens")
        return id

    def _proposition(self) -> str:
        proposition = self._text("proposition")
        if not proposition:
            self.fail("proposition is missing", "write the sentence one can be for or against")
        if proposition.endswith("?"):
            self.fail("proposition is a question", "write what someone can say yes or no to")
        return proposition

    def _text(self, key: str) -> str:
        value = self.values.get(key, "")
        if not isinstance(value, str):
            self.fail(f"{key} is {value!r}", "put it between quotation marks")
        return " ".join(value.split())

    def _list(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(f"{key} is {value!r}", f'write a list of texts: {key} = ["…", "…"]')
        found = tuple(" ".join(item.split()) for item in value)
        if "" in found:
            self.fail(f"{key} has an empty text", "take it out")
        return tuple(dict.fromkeys(found))

    def _examples(self, stance: Stance) -> Iterator[Example]:
        for text in self._list(stance.value):
            yield Example(text, stance)

    def _day(self, key: str) -> date | None:
        value = self.values.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        found = _DAY.fullmatch(str(value)) if isinstance(value, str | int) else None
        if found is None:
            self.fail(f"{key} is {value!r}", f"write a day: {key} = 2031-03-12")
        return self._bound(key, found)

    def _bound(self, key: str, found: re.Match[str]) -> date:
        """The first day of what was given for `since`, the last for `until`."""
        year, month, day = (int(part) if part else None for part in found.groups())
        try:
            if year and month and day:
                return date(year, month, day)
            whole = Period.month(year or 0, month) if month else Period.year(year or 0)
        except ValueError as error:
            self.fail(f"{key} is {found[0]!r} ({error})", f"write a day: {key} = 2031-03-12")
        return whole.first if key == "since" else whole.last


def _no_id_twice(issues: Sequence[Issue], name: str) -> None:
    id, times = Counter(issue.id for issue in issues).most_common(1)[0]
    if times > 1:
        raise InvalidIssue(f"{name!r} has id {id!r} {times} times: each issue needs its own")


def _lines(issue: Issue) -> Iterator[str]:
    yield f"id = {_quoted(issue.id)}"
    yield f"proposition = {_quoted(issue.proposition)}"
    if issue.description:
        yield f"description = {_quoted(issue.description)}"
    for stance in (Stance.FOR, Stance.AGAINST):
        texts = [example.text for example in issue.examples if example.stance is stance]
        yield from _list_lines(stance.value, texts)
    for key in ("words", "actors", "targets"):
        yield from _list_lines(key, getattr(issue, key))
    for key in DAYS:
        day = getattr(issue, key)
        if day is not None:
            yield f"{key} = {day.isoformat()}"


def _list_lines(key: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"{key} = ["
        yield from (f"    {_quoted(text)}," for text in texts)
        yield "]"


def _quoted(text: str) -> str:
    """A basic string; JSON's escapes are TOML's, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
