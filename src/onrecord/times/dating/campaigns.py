"""Clues from the candidates of a race, where a report speaks of them as of candidates."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

from onrecord.domain.span import Span
from onrecord.lexicon.dating import cue
from onrecord.lexicon.races import Race, Tells, races
from onrecord.times.dating.clue import Clue, Reason
from onrecord.times.dating.days import days_between, union
from onrecord.times.dating.scene import Scene

MIN_RIVALS = 2
MIN_MENTIONS = 2
"""Rivals named twice at least: a report on something else names them in passing."""

MIN_ALONE = 3
"""A candidate named so often may be the only one."""

MIN_RUNNING = 5
"""A candidate named so often is still running, or has just given up."""

GIVEN_UP = timedelta(28)
SLACK = timedelta(2)

MIN_WORDS_WITH_RIVALS, MIN_WORDS_ALONE = 3, 3
"""Different words of campaigns; with fewer the rivals may be of another year."""

MARGIN = 1.3
"""How many times more often than those of the next race its candidates are named."""

MIN_PRIMARY_WORDS = 3
"""With fewer the report is on something else, and recalls those who ran."""


def campaign_clues(scene: Scene) -> Iterator[Clue]:
    """The race whose candidates a report names most, if it speaks of a campaign."""
    if not any(name in scene.text for name in _telling()):
        return
    words = len({found.group().lower() for found in cue("campaigns", "words").finditer(scene.text)})
    if words < MIN_WORDS_ALONE:
        return
    race = _of_rivals(scene.text) if words >= MIN_WORDS_WITH_RIVALS else None
    if race is not None:
        if _is_over(scene.text, race):
            return
        yield _clue(scene.text, [race], _often(scene.text, race, MIN_MENTIONS)[:2])
        if len(cue("campaigns", "primaries").findall(scene.text)) >= MIN_PRIMARY_WORDS:
            yield from _running(scene.text, race)
        return
    alone = [(race, name) for race in races() for name in _alone(scene.text, race)]
    if alone:
        yield _clue(scene.text, [race for race, _ in alone], [alone[0][1]])


def _clue(text: str, meant: Sequence[Race], names: Sequence[str]) -> Clue:
    days = union(days_between(race.first, race.last + SLACK) for race in meant)
    detail = " or ".join(f"{race.name}: {race.first} to {race.last}" for race in meant)
    return Clue(Reason.RACE, days, tuple(_first(text, name) for name in names), detail)


def _running(text: str, race: Race) -> Iterator[Clue]:
    """Those who are named often while they run."""
    for name in _often(text, race, MIN_RUNNING):
        candidacy = race.candidacies[name]
        if candidacy.tells is Tells.NOTHING or _formerly(name).search(text):
            continue
        if candidacy.last < race.last:
            days = days_between(candidacy.first, candidacy.last + GIVEN_UP)
            detail = f"{name}, candidate: {candidacy.first} to {candidacy.last}"
            yield Clue(Reason.RUNNING, days, (_first(text, name),), detail)


def _of_rivals(text: str) -> Race | None:
    """The race whose candidates are named far more than those of any other."""
    ranked = sorted(((_weight(text, race), race) for race in races()), key=lambda pair: -pair[0])
    (best, race), (second, _) = ranked[0], ranked[1]
    return race if best and best >= MARGIN * second else None


@cache
def _telling() -> tuple[str, ...]:
    """Names without one of which no race is told."""
    told = (c for race in races() for c in race.candidacies.values() if c.tells)
    return tuple(dict.fromkeys(candidacy.name for candidacy in told))


def _is_over(text: str, race: Race) -> bool:
    """Whether the text has the winner in the office."""
    winners = (name for name, candidacy in race.candidacies.items() if candidacy.wins)
    return any(_in_office(name).search(text) for name in winners)


def _weight(text: str, race: Race) -> int:
    rivals = _often(text, race, MIN_MENTIONS)
    tell = any(race.candidacies[name].tells is not Tells.NOTHING for name in rivals)
    return sum(text.count(name) for name in rivals) if len(rivals) >= MIN_RIVALS and tell else 0


def _often(text: str, race: Race, least: int) -> list[str]:
    """The candidates that are named so often, the most frequent first."""
    named = {name: text.count(name) for name in race.candidacies}
    often = [name for name, count in named.items() if count >= least]
    return sorted(often, key=lambda name: -named[name])


def _alone(text: str, race: Race) -> list[str]:
    """Candidates named often and never as holders of an office that they won."""
    often = _often(text, race, MIN_ALONE)
    telling = (name for name in often if race.candidacies[name].tells is Tells.ALONE)
    return [name for name in telling if not _in_office(name).search(text)]


@cache
def _in_office(name: str) -> re.Pattern[str]:
    title = rf"(?<![Vv]ice )[Pp]resident(?:-elect)?,? (?:\w+ (?:\w\. )?)?{re.escape(name)}\b"
    of_office = r"administration|presidency|White House|era|years"
    won = r"['’]s (?:election|administration|presidency|inauguration)"
    return re.compile(rf"{title}|\b{re.escape(name)}(?: (?:{of_office})|{won})\b")


@cache
def _formerly(name: str) -> re.Pattern[str]:
    """A candidate no longer: `Tarn's former campaign`."""
    named = rf"\b{re.escape(name)}"
    return re.compile(
        rf"{named}['’]s (?:former|failed)\b|\b[Ff]ormer (?:\w+ ){{0,3}}(?:\w+ )?{named}"
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b")


def _first(text: str, name: str) -> Span:
    found = _pattern(name).search(text)
    start = found.start() if found else text.index(name)
    return Span(start, start + len(name))
