"""Whom a statement is aimed at: the one who is asked, urged, warned or told."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.domain.actor import ActorKind
from onrecord.domain.occasion import Party
from onrecord.domain.statement import Statement
from onrecord.lexicon.occasions import occasion_words
from onrecord.lexicon.states import states
from onrecord.occasions.facts import Facts
from onrecord.occasions.parties import Group, Named, Parties, distinct

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_PREPOSITION = re.compile(r"\s+(on|upon|to|of|that|by|about|for|if|whether|at|in|with)\b")
_NAME = re.compile(r"(?:the\s+)?(?P<name>[^\W\d_a-z][\w-]*(?:\s+[^\W\d_a-z][\w-]*)*)(?!\w|['’]s)")
_LISTENING = (Group.ACTOR, Group.PEOPLE, Group.NAME, Group.PARLIAMENT, Group.CROWD)
_CLOSED = re.compile(r"[,;:!?“”\"()—–]|\s-\s|\.(?=\s+[^\W\d_a-z]|$)")
_PART = re.compile(r"\s*(?:,|\band\b)\s*")
_ARTICLE = "the "
_REACH = 120
"""Code points after the verb in which whoever it is aimed at stands."""


def addressees_of(
    text: str, statement: Statement, facts: Facts, cue: frozenset[str], parties: Parties
) -> tuple[Party, ...]:
    """Everybody the words are aimed at, in order of the text."""
    found = [named.party for _, named in facts.listeners if named.group in _LISTENING]
    if not cue.isdisjoint(_verbs()):
        found += [named.party for named in _aimed_at(text, statement, parties)]
    return distinct(found)


def _aimed_at(text: str, statement: Statement, parties: Parties) -> Iterator[Named]:
    addressing = occasion_words().addressing
    for cue in statement.cue:
        for word in _WORD.finditer(text, cue.start, cue.end):
            verb = word.group().lower()
            start = _start(text, verb, word.end())
            if start is None or any(s.start <= start < s.end for s in statement.source):
                continue
            if verb in addressing.that and verb not in addressing.bare:
                yield from _subject(text, start, parties)
            else:
                yield from _noun_phrase(text, start, statement, verb, parties)
            return


def _start(text: str, verb: str, end: int) -> int | None:
    """Where the one aimed at would stand: right after the verb, or after its preposition."""
    addressing = occasion_words().addressing
    found = _PREPOSITION.match(text, end)
    if found is None:
        return end + 1 if verb in addressing.bare or verb in addressing.that else None
    fits = {
        "on": addressing.on,
        "upon": addressing.on,
        "to": addressing.to,
        "of": addressing.of,
        "that": addressing.that,
    }
    return found.end() + 1 if verb in fits.get(found.group(1), ()) else None


def _subject(text: str, start: int, parties: Parties) -> Iterator[Named]:
    """Whoever is to do what is demanded, where a state or somebody's name begins the demand."""
    found = _NAME.match(text, start)
    named = parties.at(found.start("name"), found.end()) if found else None
    if found is None or named is None or named.party.profile is None:
        return
    person = named.party.profile.startswith(ActorKind.PERSON.value)
    if person or states().named(found["name"]):
        yield named


def _noun_phrase(
    text: str, start: int, statement: Statement, verb: str, parties: Parties
) -> Iterator[Named]:
    """Those up to what they are to do or hear; they must be somebody."""
    for stop in _stops(text, start, statement, verb):
        found = list(_listed(text, start, stop, parties))
        if found:
            yield from found
            return


def _stops(text: str, start: int, statement: Statement, verb: str) -> list[int]:
    """Where the phrase may end: where the content begins, or before a word such as `to`."""
    addressing = occasion_words().addressing
    limit = min(len(text), start + _REACH)
    closed = _CLOSED.search(text, start, limit)
    end = closed.start() if closed else limit
    stops = [span.start for span in statement.content if start < span.start <= end]
    enders = addressing.tasks if verb in addressing.with_a_task else addressing.followers
    words = list(_WORD.finditer(text, start, end))
    ender = next((word.start() for word in words if word.group().lower() in enders), None)
    if ender is not None:
        inside = (word.start() for word in words if word.group() in addressing.whereabouts)
        stops.append(min(ender, *inside, limit))
    elif closed is not None and verb in addressing.on:
        stops.append(end)
    return sorted(stops)


def _listed(text: str, start: int, end: int, parties: Parties) -> Iterator[Named]:
    """Everybody of a list, or the whole phrase where a part of it is nobody by itself."""
    each, at = [], start
    for found in _PART.finditer(text, start, end):
        each.append(_at(text, at, found.start(), parties))
        at = found.end()
    each.append(_at(text, at, end, parties))
    known = [named for named in each if named is not None]
    if len(known) == len(each):
        yield from known
    elif (whole := _at(text, start, end, parties)) is not None:
        yield whole


def _at(text: str, start: int, end: int, parties: Parties) -> Named | None:
    start += len(_ARTICLE) if text.startswith(_ARTICLE, start) else 0
    words = text[start:end].split()
    while words and words[-1].lower() in occasion_words().addressing.never:
        end = text.rindex(words.pop(), start, end)
    end = start + len(text[start:end].rstrip())
    named = parties.at(start, end) if words else None
    return named if named is not None and named.group in _LISTENING else None


@cache
def _verbs() -> frozenset[str]:
    addressing = occasion_words().addressing
    return addressing.bare | addressing.on | addressing.to | addressing.that | addressing.of
