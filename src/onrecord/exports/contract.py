"""The extract contract: what `onrecord extract` writes about one document.

Offsets are half-open and count code points of the document's text. A field that is not known is
absent, not null; only `parent` is null, where a statement is nested in no other.
"""

from typing import Literal, NotRequired, TypedDict, cast

from onrecord.domain.actor import Appearance
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import DateCandidate, Document
from onrecord.domain.note import Note
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement

CONFIDENCE_DIGITS = 4
"""What a probability is good for; further digits differ between processors."""

Offsets = tuple[int, int]
How = Literal["stated", "metadata", "inferred", "unknown"]
Status = Literal["named", "office", "group", "described", "pronoun_unresolved"]
Kind = Literal["direct", "mixed", "indirect"]
ActorKindName = Literal["person", "organisation", "public_body", "state", "group"]
PolarityName = Literal["affirmed", "denied", "declined", "negated", "hedged"]
StanceName = Literal["neutral", "distancing", "factive"]

Published = TypedDict(
    "Published",
    {"from": NotRequired[str], "to": NotRequired[str], "how": How, "evidence": list[Offsets]},
)
Published.__doc__ = "The days of publication, first and last, and where the text says so."


class Speaker(TypedDict):
    """Who made a statement; `how` names the step that decided.

    `actor` is the id of the actor, absent where it is not known who that is.
    """

    actor: NotRequired[str]
    name: NotRequired[str]
    status: Status
    mention: NotRequired[Offsets]
    how: str
    confidence: float


class ExtractedStatement(TypedDict):
    """One attribution; `speakers` is empty where nobody is given as its source."""

    id: str
    kind: Kind
    content: list[Offsets]
    cue: list[Offsets]
    source: list[Offsets]
    parent: str | None
    speakers: list[Speaker]
    polarity: PolarityName
    stance: StanceName
    step: str
    confidence: float


class ExtractedActor(TypedDict):
    """Someone or something that speaks or is spoken of; `id` is what `actor` of a speaker names.

    `names` are the places of its names, `mentions` those of everything that refers to it.
    """

    id: str
    kind: ActorKindName
    name: str
    country: NotRequired[str]
    offices: NotRequired[list[str]]
    names: list[Offsets]
    mentions: list[Offsets]


class ExtractedNote(TypedDict):
    """Something odd or skipped, and where."""

    reason: str
    span: NotRequired[Offsets]


class ExtractedDocument(TypedDict):
    """One document; `text` is present unless the file itself is the text."""

    id: str
    name: str
    text_sha256: str
    published: Published
    statements: list[ExtractedStatement]
    actors: list[ExtractedActor]
    notes: list[ExtractedNote]
    text: NotRequired[str]


def to_contract(analysed: AnalysedDocument) -> ExtractedDocument:
    """The document as the contract has it, its keys always in the same order."""
    document = analysed.document
    extracted: ExtractedDocument = {
        "id": document.id,
        "name": document.name,
        "text_sha256": document.text_sha256,
        "published": extracted_published(document.published),
        "statements": [extracted_statement(found) for found in analysed.statements],
        "actors": [_actor(found) for found in analysed.appearances],
        "notes": [_note(note) for note in (*document.notes, *analysed.notes)],
    }
    if not _is_the_file(document):
        extracted["text"] = document.text
    return extracted


def _is_the_file(document: Document) -> bool:
    """Whether a reader of the contract has the text already."""
    return document.text_as_given and document.format == "txt"


def extracted_published(found: DateCandidate | None) -> Published:
    """The day of publication as the contract has it."""
    if found is None:
        return {"how": "unknown", "evidence": []}
    return {
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "how": found.how.value,
        "evidence": _all_offsets(found.evidence),
    }


def extracted_statement(statement: Statement) -> ExtractedStatement:
    """One statement as the contract has it."""
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "content": _all_offsets(statement.content),
        "cue": _all_offsets(statement.cue),
        "source": _all_offsets(statement.source),
        "parent": statement.parent,
        "speakers": [
            _speaker(link) for link in statement.speakers if link.status is not LinkStatus.NONE
        ],
        "polarity": statement.polarity.value,
        "stance": statement.stance.value,
        "step": statement.step,
        "confidence": round(statement.confidence, CONFIDENCE_DIGITS),
    }


def _speaker(link: SpeakerLink) -> Speaker:
    speaker: Speaker = {
        "status": cast(Status, link.status.value),
        "how": link.step,
        "confidence": round(link.confidence, CONFIDENCE_DIGITS),
    }
    if link.profile is not None:
        speaker["actor"] = link.profile
    if link.name is not None:
        speaker["name"] = link.name
    if link.mention:
        speaker["mention"] = _offsets(link.mention)
    return speaker


def _actor(appearance: Appearance) -> ExtractedActor:
    actor: ExtractedActor = {
        "id": appearance.profile,
        "kind": appearance.kind.value,
        "name": appearance.name,
        "names": _all_offsets(appearance.names),
        "mentions": _all_offsets(appearance.mentions),
    }
    if appearance.country is not None:
        actor["country"] = appearance.country
    if appearance.offices:
        actor["offices"] = list(appearance.offices)
    return actor


def _note(note: Note) -> ExtractedNote:
    if note.span is None:
        return {"reason": note.reason}
    return {"reason": note.reason, "span": _offsets(note.span)}


def _all_offsets(spans: tuple[Span, ...]) -> list[Offsets]:
    return [_offsets(span) for span in spans]


def _offsets(span: Span) -> Offsets:
    return span.start, span.end
