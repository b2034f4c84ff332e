"""From which earlier report one seems to have its words."""

from collections.abc import Sequence

from onrecord.domain.issue import StatementKey
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.statement import StatementKind
from onrecord.domain.wording import Wording
from onrecord.lexicon.agencies import agency_names
from onrecord.positions.wording import compare
from onrecord.positions.wording.tokens import tokens_of

LEAST_COPIED = 8
"""Words of a writer's own that nobody else finds by himself."""


def copied_from(
    report: ReportedStatement, earlier: Sequence[ReportedStatement]
) -> StatementKey | None:
    """The report that this one took over, of those that appeared before it, in order.

    That of an agency which it names; else the first that has the same sentence, or the same words
    where they are the writer's and not the speaker's: two reporters who heard one sentence quote it
    alike, but do not put it alike.
    """
    others = [one for one in earlier if one.key.document_id != report.key.document_id]
    named = _named(report, others)
    if named is not None:
        return named.key
    return next((one.key for one in others if _same_report(one, report)), None)


def _named(
    report: ReportedStatement, others: Sequence[ReportedStatement]
) -> ReportedStatement | None:
    """The earliest report by an agency that this one names."""
    via = {outlet_key(name) for name in report.via} - {outlet_key(report.outlet)}
    return next((one for one in others if outlet_key(one.outlet) in via), None)


def outlet_key(name: str) -> str:
    """An outlet under one of its names.

    >>> outlet_key("Thomson Reuters") == outlet_key("Reuters")
    True
    """
    agency = agency_names().get(name)
    return (agency.name if agency else name).casefold()


def _same_report(one: ReportedStatement, report: ReportedStatement) -> bool:
    keys = [token.key for token in tokens_of(report.content)]
    if [token.key for token in tokens_of(one.content)] != keys:
        return False
    if len(keys) >= LEAST_COPIED and report.statement.kind is not StatementKind.DIRECT:
        return True
    found = compare(
        one.content, report.content, left_around=one.passage, right_around=report.passage
    )
    return found.wording is Wording.WIRE_COPY
