"""Who holds the post that a description names: in the document, or on its day by the table."""

from dataclasses import replace

from onrecord.actors.cast import Cast, Member
from onrecord.actors.identity import Identities, Person
from onrecord.actors.office_table import OfficeTable
from onrecord.actors.roles import Role
from onrecord.actors.settled import OFFICE_BY_DATE, OFFICE_IN_DOCUMENT, to_known, to_person
from onrecord.domain.statement import LinkStatus, SpeakerLink

_OFFICIAL = frozenset(("official", "diplomat", "leader"))
_DIPLOMATS = frozenset(("foreign-minister", "deputy-foreign-minister", "un-ambassador"))


class Posts:
    """The posts of one document's persons, and the table's holders on its day."""

    def __init__(self, cast: Cast, identities: Identities, table: OfficeTable) -> None:
        self._cast = cast
        self._identities = identities
        self._table = table
        self._borne: dict[Role, list[Member]] = {}

    def holder(self, link: SpeakerLink, role: Role | None) -> SpeakerLink | None:
        """The only person of the document with a post, else the only one in office that day."""
        if role is None or role.generic:
            return None
        found = replace(link, status=LinkStatus.OFFICE)
        bearers = self._bearers(role)
        if len(bearers) == 1:
            person = self._identities.person(bearers[0])
            return to_person(found, bearers[0], person, "office-in-document", OFFICE_IN_DOCUMENT)
        if not bearers and role.office and role.unique and not role.former:
            return self._by_date(found, role.office)
        return None

    def _bearers(self, role: Role) -> list[Member]:
        """The persons whom a description fits; asked once a description."""
        if role not in self._borne:
            persons = ((m, self._identities.person(m)) for m in self._cast.persons())
            self._borne[role] = [member for member, person in persons if bears(person, role)]
        return self._borne[role]

    def _by_date(self, link: SpeakerLink, office: str) -> SpeakerLink | None:
        """Who held the office when the document was published, if it was one person."""
        first, last = self._identities.first, self._identities.last
        if first is None or last is None:
            return None
        holders = {tenure.holder for tenure in self._table.holders(office, first, last)}
        actor = self._table.actor(holders.pop()) if len(holders) == 1 else None
        if actor is None:
            return None
        return replace(to_known(link, actor), step="office-by-date", confidence=OFFICE_BY_DATE)


def bears(person: Person, role: Role) -> bool:
    """Whether the document calls somebody so, or the table says that they held just that post."""
    said = any(role.may_be(other) for other in person.roles)
    return said or any(role.may_be(other, by_words=False) for other in person.known_roles)


def is_such(person: Person, role: Role) -> bool:
    """Whether somebody in office is "the Korvanan official", or a diplomat "the diplomat"."""
    posts = (*person.roles, *person.known_roles)
    if role.places:
        return role.head in _OFFICIAL and person.country in role.places and bool(posts)
    return role.head == "diplomat" and any(post.role in _DIPLOMATS for post in posts)
