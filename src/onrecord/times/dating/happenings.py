"""Clues from events whose days are known."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.domain.period import Period
from onrecord.domain.span import Span
from onrecord.lexicon.dating import cue, cue_before
from onrecord.lexicon.events import Event, EventKind, EventMention
from onrecord.times.dating.calendar_dates import calendars, is_undated_day
from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.counted import written_on
from onrecord.times.dating.days import Days, days_between, union
from onrecord.times.dating.scene import Scene
from onrecord.times.phrase import TimePhrase

_WITH_A_DAY = frozenset({EventKind.SCHEDULED, EventKind.SUDDEN})
_UNFORESEEN = frozenset({EventKind.SUDDEN, EventKind.LASTING})

SLACK = timedelta(1)
"""What happens in the evening in America is of the next day in Europe and Asia."""

STATUS_SLACK = timedelta(3)

AHEAD_DAYS = 400
"""How long before an event news speaks of it as coming."""

BEHIND_DAYS = 500
"""How long after an event that comes again news speaks of it without saying which it was."""

MAX_SHOWN = 4
"""Events that the words may mean which are told to the reader."""

MAX_BESIDE = 40
"""Characters between an event and the expression of time that belongs to it."""

_DETERMINERS = r"(?: (?:the|this|his|her|its|their|last|\w+['’]s?))*"
_OWNERS = r"(?:[\s–-](?:the|a|his|\w+['’]s|(?-i:[A-Z])\w+))*"
_BESIDE = 30
_YEAR = re.compile(r"\d{4}")
_OF_A_YEAR = re.compile(r",? (?:in|of|on) (?:\w+ )?\d|,? (?:start|begin)|,? \w+ years ago")
_FORMERLY = re.compile(r"\b[Ff]ormer (?:[\w-]+ ){1,4}and $")
_OF_ITS_TIME = re.compile(r"\b[Ii]n (?:19|20)\d\d\b")
_BEFORE_EVENT = re.compile(r"(?:['’]s?)?\s(?:(?!(?:after|before|since|of)\s)\w+\s){0,2}?")
_AFTER_EVENT = re.compile(
    r",?\s(?:(?:on|in|early|late|held|of|here|earlier|the|night|morning)\s|in [A-Z]\w+,?\s)*"
)


def event_clues(scene: Scene) -> Iterator[Clue]:
    """What each event that is named says about the day."""
    for mention in scene.events:
        kinds = {event.kind for event in mention.events}
        if kinds == {EventKind.STATUS}:
            if not _holds_no_longer(scene, mention.span):
                yield _standing(mention)
        elif kinds & _UNFORESEEN:
            yield _not_before(Reason.SUDDEN_EVENT, mention)
        if EventKind.SCHEDULED in kinds:
            yield from _scheduled(scene, mention)
        counted = _counted(scene, mention)
        if counted is not None:
            yield counted


def _not_before(reason: Reason, mention: EventMention) -> Clue:
    event = min(mention.events, key=_first_named)
    days = days_between(_first_named(event), None)
    return Clue(reason, days, (mention.span,), f"{_name(event)}: {_written(event)}")


def _first_named(event: Event) -> date:
    """From when on it can have been named, as one of several that the words may mean."""
    return event.first - (timedelta(AHEAD_DAYS) if event.kind is EventKind.SCHEDULED else SLACK)


def _standing(mention: EventMention) -> Clue:
    days = union(
        days_between(event.first - STATUS_SLACK, event.last + STATUS_SLACK if event.last else None)
        for event in mention.events
    )
    return Clue(Reason.STATUS, days, (mention.span,), _any(mention.events))


def _scheduled(scene: Scene, mention: EventMention) -> Iterator[Clue]:
    before, words = scene.before(mention.span)[-60:], mention.span.of(scene.text)
    if cue_before("events", "next", _DETERMINERS).search(before):
        days = union(
            days_between(event.first - timedelta(AHEAD_DAYS), event.last)
            for event in mention.events
        )
        yield Clue(Reason.EVENT_AHEAD, days, (mention.span,), _any(mention.events))
    elif _is_behind(before, words) and not _OF_A_YEAR.match(scene.after(mention.span)):
        yield _behind(mention)


def _is_behind(before: str, words: str) -> bool:
    """Whether the words before an event make it past, and none of them makes it a plan."""
    if cue("events", "votes").search(words) or _YEAR.search(words):
        return False
    after = cue_before("events", "after", _DETERMINERS).search(before)
    return after is not None and cue("events", "planned").search(before) is None


def _holds_no_longer(scene: Scene, span: Span) -> bool:
    before = scene.before(span)
    if cue_before("events", "no_longer", _OWNERS).search(before[-_BESIDE:]):
        return True
    return _FORMERLY.search(before) is not None or _OF_ITS_TIME.search(before) is not None


def _behind(mention: EventMention) -> Clue:
    days = union(
        days_between(event.first - SLACK, event.first + timedelta(BEHIND_DAYS))
        for event in mention.events
    )
    return Clue(Reason.EVENT_BEFORE, days, (mention.span,), _any(mention.events))


def _counted(scene: Scene, mention: EventMention) -> Clue | None:
    """The days on which the expression of time of an event may have been written."""
    if not cue("events", "happening").search(mention.span.of(scene.text)):
        return None
    events = [event for event in mention.events if event.kind in _WITH_A_DAY]
    phrase = _beside(scene, mention.span) or _on_its_day(scene, mention.span, events)
    if phrase is None:
        return None
    meant = {event: _written_on(phrase, event) for event in events}
    possible = [event for event, days in meant.items() if days]
    if not possible:
        return None
    days = union(meant[event] for event in possible)
    return Clue(Reason.EVENT_COUNTED, days, (phrase.span, mention.span), _any(possible))


def _written_on(phrase: TimePhrase, event: Event) -> Days:
    return written_on(phrase, Period(event.first, event.last or event.first)) or 0


def _on_its_day(scene: Scene, span: Span, events: Sequence[Event]) -> TimePhrase | None:
    """A date in the sentence that is a day of the event in one of the years it was held."""
    sentence = scene.sentence(span)
    ends = {
        (day.month, day.day) for event in events for day in (event.first, event.last or event.first)
    }
    for phrase in scene.phrases:
        if sentence.contains(phrase.span) and not phrase.span.overlaps(span):
            forms = calendars(phrase.form)
            if any(is_undated_day(form) and (form.month, form.day) in ends for form in forms):
                return phrase
    return None


def _beside(scene: Scene, span: Span) -> TimePhrase | None:
    """The expression of time of an event: `Tuesday's debate`, `the debate on Tuesday`."""
    for phrase in scene.phrases:
        if phrase.span.end <= span.start:
            gap = scene.text[phrase.span.end : span.start]
            if len(gap) < MAX_BESIDE and _BEFORE_EVENT.fullmatch(gap):
                return phrase
        elif phrase.span.start >= span.end:
            gap = scene.text[span.end : phrase.span.start]
            return phrase if len(gap) < MAX_BESIDE and _AFTER_EVENT.fullmatch(gap) else None
    return None


def _any(events: Sequence[Event]) -> str:
    shown = [f"{_name(event)}: {_written(event)}" for event in events[:MAX_SHOWN]]
    return " or ".join(shown if len(events) <= MAX_SHOWN else [*shown, "…"])


def _name(event: Event) -> str:
    return event.source.removeprefix("Wikipedia: ")


def _written(event: Event) -> str:
    if event.last is None:
        return f"from {event.first.isoformat()}"
    if event.last == event.first:
        return event.first.isoformat()
    return f"{event.first.isoformat()} to {event.last.isoformat()}"
