"""Documents and findings built by hand or at random, without a model.

All places and people are invented: Maravia and Ostrel, Foreign Minister Irena Valk, envoy Tomas
Brandt.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import (
    Block,
    BlockKind,
    DateCandidate,
    DateConstraint,
    DateSource,
    Document,
)
from onrecord.domain.note import Note
from onrecord.domain.occasion import Occasion, OccasionKind, Party, Place, Said
from onrecord.domain.period import Period
from onrecord.domain.run import Run
from onrecord.domain.span import Span
from onrecord.domain.statement import (
    CueStance,
    LinkStatus,
    Polarity,
    SpeakerLink,
    Statement,
    StatementKind,
)
from onrecord.domain.time import TimeExpression, TimeStep, TimeType
from onrecord.text.paragraphs import paragraph_offsets

RUN = Run("run-1", (("reader", "aa11"), ("rules", "bb22")))
LATER_RUN = Run("run-2", (("reader", "cc33"), ("rules", "bb22")))

VALK = "person~0123456789abcdef"
BRANDT = "person~fedcba9876543210"
"""Name profiles: what stands after the kind is a digest of the folded name."""
MINISTER = "foreign-minister:xm"

TEXT = (
    "The bridge at Halden stays closed, Foreign Minister Irena Valk said on Monday.\n\n"
    "“Maravia will not yield,” she said.\n\n"
    "An aide to Tomas Brandt denied that Ostrel had asked for talks.\n"
)

_TOPICS = ("the border talks", "the ceasefire", "a prisoner exchange", "the Halden bridge", "grain")
_PEOPLE = ("Irena Valk", "Tomas Brandt", "Oda Merrin", "Piet Sorren")


def sha256(text: str) -> str:
    """The lower-case hash of a text, lone surrogates included."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def span_of(text: str, words: str, start: int = 0) -> Span:
    """Where `words` first stand in `text`, from `start` on."""
    at = text.index(words, start)
    return Span(at, at + len(words))


def published(day: date, evidence: Sequence[Span] = ()) -> DateCandidate:
    """A day of publication, stated in the file."""
    return DateCandidate(
        day, day, DateSource.STATED, "dateline", day.isoformat(), evidence=tuple(evidence)
    )


def document_of(
    text: str = TEXT,
    name: str = "halden.txt",
    *,
    id: str | None = None,
    day: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    format: str = "txt",
    notes: Sequence[Note] = (),
) -> Document:
    """A document of paragraphs."""
    digest = sha256(text)
    return Document(
        id=id or digest[:16],
        name=name,
        text=text,
        text_sha256=digest,
        raw_sha256=digest,
        format=format,
        text_as_given=format == "txt",
        outlet=outlet,
        title=title,
        url=url,
        dates=(published(day),) if day else (),
        blocks=tuple(
            Block(Span(start, end), BlockKind.PARAGRAPH) for start, end in paragraph_offsets(text)
        ),
        notes=tuple(notes),
    )


def halden_statements(document: Document) -> tuple[Statement, ...]:
    """The three statements of `TEXT`: indirect by name, direct by pronoun, a denial by an aide."""
    text = document.text
    full_name = span_of(text, "Irena Valk")
    return (
        Statement(
            f"{document.id}-1",
            document.id,
            StatementKind.INDIRECT,
            (span_of(text, "The bridge at Halden stays closed"),),
            (span_of(text, "said"),),
            (span_of(text, "Foreign Minister Irena Valk"),),
            (
                SpeakerLink(
                    LinkStatus.NAMED, "name", 0.97, "Irena Valk", full_name, full_name, VALK
                ),
            ),
            confidence=0.93,
        ),
        Statement(
            f"{document.id}-2",
            document.id,
            StatementKind.DIRECT,
            (span_of(text, "Maravia will not yield"),),
            (span_of(text, "said", text.index("yield")),),
            (span_of(text, "she"),),
            (
                SpeakerLink(
                    LinkStatus.NAMED,
                    "pronoun",
                    0.8,
                    "Irena Valk",
                    span_of(text, "she"),
                    full_name,
                    VALK,
                ),
            ),
            confidence=0.9,
        ),
        Statement(
            f"{document.id}-3",
            document.id,
            StatementKind.INDIRECT,
            (span_of(text, "that Ostrel had asked for talks"),),
            (span_of(text, "denied"),),
            (span_of(text, "An aide to Tomas Brandt"),),
            (
                SpeakerLink(
                    LinkStatus.DESCRIBED,
                    "description",
                    0.7,
                    "An aide to Tomas Brandt",
                    span_of(text, "An aide"),
                ),
            ),
            polarity=Polarity.DENIED,
            stance=CueStance.NEUTRAL,
            confidence=0.81,
        ),
    )


