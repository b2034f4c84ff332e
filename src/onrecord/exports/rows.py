"""Statements as flat rows, one a statement, for tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import DateSource
from onrecord.domain.occasion import Party
from onrecord.domain.span import Span, quoted
from onrecord.domain.statement import LinkStatus, Statement
from onrecord.exports.offsets import CONFIDENCE_DIGITS

SEPARATOR = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One statement with its document's facts; the fields are the columns, in order.

    Spans are written `12-50;60-70`: half-open, in code points of the document's text. Words of a
    discontinuous span are joined by ` […] `. Where a statement has several speakers, the columns on
    them hold one entry each, in the same order, joined by `; ` and empty where nothing is known;
    `speaker_confidence` is the least of theirs. `counterparts`, `addressees` and `reported_via` are
    joined alike, each by its name or, where that is unknown, the words that stand for it.

    `said_from` and `said_to` are absent where nothing tells when it was said; `said_precision` is
    ACLED's, 1 the day to 3 the month or less, and `said_step` what decided (`publication`: the day
    of the report, for want of any other). `place` is that of the `occasion`.

    `act` is a PLOVER root, or `none` for a plain comment, `act_quad` its quad class, `act_words`
    what it rests on; `act_targets` are joined as the other parties are.
    """

    document_id: str
    name: str
    outlet: str | None
    title: str | None
    url: str | None
    published_from: date | None
    published_to: date | None
    published_how: str
    statement_id: str
    kind: str
    speaker: str | None
    speaker_actor: str | None
    speaker_status: str
    speaker_step: str | None
    speaker_confidence: float | None
    source_words: str
    cue_words: str
    content_words: str
    said_from: date | None
    said_to: date | None
    said_precision: int | None
    said_step: str | None
    occasion: str | None
    place: str | None
    counterparts: str | None
    addressees: str | None
    reported_via: str | None
    act: str | None
    act_quad: int | None
    act_words: str | None
    act_targets: str | None
    act_step: str | None
    act_confidence: float | None
    polarity: str
    stance: str
    parent: str | None
    confidence: float
    step: str
    source_spans: str
    cue_spans: str
    content_spans: str
    said_spans: str
    occasion_spans: str
    text_sha256: str
    run: str


def rows_of(analysed: AnalysedDocument) -> Iterator[StatementRow]:
    """The rows of one document, in the order of its statements."""
    for statement in analysed.statements:
        yield _row(analysed, statement)


def _row(analysed: AnalysedDocument, statement: Statement) -> StatementRow:
    document, links = analysed.document, statement.speakers
    published, said, met = document.published, statement.said, statement.occasion
    act = statement.act
    return StatementRow(
        document_id=document.id,
        name=document.name,
        outlet=document.outlet,
        title=document.title,
        url=document.url,
        published_from=published.first if published else None,
        published_to=published.last if published else None,
        published_how=(published.how if published else DateSource.UNKNOWN).value,
        statement_id=statement.id,
        kind=statement.kind.value,
        speaker=_joined(link.name for link in links),
        speaker_actor=_joined(link.profile for link in links),
        speaker_status=_joined(link.status.value for link in links) or LinkStatus.NONE.value,
        speaker_step=_joined(link.step for link in links),
        speaker_confidence=_least(link.confidence for link in links),
        source_words=quoted(document.text, statement.source),
        cue_words=quoted(document.text, statement.cue),
        content_words=quoted(document.text, statement.content),
        said_from=said.period.first if said else None,
        said_to=said.period.last if said else None,
        said_precision=said.period.precision if said else None,
        said_step=said.step if said else None,
        occasion=met.kind.value if met else None,
        place=met.place.name if met and met.place else None,
        counterparts=_parties(document.text, met.counterparts if met else ()),
        addressees=_parties(document.text, statement.addressees),
        reported_via=_parties(document.text, statement.reported_via),
        act=act.root.value if act else None,
        act_quad=act.root.quad.value if act and act.root.quad else None,
        act_words=quoted(document.text, act.evidence) if act else None,
        act_targets=_parties(document.text, act.targets if act else ()),
        act_step=act.step if act else None,
        act_confidence=round(act.confidence, CONFIDENCE_DIGITS) if act else None,
        polarity=statement.polarity.value,
        stance=statement.stance.value,
        parent=statement.parent,
        confidence=round(statement.confidence, CONFIDENCE_DIGITS),
        step=statement.step,
        source_spans=_spans(statement.source),
        cue_spans=_spans(statement.cue),
        content_spans=_spans(statement.content),
        said_spans=_spans(said.evidence if said else ()),
        occasion_spans=_spans(met.evidence if met else ()),
        text_sha256=document.text_sha256,
        run=analysed.run.id,
    )


def _joined(values: Iterable[str | None]) -> str | None:
    """One entry each, empty where it is not known; None where none is."""
    found = [value or "" for value in values]
    return SEPARATOR.join(found) if any(found) else None


def _parties(text: str, parties: Iterable[Party]) -> str | None:
    return _joined(party.name or party.span.of(text) for party in parties)


def _least(shares: Iterable[float]) -> float | None:
    least = min(shares, default=None)
    return None if least is None else round(least, CONFIDENCE_DIGITS)


def _spans(spans: tuple[Span, ...]) -> str:
    return ";".join(f"{span.start}-{span.end}" for span in spans)
