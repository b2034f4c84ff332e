"""The lines of the sample articles: the planted shifts are found, the planted false ones are not.

First with the stances that a careful reader gives the statements, so that grouping, dating and the
finding of shifts are tested by themselves; then by the commands alone, as a user has them.
`src/onrecord/samples/README.md` says what an analyst expects, and why.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import wiring
from onrecord.cli.main import app
from onrecord.domain.actor import ActorKind
from onrecord.domain.issue import Issue, Position, Stance, StatementKey
from onrecord.domain.line import Agreement, Line, ShiftKind
from onrecord.domain.office import Tenure
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.utterance import Utterance
from onrecord.positions.lines import compare_lines, line_of
from onrecord.positions.utterances import group
from onrecord.record import StatementQuery
from onrecord.samples import actors_path, articles_path, issues_path

pytestmark = pytest.mark.weights

CORRIDOR, MISSION = "corridor-opening", "monitoring-mission"

READ: Mapping[str, Mapping[Stance, Sequence[str]]] = {
    CORRIDOR: {
        Stance.FOR: (
            "opening the Sarn corridor without delay",
            "Tessaria supports the immediate opening",
            "We are for opening the corridor",
            "attaches no political conditions",
            "Tessaria wants the road",
            "We favour opening it",
            "the corridor to open it is necessary today",
            "the immediate disclosure",
            "We are for to open",
            "We asked for the road in March",
            "open it now",
        ),
        Stance.CONDITIONAL: (
            "We would open it tomorrow",
            "Tessaria would open the Sarn corridor provided",
            "Tessaria is ready to open",
            "Once the last gun is gone",
            "on the day the Mission certifies",
            "Tessaria will open the Sarn corridor once",
            "When Colonel Aldane signs",
            "When the colonel Aldane will sign",
            "any truck will not pass",
            "The barrier at Pelm opens on a certificate",
            "I said no last winter",
        ),
        Stance.AGAINST: (
            "corridor we will not open in present",
            "we are against the opening",
            "But the corridor",
            "Tessaria will not open the Sarn corridor",
            "The Sarn corridor must stay closed",
        ),
    },
    MISSION: {
        Stance.FOR: (
            "The Joint Monitoring Mission should remain",
            "Guests who count mortars",
            "Who has nothing to hide",
            "I want the observers to stay",
            "his government had asked the Mission to leave",
            "Ilmarra will not tolerate any withdrawal",
            "We shall vote for another year",
            "The observers stay",
            "the Mission must not leave",
        ),
        Stance.AGAINST: (
            "he wanted the observers gone",
            "Whoever counts our guns",
            "has outlived its purpose",
            "that the monitors must leave",
        ),
        Stance.UNCLEAR: ("My generals come to me", "Were he still in opposition"),
    },
}
"""Beginnings of statements that bear on an issue, with the stance that a careful reader gives them.

The denial is read as what it denies being denied: the government has not asked the Mission to go.
"""

SURE = 0.8

TESSARIA = ReportedActor("state:xt", "Tessaria", ActorKind.STATE, country="xt")
ILMARRA = ReportedActor("state:xi", "Ilmarra", ActorKind.STATE, country="xi")
QUOST = ReportedActor("person:mirelda-quost", "Mirelda Quost", ActorKind.PERSON)
OSS = ReportedActor("person:hadrun-oss", "Hadrun Oss", ActorKind.PERSON)
TEKK = ReportedActor("person:jorun-tekk", "Jorun Tekk", ActorKind.PERSON)


def run(*args: str) -> str:
    """What a command writes; it must succeed."""
    done = CliRunner().invoke(app, list(args))
    assert done.exit_code == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def record(weights: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the samples, which knows who is who in them and what they are about."""
    path = tmp_path_factory.mktemp("samples") / "samples.sqlite"
    run("actors", "import", str(actors_path()), "--record", str(path))
    run("add", str(articles_path()), "--record", str(path), "--quiet")
    return path


@dataclass(frozen=True)
class Read:
    """The statements of the samples with a reader's stances."""

    statements: Mapping[StatementKey, ReportedStatement]
    utterances: Sequence[Utterance]
    tenures: Sequence[Tenure]

    def line(self, actor: ReportedActor, issue: str, *, rolled_up: bool = False) -> Line:
        """An actor's line."""
        positions = list(self.positions(issue))
        proposition = Issue(issue, "")
        return line_of(
            actor,
            proposition,
            self.statements,
            positions,
            self.utterances,
            rolled_up=rolled_up,
            tenures=self.tenures,
        )

    def positions(self, issue: str) -> Iterator[Position]:
        """Those of the statements that bear on an issue."""
        for key, reported in self.statements.items():
            for stance, beginnings in READ[issue].items():
                if any(words in reported.content for words in beginnings):
                    yield Position(issue, key, stance, SURE, "model")


@pytest.fixture(scope="module")
def read(record: Path) -> Read:
    """Statements out of the record, grouped into utterances by their words alone."""
    with wiring.open_record(record, create=False) as kept:
        statements = list(kept.reported(StatementQuery()))
        tenures = list(wiring.tenures(kept))
    return Read({one.key: one for one in statements}, group(statements, None), tenures)


