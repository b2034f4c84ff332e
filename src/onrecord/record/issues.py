"""Issues as rows: kept, read back, removed."""

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum

from sqlalchemy import Connection, delete, select

from onrecord.domain.issue import Example, Issue, Stance
from onrecord.errors import NotInRecord
from onrecord.record.bulk import insert_rows
from onrecord.record.derived import forget_mark
from onrecord.record.rows import Rows
from onrecord.record.schema_positions import issue_parts, issues

_SHOWN = 8
"""Ids named in a message; more would hide the next step."""


class IssuePart(StrEnum):
    """What a text is to its issue."""

    FOR = "for"
    AGAINST = "against"
    CONDITIONAL = "conditional"
    UNCLEAR = "unclear"
    WORD = "word"
    ACTOR = "actor"
    TARGET = "target"


_STANCES = {IssuePart(stance.value): stance for stance in Stance}


def mark_name(issue_id: str) -> str:
    """What the positions on an issue are called among what is derived."""
    return f"issue:{issue_id}"


def keep_issue(connection: Connection, issue: Issue) -> bool:
    """Keep an issue; whether that changed anything. What was derived from another is forgotten."""
    if issue in list(load_issues(connection, issue.id)):
        return False
    remove_issue(connection, issue.id)
    row = {
        "id": issue.id,
        "proposition": issue.proposition,
        "description": issue.description,
        "since": issue.since,
        "until": issue.until,
    }
    insert_rows(connection, issues, [row])
    insert_rows(connection, issue_parts, _part_rows(issue))
    return True


def remove_issue(connection: Connection, issue_id: str) -> None:
    """Forget an issue and the positions on it; what people judged stays."""
    connection.execute(delete(issues).where(issues.c.id == issue_id))
    forget_mark(connection, mark_name(issue_id))


def find_issue(connection: Connection, key: str) -> Issue:
    """The issue with that id, or that beginning of an id. Raises NotInRecord."""
    found = list(load_issues(connection))
    exact = [issue for issue in found if issue.id == key]
    begun = [issue for issue in found if key and issue.id.startswith(key)]
    for meant in (exact, begun):
        if len(meant) == 1:
            return meant[0]
    ids = ", ".join(repr(issue.id) for issue in (begun or found)[:_SHOWN])
    if begun:
        raise NotInRecord(f"{key!r} may mean several issues: {ids}; write more of the id")
    known = (
        f"the record has {ids}" if ids else "the record has none: `onrecord issues add` adds some"
    )
    raise NotInRecord(f"no issue {key!r} is in the record; {known}")


def load_issues(connection: Connection, issue_id: str | None = None) -> Iterator[Issue]:
    """All issues by id, or the one."""
    question, parts = select(issues), select(issue_parts)
    if issue_id is not None:
        question = question.where(issues.c.id == issue_id)
        parts = parts.where(issue_parts.c.issue_id == issue_id)
    texts: dict[tuple[str, IssuePart], list[str]] = defaultdict(list)
    examples: dict[str, dict[int, Example]] = defaultdict(dict)
    for row in connection.execute(parts.order_by(*issue_parts.primary_key)):
        sort = IssuePart(row.sort)
        if sort in _STANCES:
            examples[row.issue_id][row.position] = Example(row.text, _STANCES[sort])
        else:
            texts[row.issue_id, sort].append(row.text)
    for row in connection.execute(question.order_by(issues.c.id)).all():
        yield Issue(
            row.id,
            row.proposition,
            row.description,
            tuple(example for _, example in sorted(examples[row.id].items())),
            tuple(texts[row.id, IssuePart.WORD]),
            tuple(texts[row.id, IssuePart.ACTOR]),
            tuple(texts[row.id, IssuePart.TARGET]),
            row.since,
            row.until,
        )


def _part_rows(issue: Issue) -> Rows:
    """Examples are counted through all stances, so that their order is kept."""
    return [
        {"issue_id": issue.id, "sort": sort.value, "position": position, "text": text}
        for position, sort, text in _parts(issue)
    ]


def _parts(issue: Issue) -> Iterator[tuple[int, IssuePart, str]]:
    for position, example in enumerate(issue.examples):
        yield position, IssuePart(example.stance.value), example.text
    for sort, texts in (
        (IssuePart.WORD, issue.words),
        (IssuePart.ACTOR, issue.actors),
        (IssuePart.TARGET, issue.targets),
    ):
        for position, text in enumerate(texts):
            yield position, sort, text
