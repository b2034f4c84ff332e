"""Transcripts and quotations made by hand, about a country that is not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.documents import text_document
from onrecord.domain.actor import ActorKind
from onrecord.domain.document import DateCandidate, DateSource
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, Statement, StatementKind
from onrecord.domain.transcript import Checked, Transcript
from onrecord.positions.transcripts.checking import Transcripts, check
from onrecord.positions.transcripts.turns import read_transcript

DAY = date(2033, 2, 14)

TALKS = """Talks on the Sarn corridor

Mirelda Quost and Ylsa Marrak answered questions after the talks in Halvik.

Foreign Minister of Tessaria Mirelda Quost: Good evening, colleagues.

We will open the barrier at Pelm if the last howitzer has left Upper Brode. Our engineers counted
17 craters on the eastern road, and not one of them was there in autumn.

The harvest in Low Brode will rot without lorries, and we know whose lorries are waiting.

Question: Will Tessaria sign the protocol on fishing rights this year?

Mirelda Quost: The protocol on fishing rights is ready for signature. (Laughter.) It has been ready
since my grandmother gutted herring, and she never hurried.

Ylsa Marrak: Ilmarra shall not accept a monitor who arrives with his own binoculars and leaves with
our maps.
"""


def transcript(text: str = TALKS, day: date | None = DAY, name: str = "talks.txt") -> Transcript:
    """The turns of a text, spoken on a day."""
    dates = (DateCandidate(day, day, DateSource.STATED, "test", str(day)),) if day else ()
    lines = text.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n\n")
    return read_transcript(replace(text_document(lines), dates=dates, name=name))


def same_surname(left: str, right: str) -> bool:
    """A plain way to compare names."""
    return left.split()[-1] == right.split()[-1]


def ready(*transcripts: Transcript) -> Transcripts:
    """Transcripts to search in."""
    return Transcripts(transcripts or (transcript(),), same_surname)


def quotation(
    passage: str,
    *contents: str,
    by: str | None = "Mirelda Quost",
    published: date | None = DAY,
    kind: StatementKind = StatementKind.DIRECT,
) -> ReportedStatement:
    """A statement in a passage; without contents, all of it is quoted."""
    starts = [passage.index(content) for content in contents or (passage,)]
    lengths = [len(content) for content in contents or (passage,)]
    spans = tuple(
        Span(start, start + length) for start, length in zip(starts, lengths, strict=True)
    )
    status = LinkStatus.NAMED if by else LinkStatus.NONE
    speakers = (ReportedActor(None, by, ActorKind.PERSON, status),) if by else ()
    return ReportedStatement(
        statement=Statement("s", "d", kind, spans),
        content=" […] ".join(contents or (passage,)),
        passage=passage,
        start=0,
        document_name="report.txt",
        outlet="Courier",
        speakers=speakers,
        published=Period.day(published) if published else None,
    )


def verdict(words: str, *, among: Sequence[Transcript] = (), **facts: object) -> Checked:
    """What becomes of words that are quoted whole."""
    (found,) = check([quotation(f"“{words}”", **facts)], ready(*among))  # type: ignore[arg-type]
    return found
