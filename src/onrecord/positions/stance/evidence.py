"""The words that a stance rests on."""

from collections.abc import Iterator

from onrecord.domain.issue import Issue
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.span import Span
from onrecord.positions.issues.stems import kin_of, stems
from onrecord.positions.stance.conditions import conditions
from onrecord.positions.stance.sentences import sentences


def evidence_of(issue: Issue, statement: ReportedStatement) -> tuple[Span, ...]:
    """The sentences of the content that share most with the proposition and its examples.

    All of them, where none shares anything: then what was said as a whole has to be read.
    """
    found = sentences(statement)
    if len(found) < 2:
        return found
    asked = stems(" ".join((issue.proposition, *(example.text for example in issue.examples))))
    kin = frozenset[str]().union(*(kin_of().get(stem, frozenset()) for stem in asked))
    shared = [
        _shared(statement.in_passage(span).of(statement.passage), asked, kin) for span in found
    ]
    most = max(shared)
    return tuple(span for span, each in zip(found, shared, strict=True) if each == most)


def condition_spans(statement: ReportedStatement) -> Iterator[Span]:
    """The clauses of condition of the content."""
    for span in statement.statement.content:
        text = statement.in_passage(span).of(statement.passage)
        for found in conditions(text):
            yield Span(found.span.start + span.start, found.span.end + span.start)


def _shared(text: str, asked: frozenset[str], kin: frozenset[str]) -> float:
    bag = stems(text)
    return len(bag & asked) + 0.5 * len((bag & kin) - asked)
