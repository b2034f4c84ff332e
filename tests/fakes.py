"""A pipeline without a model: each “quoted” stretch is a statement of whoever is said to say it.

On the weekday, in the interview and in the place that stand behind the name, if any.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.occasion import Occasion, OccasionKind, Party, Place, Said
from onrecord.domain.period import Period
from onrecord.domain.run import Run
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement, StatementKind
from onrecord.domain.time import TimeExpression, TimeStep, TimeType

RUN = Run("fake-1", (("fake", "1"),))

_LATIN = str.maketrans({"и": "i", "р": "r", "е": "e", "н": "n", "а": "a", "в": "v", "л": "l"})
_LATIN |= str.maketrans({"ь": "", "к": "k"})
_SAID = re.compile(r"“(?P<content>[^”]+)”(?:,? (?P<cue>said) (?P<source>[A-Z]\w+(?: [A-Z]\w+)*))?")


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_INTERVIEW = re.compile(r"in an interview with the (?P<outlet>[A-Z]\w+(?: [A-Z]\w+)*)")
_PLACE = re.compile(r"\bin (?P<place>[A-Z]\w+)")
_DAY = re.compile(rf"on (?P<day>{'|'.join(_WEEKDAYS)})")


class FakePipeline:
    """Answers what `onrecord.pipeline.Pipeline` answers; counts the documents that reach it."""

    def __init__(self, run: Run = RUN) -> None:
        self.run = run
        self.seen: list[str] = []

    def analyse_one(self, document: Document) -> AnalysedDocument:
        self.seen.append(document.name)
        found = tuple(
            _statement(document, number, match)
            for number, match in enumerate(_SAID.finditer(document.text))
        )
        times = tuple(time for statement in found for time in _times(statement))
        appearing = _appearances(document, found)
        return AnalysedDocument(document, found, (), self.run, appearing, times)

    def analyse(self, documents: Iterable[Document]) -> Iterator[AnalysedDocument]:
        return map(self.analyse_one, documents)


class FakeMatcher:
    """People of one last name may be one: one initial scores .7, one first name .99, others .2."""

    same_from = 0.95
    candidate_from = 0.5

    def keys(self, name: str, kind: ActorKind) -> tuple[str, ...]:
        return (self.romanise(name).split()[-1],) if name.split() else ()

    def likeness(self, left: str, right: str, kind: ActorKind) -> float:
        first, second = self.romanise(left), self.romanise(right)
        if first == second:
            return 0.99
        return 0.7 if first[:1] == second[:1] else 0.2

    def romanise(self, text: str) -> str:
        return text.casefold().translate(_LATIN)


def profile_of(name: str) -> str:
    """The profile of a person of that name, as long as real ones are."""
    return f"person~{hashlib.sha256(name.encode()).hexdigest()[:16]}"


def _link(name: str, place: Span) -> SpeakerLink:
    return SpeakerLink(LinkStatus.NAMED, "fake", 0.9, name, place, place, profile_of(name))


def _appearances(document: Document, statements: tuple[Statement, ...]) -> tuple[Appearance, ...]:
    """Each name that speaks, where it stands."""
    places: dict[str, list[Span]] = {}
    for statement in statements:
        for place in statement.source:
            places.setdefault(place.of(document.text), []).append(place)
    return tuple(
        Appearance(profile_of(name), ActorKind.PERSON, name, tuple(spans), tuple(spans))
        for name, spans in places.items()
    )


def _statement(document: Document, number: int, match: re.Match[str]) -> Statement:
    content = (Span(*match.span("content")),)
    id_ = f"{document.id}-{number}"
    if not match["source"]:
        return Statement(id_, document.id, StatementKind.DIRECT, content)
    source = Span(*match.span("source"))
    return Statement(
        id_,
        document.id,
        StatementKind.DIRECT,
        content,
        (Span(*match.span("cue")),),
        (source,),
        (_link(match["source"], source),),
        confidence=0.8,
        said=_said(document, match),
        occasion=_occasion(document, match),
    )


def _behind(document: Document, match: re.Match[str]) -> tuple[int, int]:
    """The rest of the sentence."""
    end = document.text.find(".", match.end())
    return match.end(), len(document.text) if end < 0 else end


def _said(document: Document, match: re.Match[str]) -> Said | None:
    """On the last such weekday that is no later than the report, else on the day of the report."""
    published = document.published
    if published is None:
        return None
    found = _DAY.search(document.text, *_behind(document, match))
    if not found:
        return Said(Period(published.first, published.last), "publication")
    back = (published.first.weekday() - _WEEKDAYS.index(found["day"])) % 7
    day = Period.day(published.first - timedelta(days=back))
    return Said(day, "stated", (Span(*found.span("day")),), 0.9)


def _times(statement: Statement) -> Iterator[TimeExpression]:
    said = statement.said
    for span in said.evidence if said else ():
        value, step = said.period.first.isoformat(), TimeStep.PUBLICATION
        yield TimeExpression(span, TimeType.DATE, value, step, period=said.period)


def _occasion(document: Document, match: re.Match[str]) -> Occasion | None:
    rest = _behind(document, match)
    met, place = _INTERVIEW.search(document.text, *rest), _PLACE.search(document.text, *rest)
    if not met:
        return None
    return Occasion(
        "o1",
        OccasionKind.INTERVIEW,
        (Span(*met.span()),),
        Place(Span(*place.span("place")), place["place"]) if place else None,
        (Party(Span(*met.span("outlet")), met["outlet"]),),
    )
