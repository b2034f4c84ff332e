"""Reports whose statements are marked by hand, and what they are placed as.

In a marked sentence `[…]` is the source, `<…>` the cue and `{…}` the content; a sentence has one
statement at most, and one without marks has none. People and places are invented: Ana Belk and Jo
Tarn of Halden, Ostrel, Vessen. A sentence begins on the Friday 9 May 2031 unless a case says
otherwise.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.document import Block, BlockKind, Document
from onrecord.domain.mention import Mention, MentionForm, MentionKind
from onrecord.domain.occasion import Party, Place
from onrecord.domain.period import Period
from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement, StatementKind
from onrecord.domain.time import TimeExpression, TimeStep, TimeType
from onrecord.occasions.found import Finder
from onrecord.occasions.place import place_statements
from onrecord.text.paragraphs import paragraph_offsets
from onrecord.text.quotes import read_quotations
from tests.builders import document_of

FRIDAY = date(2031, 5, 9)
THURSDAY = date(2031, 5, 8)
BELK, TARN, COUNCIL = "person:ana-belk", "person:jo-tarn", "public_body:halden-council"

_MARKS = re.compile(r"[\[\]<>{}]")
_KINDS = {"[": "source", "<": "cue", "{": "content"}
_CLOSING = "]>}"

DAYS: Mapping[str, Period | None] = {
    "Monday": Period.day(date(2031, 5, 5)),
    "Thursday": Period.day(THURSDAY),
    "Friday": Period.day(FRIDAY),
    "Saturday": Period.day(date(2031, 5, 10)),
    "last week": Period(date(2031, 4, 28), date(2031, 5, 4)),
    "March": Period.month(2031, 3),
    "2029": Period.year(2029),
    "May 7": Period.day(date(2031, 5, 7)),
    "recently": None,
    "the day": Period.day(THURSDAY),
}
"""What expressions of time stand for in these reports, seen from that Friday."""

SPEAKERS = {
    "Belk": BELK,
    "Ana Belk": BELK,
    "the Halden minister": BELK,
    "she": BELK,
    "She": BELK,
    "Tarn": TARN,
    "he": TARN,
    "He": TARN,
    "the Council": COUNCIL,
}
"""Whose words they are, by the words of the source."""

NAMES = {
    "Ana Belk": (BELK, ActorKind.PERSON),
    "Belk": (BELK, ActorKind.PERSON),
    "Jo Tarn": (TARN, ActorKind.PERSON),
    "Tarn": (TARN, ActorKind.PERSON),
    "Halden Council": (COUNCIL, ActorKind.PUBLIC_BODY),
    "Vessen": ("state:vessen", ActorKind.STATE),
}
_FULL = {BELK: "Ana Belk", TARN: "Jo Tarn", COUNCIL: "Halden Council", "state:vessen": "Vessen"}
_PLACES = ("Ostrel", "Halden", "Korvana")


@dataclass(frozen=True)
class Marked:
    """A sentence without its marks, and where they stood, counted from its start."""

    text: str
    spans: tuple[tuple[str, int, int], ...]


def marked(sentence: str) -> Marked:
    """Take the marks out of a sentence."""
    plain, at = "", 0
    spans: list[tuple[str, int, int]] = []
    opened: list[tuple[str, int]] = []
    for found in _MARKS.finditer(sentence):
        plain += sentence[at : found.start()]
        at = found.end()
        if found.group() in _CLOSING:
            kind, start = opened.pop()
            spans.append((kind, start, len(plain)))
        else:
            opened.append((_KINDS[found.group()], len(plain)))
    return Marked(plain + sentence[at:], tuple(sorted(spans, key=lambda span: span[1])))


@dataclass(frozen=True)
class Report:
    """A report of marked sentences, a space or a line apart."""

    sentences: Sequence[str]
    day: date | None = FRIDAY
    place: str | None = None
    dateline: str | None = None
    outlet: str | None = None
    heading: str | None = None
    inside: Mapping[int, int] = field(default_factory=dict)
    """Which statement stands inside which."""

    @property
    def pieces(self) -> list[Marked]:
        """The sentences without their marks."""
        return [marked(sentence) for sentence in self.sentences]

    @property
    def text(self) -> str:
        """The whole report."""
        head = "".join(f"{line}\n" for line in (self.heading, self.dateline) if line)
        return head + "".join(piece.text for piece in self.pieces)

    def document(self) -> Document:
        """The document."""
        document = document_of(self.text, id="d", day=self.day, outlet=self.outlet)
        blocks = tuple(
            Block(span, kind)
            for words, kind in (
                (self.heading, BlockKind.HEADING),
                (self.dateline, BlockKind.DATELINE),
            )
            if words
            for span in (_find(self.text, words),)
        )
        place = self.place and Place(_find(self.text, self.place), self.place.capitalize())
        return replace(document, blocks=(*blocks, *document.blocks), place=place or None)

    def reading(self) -> Reading:
        """What the reader is told to have found: the places."""
        lines = tuple(paragraph_offsets(self.text))
        mentions = tuple(
            Mention(span, span, MentionForm.NAME, MentionKind.PLACE, number)
            for number, span in enumerate(sorted(_all(self.text, _PLACES)))
        )
        return Reading("d", lines, read_quotations(self.text, lines), (), mentions)

    def statements(self) -> tuple[Statement, ...]:
        """The marked statements, with their speakers."""
        at = len(self.text) - sum(len(piece.text) for piece in self.pieces)
        found: list[Statement] = []
        for piece in self.pieces:
            if piece.spans:
                found.append(self._statement(piece, at, len(found)))
            at += len(piece.text)
        return tuple(found)

    def _statement(self, piece: Marked, at: int, number: int) -> Statement:
        parts: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
        for kind, start, end in piece.spans:
            parts[kind].append(Span(at + start, at + end))
        content = tuple(parts["content"])
        quoted = all(span.of(self.text).startswith(("“", '"')) for span in content)
        above = self.inside.get(number)
        return Statement(
            id=f"s{number}",
            document_id="d",
            kind=StatementKind.DIRECT if quoted else StatementKind.INDIRECT,
            content=content,
            cue=tuple(parts["cue"]),
            source=tuple(parts["source"]),
            speakers=_links(self.text, parts["source"]),
            parent=None if above is None else f"s{above}",
            step="verbless" if [c.of(self.text) for c in parts["cue"]] == [":"] else "cue",
        )

    def appearances(self) -> tuple[Appearance, ...]:
        """Those of the invented people and bodies that it names."""
        found = []
        for profile, full in _FULL.items():
            words = [name for name, (whose, _) in NAMES.items() if whose == profile]
            names = tuple(sorted(_all(self.text, words)))
            pronouns = [word for word, whose in SPEAKERS.items() if whose == profile]
            mentions = tuple(sorted({*names, *_all(self.text, pronouns)}))
            if names or mentions:
                kind = next(kind for whose, kind in NAMES.values() if whose == profile)
                found.append(Appearance(profile, kind, full, names, mentions))
        return tuple(found)

    def times(self) -> tuple[TimeExpression, ...]:
        """Its expressions of time, as of that Friday; of an undated report, none is counted."""
        found = []
        for span in sorted(_all(self.text, DAYS)):
            words = span.of(self.text)
            period = DAYS[words]
            value = period.first.isoformat() if period else "PAST_REF"
            step = TimeStep.STATED if words == "2029" else TimeStep.PUBLICATION
            if self.day is None and step is not TimeStep.STATED:
                period, step = None, TimeStep.UNRESOLVED
            found.append(TimeExpression(span, TimeType.DATE, value, step, period=period))
        return tuple(found)

    def finder(self) -> Finder:
        """What reads its frames."""
        return Finder(
            self.document(), self.reading(), self.statements(), self.appearances(), self.times()
        )

    def placed(self) -> tuple[Statement, ...]:
        """Its statements with when and where."""
        return place_statements(
            self.document(), self.reading(), self.statements(), self.appearances(), self.times()
        )


def report(*sentences: str, **facts: object) -> Report:
    """A report of these sentences."""
    spaced = [sentence + ("" if sentence.endswith("\n") else " ") for sentence in sentences]
    return Report(spaced, **facts)  # type: ignore[arg-type]  # the fields of Report


def placed(*sentences: str, **facts: object) -> tuple[Statement, ...]:
    """The statements of such a report, placed."""
    return report(*sentences, **facts).placed()


def names_of(parties: Sequence[Party], text: str) -> list[str]:
    """The names of parties, or the words that stand for them."""
    return [party.name or party.span.of(text) for party in parties]


def _links(text: str, source: Sequence[Span]) -> tuple[SpeakerLink, ...]:
    profiles = ((span, SPEAKERS.get(span.of(text))) for span in source)
    return tuple(
        SpeakerLink(LinkStatus.NAMED, "test", 1.0, _FULL[profile], span, span, profile)
        for span, profile in profiles
        if profile
    )


def _find(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _all(text: str, phrases: Sequence[str] | Mapping[str, object]) -> set[Span]:
    """Where phrases stand as whole words, the longest where two begin alike."""
    if not phrases:
        return set()
    longest = sorted(phrases, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    return {Span(*found.span()) for found in pattern.finditer(text)}
