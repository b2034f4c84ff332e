"""An utterance out of the statements that report it: which one leads, what the others are to it."""

from collections.abc import Sequence
from datetime import date
from hashlib import blake2b

from onrecord.domain.issue import StatementKey
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.statement import StatementKind
from onrecord.domain.utterance import Retelling, Utterance
from onrecord.domain.wording import Comparison, Wording
from onrecord.positions.utterances.copying import copied_from
from onrecord.positions.utterances.days import BY_PUBLICATION
from onrecord.positions.utterances.quoted import quoted_words
from onrecord.positions.wording import compare

AS_FULL = 0.8
"""Share of the fullest quotation's words that another, earlier one needs to lead in its place."""


def utterance_of(statements: Sequence[ReportedStatement]) -> Utterance:
    """One utterance; there is at least one statement, and each is there once."""
    reports = sorted(statements, key=_by_publication)
    lead = _lead(reports)
    comparisons = [_compared(lead, report) for report in reports]
    return Utterance(
        id=_id(lead.key),
        lead=lead.key,
        retellings=tuple(
            Retelling(
                key=report.key,
                outlet=report.outlet,
                published=report.published,
                wording=found.wording if found else Wording.EXACT,
                comparison=found,
                copied_from=copied_from(report, reports[:place]),
            )
            for place, (report, found) in enumerate(zip(reports, comparisons, strict=True))
        ),
        said=_said(reports),
    )


def _by_publication(report: ReportedStatement) -> tuple[date, date, str, int, str]:
    """In order of publication, those without a day last; in a document in order of the text."""
    published = report.published or Period.day(date.max)
    start = report.statement.content[0].start
    return published.first, published.last, *_place(report.key, start)


def _place(key: StatementKey, start: int) -> tuple[str, int, str]:
    return key.document_id, start, key.statement_id


def _lead(reports: Sequence[ReportedStatement]) -> ReportedStatement:
    """The fullest quotation, the earliest of several; without any, the fullest report."""
    sizes = [_size(report) for report in reports]
    fullest = max(sizes)
    return next(
        report
        for report, (quoted, words) in zip(reports, sizes, strict=True)
        if quoted >= AS_FULL * fullest[0] and (fullest[0] or words >= AS_FULL * fullest[1])
    )


def _size(report: ReportedStatement) -> tuple[int, int]:
    """Words between quotation marks, and all words."""
    words = len(report.content.split())
    if report.statement.kind is StatementKind.DIRECT:
        return words, words
    return quoted_words(report.content), words


def _compared(lead: ReportedStatement, report: ReportedStatement) -> Comparison | None:
    if report is lead:
        return None
    kinds = {lead.statement.kind, report.statement.kind}
    return compare(
        lead.content,
        report.content,
        left_around=lead.passage,
        right_around=report.passage,
        quoted=kinds == {StatementKind.DIRECT},
    )


def _said(reports: Sequence[ReportedStatement]) -> Period | None:
    """The days that all reports which tell them allow, else those of the one that knows best."""
    told = [report for report in reports if _tells_day(report)] or list(reports)
    periods = [report.said for report in told if report.said is not None]
    common: Period | None = periods[0] if periods else None
    for period in periods[1:]:
        common = common.meet(period) if common else None
    return common or min(periods, key=lambda period: (period.days, period), default=None)


def _tells_day(report: ReportedStatement) -> bool:
    said = report.statement.said
    return said is not None and said.step != BY_PUBLICATION


def _id(lead: StatementKey) -> str:
    """Sixteen hexadecimal digits."""
    words = f"{lead.document_id}\n{lead.statement_id}".encode()
    return blake2b(words, digest_size=8).hexdigest()
