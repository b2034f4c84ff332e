"""What crosses documents, as the record keeps it: issues, positions, judgements, utterances."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import DatabaseError

from onrecord.domain.act import Act, Root
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.issue import Example, Hit, Issue, Position, Stance, StatementKey
from onrecord.domain.judgement import Verdict
from onrecord.domain.occasion import Party
from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.domain.utterance import Retelling, Utterance
from onrecord.domain.wording import Wording
from onrecord.errors import InvalidQuery, NotInRecord
from onrecord.record import AddOutcome, Record, StatementQuery
from onrecord.record.file import writing
from tests.builders import LATER_RUN, RUN, halden
from tests.record.conftest import report

BRIDGE = Issue(
    "bridge-opening",
    "The bridge should be opened.",
    "The bridge over the Sarn.",
    (Example("Open it now.", Stance.FOR), Example("Never.", Stance.AGAINST)),
    ("bridge", '"old town"'),
    ("Irena Valk",),
    ("Halden",),
    date(2013, 1, 1),
    date(2013, 12, 31),
)


def key(number: int, n: int = 0) -> StatementKey:
    """That of a `report`'s statement."""
    return StatementKey(f"d{number}", f"d{number}-{n}")


def position(number: int, stance: Stance = Stance.FOR, issue: Issue = BRIDGE) -> Position:
    """One with all there is to keep."""
    hit = Hit(key(number), 0.8, ("shares: line", "alike in meaning: 0.71"), (Span(1, 5),))
    spans = (Span(1, 7),), (Span(8, 10),)
    return Position(issue.id, key(number), stance, 0.75, "model", *spans, hit)


def acting(root: Root = Root.REQUEST) -> AnalysedDocument:
    """A report whose first statement has an act."""
    found = report(1, "Irena Valk", "Tomas Brandt")
    told = found.statements[1].source[0]
    act = Act(root, "lexicon", 0.875, (Span(1, 5),), (Party(told, "Tomas Brandt", "person~tomas"),))
    return replace(found, statements=(replace(found.statements[0], act=act), found.statements[1]))


class TestActs:
    """Kept with their statement, and asked for."""

    def test_an_act_comes_back(self, record: Record):
        """With its evidence and its targets; a statement without one has none."""
        record.add(acting())
        assert record.document("d1").statements == acting().statements

    def test_statements_are_asked_for_by_act(self, record: Record):
        """By root; the targets have their names."""
        record.add(acting())
        (found,) = record.statements(StatementQuery(act=Root.REQUEST))
        assert (found.act_words, [t.name for t in found.targets]) == ("Line", ["Tomas Brandt"])
        assert not list(record.statements(StatementQuery(act=Root.ACCUSE)))

    def test_what_it_rests_on_is_checked(self, record: Record):
        """An anchor of an act that does not hold is reported, like any other."""
        record.add(acting())
        with writing(record._engine) as connection:
            connection.execute(sql("UPDATE spans SET exact = 'Lime' WHERE role = 'act'"))
        (orphan,) = record.verify()
        assert (orphan.role, orphan.exact, orphan.found) == ("act", "Lime", "Line")


class TestIssues:
    """Kept by id, read back whole."""

    def test_an_issue_comes_back(self, record: Record):
        """All of it; the second time nothing is new."""
        assert record.put_issues([BRIDGE]) == 1
        assert record.put_issues([BRIDGE]) == 0
        assert list(record.issues()) == [BRIDGE]

    def test_a_changed_issue_takes_the_place_of_the_old(self, record: Record):
        """The positions on the old one are forgotten; other issues keep theirs."""
        record.add(report(1, "Irena Valk"))
        other = replace(BRIDGE, id="tolls")
        record.put_issues([BRIDGE, other])
        for issue in (BRIDGE, other):
            record.put_positions(issue.id, [position(1, issue=issue)], "mark")
        changed = replace(BRIDGE, words=())
        assert record.put_issues([changed, other]) == 1
        assert record.issue(BRIDGE.id) == changed
        assert not list(record.positions(BRIDGE.id))
        assert record.positions_mark(BRIDGE.id) is None
        assert len(list(record.positions("tolls"))) == 1
        assert record.positions_mark("tolls") == "mark"

    @pytest.mark.parametrize("meant", ["bridge-opening", "bridge", "b"])
    def test_the_beginning_of_an_id_will_do(self, record: Record, meant: str):
        """While it is the only one."""
        record.put_issues([BRIDGE])
        assert record.issue(meant) == BRIDGE

    @pytest.mark.parametrize(
        ("meant", "message"),
        [
            ("tolls", "has 'bridge-closing', 'bridge-opening'"),
            ("bridge", "may mean several issues: 'bridge-closing', 'bridge-opening'"),
            ("", "no issue ''"),
        ],
    )
    def test_what_cannot_be_meant_is_named(self, record: Record, meant: str, message: str):
        """With the ids that there are."""
        record.put_issues([BRIDGE, replace(BRIDGE, id="bridge-closing")])
        with pytest.raises(NotInRecord, match=message):
            record.issue(meant)

    def test_without_issues_the_next_step_is_named(self, record: Record):
        """It is to add some."""
        with pytest.raises(NotInRecord, match="onrecord issues add"):
            record.issue("tolls")

    def test_a_removed_issue_leaves_the_judgements(self, record: Record):
        """They hold again when it comes back."""
        record.add(report(1, "Irena Valk"))
        record.put_issues([BRIDGE])
        record.judge_stance(BRIDGE.id, "d1-0", Stance.FOR)
        record.remove_issue("bridge")
        assert not list(record.issues())
        record.put_issues([BRIDGE])
        assert [held.stance for held in record.standing_stances(BRIDGE.id)] == [Stance.FOR]


