"""Which statements an issue lets through: by who speaks, what is spoken of, and the day."""

from collections.abc import Iterable

from onrecord.domain.issue import Issue
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.lexicon.folding import words_of


def passes(issue: Issue, statement: ReportedStatement) -> bool:
    """Whether actor, target and day are within what the issue asks for.

    A statement whose day is not known passes; so does one whose days only touch the period.
    """
    return (
        _in_time(issue, statement)
        and (not issue.actors or named(statement.speakers, issue.actors))
        and (not issue.targets or _concerns(statement, issue.targets))
    )


def named(actors: Iterable[ReportedActor], names: Iterable[str]) -> bool:
    """Whether one of the actors goes by one of the names: all its words, or its id.

    >>> named([ReportedActor("person:oss", "Hadrun Oss")], ["Oss"])
    True
    """
    wanted = [(name, frozenset(words_of(name))) for name in names]
    for actor in actors:
        words = frozenset(words_of(actor.name))
        if any(actor.id == name or (asked and asked <= words) for name, asked in wanted):
            return True
    return False


def _concerns(statement: ReportedStatement, names: Iterable[str]) -> bool:
    """Whether one of the names is a target's, or stands in the content."""
    names = tuple(names)
    if named(statement.targets, names):
        return True
    content = f" {' '.join(words_of(statement.content))} "
    return any(f" {' '.join(words_of(name))} " in content for name in names)


def _in_time(issue: Issue, statement: ReportedStatement) -> bool:
    said = statement.said
    if said is None:
        return True
    return not (
        (issue.since is not None and said.last < issue.since)
        or (issue.until is not None and said.first > issue.until)
    )
