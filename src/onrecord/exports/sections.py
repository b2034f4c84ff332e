"""What a page shows of the stages across documents, beside the reports themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.domain.issue import Issue, StatementKey
from onrecord.domain.line import Line
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.utterance import Utterance

Statements = Mapping[StatementKey, ReportedStatement]


@dataclass(frozen=True, slots=True)
class LineSection:
    """One line, the issue it is on, and the statements behind its points.

    A statement that is missing from `statements` is told of as not in the record.
    """

    line: Line
    issue: Issue
    statements: Statements


@dataclass(frozen=True, slots=True)
class UtteranceSection:
    """One utterance and the statements that report it."""

    utterance: Utterance
    statements: Statements
