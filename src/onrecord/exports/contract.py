"""The extract contract: what `onrecord extract` writes about one document.

Offsets are half-open and count code points of the document's text. A field that is not known is
absent, not null; only `parent` is null, where a statement is nested in no other.
"""

from typing import Literal, NotRequired, TypedDict, cast

from onrecord.domain.actor import Appearance
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.note import Note
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement
from onrecord.exports.acts import ActBasis, RootName, act_basis
from onrecord.exports.circumstances import (
    ExtractedOccasion,
    ExtractedParty,
    ExtractedPlace,
    ExtractedTime,
    Published,
    SaidWhen,
    extracted_occasion,
    extracted_parties,
    extracted_place,
    extracted_published,
    extracted_said,
    extracted_time,
)
from onrecord.exports.offsets import Offsets, all_offsets, offsets, share

Status = Literal["named", "office", "group", "described", "pronoun_unresolved"]
Kind = Literal["direct", "mixed", "indirect"]
ActorKindName = Literal["person", "organisation", "public_body", "state", "group"]
PolarityName = Literal["affirmed", "denied", "declined", "negated", "hedged"]
StanceName = Literal["neutral", "distancing", "factive"]


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
    """One attribution; `speakers` is empty where nobody is given as its source.

    `said` and `occasion` are absent where they are not known. `addressees` are those whom the words
    are aimed at, `reported_via` who passed them on, the nearest to the speaker first. `act` is
    what the speaker does by saying it, as a PLOVER root, and `act_basis` what that rests on.
    """

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
    said: NotRequired[SaidWhen]
    occasion: NotRequired[ExtractedOccasion]
    addressees: list[ExtractedParty]
    reported_via: list[ExtractedParty]
    act: NotRequired[RootName]
    act_basis: NotRequired[ActBasis]


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
    """One document; `text` is present unless the file itself is the text.

    `place` is where the report says it is from, or the event that it is of.
    """

    id: str
    name: str
    text_sha256: str
    published: Published
    place: NotRequired[ExtractedPlace]
    statements: list[ExtractedStatement]
    actors: list[ExtractedActor]
    times: list[ExtractedTime]
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
        "times": [extracted_time(found) for found in analysed.times],
        "notes": [_note(note) for note in (*document.notes, *analysed.notes)],
    }
    if document.place:
        extracted["place"] = extracted_place(document.place)
    if not _is_the_file(document):
        extracted["text"] = document.text
    return extracted


def _is_the_file(document: Document) -> bool:
    """Whether a reader of the contract has the text already."""
    return document.text_as_given and document.format == "txt"


def extracted_statement(statement: Statement) -> ExtractedStatement:
    """One statement as the contract has it."""
    extracted: ExtractedStatement = {
        "id": statement.id,
        "kind": statement.kind.value,
        "content": all_offsets(statement.content),
        "cue": all_offsets(statement.cue),
        "source": all_offsets(statement.source),
        "parent": statement.parent,
        "speakers": [
            _speaker(link) for link in statement.speakers if link.status is not LinkStatus.NONE
        ],
        "polarity": statement.polarity.value,
        "stance": statement.stance.value,
        "step": statement.step,
        "confidence": share(statement.confidence),
        "addressees": extracted_parties(statement.addressees),
        "reported_via": extracted_parties(statement.reported_via),
    }
    if statement.said:
        extracted["said"] = extracted_said(statement.said)
    if statement.occasion:
        extracted["occasion"] = extracted_occasion(statement.occasion)
    if statement.act:
        extracted["act"] = statement.act.root.value
        extracted["act_basis"] = act_basis(statement.act)
    return extracted


def _speaker(link: SpeakerLink) -> Speaker:
    speaker: Speaker = {
        "status": cast(Status, link.status.value),
        "how": link.step,
        "confidence": share(link.confidence),
    }
    if link.profile is not None:
        speaker["actor"] = link.profile
    if link.name is not None:
        speaker["name"] = link.name
    if link.mention:
        speaker["mention"] = offsets(link.mention)
    return speaker


def _actor(appearance: Appearance) -> ExtractedActor:
    actor: ExtractedActor = {
        "id": appearance.profile,
        "kind": appearance.kind.value,
        "name": appearance.name,
        "names": all_offsets(appearance.names),
        "mentions": all_offsets(appearance.mentions),
    }
    if appearance.country is not None:
        actor["country"] = appearance.country
    if appearance.offices:
        actor["offices"] = list(appearance.offices)
    return actor


def _note(note: Note) -> ExtractedNote:
    if note.span is None:
        return {"reason": note.reason}
    return {"reason": note.reason, "span": offsets(note.span)}
