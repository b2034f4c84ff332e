"""Statements, positions and lines put together by hand, for the tests of what a page shows."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from onrecord.domain.issue import Hit, Issue, Position, Stance, StatementKey
from onrecord.domain.line import (
    Caution,
    Counts,
    CoverageWarning,
    Line,
    Phase,
    Point,
    Shift,
    ShiftKind,
)
from onrecord.domain.occasion import Said
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement, StatementKind

DAY = date(2033, 2, 14)
ISSUE = Issue("pass", "The pass should be opened", "Convoys over the pass.")
QUOST = ReportedActor("person~quost", "Mirelda Quost")
PASSAGE = "We open the pass once the guns are gone, Quost said."
CONTENT = "We open the pass once the guns are gone"
CONDITION = "once the guns are gone"


def told(
    number: int,
    content: str = CONTENT,
    *,
    passage: str = "",
    outlet: str = "TSN",
    start: int = 0,
    said: date | None = DAY,
) -> ReportedStatement:
    """The statement of that number; its passage ends with who said it and begins at `start`."""
    around = passage or f"{content}, Quost said."
    first = start + around.index(content)
    statement = Statement(
        f"s{number}",
        "doc",
        StatementKind.INDIRECT,
        (Span(first, first + len(content)),),
        said=Said(Period.day(said), "stated") if said else None,
    )
    name = f"{outlet}.txt"
    return ReportedStatement(statement, content, around, start, name, outlet, (QUOST,))


def position(
    reported: ReportedStatement, stance: Stance = Stance.CONDITIONAL, step: str = "model"
) -> Position:
    """Its stance, with the words of a condition and of the issue where it has them."""
    hit = Hit(reported.key, 0.9, ("shares: pass",), tuple(spans_in(reported, "the pass")))
    conditions = tuple(spans_in(reported, CONDITION))
    return Position(ISSUE.id, reported.key, stance, 0.87, step, (), conditions, hit)


def spans_in(reported: ReportedStatement, words: str) -> Iterable[Span]:
    """Where the words stand, as offsets in the document."""
    at = reported.passage.find(words)
    if at >= 0:
        yield Span(reported.start + at, reported.start + at + len(words))


def point(
    number: int,
    stance: Stance,
    days: int | None = 0,
    *,
    lasts: int = 1,
    confidence: float = 0.8,
    disputed: bool = False,
) -> Point:
    """The utterance of that number, `days` after the first day, or undated."""
    key = StatementKey("doc", f"s{number}")
    first = DAY + timedelta(days or 0)
    said = None if days is None else Period(first, first + timedelta(lasts - 1))
    held = Position(ISSUE.id, key, stance, confidence, "model")
    return Point(
        f"u{number}",
        held,
        "person~quost",
        said,
        ("TSN",),
        (StatementKind.DIRECT,),
        (key,),
        disputed=disputed,
        confidence=confidence,
    )


def line(points: Sequence[Point], *shifts: Shift, name: str = "Mirelda Quost") -> Line:
    """A line of these points; one phase a run of points of one stance."""
    counts = Counts(len(points), 2 * len(points), 3)
    return Line("person~quost", name, ISSUE.id, tuple(points), shifts, counts, phases=held(points))


def held(points: Sequence[Point]) -> tuple[Phase, ...]:
    """The phases of dated points that take a side."""
    phases: list[Phase] = []
    for one in points:
        if one.said is None or one.stance is Stance.UNCLEAR:
            continue
        if phases and phases[-1].stance is one.stance:
            phases[-1] = Phase(one.stance, (*phases[-1].points, one))
        else:
            phases.append(Phase(one.stance, (one,)))
    return tuple(phases)


def shift(before: Point, after: Point, *, confidence: float = 0.9, detail: str = "1 each") -> Shift:
    """A reversal between the two, with a warning."""
    warning = CoverageWarning(Caution.FEW_UTTERANCES, detail)
    return Shift(ShiftKind.REVERSAL, before, after, confidence, (warning,))
