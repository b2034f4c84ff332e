"""What crosses documents: utterances, issues and lines, out of a record.

Utterances and positions are derived and kept; where the record, the issue, a judgement or the
version has changed since, they are derived anew before they are used.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.domain.actor import ActorKind
from onrecord.domain.issue import Hit, Issue, Position, StatementKey
from onrecord.domain.line import Line, LineComparison
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.utterance import Utterance
from onrecord.lexicon.offices import tenures
from onrecord.positions.issues.find import find_hits
from onrecord.positions.issues.suggest import SuggestedIssue, suggest
from onrecord.positions.lines import line_of, lines_on, who_says_what
from onrecord.positions.stance.position import positions_on
from onrecord.positions.utterances import group
from onrecord.positions.utterances.retellings import utterance_of
from onrecord.record import Record, StatementQuery
from onrecord.remembering import RememberingNetwork

Statements = Mapping[StatementKey, ReportedStatement]


@dataclass(frozen=True, slots=True)
class Across:
    """A record seen across its documents. `tell` is told, in words, what takes a while."""

    record: Record
    network: RememberingNetwork | None
    version: str
    tell: Callable[[str], None]

    def utterances(self, query: StatementQuery | None = None) -> Iterator[Utterance]:
        """The utterances that a statement of `query` reports, in order of time."""
        self.refresh_utterances()
        if query is None:
            yield from self.record.utterances()
            return
        asked = [stored.key for stored in self.record.reported(query)]
        yield from self.record.utterances(asked)

    def retold(
        self, query: StatementQuery | None = None, *, several: bool = False
    ) -> Iterator[tuple[Utterance, Statements]]:
        """Utterances with their retellings compared with the lead, and the statements behind.

        Where `several`, only those that more than one statement reports.
        """
        for utterance in list(self.utterances(query)):
            if several and len(utterance.retellings) < 2:
                continue
            statements = self._statements([told.key for told in utterance.retellings])
            yield utterance_of(list(statements.values())), statements

    def refresh_utterances(self) -> None:
        """Group the statements into utterances, where the record changed since."""
        mark = self.utterances_mark()
        if self.record.utterances_mark() == mark:
            return
        statements = list(self.record.reported())
        self.tell(f"grouping {len(statements):,} statements into utterances")
        embed = self.network.embed if self.network else None
        self.record.put_utterances(group(statements, embed), mark)

    def utterances_mark(self) -> str:
        """What utterances are derived from: statements, actors, and the version."""
        return f"{self.record.state()}:{self.version}"

    def positions_mark(self, issue: Issue) -> str:
        """What positions are derived from: the issue and what was judged on it as well."""
        judged = self.record.standing_stances(issue.id)
        return f"{self.utterances_mark()}:{_digest(repr((issue, judged)))}"

    def hits(self, issue: Issue) -> Iterator[tuple[ReportedStatement, Hit]]:
        """The statements that bear on an issue, which need not be kept, and why."""
        by_key, found = self._bearing(issue)
        return ((by_key[hit.key], hit) for hit in found)

    def _bearing(self, issue: Issue) -> tuple[Statements, tuple[Hit, ...]]:
        """All statements, and which of them bear on the issue."""
        by_key = {found.key: found for found in self.record.reported()}
        self.tell(f"looking for what bears on {issue.id!r} in {len(by_key):,} statements")
        return by_key, tuple(find_hits(issue, by_key.values(), self.network))

    def suggestions(self, limit: int) -> Sequence[SuggestedIssue]:
        """Issues that clusters of statements may be about."""
        statements = list(self.record.reported())
        self.tell(f"looking for issues in {len(statements):,} statements")
        return suggest(statements, self.network, limit)

    def refresh_positions(self, issue: Issue) -> None:
        """Find and code what bears on an issue, where anything it rests on changed since."""
        mark = self.positions_mark(issue)
        if self.record.positions_mark(issue.id) == mark:
            return
        judged = self.record.standing_stances(issue.id)
        by_key, hits = self._bearing(issue)
        concerned = {hit.key for hit in hits} | {judgement.key for judgement in judged}
        statements = [one for one in by_key.values() if concerned & {one.key, _around(one)}]
        self.tell(f"coding {len(concerned):,} statements on {issue.id!r}")
        positions = positions_on(issue, statements, hits, judged, self.network)
        self.record.put_positions(issue.id, positions, mark)

    def positions(self, issue: Issue) -> tuple[tuple[ReportedStatement, Position], ...]:
        """What bears on an issue, with its stance, in order of saying."""
        self.refresh_positions(issue)
        found = {position.key: position for position in self.record.positions(issue.id)}
        statements = self._statements(found)
        return tuple((one, found[key]) for key, one in sorted(statements.items(), key=_by_time))

    def line(
        self,
        actor: str,
        issue_key: str,
        *,
        rolled_up: bool = False,
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[Line, Statements]:
        """An actor's line on an issue. Raises NotInRecord, InvalidQuery."""
        issue, whose = self.record.issue(issue_key), self._actor(actor)
        self._refresh(issue)
        speaker = None if rolled_up else whose.id
        positions = tuple(self.record.positions(issue.id, speaker))
        statements, utterances = self._behind(positions)
        line = line_of(
            whose,
            issue,
            statements,
            positions,
            utterances,
            rolled_up=rolled_up,
            tenures=(*tenures(), *self.record.tenures()) if rolled_up else (),
            since=since,
            until=until,
        )
        return line, statements

    def lines(self, issue: Issue) -> tuple[tuple[Line, ...], Statements]:
        """The lines of all who take a position on an issue."""
        self._refresh(issue)
        positions = tuple(self.record.positions(issue.id))
        statements, utterances = self._behind(positions)
        return lines_on(issue, statements, positions, utterances), statements

    def drawn_lines(self) -> Iterator[tuple[Issue, tuple[Line, ...], Statements]]:
        """Of every issue the lines with a stance, those with most shifts and points first."""
        for issue in self.record.issues():
            lines, statements = self.lines(issue)
            telling = [line for line in lines if line.phases]
            yield issue, tuple(sorted(telling, key=_telling)), statements

    def comparison(
        self, actors: Sequence[str], issue_key: str
    ) -> tuple[tuple[LineComparison, ...], Statements]:
        """Who says the same on an issue, who the opposite: of these, or of one and all others."""
        issue = self.record.issue(issue_key)
        meant = list(dict.fromkeys(self._actor(actor).id or "" for actor in actors))
        lines, statements = self._lines_of(issue, meant)
        return who_says_what(issue, lines, meant), statements

    def _lines_of(self, issue: Issue, actors: Sequence[str]) -> tuple[tuple[Line, ...], Statements]:
        """The lines of these; of everybody, where there is but one to be compared with others."""
        if len(actors) < 2:
            return self.lines(issue)
        found = [self.line(actor, issue.id) for actor in actors]
        statements = {key: one for _, behind in found for key, one in behind.items()}
        return tuple(line for line, _ in found), statements

    def _refresh(self, issue: Issue) -> None:
        self.refresh_utterances()
        self.refresh_positions(issue)

    def _actor(self, key: str) -> ReportedActor:
        found = self.record.actor(key)
        kind: ActorKind = found.kind
        return ReportedActor(
            found.id, found.name, kind, country=found.country, offices=found.offices
        )

    def _behind(self, positions: Iterable[Position]) -> tuple[Statements, tuple[Utterance, ...]]:
        """The statements that positions are of, and the utterances that these report.

        Of an utterance those statements alone stay that take a position.
        """
        statements = self._statements([position.key for position in positions])
        found = self.record.utterances(statements)
        return statements, tuple(_within(utterance, statements) for utterance in found)

    def _statements(self, keys: Collection[StatementKey]) -> Statements:
        return {found.key: found for found in self.record.reported(keys=keys)}


def _around(one: ReportedStatement) -> StatementKey | None:
    """The statement that this one is nested in."""
    parent = one.statement.parent
    return StatementKey(one.key.document_id, parent) if parent else None


def _within(utterance: Utterance, statements: Statements) -> Utterance:
    told = tuple(r for r in utterance.retellings if r.key in statements)
    lead = utterance.lead if utterance.lead in statements else told[0].key
    return replace(utterance, lead=lead, retellings=told)


def _telling(line: Line) -> tuple[int, int, str]:
    return -len(line.shifts), -line.counts.utterances, line.name


def _by_time(item: tuple[StatementKey, ReportedStatement]) -> tuple[bool, date, StatementKey]:
    key, one = item
    return (one.said is None, one.said.first if one.said else date.max, key)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
