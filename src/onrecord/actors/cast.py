"""The cast of a document: its actors, and which mentions refer to which.

Persons are told apart by their names, as `document_names` does, bodies by theirs; chains of
mentions then say which pronouns and noun phrases belong to whom. Where a chain runs through two
actors' names, each of its other mentions goes to the one named last before it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.actors.bodies import Body, body_name, read_body
from onrecord.actors.document_names import Name, NameIndex
from onrecord.actors.office_table import OfficeTable
from onrecord.actors.referents import Referent, Referents
from onrecord.domain.actor import ActorKind
from onrecord.domain.mention import MentionForm, MentionKind
from onrecord.domain.span import Span

PERSON_SHARE = 0.5
"""A name is a person's if at least this share of its mentions is one for the reader."""

Key = tuple[str, ...]
_BODY_KINDS = frozenset((MentionKind.ORGANISATION, MentionKind.PLACE))
_PERSONAL = frozenset(
    [
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "who",
    ]
)
_IMPERSONAL = frozenset(["it", "its", "itself", "which"])


@dataclass(slots=True)
class Member:
    """One actor of the document while its cast is put together.

    `key` is the folded fullest name of a person, or the id of a body; `full` is false for a lone
    last name. `names` and `referents` are in order of the text.
    """

    kind: ActorKind
    key: Key
    name: Span
    full: bool = True
    body: Body | None = None
    names: list[Span] = field(default_factory=list)
    referents: list[Referent] = field(default_factory=list)


class Cast:
    """The actors of one document; `at` says whom a head word refers to."""

    def __init__(
        self, text: str, names: NameIndex, referents: Referents, table: OfficeTable
    ) -> None:
        self.text = text
        self._table = table
        self.referents = referents
        self.members: dict[Key, Member] = {}
        self._names = names
        self._of_head: dict[int, Member] = {}
        self._find_persons()
        self._find_bodies()
        self._follow_chains()

    def at(self, referent: Referent) -> Member | None:
        """Whom a head word refers to, if to an actor of the cast."""
        return self._of_head.get(referent.head.start)

    def person(self, key: Key) -> Member | None:
        """The person with that folded name."""
        return self.members.get(self._full_key(key))

    def persons(self) -> Iterator[Member]:
        """The persons, in order of their first full name."""
        return (m for m in self.members.values() if m.kind is ActorKind.PERSON)

    def _full_key(self, key: Key) -> Key:
        span = self._names.fullest(key).span
        if span is None:
            return key
        return next((name.key for name in self._names.names if name.span == span), key)

    def _find_persons(self) -> None:
        groups: dict[Key, list[Name]] = defaultdict(list)
        for name in self._names.names:
            groups[self._full_key(name.key)].append(name)
        for key, found in groups.items():
            if self._are_a_person(found):
                self._add_person(key, found)

    def _are_a_person(self, found: Sequence[Name]) -> bool:
        """The reader takes most of their mentions for persons, and for names."""
        seen = [self._named_by(name) for name in found]
        kinds = [referent.kind for referent in seen if referent is not None]
        if not kinds:
            return any(name.in_office for name in found)
        return kinds.count(MentionKind.PERSON) >= PERSON_SHARE * len(seen)

    def _named_by(self, name: Name) -> Referent | None:
        """The mention that a name is the name of, and not a part before it."""
        for referent in self.referents.inside(name.span):
            if referent.form is MentionForm.NAME and not self._names_later(name, referent):
                return referent
        return None

    def _names_later(self, name: Name, referent: Referent) -> bool:
        """Whether the mention goes on to a fuller name: `Rusk` in `Rusk mayor Ana Belk`."""
        rest = Span(name.span.end, max(referent.span.end, name.span.end + 1))
        before_comma = self.text[rest.start : rest.end].partition(",")[0]
        return any(
            other.span.start < rest.start + len(before_comma)
            for other in self._names.starting_in(rest)
        )

    def _add_person(self, key: Key, found: Sequence[Name]) -> None:
        fullest = max(found, key=lambda n: (len(n.key), len(n.span), -n.span.start))
        member = Member(ActorKind.PERSON, key, fullest.span, full=len(key) > 1)
        self.members[key] = member
        for name in found:
            member.names.append(name.span)
            named = self._named_by(name)
            for referent in self.referents.inside(name.span):
                if named is not None or name.in_office:
                    self._claim(member, referent)

    def _claim(self, member: Member, referent: Referent) -> None:
        if referent.head.start not in self._of_head:
            self._of_head[referent.head.start] = member
            member.referents.append(referent)

    def _find_bodies(self) -> None:
        for referent in self.referents.all:
            if referent.head.start in self._of_head or referent.kind not in _BODY_KINDS:
                continue
            if referent.form is MentionForm.NAME:
                self._add_body(referent)

    def _add_body(self, referent: Referent) -> None:
        span = body_name(self.text, referent)
        known = read_body(self.text, referent.span, referent.kind, self._table)
        body = known if known and known.known else None
        if body is None and span is not None:
            body = read_body(self.text, span, referent.kind, self._table)
        if body is None or span is None:
            return
        key = (body.profile,)
        member = self.members.setdefault(key, Member(body.kind, key, span, body=body))
        member.names.append(span)
        self._claim(member, referent)

    def _follow_chains(self) -> None:
        named: dict[int, list[tuple[int, Member]]] = defaultdict(list)
        for referent in self.referents.all:
            member = self._of_head.get(referent.head.start)
            if member is not None:
                named[referent.chain].append((referent.head.start, member))
        for referent in self.referents.all:
            if referent.head.start not in self._of_head and referent.chain in named:
                member = _nearest(named[referent.chain], referent.head.start)
                if self._fits(member, referent):
                    self._claim(member, referent)

    def _fits(self, member: Member, referent: Referent) -> bool:
        word = referent.head.of(self.text).casefold()
        if member.kind is ActorKind.PERSON:
            return word not in _IMPERSONAL and referent.form is not MentionForm.NAME
        return word not in _PERSONAL and referent.kind is not MentionKind.PERSON


def _nearest(named: Sequence[tuple[int, Member]], place: int) -> Member:
    """The member named last before a place, or first after it."""
    before = [member for start, member in named if start < place]
    return before[-1] if before else named[0][1]
