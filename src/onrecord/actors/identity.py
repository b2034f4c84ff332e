"""From a person in a document to a name profile: a known actor where table and text agree."""

import re
from dataclasses import dataclass
from datetime import date

from onrecord.actors.cast import Cast, Member
from onrecord.actors.member_roles import roles_of
from onrecord.actors.office_table import OfficeTable
from onrecord.actors.profiles import profile_id
from onrecord.actors.roles import Role
from onrecord.domain.actor import ActorKind
from onrecord.domain.document import Document
from onrecord.domain.office import KnownActor, Office
from onrecord.lexicon.states import states


def _role_of(office: Office) -> Role:
    """An office of the table as a description; its words are left to the document."""
    return Role(
        head="",
        words=frozenset(),
        places=frozenset((office.body,)),
        role=office.role,
        office=office.id,
        body=office.body,
        former=False,
        unique=True,
    )


@dataclass(frozen=True, slots=True)
class Person:
    """A person of a document: profile, the name to show, country and posts.

    `known_roles` are the posts that the table gives a known actor at the time.
    """

    profile: str
    name: str
    country: str | None
    roles: tuple[Role, ...]
    offices: tuple[str, ...]
    known_roles: tuple[Role, ...]
    known: bool


class Identities:
    """Whom the persons of one document are."""

    def __init__(self, document: Document, cast: Cast, table: OfficeTable) -> None:
        self.document = document
        self.cast = cast
        self.table = table
        published = document.published
        self.first: date | None = published.first if published else None
        self.last: date | None = published.last if published else None
        self._persons: dict[tuple[str, ...], Person] = {}

    def person(self, member: Member) -> Person:
        """The identity of a person of the cast."""
        if member.key not in self._persons:
            self._persons[member.key] = self._identify(member)
        return self._persons[member.key]

    def _identify(self, member: Member) -> Person:
        roles = tuple(roles_of(self.document.text, member, self.table))
        name = member.name.of(self.document.text)
        actor = self._known(member, name, roles)
        given = tuple(dict.fromkeys(r.office for r in roles if r.office and not r.former))
        if actor is None:
            scope = None if member.full else self.document.id
            country = next((r.body for r in roles if r.body and len(r.body) == 2), None)
            profile = profile_id(ActorKind.PERSON, name, scope)
            return Person(profile, name, country, roles, given, (), known=False)
        known = self.known_roles(actor.id)
        return Person(actor.id, actor.names[0], actor.country, roles, given, known, known=True)

    def known_roles(self, actor: str) -> tuple[Role, ...]:
        """The posts of a known actor about the time of the document, or all if it has no date."""
        tenures = self.table.offices_of(actor, self.first, self.last)
        found = (self.table.office(tenure.office) for tenure in tenures)
        return tuple(_role_of(office) for office in found if office is not None)

    def _known(self, member: Member, name: str, roles: tuple[Role, ...]) -> KnownActor | None:
        if member.full:
            return self._choice(list(self.table.known_by_name(name)), roles)
        found = [
            actor
            for actor in self.table.known_by_surname(member.key[-1], self.last)
            if not self._has_namesake(member) or self._says(roles, actor)
        ]
        sure = [actor for actor in found if self._says(roles, actor) or self._at_home(actor)]
        return self._choice(sure, roles)

    def known_alone(self, surname: str) -> KnownActor | None:
        """The one known person so called whose country the document names, if nobody else is."""
        if any(member.key[-1] == surname for member in self.cast.persons()):
            return None
        known = self.table.known_by_surname(surname, self.last)
        return known[0] if len(known) == 1 and self._at_home(known[0]) else None

    def _choice(self, found: list[KnownActor], roles: tuple[Role, ...]) -> KnownActor | None:
        """The one candidate, or the one of several whose post the document names."""
        if len(found) > 1:
            found = [actor for actor in found if self._says(roles, actor)]
        return found[0] if len(found) == 1 else None

    def _says(self, roles: tuple[Role, ...], actor: KnownActor) -> bool:
        known = self.known_roles(actor.id)
        return any(role.role and role.may_be(other) for role in roles for other in known)

    def _has_namesake(self, member: Member) -> bool:
        return any(o.key[-1] == member.key[-1] for o in self.cast.persons() if o is not member)

    def _at_home(self, actor: KnownActor) -> bool:
        """Whether the document names the country of a known actor."""
        state = states().get(actor.country) if actor.country else None
        if state is None:
            return actor.country is None
        words = (*state.names, *state.acronyms, *state.demonyms, *state.capitals)
        text = self.document.text
        return any(w in text and re.search(rf"\b{re.escape(w)}(?!\w)", text) for w in words)
