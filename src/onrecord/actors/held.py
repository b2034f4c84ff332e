"""What naming people with their offices says about the day of a report."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from onrecord.actors.named_posts import NamedPost, named_posts
from onrecord.actors.office_table import OfficeTable
from onrecord.domain.document import DateConstraint, Document
from onrecord.domain.office import Tenure
from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.lexicon.dating import alternatives, cue, cue_before

SPEAKING_HOLDER = "office-holder-speaking"
"""Their words or deeds are reported beside the office."""

HOLDER = "office-holder"
"""They are named with it and no more: reports name presidents of earlier days so, too."""

FORMER_HOLDER = "former-office-holder"

HANDOVER_DAYS = 3
"""News names people with an office that they are about to take, or have just left."""

RECALLED_DAYS = 200
"""So long after they left, reports still name people with their office where they do not speak."""

MAX_EVIDENCE = 3
"""Mentions that are given as evidence; a report names its minister twenty times."""

_SPEECH_BEFORE = re.compile(r"\b(?:said|says|told|tells) (?:\w+ ){0,2}$")
_POSSESSIVE = ("'s", "’s")
_SENTENCE_EDGE = re.compile(r"[.!?]['\"”’)]* |\n")
_SENTENCE_REACH = 300
_BESIDE = 30

Mentions = Mapping[NamedPost, list[Span]]


def office_constraints(
    document: Document, reading: Reading, table: OfficeTable
) -> tuple[DateConstraint, ...]:
    """The days on which the people named with an office held it, in order of the text.

    Constraints with the same evidence are alternatives: one person's terms of one office. Mentions
    in a sentence that speaks of an earlier time are left out; so is whoever is named less often
    than another holder of the office, since reports name predecessors too.
    """
    text = document.text
    found: dict[NamedPost, list[Span]] = {}
    for post, span in named_posts(text, reading.lines, table):
        if post.former or _is_of_today(text, span):
            found.setdefault(post, []).append(span)
    return tuple(
        constraint
        for post, spans in _prevailing(found, table).items()
        for constraint in _constraints(post, text, spans, table)
    )


def _prevailing(found: Mentions, table: OfficeTable) -> Mentions:
    """For each office its holder that is named most often, of equals the later one.

    Whoever is somewhere named as having held it keeps the title elsewhere out of courtesy.
    """
    left = {(post.holder, post.office) for post in found if post.former}
    found = {p: spans for p, spans in found.items() if p.former or (p.holder, p.office) not in left}
    best: dict[str, NamedPost] = {}
    for post, spans in found.items():
        other = best.get(post.office)
        if not post.former and (
            other is None or _weight(post, spans, table) > _weight(other, found[other], table)
        ):
            best[post.office] = post
    return {
        post: spans for post, spans in found.items() if post.former or best[post.office] == post
    }


def _weight(post: NamedPost, spans: Sequence[Span], table: OfficeTable) -> tuple[int, date]:
    starts = (term.start for term in _terms(post, table))
    return len(spans), max((start for start in starts if start), default=date.min)


def _terms(post: NamedPost, table: OfficeTable) -> list[Tenure]:
    return [term for term in table.offices_of(post.holder) if term.office == post.office]


def _is_of_today(text: str, span: Span) -> bool:
    """Whether neither the words before nor the sentence put the office into another time."""
    before = text[max(0, span.start - _BESIDE) : span.start]
    if cue_before("offices", "not_held").search(before):
        return False
    low, high = max(0, span.start - _SENTENCE_REACH), min(len(text), span.end + _SENTENCE_REACH)
    edges = [edge.end() for edge in _SENTENCE_EDGE.finditer(text, low, span.start)]
    following = _SENTENCE_EDGE.search(text, span.end, high)
    start, end = edges[-1] if edges else low, following.start() if following else high
    return cue("offices", "past").search(text, start, end) is None


def _constraints(
    post: NamedPost, text: str, spans: Sequence[Span], table: OfficeTable
) -> Iterable[DateConstraint]:
    terms = _terms(post, table)
    if post.former:
        return _after(post, terms, tuple(spans[:MAX_EVIDENCE]), table)
    speaking = [span for span in spans if _speaks(text, span)]
    if not speaking and all(_is_possessive(text, span) for span in spans):
        return []
    after = HANDOVER_DAYS if speaking else RECALLED_DAYS
    return [
        DateConstraint(
            SPEAKING_HOLDER if speaking else HOLDER,
            term.start - timedelta(HANDOVER_DAYS) if term.start else None,
            term.end + timedelta(after) if term.end else None,
            tuple((speaking or spans)[:MAX_EVIDENCE]),
            f"{_title(post, table)}: {_days(term.start, term.end)}",
        )
        for term in terms
    ]


def _speaks(text: str, span: Span) -> bool:
    """Whether a verb of speech stands beside the mention, so that it is news."""
    if _speech_after().match(text, span.end):
        return True
    return _SPEECH_BEFORE.search(text, max(0, span.start - _BESIDE), span.start) is not None


@cache
def _speech_after() -> re.Pattern[str]:
    verbs = alternatives("offices", "speaks")
    day = r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    return re.compile(rf",?\s+(?:\w+ly\s+|also\s+)?(?:{verbs})\b|\s+{day}")


def _is_possessive(text: str, span: Span) -> bool:
    """`President Belk's policy` outlives the president."""
    return text[span.end - 2 : span.end] in _POSSESSIVE or text.startswith(_POSSESSIVE, span.end)


def _after(
    post: NamedPost, terms: Sequence[Tenure], evidence: tuple[Span, ...], table: OfficeTable
) -> Iterable[DateConstraint]:
    """Someone who held an office formerly has left it."""
    left = min((term.end for term in terms if term.end), default=None)
    if left is None:
        return []
    first = left - timedelta(HANDOVER_DAYS)
    detail = f"{_title(post, table)} until {left.isoformat()}"
    return [DateConstraint(FORMER_HOLDER, first, None, evidence, detail)]


def _title(post: NamedPost, table: OfficeTable) -> str:
    actor, office = table.actor(post.holder), table.office(post.office)
    return f"{actor.names[0] if actor else post.holder}, {office.name if office else post.office}"


def _days(first: date | None, last: date | None) -> str:
    return f"{first.isoformat() if first else '…'} to {last.isoformat() if last else '…'}"
