"""The cast of a document: its actors, and which mentions refer to which.

Persons are told apart by their names, as `document_names` does, bodies by theirs; chains of
mentions then say which pronouns and noun phrases belong to whom. Where a chain runs through two
actors' names, each of its other mentions goes to the one named last before it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from onrecord.actors.bodies import Body, body_name, read_body
from onrecord.actors.document_names import Name, NameIndex
from onrecord.actors.folding import folded
from onrecord.actors.genders import told_gender
from onrecord.actors.nouns import Noun, noun
from onrecord.actors.office_table import OfficeTable
from onrecord.actors.pronouns import HE, SHE
from onrecord.actors.referents import Referent, Referents
from onrecord.actors.wording import link_speakers
from onrecord.domain.actor import ActorKind
from onrecord.domain.mention import MentionForm, MentionKind
from onrecord.domain.span import Span
from onrecord.lexicon.genders import Gender, gender_of_first_name

PERSON_SHARE = 0.5
"""A name is a person's if at least this share of its mentions is one for the reader."""

NAMESAKES_STEP = "namesakes"

_BREAK = re.compile(r",|\s(?:and|or)\s")
"""What stands between two people: in `Ana Belk and Jo Tarn` the first is no part of the second."""

LONE_SHARE = 0.8
"""The same for a single word that no title ever stands before."""

Key = tuple[str, ...]
_PERSONAL = HE | SHE | {"i", "me", "my", "mine", "myself", "who"}
_IMPERSONAL = frozenset(["it", "its", "itself", "which"])


@dataclass(slots=True)
class Member:
    """One actor of the document while its cast is put together.

    `key` is the folded fullest name of a person, or the id of a body; `full` is false for a lone
    last name; `gender` is what name, title and pronouns tell. `names` and `referents` are in order
    of the text.
    """

    kind: ActorKind
    key: Key
    name: Span
    full: bool = True
    body: Body | None = None
    gender: Gender | None = None
    names: list[Span] = field(default_factory=list)
    referents: list[Referent] = field(default_factory=list)