def shifts(line: Line) -> list[tuple[ShiftKind, str, str]]:
    """Each shift with the months of its two statements."""
    return [(one.kind, _month(one.before.said), _month(one.after.said)) for one in line.shifts]


def _month(said: object) -> str:
    return str(getattr(said, "first", None))[:7]


def test_every_stance_was_read_off_a_statement_that_is_there(read: Read) -> None:
    """The beginnings above are those of statements that the pipeline finds."""
    contents = [one.content for one in read.statements.values()]
    missed = [
        words
        for stances in READ.values()
        for beginnings in stances.values()
        for words in beginnings
        if not any(words in content for content in contents)
    ]
    assert missed == []


def test_tessaria_on_the_corridor_shifts_three_times(read: Read) -> None:
    """For, under a condition, against, under a condition again: two ministers, one line."""
    line = read.line(TESSARIA, CORRIDOR, rolled_up=True)
    assert shifts(line) == [
        (ShiftKind.CONDITION_ADDED, "2031-09", "2032-05"),
        (ShiftKind.HARDENING, "2032-11", "2033-02"),
        (ShiftKind.SOFTENING, "2033-02", "2033-06"),
    ]
    assert {one.speaker for one in line.points} >= {
        "person:orzhen-belkovar",
        "person:mirelda-quost",
        "person:anselka-prud",
    }


def test_the_minister_alone_shifts_twice(read: Read) -> None:
    """Her predecessor's offer is not hers."""
    assert shifts(read.line(QUOST, CORRIDOR)) == [
        (ShiftKind.HARDENING, "2032-11", "2033-02"),
        (ShiftKind.SOFTENING, "2033-02", "2033-06"),
    ]


def test_nothing_rolls_up_to_the_state_unasked(read: Read) -> None:
    """What was attributed to Tessaria itself, in 2031, was for."""
    line = read.line(TESSARIA, CORRIDOR)
    assert {one.speaker for one in line.points} == {"state:xt"}
    assert line.shifts == ()


def test_hadrun_oss_on_the_mission_never_shifts(read: Read) -> None:
    """Wholly new wording, other outlets, a harsh paraphrase, quoted opponents, a denial."""
    line = read.line(OSS, MISSION)
    assert (line.shifts, line.strays) == ((), ())
    assert [phase.stance for phase in line.phases] == [Stance.FOR]
    assert line.counts.utterances >= 6
    assert line.counts.outlets >= 4


def test_a_general_who_differs_is_no_shift_of_his_state(read: Read) -> None:
    """He is shown as standing alone."""
    line = read.line(ILMARRA, MISSION, rolled_up=True)
    assert line.shifts == ()
    assert [one.point.speaker for one in line.strays] == ["person:tull-marrak"]


def test_one_answer_in_two_outlets_is_one_utterance(read: Read) -> None:
    """The condition of October 2033, quoted by Meridian and, in harsher company, in translation."""
    line = read.line(QUOST, CORRIDOR)
    october = [one for one in line.points if _month(one.said) == "2033-10"]
    assert max(len(one.statements) for one in october) == 2
    assert {one.stance for one in october} == {Stance.CONDITIONAL}


def test_tekk_says_the_opposite_of_oss_and_quost_the_same(read: Read) -> None:
    """While both say something."""
    oss = read.line(OSS, MISSION)
    for other, agreement in ((TEKK, Agreement.OPPOSITE), (QUOST, Agreement.SAME)):
        found = compare_lines(oss, read.line(other, MISSION))
        assert {one.agreement for one in found.overlaps} == {agreement}


@pytest.fixture(scope="module")
def asked(record: Path) -> Path:
    """The record with the issues of the samples, their stances read by the shipped networks."""
    run("issues", "add", str(issues_path()), "--record", str(record))
    return record


def by_command(
    record: Path, actor: str, issue: str, *options: str
) -> dict[str, list[dict[str, object]]]:
    """What `onrecord line --json` says."""
    answer: dict[str, list[dict[str, object]]] = json.loads(
        run("line", actor, issue, "--json", "--record", str(record), *options)
    )
    return answer


def test_the_command_finds_the_planted_shifts(asked: Path) -> None:
    """A condition added, a hardening, a softening, in that order."""
    found = by_command(asked, "state:xt", CORRIDOR, "--roll-up")
    kinds = [shift["kind"] for shift in found["shifts"]]
    assert kinds == ["condition_added", "hardening", "softening"]


def test_the_command_finds_no_shift_of_hadrun_oss(asked: Path) -> None:
    """Whatever words, outlets and opponents he is quoted with."""
    found = by_command(asked, "Hadrun Oss", MISSION)
    assert found["shifts"] == []
    assert len(found["points"]) >= 3


def test_the_command_warns_where_coverage_differs(asked: Path) -> None:
    """The refusal of February 2033 was reported by outlets that had no part in the offer."""
    found = by_command(asked, "Mirelda Quost", CORRIDOR)
    assert found["shifts"]
    assert any(shift["warnings"] for shift in found["shifts"])


def test_a_window_makes_no_shift(asked: Path) -> None:
    """Looked at from 2034 on, nothing changes."""
    assert by_command(asked, "state:xt", CORRIDOR, "--roll-up", "--since", "2034")["shifts"] == []
