"""Domain values as rows. Each function gives the rows of one table, in order."""

from collections.abc import Iterator, Sequence

from onrecord.domain.act import Act
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.note import Note
from onrecord.domain.occasion import Occasion, Said
from onrecord.domain.span import quoted
from onrecord.domain.statement import SpeakerLink, Statement
from onrecord.record.anchor import Anchor
from onrecord.record.bulk import Value
from onrecord.record.fold import fold
from onrecord.record.role import spans_by_role
from onrecord.record.search import StatementWords

Rows = list[dict[str, Value]]


def name_row(document: Document) -> dict[str, Value]:
    """Where a text was found."""
    return {
        "name": document.name,
        "given_id": document.id,
        "raw_sha256": document.raw_sha256,
        "format": document.format,
        "text_as_given": document.text_as_given,
        "encoding": document.encoding,
        "outlet": document.outlet,
        "outlet_folded": None if document.outlet is None else fold(document.outlet),
        "title": document.title,
        "url": document.url,
        "author": document.author,
        **_place(document),
    }


def _place(document: Document) -> dict[str, Value]:
    place = document.place
    return {
        "place": place.name if place else None,
        "place_start": place.span.start if place else None,
        "place_end": place.span.end if place else None,
        "place_exact": place.span.of(document.text) if place else None,
    }


def block_rows(document: Document, key: int) -> Rows:
    """What each stretch of the text is."""
    return [
        {
            "document_key": key,
            "position": position,
            "start": block.span.start,
            "end": block.span.end,
            "kind": block.kind.value,
        }
        for position, block in enumerate(document.blocks)
    ]


def note_rows(analysed: AnalysedDocument, key: int) -> Rows:
    """What was odd in the file, and in reading it."""
    scopes = (("document", analysed.document.notes), ("analysis", analysed.notes))
    return [
        {"document_key": key, "scope": scope, "position": position, **_note(note)}
        for scope, notes in scopes
        for position, note in enumerate(notes)
    ]


def _note(note: Note) -> dict[str, Value]:
    start, end = (note.span.start, note.span.end) if note.span else (None, None)
    return {"reason": note.reason, "start": start, "end": end, "detail": note.detail}


def statement_rows(
    analysed: AnalysedDocument, key: int, first: int, occasions: Sequence[Occasion]
) -> Rows:
    """The statements, whose keys count up from `first`; `occasions` are the document's."""
    places = {occasion: place for place, occasion in enumerate(occasions)}
    return [
        {
            "key": first + position,
            "document_key": key,
            "position": position,
            "id": statement.id,
            "kind": statement.kind.value,
            "parent": statement.parent,
            "polarity": statement.polarity.value,
            "stance": statement.stance.value,
            "confidence": statement.confidence,
            "step": statement.step,
            **_said(statement.said),
            "occasion": places[statement.occasion] if statement.occasion else None,
            **_act(statement.act),
        }
        for position, statement in enumerate(analysed.statements)
    ]


def _said(said: Said | None) -> dict[str, Value]:
    return {
        "said_first": said.period.first if said else None,
        "said_last": said.period.last if said else None,
        "said_step": said.step if said else None,
        "said_confidence": said.confidence if said else None,
    }


def _act(act: Act | None) -> dict[str, Value]:
    return {
        "act": act.root.value if act else None,
        "act_step": act.step if act else None,
        "act_confidence": act.confidence if act else None,
    }


def link_rows(analysed: AnalysedDocument, first: int) -> Rows:
    """The speakers of each statement."""
    return [
        {
            "statement_key": first + number,
            "position": position,
            "status": speaker.status.value,
            "step": speaker.step,
            "confidence": speaker.confidence,
            "name": speaker.name,
            "profile": speaker.profile,
        }
        for number, statement in enumerate(analysed.statements)
        for position, speaker in enumerate(statement.speakers)
    ]


def span_rows(analysed: AnalysedDocument, first: int) -> Rows:
    """The spans of all statements, as anchors."""
    return [
        row
        for position, statement in enumerate(analysed.statements)
        for row in _anchored(statement, first + position, analysed.document.text)
    ]


def _anchored(statement: Statement, key: int, text: str) -> Iterator[dict[str, Value]]:
    for role, part, span in spans_by_role(statement):
        anchor = Anchor.of(text, span)
        yield {
            "statement_key": key,
            "role": role.value,
            "part": part,
            "start": span.start,
            "end": span.end,
            "exact": anchor.exact,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
        }


def words_of(text: str, statement: Statement, key: int) -> StatementWords:
    """What a statement is found by."""
    return StatementWords(
        key,
        quoted(text, statement.content),
        quoted(text, statement.source),
        speaker_words(statement.speakers),
    )


def speaker_words(speakers: Sequence[SpeakerLink]) -> str:
    """The names of a statement's speakers."""
    return ", ".join(speaker.name for speaker in speakers if speaker.name)
