"""Links once it is settled whom they mean, and how sure each step is.

The confidences are set by hand in the order in which the steps were right in judged samples; only
that of chains is counted (`calibration`).
"""

from dataclasses import replace

from onrecord.actors.bodies import Body
from onrecord.actors.cast import Member
from onrecord.actors.identity import Person
from onrecord.domain.office import KnownActor
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink

KNOWN_PERSON = 0.9
CHAIN_AND_LAST = 0.93
LAST_SPEAKER = 0.8
NAMESAKE = 0.75
OFFICE_IN_DOCUMENT = 0.88
OFFICE_BY_DATE = 0.85
KNOWN_BODY = 0.95
NAMED_BODY = 0.9
OF_QUOTATION = 0.85


def to_person(
    link: SpeakerLink, member: Member, person: Person, step: str, confidence: float
) -> SpeakerLink:
    """The link to a person of the document."""
    return replace(
        link,
        step=step,
        confidence=confidence,
        name=person.name,
        evidence=member.name,
        profile=person.profile,
    )


def to_body(link: SpeakerLink, body: Body) -> SpeakerLink:
    """The link to a state, public body or organisation by its name or by what stands for it."""
    return replace(
        link,
        status=LinkStatus.GROUP,
        step="known-body" if body.known else "organisation",
        confidence=KNOWN_BODY if body.known else NAMED_BODY,
        name=body.name,
        profile=body.profile,
    )


def to_known(link: SpeakerLink, actor: KnownActor) -> SpeakerLink:
    """The link to an actor of the tables whom the document does not name in full."""
    return replace(link, name=actor.names[0], profile=actor.id)


def to_outer(outer: SpeakerLink, mention: Span) -> SpeakerLink:
    """`I` in a quotation is whoever is quoted."""
    confidence = round(outer.confidence * OF_QUOTATION, 4)
    return replace(outer, mention=mention, step="speaker-of-quotation", confidence=confidence)
