"""Who speaks and who is spoken of, in one document and across documents."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.domain.span import Span


class ActorKind(StrEnum):
    """What an actor is. A state speaks through its government; a group has no legal person."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PUBLIC_BODY = "public_body"
    STATE = "state"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Appearance:
    """One actor in one document.

    `profile` is the id of the name profile it belongs to: the same for every document in which an
    actor appears under the same full name, derived from the name alone, or the id of a known actor
    ("person:sergey-lavrov") where the bundled tables know the name. `name` is the fullest form in
    the document; `names` are the forms it takes there, each where it stands; `mentions` are all
    spans that refer to it, pronouns included. `country` is an ISO 3166-1 alpha-2 code, `offices`
    are ids of offices that the document gives it; both may be unknown.
    """

    profile: str
    kind: ActorKind
    name: str
    names: tuple[Span, ...]
    mentions: tuple[Span, ...] = ()
    country: str | None = None
    offices: tuple[str, ...] = ()