def halden(name: str = "halden.txt", *, run: Run = RUN, **facts: object) -> AnalysedDocument:
    """`TEXT` with its three statements; `facts` as for `document_of`."""
    document = document_of(TEXT, name, **facts)  # type: ignore[arg-type]
    appearances = halden_appearances(document)
    return AnalysedDocument(document, halden_statements(document), (), run, appearances)


def halden_appearances(document: Document) -> tuple[Appearance, ...]:
    """The two people of `TEXT`: Valk, who is a minister and "she", and Brandt."""
    text = document.text
    valk, brandt = span_of(text, "Irena Valk"), span_of(text, "Tomas Brandt")
    she = span_of(text, "she")
    return (
        Appearance(VALK, ActorKind.PERSON, "Irena Valk", (valk,), (valk, she), None, (MINISTER,)),
        Appearance(BRANDT, ActorKind.PERSON, "Tomas Brandt", (brandt,), (brandt,)),
    )


TALKS_TEXT = (
    "“The bridge reopens,” Irena Valk told the Halden Post on Sunday after talks with Tomas Brandt"
    " in Zúrava, the Ostrel Herald reported. She urged Ostrel to wait.\n"
)


def talks(name: str = "talks.txt", *, run: Run = RUN, **facts: object) -> AnalysedDocument:
    """Two statements made at talks in Zúrava on 8 September 2013, the day before publication.

    The first was made to the Halden Post and came by way of the Ostrel Herald, the second is aimed
    at Ostrel. `facts` as for `document_of`.
    """
    given = {"day": date(2013, 9, 9), **facts}
    document = document_of(TALKS_TEXT, name, **given)  # type: ignore[arg-type]
    return AnalysedDocument(
        document,
        _talks_statements(document),
        (),
        run,
        _talks_appearances(document),
        (_time(span_of(TALKS_TEXT, "Sunday"), date(2013, 9, 8)),),
    )


def _talks_statements(document: Document) -> tuple[Statement, ...]:
    text = document.text
    valk, she = span_of(text, "Irena Valk"), span_of(text, "She")
    brandt = Party(span_of(text, "Tomas Brandt"), "Tomas Brandt", BRANDT)
    occasion = Occasion(
        "o1",
        OccasionKind.TALKS,
        (span_of(text, "after talks with"),),
        Place(span_of(text, "Zúrava"), "Zúrava"),
        (brandt,),
    )
    said = Said(Period.day(date(2013, 9, 8)), "stated", (span_of(text, "on Sunday"),), 0.9)
    first = Statement(
        f"{document.id}-1",
        document.id,
        StatementKind.DIRECT,
        (span_of(text, "The bridge reopens"),),
        (span_of(text, "told"),),
        (valk,),
        (SpeakerLink(LinkStatus.NAMED, "name", 0.97, "Irena Valk", valk, valk, VALK),),
        confidence=0.95,
        said=said,
        occasion=occasion,
        addressees=(Party(span_of(text, "the Halden Post"), "Halden Post"),),
        reported_via=(Party(span_of(text, "the Ostrel Herald"), "Ostrel Herald"),),
    )
    second = replace(
        first,
        id=f"{document.id}-2",
        kind=StatementKind.INDIRECT,
        content=(span_of(text, "to wait"),),
        cue=(span_of(text, "urged"),),
        source=(she,),
        speakers=(SpeakerLink(LinkStatus.NAMED, "pronoun", 0.8, "Irena Valk", she, valk, VALK),),
        said=replace(said, step="same-again", evidence=(), confidence=0.6),
        addressees=(Party(span_of(text, "Ostrel", text.index("urged"))),),
        reported_via=(),
    )
    return first, second


def _talks_appearances(document: Document) -> tuple[Appearance, ...]:
    people = ((VALK, "Irena Valk"), (BRANDT, "Tomas Brandt"))
    return tuple(
        Appearance(profile, ActorKind.PERSON, name, (place,), (place,))
        for profile, name in people
        for place in (span_of(document.text, name),)
    )


def inferred(first: date, last: date, document: Document, words: str) -> Document:
    """The document, dated by the holder of an office who is named by `words`; no other date."""
    place = span_of(document.text, words)
    held = DateConstraint(
        "office-holder", first, last, (place,), f"{words}, in office {first} to {last}"
    )
    late = DateConstraint("latest-year", date(1999, 1, 1), None, (place,), "a year in the text")
    found = DateCandidate(
        first, last, DateSource.INFERRED, "text", "", "published", (place,), (held,), (late,)
    )
    return replace(document, dates=(found,))


