"""A text becomes a Document."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.documents.blocks import classify_blocks
from onrecord.documents.datelines import place_of
from onrecord.documents.encodings import Decoded, repair
from onrecord.documents.identity import bytes_digest, document_id, text_digest
from onrecord.domain.document import BlockKind, DateCandidate, Document
from onrecord.domain.note import Note


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a report besides its text; `place` is its place as the text names it."""

    id: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    place: str | None = None
    dates: tuple[DateCandidate, ...] = ()


def text_document(text: str, name: str = "text") -> Document:
    """A Document for a text at hand; its offsets are those of `text`.

    >>> text_document("The minister said no.").blocks[0].kind.value
    'paragraph'
    """
    raw = text.encode("utf-8", "surrogatepass")
    return build_document(Decoded(text, "utf-8"), name, "txt", bytes_digest(raw))


def build_document(
    decoded: Decoded,
    name: str,
    format_: str,
    raw_sha256: str,
    *,
    facts: Facts | None = None,
    known: Mapping[int, BlockKind] | None = None,
    notes: tuple[Note, ...] = (),
) -> Document:
    """Join a text with what is known about it; `known` are kinds of lines by offset."""
    facts = facts or Facts()
    text, repaired = repair(decoded.text)
    digest = text_digest(text)
    blocks = classify_blocks(text, known)
    return Document(
        id=facts.id or document_id(digest),
        name=storable(name),
        text=text,
        text_sha256=digest,
        raw_sha256=raw_sha256,
        format=format_,
        text_as_given=format_ == "txt",
        encoding=decoded.encoding,
        outlet=facts.outlet,
        title=facts.title,
        url=facts.url,
        author=facts.author,
        dates=facts.dates,
        place=place_of(text, blocks, facts.place),
        blocks=blocks,
        notes=(*decoded.notes, *repaired, *notes),
    )


def storable(text: str) -> str:
    """`text` with lone surrogates, such as those of an odd file name, replaced by U+FFFD."""
    return repair(text)[0]
