"""Who said how many statements, gathered while reports go by."""

from dataclasses import dataclass, field

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.span import quoted
from onrecord.domain.statement import LinkStatus, Statement
from onrecord.exports.article import STATUS_WORDS, UNRESOLVED

EXCERPT_CHARACTERS = 180
"""The index keeps this much of a statement, so that it stays small beside the reports."""

ACROSS_REPORTS = frozenset({LinkStatus.NAMED, LinkStatus.GROUP})
"""Only these are one row across reports: "the minister" of two reports may be two people."""


@dataclass(frozen=True, slots=True)
class IndexedStatement:
    """One statement's excerpt and where it stands in the page."""

    anchor: str
    words: str
    kind: str
    report: int


@dataclass(slots=True)
class SpeakerRow:
    """One speaker; `scope` is the number of the only report the row speaks about, else None."""

    name: str
    status: str
    resolved: bool
    scope: int | None
    statements: list[IndexedStatement] = field(default_factory=list)
    reports: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One line of the page's table of reports."""

    anchor: str
    title: str
    outlet: str | None
    published: str | None
    statements: int


class SpeakerIndex:
    """Rows by speaker. Names are kept as written: two spellings are two rows."""

    def __init__(self) -> None:
        self._rows: dict[tuple[bool, str, int | None], SpeakerRow] = {}

    def add(self, analysed: AnalysedDocument, report: int) -> None:
        """Count the statements of the page's `report`th report."""
        text = analysed.document.text
        for number, statement in enumerate(analysed.statements, start=1):
            words = _excerpt(quoted(text, statement.content))
            entry = IndexedStatement(f"d{report}s{number}", words, statement.kind.value, report)
            row = self._row(statement, report)
            row.statements.append(entry)
            row.reports.add(report)

    def _row(self, statement: Statement, report: int) -> SpeakerRow:
        link = statement.speaker
        if link.status in UNRESOLVED or not link.name:
            row = SpeakerRow("Speaker not resolved", "pronoun or nobody", False, None)
        else:
            scope = None if link.status in ACROSS_REPORTS else report
            row = SpeakerRow(link.name, STATUS_WORDS[link.status], True, scope)
        return self._rows.setdefault((row.resolved, row.name, row.scope), row)

    @property
    def rows(self) -> list[SpeakerRow]:
        """Most statements first, then by name; what is unresolved comes last."""
        return sorted(
            self._rows.values(),
            key=lambda row: (not row.resolved, -len(row.statements), row.name, row.scope or 0),
        )

    @property
    def unresolved(self) -> int:
        """How many statements name nobody."""
        return sum(len(row.statements) for row in self._rows.values() if not row.resolved)


def _excerpt(words: str) -> str:
    flat = " ".join(words.split())
    if len(flat) <= EXCERPT_CHARACTERS:
        return flat
    return flat[:EXCERPT_CHARACTERS].rsplit(" ", 1)[0] + " …"