class TestPositions:
    """Put all at once, read back."""

    def test_positions_come_back(self, record: Record):
        """With spans and reasons, by document; those of a statement that is gone are left out."""
        record.add(report(1, "Irena Valk"))
        record.add(report(2, "Tomas Brandt"))
        record.put_issues([BRIDGE])
        put = [position(2, Stance.AGAINST), position(1), position(3)]
        record.put_positions(BRIDGE.id, put, "m1")
        assert list(record.positions(BRIDGE.id)) == [position(1), position(2, Stance.AGAINST)]
        assert record.positions_mark(BRIDGE.id) == "m1"

    def test_putting_again_leaves_nothing_behind(self, record: Record):
        """Also none of the spans."""
        record.add(report(1, "Irena Valk"))
        record.put_issues([BRIDGE])
        record.put_positions(BRIDGE.id, [position(1)], "m1")
        record.put_positions(BRIDGE.id, [], "m2")
        with writing(record._engine) as connection:
            for table in ("positions", "position_spans", "position_reasons"):
                assert connection.execute(sql(f"SELECT count(*) FROM {table}")).scalar() == 0

    def test_those_of_one_actor(self, record: Record):
        """Whatever profiles it was joined from."""
        record.add_many([])
        for found in (report(1, "Irena Valk"), report(2, "Irene Walk"), report(3, "Tomas Brandt")):
            record.add(found)
        record.judge(Verdict.SAME, "person~irena-valk", "person~irene-walk")
        record.put_issues([BRIDGE])
        record.put_positions(BRIDGE.id, [position(n) for n in (1, 2, 3)], "m")
        speaker = record.actor("Irene Walk").id
        assert [found.key for found in record.positions(BRIDGE.id, speaker)] == [key(1), key(2)]

    def test_a_later_run_takes_them_away(self, record: Record):
        """They go with the statements that they were of."""
        record.add(report(1, "Irena Valk"))
        record.put_issues([BRIDGE])
        record.put_positions(BRIDGE.id, [position(1)], "m")
        assert record.add(report(1, "Irena Valk", run=LATER_RUN)) is AddOutcome.REPLACED
        assert not list(record.positions(BRIDGE.id))

    def test_what_they_rest_on_is_checked(self, record: Record):
        """With the statement that it is of."""
        record.add(report(1, "Irena Valk"))
        record.put_issues([BRIDGE])
        record.put_positions(BRIDGE.id, [position(1)], "m")
        assert not list(record.verify())
        with writing(record._engine) as connection:
            connection.execute(sql("UPDATE position_spans SET exact = 'x' WHERE role = 'stance'"))
        (orphan,) = record.verify()
        assert (orphan.role, orphan.statement_id, orphan.exact) == ("stance", "d1-0", "x")


class TestState:
    """A number that tells whether what was derived is still of this record."""

    def test_it_changes_with_statements_and_actors(self, record: Record):
        """Not by adding the same again, nor by what is derived itself."""
        seen = [record.state()]
        record.add(report(1, "Irena Valk"))
        seen.append(record.state())
        list(record.add_many([report(2, "Irene Walk")]))
        seen.append(record.state())
        record.judge(Verdict.DIFFERENT, "person~irena-valk", "person~irene-walk")
        seen.append(record.state())
        assert len(set(seen)) == len(seen)
        record.add(report(1, "Irena Valk"))
        list(record.add_many([report(2, "Irene Walk")]))
        record.put_issues([BRIDGE])
        record.put_positions(BRIDGE.id, [position(1)], "m")
        record.put_utterances([], "m")
        assert record.state() == seen[-1]