class Cast:
    """The actors of one document; `at` says whom a head word refers to."""

    def __init__(
        self,
        text: str,
        names: NameIndex,
        referents: Referents,
        table: OfficeTable,
        quotations: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.text = text
        self._table = table
        self._quotations = quotations
        self.referents = referents
        self.members: dict[Key, Member] = {}
        self._names = names
        self._key_at = {name.span: name.key for name in names.names}
        self._of_head: dict[int, Member] = {}
        self._by_name: list[tuple[Span, Member]] = []
        self._find_persons()
        self._find_titled()
        self._find_bodies()
        self._follow_chains()

    def at(self, referent: Referent) -> Member | None:
        """Whom a head word refers to, if to an actor of the cast."""
        return self._of_head.get(referent.head.start)

    def person(self, key: Key) -> Member | None:
        """The person with that folded name."""
        return self.members.get(self._full_key(key))

    def named_in(self, span: Span) -> Member | None:
        """The person whose name stands in a span, the last if several do."""
        if not self._by_name:
            named = ((name, m) for m in self.persons() for name in m.names)
            self._by_name = sorted(named, key=lambda pair: pair[0])
        at = bisect_left(self._by_name, span.end, key=lambda pair: pair[0].start)
        found = self._by_name[at - 1] if at else None
        return found[1] if found is not None and span.contains(found[0]) else None

    def persons(self) -> Iterator[Member]:
        """The persons, in order of their first full name."""
        return (m for m in self.members.values() if m.kind is ActorKind.PERSON)

    def _full_key(self, key: Key) -> Key:
        span = self._names.fullest(key).span
        if span is None:
            return key
        return self._key_at.get(span, key)

    def _find_persons(self) -> None:
        groups: dict[Key, list[Name]] = defaultdict(list)
        for name in self._names.names:
            groups[self._full_key(name.key)].append(name)
        for key in [key for key in groups if self._is_shared(key)]:
            for name in groups.pop(key):
                bearer = self._bearer(name, groups)
                if bearer is not None:
                    groups[bearer].append(name)
        for key, found in groups.items():
            if self._are_a_person(found):
                self._add_person(key, sorted(found, key=lambda name: name.span))

    def _is_shared(self, key: Key) -> bool:
        """Whether several people of the document have a lone last name."""
        return len(key) == 1 and self._names.fullest(key).step == NAMESAKES_STEP

    def _bearer(self, name: Name, groups: Mapping[Key, Sequence[Name]]) -> Key | None:
        """Who of several bears a last name: the only one named so far, the only one with a post
        where a post stands before it, or after "Mr" or "Ms" the one named last."""
        told = told_gender(self.text, name.key, (name.span,))
        same = [
            key
            for key in groups
            if len(key) > 1 and key[-1] == name.key[-1]
            if told is None or gender_of_first_name(key[0]) in (None, told)
        ]
        if told is not None and len(same) == 1:
            return same[0]
        starts = {key: [n.span.start for n in groups[key] if len(n.key) > 1] for key in same}
        so_far = [
            (max(before), key)
            for key, found in starts.items()
            if (before := [start for start in found if start < name.span.start])
        ]
        in_office = [key for key in same if any(n.in_office for n in groups[key])]
        if name.in_office and len(in_office) == 1:
            return in_office[0]
        if len(so_far) == 1 or (so_far and name.titled):
            return max(so_far)[1]
        return _main_bearer(starts)

    def _are_a_person(self, found: Sequence[Name]) -> bool:
        """A post stands before one of them, or the reader takes most for names of persons."""
        key = found[0].key
        if len(key) == 1 and self._names.is_place(key[0]):
            return False
        seen = [self._named_by(name) for name in found]
        kinds = [referent.kind for referent in seen if referent is not None]
        if any(name.in_office for name in found) and MentionKind.PERSON in kinds:
            return True
        if not kinds:
            return any(name.in_office for name in found)
        lone = len(key) == 1 and not any(name.titled for name in found)
        if lone and found[0].span.of(self.text).isupper():
            return False
        least = LONE_SHARE if lone else PERSON_SHARE
        return kinds.count(MentionKind.PERSON) >= least * len(seen)

    def _named_by(self, name: Name) -> Referent | None:
        """The mention that a name is the name of, and not a part before it."""
        for referent in self.referents.inside(name.span):
            sure = referent.form is MentionForm.NAME or len(name.key) > 1 or name.in_office
            if sure and not self._names_later(name, referent):
                return referent
        return None

    def _names_later(self, name: Name, referent: Referent) -> bool:
        """Whether the mention goes on to a fuller name: `Rusk` in `Rusk mayor Ana Belk`."""
        rest = Span(name.span.end, max(referent.span.end, name.span.end + 1))
        part = _BREAK.split(self.text[rest.start : rest.end])[0]
        return any(
            other.span.start < rest.start + len(part) for other in self._names.starting_in(rest)
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

    def _find_titled(self) -> None:
        """`Foreign Minister Ana Belk` and `the minister, Ana Belk` with the post as their head."""
        for referent in self.referents.all:
            if referent.head.start in self._of_head or referent.form is not MentionForm.NOMINAL:
                continue
            inside = self._names.starting_in(referent.span)
            members = {name.span: self.person(name.key) for name in inside}
            found = (
                link_speakers(self.text, (referent.span,), self._names)
                if any(members.values())
                else ()
            )
            member = members.get(found[0].mention) if len(found) == 1 and found[0].mention else None
            if member is not None:
                self._claim(member, referent)

    def _claim(self, member: Member, referent: Referent) -> None:
        if referent.head.start not in self._of_head:
            self._of_head[referent.head.start] = member
            member.referents.append(referent)

    def _find_bodies(self) -> None:
        """Names that are no person's; a name is of one kind wherever the document has it."""
        found: dict[str, list[tuple[Referent, Span]]] = defaultdict(list)
        for referent in self.referents.all:
            if referent.head.start not in self._of_head and referent.form is MentionForm.NAME:
                span = body_name(self.text, referent)
                if span is not None:
                    found[folded(span.of(self.text))].append((referent, span))
        for group in found.values():
            kind = Counter(referent.kind for referent, _ in group).most_common(1)[0][0]
            for referent, span in group:
                self._add_body(referent, span, kind)

    def _add_body(self, referent: Referent, span: Span, kind: MentionKind) -> None:
        known = read_body(self.text, referent.span, kind, self._table)
        body = known if known and known.known else None
        if body is None:
            body = read_body(self.text, span, kind, self._table)
        if body is None:
            return
        key = (body.profile,)
        member = self.members.setdefault(key, Member(body.kind, key, span, body=body))
        member.names.append(span)
        self._claim(member, referent)

    def _follow_chains(self) -> None:
        """Names outside quotations come first for what stands outside of them."""
        named: dict[int, list[tuple[int, Member]]] = defaultdict(list)
        unquoted: dict[int, list[tuple[int, Member]]] = defaultdict(list)
        for referent in self.referents.all:
            member = self._of_head.get(referent.head.start)
            if member is not None:
                named[referent.chain].append((referent.head.start, member))
                if not self._is_quoted(referent):
                    unquoted[referent.chain].append((referent.head.start, member))
        for referent in self.referents.all:
            if referent.head.start not in self._of_head and referent.chain in named:
                found = unquoted.get(referent.chain) if not self._is_quoted(referent) else None
                member = _nearest(found or named[referent.chain], referent.head.start)
                if self._fits(member, referent):
                    self._claim(member, referent)
        for member in self.persons():
            self._let_go_of_the_other_gender(member)

    def _is_quoted(self, referent: Referent) -> bool:
        at = bisect_right(self._quotations, referent.head.start, key=itemgetter(0)) - 1
        return at >= 0 and referent.head.end <= self._quotations[at][1]

    def _let_go_of_the_other_gender(self, member: Member) -> None:
        """`she` among many `he` belongs to somebody else; where both are as many, neither stays.

        What the name tells counts before any number.
        """
        women = [r for r in member.referents if self._word(r) in SHE]
        men = [r for r in member.referents if self._word(r) in HE]
        told = told_gender(self.text, member.key, member.names)
        if told is None and men and women:
            told = None if len(men) == len(women) else "f" if len(men) < len(women) else "m"
            wrong = [*men, *women] if told is None else men if told == "f" else women
        else:
            wrong = men if told == "f" else women if told == "m" else []
        member.gender = told or ("m" if men and not women else "f" if women and not men else None)
        for referent in wrong:
            del self._of_head[referent.head.start]
        member.referents = [r for r in member.referents if r.head.start in self._of_head]

    def _word(self, referent: Referent) -> str:
        return referent.head.of(self.text).casefold()

    def _fits(self, member: Member, referent: Referent) -> bool:
        word = self._word(referent)
        if member.kind is ActorKind.PERSON:
            return word not in _IMPERSONAL and referent.form is not MentionForm.NAME
        return word not in _PERSONAL and (
            referent.kind is not MentionKind.PERSON
            or referent.form is MentionForm.PRONOUN
            or noun(word) in (Noun.BODY, Noun.BODIES)
        )


def _main_bearer(starts: Mapping[Key, Sequence[int]]) -> Key | None:
    """Whom a report is about: named in full first, and twice as often as any namesake."""
    ranked = sorted(starts, key=lambda key: (-len(starts[key]), starts[key]))
    if len(ranked) < 2 or not starts[ranked[0]]:
        return None
    main, next_most = starts[ranked[0]], starts[ranked[1]]
    first = min(main) < min((at for key in ranked[1:] for at in starts[key]), default=0)
    return ranked[0] if first and len(main) >= 2 * len(next_most) else None


def _nearest(named: Sequence[tuple[int, Member]], place: int) -> Member:
    """The member named last before a place, or first after it."""
    before = bisect_left(named, place, key=itemgetter(0))
    return named[max(0, before - 1)][1]
