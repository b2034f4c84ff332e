"""One attribution in one document."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.act import Act
from onrecord.domain.occasion import Occasion, Party, Said
from onrecord.domain.span import Span


class StatementKind(StrEnum):
    """How much of the content stands between quotation marks: all, some or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Polarity(StrEnum):
    """Whether the attribution itself is made, made of a denial, refused or hedged."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    """The source disputes the content: "denied that …"."""
    DECLINED = "declined"
    """The source would not speak: "declined to say …"."""
    NEGATED = "negated"
    """The writer says that the source did not say it: "did not say …", "never promised …"."""
    HEDGED = "hedged"
    """The writer passes it on without vouching for it: "reportedly said", "is said to have …"."""


class CueStance(StrEnum):
    """What the cue lets through about the content's truth."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    FACTIVE = "factive"


class LinkStatus(StrEnum):
    """How a statement is linked to a speaker. Unresolved is a value, not a person."""

    NAMED = "named"
    OFFICE = "office"
    GROUP = "group"
    DESCRIBED = "described"
    PRONOUN_UNRESOLVED = "pronoun_unresolved"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SpeakerLink:
    """From a statement to whoever made it.

    `mention` is the span in the source that names or describes the speaker; `name` is the fullest
    form of a name found in the document, or the description as written, and absent where nothing
    was resolved; `evidence` is where that fullest form stands; `step` names what decided.
    `profile` is the name profile of the actor (`Appearance.profile`), absent where it is unknown.
    """

    status: LinkStatus
    step: str
    confidence: float
    name: str | None = None
    mention: Span | None = None
    evidence: Span | None = None
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Source, cue and content, each a tuple of spans in order; content is never empty.

    `speakers` has every speaker that the source joins ("Belk and Tarn said"), in order of the text,
    and none where no source is given.

    `parent` is the id of the statement whose content this one is nested in. `confidence` is the
    finder's own probability, 0 to 1, fit to rank with and not calibrated. `step` names what found
    it: `cue` (the reader), or a rule: `beside` (a plain attribution right after a quotation),
    `verbless` (a colon, a dash, a lead), `nested` (inside another statement), `floating` (a
    quotation without an attribution).

    `said` is when it was made, `occasion` where; `addressees` are those whom the words are aimed at
    ("urged Washington to"), `reported_via` the chain of outlets between speaker and report,
    nearest to the speaker first ("quoted by the Interfax news agency"). `act` is what the speaker
    does by saying it.
    """

    id: str
    document_id: str
    kind: StatementKind
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speakers: tuple[SpeakerLink, ...] = ()
    parent: str | None = None
    polarity: Polarity = Polarity.AFFIRMED
    stance: CueStance = CueStance.NEUTRAL
    confidence: float = 1.0
    step: str = "cue"
    said: Said | None = None
    occasion: Occasion | None = None
    addressees: tuple[Party, ...] = ()
    reported_via: tuple[Party, ...] = ()
    act: Act | None = None

    def spans(self) -> tuple[Span, ...]:
        """All spans, source first, then cue, then content."""
        return (*self.source, *self.cue, *self.content)
