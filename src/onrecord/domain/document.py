"""One report, as it was found."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from onrecord.domain.note import Note
from onrecord.domain.occasion import Place
from onrecord.domain.span import Span


class BlockKind(StrEnum):
    """What a line of a report is. Statements are looked for in paragraphs and headings only."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text of one kind. No statement's span runs over the edge of a block's line."""

    span: Span
    kind: BlockKind


class DateSource(StrEnum):
    """How a date came to be known (the contract's `how`)."""

    STATED = "stated"
    METADATA = "metadata"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DateConstraint:
    """One reason why a report was published in `first..last`; an open end is None.

    `reason` names the kind: `weekday-and-date`, `office-holder`, `past-event`, `latest-year`, ...;
    `evidence` are the words it rests on; `detail` says it for people ("John Kerry, Secretary of
    State: 2013-02-01 to 2017-01-20").
    """

    reason: str
    first: date | None
    last: date | None
    evidence: tuple[Span, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One date that a report may bear, as the closed interval `first..last`, with its evidence.

    `field` names where it stood (`article:published_time`, `published`, `dateline`); `role` says
    whether it dates the publication or a modification; `raw` is the original wording.
    An inferred date has its `reasons`, and the `contradictions` that were set aside.
    """

    first: date
    last: date
    how: DateSource
    field: str
    raw: str
    role: str = "published"
    evidence: tuple[Span, ...] = ()
    reasons: tuple[DateConstraint, ...] = ()
    contradictions: tuple[DateConstraint, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One report: immutable text, its hash, and where it came from.

    `id` is derived from name-independent facts (format, text) so that the same text has the same id
    on every machine; `text_sha256` and `raw_sha256` are lower-case hexadecimal. `text_as_given` is
    true where `text` is the decoded file itself, so that offsets hold for the file.
    `place` is where the report is from, or the event it is of, as its dateline states it.
    `blocks` cover every non-blank line, in order, without overlap.
    """

    id: str
    name: str
    text: str = field(repr=False)
    text_sha256: str
    raw_sha256: str
    format: str
    text_as_given: bool = True
    encoding: str = "utf-8"
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    notes: tuple[Note, ...] = ()
    place: Place | None = None

    @property
    def published(self) -> DateCandidate | None:
        """The first candidate for the day of publication, if any."""
        return next((c for c in self.dates if c.role == "published"), None)
