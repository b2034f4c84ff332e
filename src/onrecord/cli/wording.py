"""How a statement, its speaker and its date are put in a line of text."""

from collections.abc import Sequence

from onrecord.domain.document import DateCandidate
from onrecord.domain.period import Period
from onrecord.domain.statement import (
    CueStance,
    LinkStatus,
    Polarity,
    SpeakerLink,
    Statement,
)

UNDATED = "undated"
NO_SPEAKER = "(no speaker)"


def day_of(days: DateCandidate | Period | None) -> str:
    """The day, or the interval it lies in.

    >>> day_of(Period.month(2013, 2)), day_of(None)
    ('2013-02-01..2013-02-28', 'undated')
    """
    if days is None:
        return UNDATED
    first, last = days.first.isoformat(), days.last.isoformat()
    return first if first == last else f"{first}..{last}"


def speakers_of(speakers: Sequence[SpeakerLink], source_words: str) -> str:
    """The speakers' names, or the source as written, with what is known of it.

    >>> speakers_of([SpeakerLink(LinkStatus.PRONOUN_UNRESOLVED, "pronoun", 0.5)], "she")
    '“she” (pronoun unresolved)'
    >>> named = (SpeakerLink(LinkStatus.NAMED, "name", 0.9, who) for who in ("Valk", "Brandt"))
    >>> speakers_of(tuple(named), "Valk and Brandt")
    'Valk and Brandt'
    """
    if not speakers:
        return NO_SPEAKER
    told = list(dict.fromkeys(_speaker_of(speaker, source_words) for speaker in speakers))
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


def _speaker_of(speaker: SpeakerLink, source_words: str) -> str:
    if speaker.name and speaker.status is LinkStatus.NAMED:
        return speaker.name
    if speaker.name:
        return f"{one_line(speaker.name)} ({_words(speaker.status)})"
    if source_words:
        return f"“{one_line(source_words)}” ({_words(speaker.status)})"
    return NO_SPEAKER


def qualities_of(statement: Statement) -> str:
    """Kind and confidence, and whatever is not the ordinary case.

    >>> from onrecord.domain import span, statement
    >>> kind = statement.StatementKind.DIRECT
    >>> qualities_of(Statement("s", "d", kind, (span.Span(0, 2),), confidence=0.934))
    'direct, 0.93'
    """
    parts = [statement.kind.value]
    if statement.polarity is not Polarity.AFFIRMED:
        parts.append(statement.polarity.value)
    if statement.stance is not CueStance.NEUTRAL:
        parts.append(statement.stance.value)
    if statement.parent:
        parts.append("nested")
    return ", ".join([*parts, f"{statement.confidence:.2f}"])


def place_of(statement: Statement) -> str:
    """Where the content stands: `61-150`, or `61-80+95-150` where it is discontinuous."""
    return "+".join(f"{span.start}-{span.end}" for span in statement.content)


def one_line(text: str) -> str:
    """`text` without line breaks and runs of space."""
    return " ".join(text.split())


def _words(status: LinkStatus) -> str:
    return status.value.replace("_", " ")
