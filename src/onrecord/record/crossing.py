"""The part of a record that crosses documents: utterances, issues, positions on them."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from onrecord.domain.issue import Issue, Position, Stance, StanceJudgement, StatementKey
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.utterance import Utterance
from onrecord.record.derived import mark_of, state_of
from onrecord.record.issues import find_issue, keep_issue, load_issues, mark_name, remove_issue
from onrecord.record.judging import Opinion
from onrecord.record.matching import ActorMatcher
from onrecord.record.network_answers import keep_answers, load_answers
from onrecord.record.positions import load_positions, replace_positions
from onrecord.record.query import StatementQuery
from onrecord.record.reporting import report
from onrecord.record.retelling import UTTERANCES, load_utterances, replace_utterances
from onrecord.record.stance_judged import (
    judge_stance,
    load_stance_judgements,
    present_judgements,
    standing_stances,
    undo_stance,
)


class Crossing(ABC):
    """What a `Record` has besides documents, statements and actors.

    Utterances and positions are derived: whoever puts them names what they were derived from.
    """

    _matcher: ActorMatcher | None

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    def reported(
        self, query: StatementQuery | None = None, keys: Collection[StatementKey] | None = None
    ) -> Iterator[ReportedStatement]:
        """What passes `query`, of `keys` alone where they are given, to compare across documents.

        With `keys` they come in no promised order. Raises as `statements` does.
        """
        with self._reading() as connection:
            yield from report(connection, query or StatementQuery(), keys, self._matcher)

    def state(self) -> int:
        """A number that changes whenever a statement or an actor does."""
        with self._reading() as connection:
            return state_of(connection)

    def utterances(self, keys: Collection[StatementKey] | None = None) -> Iterator[Utterance]:
        """All utterances as last put, or those that these statements report; uncompared."""
        with self._reading() as connection:
            yield from load_utterances(connection, keys)

    def utterances_mark(self) -> str | None:
        """What the utterances were derived from, if they ever were."""
        with self._reading() as connection:
            return mark_of(connection, UTTERANCES)

    def put_utterances(self, found: Sequence[Utterance], mark: str) -> None:
        """Keep `found` in the place of all utterances; `mark` says what they were derived from."""
        with self._writing() as connection:
            replace_utterances(connection, found, mark)

    def put_issues(self, found: Iterable[Issue]) -> int:
        """Keep issues, each in the place of one with its id; how many are new or changed."""
        with self._writing() as connection:
            return sum(keep_issue(connection, issue) for issue in found)

    def issues(self) -> Iterator[Issue]:
        """The issues, by id."""
        with self._reading() as connection:
            yield from load_issues(connection)

    def issue(self, key: str) -> Issue:
        """The issue with that id, or that beginning of an id. Raises NotInRecord."""
        with self._reading() as connection:
            return find_issue(connection, key)

    def remove_issue(self, key: str) -> Issue:
        """Forget an issue and the positions on it; judgements stay. Raises NotInRecord."""
        with self._writing() as connection:
            issue = find_issue(connection, key)
            remove_issue(connection, issue.id)
            return issue

    def positions(self, issue_id: str, speaker: str | None = None) -> Iterator[Position]:
        """The positions on an issue as last put, of all or of the actor with the id `speaker`."""
        with self._reading() as connection:
            yield from load_positions(connection, issue_id, speaker)

    def positions_mark(self, issue_id: str) -> str | None:
        """What the positions on an issue were derived from, if they ever were."""
        with self._reading() as connection:
            return mark_of(connection, mark_name(issue_id))

    def put_positions(self, issue_id: str, found: Sequence[Position], mark: str) -> None:
        """Keep `found` in the place of all positions on an issue."""
        with self._writing() as connection:
            find_issue(connection, issue_id)
            replace_positions(connection, issue_id, found, mark)

    def judge_stance(
        self, issue: str, statement: str, stance: Stance | None, *, by: str = "", reason: str = ""
    ) -> StanceJudgement:
        """Say what a statement's stance on an issue is; None: it does not bear on it.

        It outlives every run. Raises NotInRecord.
        """
        with self._writing() as connection:
            return judge_stance(connection, issue, statement, stance, Opinion(by, reason))

    def undo_stance(self, number: int, *, by: str = "", reason: str = "") -> StanceJudgement:
        """Take a judgement of a stance back. Raises NotInRecord, InvalidQuery."""
        with self._writing() as connection:
            return undo_stance(connection, number, Opinion(by, reason))

    def stance_judgements(self, issue_id: str | None = None) -> tuple[StanceJudgement, ...]:
        """All that were ever made, or those on an issue, by number."""
        with self._reading() as connection:
            return load_stance_judgements(connection, issue_id)

    def standing_stances(self, issue_id: str) -> tuple[StanceJudgement, ...]:
        """Those on an issue that hold, of statements that are in the record."""
        with self._reading() as connection:
            made = load_stance_judgements(connection, issue_id)
            return present_judgements(connection, standing_stances(made))

    def network_answers(self, questions: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """What was kept of what a network made of texts, by question."""
        with self._reading() as connection:
            return load_answers(connection, questions)

    def keep_network_answers(self, answers: Mapping[bytes, bytes]) -> None:
        """Keep what a network made of texts."""
        with self._writing() as connection:
            keep_answers(connection, answers)
