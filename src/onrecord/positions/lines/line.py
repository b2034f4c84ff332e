"""An actor's positions on an issue, in order of time, with the shifts in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.domain.issue import Issue, Position, StatementKey
from onrecord.domain.line import Counts, Line, Point, Shift
from onrecord.domain.office import Tenure
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.utterance import Utterance
from onrecord.errors import InvalidQuery
from onrecord.positions.lines.coverage import Coverage, of_the_line
from onrecord.positions.lines.phases import phases_of, strays_of
from onrecord.positions.lines.points import points_of
from onrecord.positions.lines.shifts import shifts_of
from onrecord.positions.lines.slots import by_time, placed
from onrecord.positions.lines.states import Chain
from onrecord.positions.lines.voices import can_be_rolled_up, voice_of

Statements = Mapping[StatementKey, ReportedStatement]


def line_of(
    actor: ReportedActor,
    issue: Issue,
    statements: Statements,
    positions: Iterable[Position],
    utterances: Iterable[Utterance],
    *,
    rolled_up: bool = False,
    tenures: Iterable[Tenure] = (),
    since: date | None = None,
    until: date | None = None,
) -> Line:
    """The line of an actor: one point an utterance, by the day of saying, the undated last.

    Only statements whose speaker is the actor count; `rolled_up`, those of a state's offices,
    spokespersons and ministries as well: what a report says of an office holds, and what `tenures`
    say of that day. `since` and `until` choose what is shown of the line:
    shifts are found in the whole, so that another window never makes another shift. Raises
    InvalidQuery where it is not known who the actor is, or nobody speaks for it.
    """
    _check(actor, rolled_up=rolled_up)
    on_it = (position for position in positions if position.issue_id == issue.id)
    voice = voice_of(actor, rolled_up=rolled_up, tenures=tenures)
    points = by_time(points_of(voice, statements, on_it, utterances))
    whole = _line(actor, issue, points, statements, rolled_up=rolled_up)
    return _shown(whole, Window(since, until)) if since or until else whole


def lines_on(
    issue: Issue,
    statements: Statements,
    positions: Sequence[Position],
    utterances: Sequence[Utterance],
) -> tuple[Line, ...]:
    """The line of everybody who takes a position on the issue, by name.

    Each sees only the statements of its own, so that it takes no longer than one line of all.
    """
    groups = _by_speaker(statements, [one for one in positions if one.issue_id == issue.id])
    utterance_of = {key: one for one in utterances for key in _keys(one)}
    lines = (
        line_of(actor, issue, statements, own, _of(own, utterance_of))
        for actor, own in groups.values()
    )
    return tuple(sorted(lines, key=lambda line: (line.name, line.actor)))


def _by_speaker(
    statements: Statements, positions: Iterable[Position]
) -> Mapping[str, tuple[ReportedActor, list[Position]]]:
    groups: dict[str, tuple[ReportedActor, list[Position]]] = {}
    for position in positions:
        reported = statements.get(position.key)
        for speaker in reported.speakers if reported else ():
            if speaker.id is not None:
                groups.setdefault(speaker.id, (speaker, []))[1].append(position)
    return groups


def _keys(utterance: Utterance) -> Iterator[StatementKey]:
    yield utterance.lead
    yield from (retelling.key for retelling in utterance.retellings)


def _of(
    positions: Iterable[Position], utterance_of: Mapping[StatementKey, Utterance]
) -> Sequence[Utterance]:
    found = (utterance_of.get(position.key) for position in positions)
    return tuple({one.id: one for one in found if one}.values())


def _check(actor: ReportedActor, *, rolled_up: bool) -> None:
    if actor.id is None:
        raise InvalidQuery(f"nobody knows who {actor.name!r} is: name an actor of the record")
    if rolled_up and not can_be_rolled_up(actor):
        kind = actor.kind.value.replace("_", " ") if actor.kind else "actor of unknown kind"
        raise InvalidQuery(
            f"nobody speaks for {actor.name!r}, a {kind}: only the line of a state whose country "
            "code is known can be rolled up"
        )


def _line(
    actor: ReportedActor,
    issue: Issue,
    points: tuple[Point, ...],
    statements: Statements,
    *,
    rolled_up: bool,
) -> Line:
    order = placed(points)
    chain = Chain(order.slots)
    held = phases_of(order.slots, chain)
    coverage = Coverage(statements, order.open, rolled_up)
    return Line(
        actor=actor.id or "",
        name=actor.name,
        issue_id=issue.id,
        points=points,
        shifts=tuple(shifts_of(held, chain, coverage.warnings)),
        counts=counts_of(points),
        rolled_up=rolled_up,
        warnings=tuple(of_the_line(points, order)),
        phases=tuple(one.phase for one in held),
        strays=tuple(strays_of(order.slots, held, chain)),
    )


def counts_of(points: Sequence[Point]) -> Counts:
    """The utterances, the statements that report them, and the outlets of these."""
    outlets = {outlet for point in points for outlet in point.outlets}
    return Counts(len(points), sum(len(point.statements) for point in points), len(outlets))


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are shown; an open end is None."""

    since: date | None
    until: date | None

    def shows(self, said: Period | None) -> bool:
        """Whether something may have been said then; what is undated is not shown."""
        if said is None:
            return False
        begun = self.until is None or said.first <= self.until
        return begun and (self.since is None or said.last >= self.since)

    def shows_shift(self, shift: Shift) -> bool:
        """Whether the later stance was taken then: the earlier may lie before the window."""
        return self.shows(shift.after.said)


def _shown(line: Line, window: Window) -> Line:
    points = tuple(point for point in line.points if window.shows(point.said))
    return replace(
        line,
        points=points,
        shifts=tuple(shift for shift in line.shifts if window.shows_shift(shift)),
        counts=counts_of(points),
        phases=tuple(phase for phase in line.phases if window.shows(phase.period)),
        strays=tuple(stray for stray in line.strays if window.shows(stray.point.said)),
    )