class TestJudging:
    """What people say a stance is lasts."""

    @pytest.fixture
    def judging(self, record: Record) -> Record:
        """A record with an issue and two statements."""
        record.add(report(1, "Irena Valk"))
        record.add(report(2, "Tomas Brandt"))
        record.put_issues([BRIDGE])
        return record

    def test_the_last_word_on_a_statement_holds(self, judging: Record):
        """Earlier ones stay on record; the same again changes nothing."""
        first = judging.judge_stance("bridge", "d1-0", Stance.FOR, by="ana", reason="clear")
        again = judging.judge_stance("bridge", "d1-0", Stance.FOR, by="ben")
        judging.judge_stance("bridge", "d1-0", Stance.AGAINST)
        judging.judge_stance("bridge", "d2-0", None)
        assert (first.number, first.by, first.reason, again) == (1, "ana", "clear", first)
        held = {one.key: one.stance for one in judging.standing_stances(BRIDGE.id)}
        assert held == {key(1): Stance.AGAINST, key(2): None}
        assert len(judging.stance_judgements()) == 3

    def test_undoing_restores_what_was_before(self, judging: Record):
        """And undoing the undo restores it once more."""
        judging.judge_stance("bridge", "d1-0", Stance.FOR)
        judging.judge_stance("bridge", "d1-0", Stance.AGAINST)

        def held() -> list[Stance | None]:
            return [one.stance for one in judging.standing_stances(BRIDGE.id)]

        undone = judging.undo_stance(2)
        assert held() == [Stance.FOR]
        judging.undo_stance(undone.number)
        assert held() == [Stance.AGAINST]
        with pytest.raises(NotInRecord, match="onrecord issues judgements"):
            judging.undo_stance(99)

    def test_nothing_is_taken_back_twice(self, judging: Record):
        """Which would say nothing."""
        judging.judge_stance("bridge", "d1-0", Stance.FOR)
        judging.undo_stance(1)
        with pytest.raises(InvalidQuery, match="taken back already, by judgement 2"):
            judging.undo_stance(1)

    @pytest.mark.parametrize(
        ("meant", "message"),
        [
            ("d", "several statements: d1-0 in d1, d2-0 in d2"),
            ("x", "no statement 'x'"),
            ("", "''"),
        ],
    )
    def test_what_cannot_be_meant_is_named(self, judging: Record, meant: str, message: str):
        """With what it may be."""
        with pytest.raises(NotInRecord, match=message):
            judging.judge_stance("bridge", meant, Stance.FOR)

    def test_it_finds_its_words_again_under_another_id(self, judging: Record):
        """In the same document, where they stand once; else it waits."""
        judging.judge_stance("bridge", "d1-0", Stance.FOR)
        later = report(1, "Irena Valk", run=LATER_RUN)
        renamed = replace(later, statements=(replace(later.statements[0], id="other"),))
        judging.add(renamed)
        (held,) = judging.standing_stances(BRIDGE.id)
        assert held.key == StatementKey("d1", "other")
        assert judging.stance_judgements()[0].key == key(1)
        gone = replace(renamed, statements=(), run=RUN)
        judging.add(gone)
        assert judging.standing_stances(BRIDGE.id) == ()

    def test_nobody_changes_what_was_judged(self, judging: Record):
        """Not even in SQL."""
        judging.judge_stance("bridge", "d1-0", Stance.FOR)
        for change in (
            "UPDATE stance_judgements SET stance = NULL",
            "DELETE FROM stance_judgements",
        ):
            with (
                pytest.raises(DatabaseError, match="only ever added to"),
                writing(judging._engine) as connection,
            ):
                connection.execute(sql(change))