def synthetic(number: int, *, statements: int = 25, run: Run = RUN) -> AnalysedDocument:
    """Report `number`: about 180 characters a statement, the same for the same number."""
    sentences, places = [], []
    at = 0
    for part in range(statements):
        person = _PEOPLE[(number + part) % len(_PEOPLE)]
        topic = _TOPICS[(number * 3 + part) % len(_TOPICS)]
        content = (
            f"In round {number}.{part} we spoke of {topic} for hours, and nothing that was "
            "put on the table is worth the paper; we go home and wait"
        )
        sentence = f"“{content},” said {person}, speaking in the hall of the old harbour.\n"
        sentences.append(sentence)
        places.append((at + 1, content, person))
        at += len(sentence)
    text = "".join(sentences)
    document = document_of(
        text,
        f"articles/{number:05d}.txt",
        day=date(2013 + number % 5, 1 + number % 12, 1 + number % 28),
        outlet=("Halden Post", "Ostrel Herald")[number % 2],
    )
    found = tuple(
        _said(document, f"{document.id}-{part}", *place) for part, place in enumerate(places)
    )
    return AnalysedDocument(document, found, (), run)


def placed(analysed: AnalysedDocument) -> AnalysedDocument:
    """The same, each statement said the day before at talks, of which a report has three."""
    document = analysed.document
    occasions = [
        Occasion(
            f"o{number}",
            OccasionKind.TALKS,
            (Span(0, 8),),
            Place(Span(0, 4), "Korvana"),
            (Party(Span(0, 8), "Tomas Brandt", BRANDT),),
        )
        for number in range(3)
    ]
    published = document.published
    day = published.first if published else date(2013, 1, 1)
    found = tuple(
        replace(
            statement,
            said=Said(Period.day(day), "stated", (statement.cue[0],), 0.9),
            occasion=occasions[number % 3],
            addressees=(Party(Span(0, 8), "Oda Merrin"),) if number % 3 == 0 else (),
            reported_via=(Party(Span(0, 8), "Halden Post"),) if number % 5 == 0 else (),
        )
        for number, statement in enumerate(analysed.statements)
    )
    times = tuple(_time(statement.cue[0], day) for statement in analysed.statements)
    return replace(analysed, statements=found, times=times)


def _time(place: Span, day: date) -> TimeExpression:
    step = TimeStep.PUBLICATION
    return TimeExpression(place, TimeType.DATE, day.isoformat(), step, period=Period.day(day))


def _said(document: Document, id: str, start: int, content: str, person: str) -> Statement:
    end = start + len(content)
    cue = span_of(document.text, "said", end)
    mention = span_of(document.text, person, end)
    link = SpeakerLink(LinkStatus.NAMED, "name", 0.97, person, mention, mention)
    return Statement(
        id, document.id, StatementKind.DIRECT, (Span(start, end),), (cue,), (mention,), (link,)
    )


_strings = st.text(st.characters(), max_size=40)
"""Any string: NULs and lone surrogates too."""
_maybe = st.none() | _strings
_share = st.floats(0, 1)
_days = st.dates()
_profiles = st.from_regex(r"(person|state)(~[0-9a-f]{16}|:[a-z]{1,9})", fullmatch=True)


def _spans(length: int, max_size: int = 3) -> st.SearchStrategy[tuple[Span, ...]]:
    if length == 0:
        return st.just(())
    return st.lists(_one_span(length), max_size=max_size).map(tuple)


def _notes(length: int) -> st.SearchStrategy[tuple[Note, ...]]:
    place = _spans(length, 1).map(lambda spans: spans[0] if spans else None)
    return st.lists(st.builds(Note, _strings, place, _maybe), max_size=3).map(tuple)


def _constraints(length: int) -> st.SearchStrategy[DateConstraint]:
    day = st.none() | _days
    return st.builds(DateConstraint, _strings, day, day, _spans(length), _strings)


def _one_span(length: int) -> st.SearchStrategy[Span]:
    pair = st.tuples(st.integers(0, length - 1), st.integers(1, 20))
    return pair.map(lambda p: Span(p[0], min(p[0] + p[1], length)))


_periods = st.tuples(_days, _days).map(lambda days: Period(min(days), max(days)))


def _parties(length: int) -> st.SearchStrategy[tuple[Party, ...]]:
    one = st.builds(Party, _one_span(length), _maybe, st.none() | _profiles)
    return st.lists(one, max_size=2).map(tuple)


def _said_times(length: int) -> st.SearchStrategy[Said]:
    return st.builds(Said, _periods, _strings, _spans(length), _share)


def _places(length: int) -> st.SearchStrategy[Place]:
    return st.builds(Place, _one_span(length), _strings)


