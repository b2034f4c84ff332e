"""Reports of what the invented Mirelda Quost and others said on one issue, made by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.domain.actor import ActorKind
from onrecord.domain.issue import Issue, Position, Stance, StatementKey
from onrecord.domain.line import Line
from onrecord.domain.occasion import Said
from onrecord.domain.office import Tenure
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement, StatementKind
from onrecord.domain.utterance import Retelling, Utterance
from onrecord.positions.lines import line_of

FOR, AGAINST, CONDITIONAL, UNCLEAR = Stance.FOR, Stance.AGAINST, Stance.CONDITIONAL, Stance.UNCLEAR
DIRECT, MIXED, INDIRECT = StatementKind.DIRECT, StatementKind.MIXED, StatementKind.INDIRECT

ISSUE = Issue("corridor-opening", "The Sarn corridor should be opened.")
QUOST = ReportedActor("person:mirelda-quost", "Mirelda Quost", ActorKind.PERSON, country="xt")
MARRAK = ReportedActor("person:ylsa-marrak", "Ylsa Marrak", ActorKind.PERSON, country="xi")
TESSARIA = ReportedActor("state:xt", "Tessaria", ActorKind.STATE, country="xt")
OFFICE = "foreign-minister:xt"

START = date(2031, 1, 1)


def day(month: int, of: int = 1, year: int = 2031) -> Period:
    """A day of 2031, or of another year."""
    return Period.day(date(year, month, of))


@dataclass(frozen=True)
class Told:
    """One statement; those that have the same `utterance` report one."""

    said: Period | None
    stance: Stance
    confidence: float = 0.9
    kind: StatementKind = DIRECT
    outlet: str = "Meridian"
    by: ReportedActor = QUOST
    utterance: str = ""
    step: str = "model"
    dated: str = "stated"
    via: tuple[str, ...] = ()
    words: str = "the corridor"
    condition: str = ""


@dataclass(frozen=True)
class Case:
    """What a line is made of."""

    statements: Mapping[StatementKey, ReportedStatement]
    positions: Sequence[Position]
    utterances: Sequence[Utterance]

    def line(
        self,
        actor: ReportedActor = QUOST,
        *,
        rolled_up: bool = False,
        tenures: Iterable[Tenure] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> Line:
        """The line of an actor."""
        return line_of(
            actor,
            ISSUE,
            self.statements,
            self.positions,
            self.utterances,
            rolled_up=rolled_up,
            tenures=tenures,
            since=since,
            until=until,
        )


@dataclass
class _Made:
    statements: dict[StatementKey, ReportedStatement] = field(default_factory=dict)
    positions: list[Position] = field(default_factory=list)
    groups: dict[str, list[tuple[StatementKey, Told]]] = field(default_factory=dict)


def case_of(told: Iterable[Told]) -> Case:
    """The statements, their positions, and the utterances, each led by its first statement."""
    made = _Made()
    for number, one in enumerate(told):
        reported = statement_of(number, one)
        made.statements[reported.key] = reported
        made.positions.append(_position(reported, one))
        group = made.groups.setdefault(one.utterance or f"u{number:05}", [])
        group.append((reported.key, one))
    utterances = [_utterance(id, group) for id, group in made.groups.items()]
    return Case(made.statements, made.positions, utterances)


def line(*told: Told) -> Line:
    """Quost's line."""
    return case_of(told).line()


def statement_of(number: int, told: Told) -> ReportedStatement:
    """The statement in a document of its own."""
    content = f"{told.words} {told.condition}".strip()
    said = Said(told.said, told.dated) if told.said else None
    statement = Statement(
        f"s{number}", f"d{number:05}", told.kind, (Span(0, len(content)),), said=said
    )
    return ReportedStatement(
        statement,
        content,
        content,
        0,
        f"d{number:05}.txt",
        told.outlet or f"d{number:05}.txt",
        (told.by,),
        published=told.said,
        via=told.via,
    )


def _position(reported: ReportedStatement, told: Told) -> Position:
    whole = len(reported.content)
    conditions = (Span(whole - len(told.condition), whole),) if told.condition else ()
    return Position(
        ISSUE.id, reported.key, told.stance, told.confidence, told.step, conditions=conditions
    )


def _utterance(id: str, group: Sequence[tuple[StatementKey, Told]]) -> Utterance:
    retellings = tuple(Retelling(key, told.outlet) for key, told in group)
    return Utterance(id, group[0][0], retellings, group[0][1].said)
