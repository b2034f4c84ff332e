"""What a stored span is to its statement, or to the actor that appears there."""

from collections.abc import Iterator
from enum import StrEnum

from onrecord.domain.actor import Appearance
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement


class SpanRole(StrEnum):
    """What a stored span is to its statement."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    MENTION = "mention"
    """Where the source names or describes a speaker."""
    EVIDENCE = "evidence"
    """Where the fullest form of a speaker's name stands."""
    SAID = "said"
    """What tells when it was said."""
    ADDRESSEE = "addressee"
    VIA = "via"
    """Who passed it on."""
    ACT = "act"
    """What its code rests on."""
    TARGET = "target"
    """Whom the act is aimed at."""


class AppearanceRole(StrEnum):
    """What a stored span is to the actor that appears there."""

    NAME = "actor-name"
    MENTION = "actor-mention"


class DocumentRole(StrEnum):
    """What a stored span is to its document, or to an occasion in it."""

    OCCASION = "occasion"
    """What shows the kind of an occasion."""
    PLACE = "place"
    COUNTERPART = "counterpart"
    TIME = "time"
    TIME_ANCHOR = "time-anchor"
    """What an expression of time was counted from."""
    DATELINE = "dateline"
    """The place that the report is from."""
    DATE = "date"
    DATE_REASON = "date-reason"


class PartyRole(StrEnum):
    """What a party is to its occasion or statement."""

    COUNTERPART = "counterpart"
    ADDRESSEE = "addressee"
    VIA = "via"
    TARGET = "target"


class ReasonSort(StrEnum):
    """Whether a constraint on a date was kept or set aside."""

    REASON = "reason"
    CONTRADICTION = "contradiction"


def spans_by_role(statement: Statement) -> Iterator[tuple[SpanRole, int, Span]]:
    """Every span of a statement with its part, which for a speaker's is the speaker's position.

    Those of addressees, targets and of who passed it on are kept with these.
    """
    for role, spans in (
        (SpanRole.SOURCE, statement.source),
        (SpanRole.CUE, statement.cue),
        (SpanRole.CONTENT, statement.content),
        (SpanRole.SAID, statement.said.evidence if statement.said else ()),
        (SpanRole.ACT, statement.act.evidence if statement.act else ()),
    ):
        for part, span in enumerate(spans):
            yield role, part, span
    for position, speaker in enumerate(statement.speakers):
        if speaker.mention:
            yield SpanRole.MENTION, position, speaker.mention
        if speaker.evidence:
            yield SpanRole.EVIDENCE, position, speaker.evidence


def appearance_spans_by_role(
    appearance: Appearance,
) -> Iterator[tuple[AppearanceRole, int, Span]]:
    """Every span of an appearance with its part."""
    for part, span in enumerate(appearance.names):
        yield AppearanceRole.NAME, part, span
    for part, span in enumerate(appearance.mentions):
        yield AppearanceRole.MENTION, part, span
