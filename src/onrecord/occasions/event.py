"""Which occasion the facts of a frame show."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain.occasion import OccasionKind, Party, Place
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement
from onrecord.lexicon.occasions import occasion_words
from onrecord.occasions.facts import Event, Facts, Tie
from onrecord.occasions.parties import Group, distinct

_ORDER = (
    OccasionKind.INTERVIEW,
    OccasionKind.PRESS_CONFERENCE,
    OccasionKind.CALL,
    OccasionKind.SESSION,
    OccasionKind.SPEECH,
    OccasionKind.TALKS,
    OccasionKind.SOCIAL_MEDIA,
    OccasionKind.DOCUMENT,
    OccasionKind.STATEMENT,
)
"""Which kind counts where several are named: the closest to the words that were spoken first."""

_TELLING = (
    OccasionKind.INTERVIEW,
    OccasionKind.PRESS_CONFERENCE,
    OccasionKind.SPEECH,
    OccasionKind.STATEMENT,
    OccasionKind.SOCIAL_MEDIA,
)
"""At these something is uttered, whatever the verb: "in an interview she came down hard on …"."""

_HEARD_AS = {
    Group.OUTLET: OccasionKind.INTERVIEW,
    Group.PARLIAMENT: OccasionKind.SESSION,
    Group.CROWD: OccasionKind.SPEECH,
    Group.JOURNALISTS: OccasionKind.STATEMENT,
}
"""What those who are told show of the occasion. An outlet that is told something has interviewed
the speaker, in the widest sense; reporters only listened."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An occasion as one frame shows it. `weak` means by its place or by mere reporters alone."""

    kind: OccasionKind
    evidence: tuple[Span, ...]
    place: Place | None
    counterparts: tuple[Party, ...]
    definite: bool = False
    weak: bool = False


def shown_by(statement: Statement, facts: Facts, cue: frozenset[str], speech: bool) -> Shown | None:
    """The occasion that a frame shows, if any. `cue` has the words of the cue in lower case,
    `speech` says whether something was uttered."""
    if not (speech or _tells(facts)):
        return None
    heard = _heard(facts)
    shown = shown_in([*facts.events, *heard], facts.places, heard)
    if shown is not None:
        return shown
    place = _first(facts.places)
    return _placed(statement, cue, place)


def shown_in(
    events: Sequence[Event], places: Sequence[tuple[Place, Tie]], heard: Sequence[Event] = ()
) -> Shown | None:
    """The occasion that some events name together; `heard` are those known by who listened."""
    fit = [e for e in events if not e.after or e.kind in (OccasionKind.TALKS, OccasionKind.CALL)]
    if not fit:
        return None
    best = min(fit, key=lambda event: (_rank(event), event.span.start))
    same = [event for event in fit if event.kind is best.kind]
    named = [each for event in (*same, *heard) for each in event.parties]
    return Shown(
        best.kind,
        tuple(sorted({event.span for event in same})),
        _first(places),
        distinct(each.party for each in named),
        definite=any(event.definite for event in same),
        weak=best.kind is OccasionKind.STATEMENT and all(event in heard for event in same),
    )


def _first(places: Sequence[tuple[Place, Tie]]) -> Place | None:
    """The first place that belongs to the saying."""
    return next((place for place, tie in places if tie is not Tie.AWAY), None)


def _tells(facts: Facts) -> bool:
    """Whether something was uttered by what the frame says, whatever the verb."""
    telling = any(event.source or event.kind in _TELLING for event in facts.events)
    return telling or bool(facts.listeners)


def _rank(event: Event) -> int:
    return _ORDER.index(event.kind) + len(_ORDER) * event.after


def _heard(facts: Facts) -> list[Event]:
    return [
        Event(_HEARD_AS[named.group], span, parties=[named])
        for span, named in facts.listeners
        if named.group in _HEARD_AS
    ]


def _placed(statement: Statement, cue: frozenset[str], place: Place | None) -> Shown | None:
    """Words with a place and nothing else: something was said there."""
    if place is None or cue.isdisjoint(occasion_words().speech):
        return None
    return Shown(OccasionKind.STATEMENT, (statement.cue[0],), place, (), weak=True)
