"""Clues from how long something has gone on whose beginning is known: `the 23-month civil war`."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from onrecord.lexicon.dating import alternatives, cue
from onrecord.lexicon.events import Event, EventMention
from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.days import Days, days_between
from onrecord.times.dating.scene import Scene
from onrecord.times.forms import Direction, Length, Unit
from onrecord.times.phrase import TimePhrase

BEFORE, AFTER = 15, 60
"""Characters about a length among which the war stands that it is of."""

MARGIN = 3
"""How many times more often than any other the war of the report is named."""

YEARS_OFF, OFF = (0.6, 1.1), (1.0, 1.5)
"""How much shorter or longer than it is said to be a war has gone on, in years or other units: a
war of two and a half years is called a two-year and a three-year war."""

NEARLY_OFF = 0.3

_DAYS = {Unit.DAY: 1.0, Unit.WEEK: 7.0, Unit.MONTH: 30.44, Unit.YEAR: 365.25}


@cache
def _of_a_war() -> re.Pattern[str]:
    """What makes a length the age of a war: `-old civil war`, ` into the conflict`."""
    between = rf"(?:(?!(?:{alternatives('wars', 'no_name')})\b)\w+\s){{0,2}}"
    war = rf"{between}(?:{alternatives('wars', 'words')})\b"
    attributive = rf"[\s-]*(?:long|old)?[\s,-]+{war}"
    since = rf"\s+into\s+(?:the|a|his|its|\w+['’]s)\s{war}"
    return re.compile(rf"{attributive}|{since}", re.IGNORECASE)


def duration_clues(scene: Scene) -> Iterator[Clue]:
    """What the age of the war that a report is about says of its day."""
    for phrase in scene.phrases:
        war = _war_of(scene, phrase) if _is_age(scene, phrase) else None
        days = _days(war, scene, phrase) if war else 0
        if war and days:
            detail = f"{war.source.removeprefix('Wikipedia: ')}: from {war.first.isoformat()}"
            yield Clue(Reason.DURATION, days, (phrase.span,), detail)


def _is_age(scene: Scene, phrase: TimePhrase) -> bool:
    form = phrase.form
    if not isinstance(form, Length) or len(form.parts) != 1 or form.direction is Direction.FUTURE:
        return False
    if form.parts[0][0] is None or form.parts[0][1] not in _DAYS:
        return False
    around = scene.text[max(0, phrase.span.start - BEFORE) : phrase.span.end + AFTER]
    found = _of_a_war().match(scene.text, phrase.span.end, phrase.span.end + AFTER)
    return found is not None and cue("wars", "other").search(around) is None


def _war_of(scene: Scene, phrase: TimePhrase) -> Event | None:
    """The war of the same sentence, or else the one that the report names far more than others."""
    named = [(mention, event) for mention in scene.events for event in _wars(mention)]
    sentence = scene.sentence(phrase.span)
    near = {event for mention, event in named if sentence.contains(mention.span)}
    if near:
        return near.pop() if len(near) == 1 else None
    ranked = Counter(event for _, event in named).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < MARGIN * ranked[1][1]):
        return None
    return ranked[0][0]


def _wars(mention: EventMention) -> Iterator[Event]:
    if len(mention.events) == 1 and mention.events[0].id.endswith("-war"):
        yield mention.events[0]


def _days(war: Event, scene: Scene, phrase: TimePhrase) -> Days:
    """From the beginning on: months are counted, years rounded either way."""
    assert isinstance(phrase.form, Length)
    amount, unit = phrase.form.parts[0]
    assert amount is not None
    unit_days = _DAYS[unit]
    words = scene.text[max(0, phrase.span.start - BEFORE) : phrase.span.end]
    below, above = YEARS_OFF if unit is Unit.YEAR else OFF
    if cue("wars", "more").search(words):
        below = 0.0
    if cue("wars", "nearly").search(words):
        above = NEARLY_OFF
    first = war.first + timedelta(round((amount - below) * unit_days))
    last = war.first + timedelta(round((amount + above) * unit_days))
    return days_between(first, last)
