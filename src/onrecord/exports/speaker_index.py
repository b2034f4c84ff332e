"""Who said how many statements, gathered while reports go by."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.span import quoted
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement
from onrecord.exports.excerpt import excerpt
from onrecord.exports.statement_note import STATUS_WORDS, UNRESOLVED
from onrecord.exports.when import When, when_of

EXCERPT_CHARACTERS = 180
"""The index keeps this much of a statement, so that it stays small beside the reports."""

ACROSS_REPORTS = frozenset({LinkStatus.NAMED, LinkStatus.GROUP})
"""Without an actor, only these are one row across reports: two ministers may be two people."""


@dataclass(frozen=True, slots=True)
class IndexedStatement:
    """One statement's excerpt and where it stands in the page."""

    anchor: str
    words: str
    kind: str
    report: int
    when: When | None = None


@dataclass(slots=True)
class SpeakerRow:
    """One speaker; `scope` is the number of the only report the row speaks about, else None.

    `actor` is the speaker's id, absent where the speaker is known by words alone.
    """

    name: str
    status: str
    resolved: bool
    scope: int | None
    actor: str | None = None
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


_Key = tuple[str, str, int | None]


class SpeakerIndex:
    """Rows by actor; those who are no known actor by their words, as written.

    A statement of two speakers stands in the row of each. One that names nobody stands in the row
    of what is unresolved, and there alone.
    """

    def __init__(self) -> None:
        self._rows: dict[_Key, SpeakerRow] = {}

    def add(self, analysed: AnalysedDocument, report: int) -> None:
        """Count the statements of the page's `report`th report."""
        text = analysed.document.text
        names = {found.profile: found.name for found in analysed.appearances}
        for number, statement in enumerate(analysed.statements, start=1):
            words = excerpt(quoted(text, statement.content), EXCERPT_CHARACTERS)
            when = when_of(statement, analysed.document)
            anchor, kind = f"d{report}s{number}", statement.kind.value
            entry = IndexedStatement(anchor, words, kind, report, when)
            for row in self._rows_of(statement, names, report):
                row.statements.append(entry)
                row.reports.add(report)

    def _rows_of(
        self, statement: Statement, names: dict[str, str], report: int
    ) -> Iterator[SpeakerRow]:
        """The rows that a statement stands in, each once."""
        found = dict(_row(link, names, report) for link in statement.speakers if _is_known(link))
        for key, row in (found or {("", "", None): _unresolved()}).items():
            yield self._rows.setdefault(key, row)

    @property
    def rows(self) -> list[SpeakerRow]:
        """Most statements first, then by name; what is unresolved comes last."""
        return sorted(
            self._rows.values(),
            key=lambda row: (
                not row.resolved,
                -len(row.statements),
                row.name,
                row.scope or 0,
                row.actor or "",
            ),
        )

    @property
    def unresolved(self) -> int:
        """How many statements name nobody."""
        return sum(len(row.statements) for row in self._rows.values() if not row.resolved)


def _is_known(link: SpeakerLink) -> bool:
    return link.status not in UNRESOLVED and bool(link.profile or link.name)


def _row(link: SpeakerLink, names: dict[str, str], report: int) -> tuple[_Key, SpeakerRow]:
    """A new row for a speaker, and what the row is found by."""
    if link.profile:
        name = names.get(link.profile) or link.name or link.profile
        row = SpeakerRow(name, _status(link), True, None, link.profile)
        return ("actor", link.profile, None), row
    scope = None if link.status in ACROSS_REPORTS else report
    row = SpeakerRow(link.name or "", _status(link), True, scope)
    return ("words", row.name, scope), row


def _status(link: SpeakerLink) -> str:
    """An actor's row gathers statements by name and by office alike."""
    known_by_name = link.profile and link.status is LinkStatus.OFFICE
    return STATUS_WORDS[LinkStatus.NAMED if known_by_name else link.status]


def _unresolved() -> SpeakerRow:
    return SpeakerRow("Speaker not resolved", "pronoun or nobody", False, None)