class TestUtterances:
    """Kept with who took over whose words."""

    def retold(self) -> Utterance:
        """One that two reports tell."""
        days = [Period.day(date(2013, 1, 1 + number)) for number in (1, 2)]
        return Utterance(
            "u1",
            key(1),
            (
                Retelling(key(1), "r1.txt", days[0]),
                Retelling(key(2), "r2.txt", days[1], Wording.CUT, copied_from=key(1)),
            ),
            days[0],
        )

    def test_they_come_back(self, record: Record):
        """All, or those that a statement reports; with the mark."""
        for number in (1, 2, 3):
            record.add(report(number, "Irena Valk"))
        alone = Utterance(
            "u2", key(3), (Retelling(key(3), "r3.txt", Period.day(date(2013, 1, 4))),)
        )
        record.put_utterances([alone, self.retold()], "m")
        assert list(record.utterances()) == [self.retold(), alone]
        assert list(record.utterances([key(2)])) == [self.retold()]
        assert not list(record.utterances([key(9)]))
        assert record.utterances_mark() == "m"

    def test_a_document_that_changes_leaves_the_others(self, record: Record):
        """Its own retelling goes, with what pointed at it."""
        for number in (1, 2):
            record.add(report(number, "Irena Valk"))
        record.put_utterances([self.retold()], "m")
        record.add(report(1, "Irena Valk", run=LATER_RUN))
        (left,) = record.utterances()
        assert [(told.key, told.copied_from) for told in left.retellings] == [(key(2), None)]
        assert left.lead == key(2)


class TestReporting:
    """Statements as other documents' are compared with."""

    def test_words_actors_and_days(self, record: Record):
        """The passage is the sentence; the actor has the record's id and what is known of it."""
        record.add(report(1, "Irena Valk", country="HL"))
        record.add(report(2, "Irene Walk"))
        record.judge(Verdict.SAME, "person~irena-valk", "person~irene-walk")
        first, second = record.reported()
        assert first.speakers[0].id == second.speakers[0].id
        assert (first.speakers[0].country, second.speakers[0].country) == ("HL", None)
        assert first.passage == "“Line 0 of 1,” said Irena Valk."
        (span,) = first.statement.content
        assert first.in_passage(span).of(first.passage) == first.content
        assert first.in_document(first.in_passage(span)) == span
        assert (first.said, first.outlet) == (Period.day(date(2013, 1, 2)), "r1.txt")

    def test_of_these_alone(self, record: Record):
        """By key, or by query."""
        for number in (1, 2):
            record.add(report(number, "Irena Valk", "Tomas Brandt"))
        (found,) = record.reported(keys=[key(2, 1), StatementKey("d9", "x")])
        assert found.key == key(2, 1)
        asked = record.reported(StatementQuery(by="Tomas Brandt"))
        assert [found.key for found in asked] == [key(1, 1), key(2, 1)]

    def test_the_same_text_elsewhere_is_named(self, record: Record):
        """By its outlet, or its name."""
        found = report(1, "Irena Valk")
        record.add(found)
        copied = replace(found.document, name="copy.txt", outlet="Halden Post")
        assert record.add(replace(found, document=copied)) is AddOutcome.COPY
        (told,) = record.reported()
        assert told.copied_to == ("Halden Post",)

    def test_a_real_report(self, record: Record):
        """Cues and titles come along."""
        record.add(halden())
        found = list(record.reported())
        assert [one.key for one in found] == [
            StatementKey(halden().document.id, one.id) for one in halden().statements
        ]
        assert all(one.passage.strip() == one.passage for one in found)


def test_answers_are_kept_once(record: Record):
    """The first answer to a question stays."""
    record.keep_network_answers({b"q" * 16: b"one"})
    record.keep_network_answers({b"q" * 16: b"two", b"r" * 16: b"three"})
    record.keep_network_answers({})
    wanted = [b"q" * 16, b"r" * 16, b"s" * 16]
    assert record.network_answers(wanted) == {b"q" * 16: b"one", b"r" * 16: b"three"}


def test_a_record_of_the_last_shape_is_brought_up(tmp_path: Path):
    """Its statements have no act; what is new can be added."""
    path = tmp_path / "old.db"
    with Record.open(path) as made:
        made.add(report(1, "Irena Valk"))
        with writing(made._engine) as connection:
            for table in (
                "retellings",
                "utterances",
                "position_spans",
                "position_reasons",
                "positions",
                "issue_parts",
                "issues",
                "stance_judgements",
                "derived",
                "network_answers",
            ):
                connection.execute(sql(f"DROP TABLE {table}"))
            for column in ("act", "act_step", "act_confidence"):
                connection.execute(sql(f"ALTER TABLE statements DROP COLUMN {column}"))
            connection.execute(sql("UPDATE alembic_version SET version_num = '0003'"))
    with Record.open(path) as opened:
        assert [found.statement.act for found in opened.statements()] == [None]
        assert opened.put_issues([BRIDGE]) == 1
        opened.add(acting())