def _occasions(length: int) -> st.SearchStrategy[Occasion]:
    place = st.none() | _places(length)
    kind = st.sampled_from(OccasionKind)
    return st.builds(Occasion, _strings, kind, _spans(length), place, _parties(length))


def _times(length: int) -> st.SearchStrategy[tuple[TimeExpression, ...]]:
    one = st.builds(
        TimeExpression,
        _one_span(length),
        st.sampled_from(TimeType),
        _strings,
        st.sampled_from(TimeStep),
        _maybe,
        st.none() | _periods,
        st.none() | _one_span(length),
        _share,
    )
    return st.lists(one, max_size=3).map(tuple)


@st.composite
def candidates(draw: st.DrawFn, length: int) -> DateCandidate:
    """Any date candidate."""
    first, last = sorted((draw(_days), draw(_days)))
    return DateCandidate(
        first,
        last,
        draw(st.sampled_from(DateSource)),
        draw(_strings),
        draw(_strings),
        draw(st.sampled_from(["published", "modified"])),
        draw(_spans(length)),
        tuple(draw(st.lists(_constraints(length), max_size=2))),
        tuple(draw(st.lists(_constraints(length), max_size=1))),
    )


@st.composite
def links(draw: st.DrawFn, length: int) -> SpeakerLink:
    """Any link to a speaker."""
    mention, evidence = draw(_spans(length, 1)), draw(_spans(length, 1))
    return SpeakerLink(
        draw(st.sampled_from(LinkStatus)),
        draw(_strings),
        draw(_share),
        draw(_maybe),
        mention[0] if mention else None,
        evidence[0] if evidence else None,
        draw(st.none() | _profiles),
    )


@st.composite
def appearances(draw: st.DrawFn, length: int) -> Appearance:
    """Any actor of a document that is not empty; its name stands somewhere."""
    kind = draw(st.sampled_from(ActorKind))
    return Appearance(
        draw(_profiles),
        kind,
        draw(_strings),
        draw(_spans(length).filter(bool)),
        draw(_spans(length)),
        draw(st.none() | st.sampled_from(["xm", "xo"])),
        tuple(draw(st.lists(_strings, max_size=2, unique=True))),
    )


@st.composite
def statements(draw: st.DrawFn, document: Document) -> Statement:
    """Any statement of a document that is not empty."""
    length = len(document.text)
    return Statement(
        draw(_strings),
        document.id,
        draw(st.sampled_from(StatementKind)),
        draw(_spans(length).filter(bool)),
        draw(_spans(length)),
        draw(_spans(length)),
        tuple(draw(st.lists(links(length), max_size=3))),
        draw(_maybe),
        draw(st.sampled_from(Polarity)),
        draw(st.sampled_from(CueStance)),
        draw(_share),
        draw(st.sampled_from(["cue", "floating"])),
        draw(st.none() | _said_times(length)),
        draw(st.none() | _occasions(length)),
        draw(_parties(length)),
        draw(_parties(length)),
    )


@st.composite
def analysed_documents(draw: st.DrawFn, text: str | None = None) -> AnalysedDocument:
    """Any document with any findings: empty, with any character, with any facts."""
    body = draw(st.text(st.characters(), max_size=200)) if text is None else text
    length = len(body)
    block_spans = draw(_spans(length))
    document = Document(
        id=draw(st.text(st.characters(), min_size=1, max_size=20)),
        name=draw(st.text(st.characters(), min_size=1, max_size=20)),
        text=body,
        text_sha256=sha256(body),
        raw_sha256=draw(_strings),
        format=draw(st.sampled_from(["txt", "html", "jsonl"])),
        text_as_given=draw(st.booleans()),
        encoding=draw(_strings),
        outlet=draw(_maybe),
        title=draw(_maybe),
        url=draw(_maybe),
        author=draw(_maybe),
        dates=tuple(draw(st.lists(candidates(length), max_size=3))),
        blocks=tuple(Block(span, draw(st.sampled_from(BlockKind))) for span in block_spans),
        notes=draw(_notes(length)),
        place=draw(st.none() | _places(length)) if length else None,
    )
    found = draw(st.lists(statements(document), max_size=4)) if length else []
    versions = draw(st.lists(st.tuples(_strings, _strings), max_size=2))
    run = Run(sha256(repr(versions))[:16], tuple(versions))
    actors = st.lists(appearances(length), max_size=3, unique_by=lambda one: one.profile)
    appearing = tuple(draw(actors)) if length else ()
    times = draw(_times(length)) if length else ()
    return AnalysedDocument(document, tuple(found), draw(_notes(length)), run, appearing, times)
