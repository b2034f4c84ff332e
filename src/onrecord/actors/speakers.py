"""From a statement to its speakers: what the source words say, then whom that is in the document.

Every link names the step that decided. A pronoun or a post that nothing in the document settles
stays unresolved; nobody is guessed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.actors.bodies import known_body, without_article
from onrecord.actors.calibration import LEAST, calibrated
from onrecord.actors.cast import NAMESAKES_STEP, Cast, Member
from onrecord.actors.document_names import NameIndex
from onrecord.actors.folding import folded
from onrecord.actors.identity import Identities
from onrecord.actors.nouns import Noun, noun
from onrecord.actors.office_table import OfficeTable
from onrecord.actors.posts import Posts, bears, is_such
from onrecord.actors.profiles import profile_id
from onrecord.actors.pronouns import FIRST_PERSON, HE, RELATIVE, SECOND_PERSON, SHE
from onrecord.actors.referents import Referent
from onrecord.actors.roles import Role, read_role
from onrecord.actors.settled import (
    CHAIN_AND_LAST,
    KNOWN_PERSON,
    LAST_SPEAKER,
    NAMESAKE,
    to_body,
    to_known,
    to_outer,
    to_person,
)
from onrecord.actors.speaking import speaking
from onrecord.actors.spoken import Spoken
from onrecord.actors.wording import NAMED_BY_SHAPE, link_speakers
from onrecord.domain.actor import ActorKind
from onrecord.domain.document import Document
from onrecord.domain.mention import MentionForm, MentionKind
from onrecord.domain.span import Span
from onrecord.domain.statement import LinkStatus, SpeakerLink, Statement
from onrecord.lexicon.titles import titles

SURE_LINK = 0.7
"""From this chance on the chain is believed against whoever spoke last; see `calibration`."""

LONGEST_DESCRIPTION = 80
"""Characters; what is longer describes a situation rather than somebody."""

_PERSON_STATUSES = frozenset((LinkStatus.OFFICE, LinkStatus.DESCRIBED))
_BODY_STATUSES = frozenset((LinkStatus.DESCRIBED, LinkStatus.GROUP))
_ARTICLE_AND_NOUN = ("the", "official")
_FEW = 3


class Speakers:
    """Links the statements of one document."""

    def __init__(
        self,
        document: Document,
        cast: Cast,
        names: NameIndex,
        identities: Identities,
        table: OfficeTable,
        spoken: Spoken,
    ) -> None:
        self.text = document.text
        self.cast = cast
        self.names = names
        self.identities = identities
        self.table = table
        self.spoken = spoken
        self.posts = Posts(cast, identities, table)
        self._nested = False
        self._by_profile: dict[str, Member] = {}

    def of(
        self, statement: Statement, parents: Mapping[str, tuple[SpeakerLink, ...]]
    ) -> tuple[SpeakerLink, ...]:
        """Everybody whom a statement's source names; `parents` are the links already made."""
        source = speaking(self.text, statement.source, statement.cue)
        local = link_speakers(self.text, source, self.names)
        outer = parents.get(statement.parent or "", ())
        self._nested = statement.parent is not None
        links = (found for link in local for found in self._resolved(link, outer))
        kept = (link for link in links if link.status is not LinkStatus.NONE)
        found = tuple({(link.mention, link.profile): link for link in kept}.values())
        if statement.parent is None:
            self.spoken.note(found, statement.content[-1].end)
        return found

    def _resolved(self, link: SpeakerLink, outer: Sequence[SpeakerLink]) -> tuple[SpeakerLink, ...]:
        if link.mention is None:
            return (link,)
        if link.status is LinkStatus.PRONOUN_UNRESOLVED:
            if outer and folded(link.mention.of(self.text)) in FIRST_PERSON:
                return tuple(to_outer(found, link.mention) for found in outer)
            return (self._pronoun(link, link.mention),)
        if link.status is LinkStatus.NAMED:
            return (self._named(link, link.mention),)
        if link.status is LinkStatus.GROUP:
            return (self._group(link, link.mention),)
        return (self._described(link, link.mention),)

    def _named(self, link: SpeakerLink, mention: Span) -> SpeakerLink:
        member = self._member_in(mention)
        if link.step == NAMESAKES_STEP:
            if member is None or not member.full:
                return link
            link = replace(link, step="namesake", confidence=NAMESAKE)
        if member is not None and member.kind is ActorKind.PERSON:
            known = self.identities.person(member).known
            sure = max(link.confidence, KNOWN_PERSON) if known else link.confidence
            return self._to_person(link, member, link.step, sure)
        body = known_body(mention.of(self.text), self.table)
        if body is None and member is not None and self._is_all_of(member, mention):
            body = member.body
        if body is not None:
            return to_body(link, body)
        kinds = [referent.kind for referent in self.cast.referents.inside(mention)]
        if kinds and kinds[-1] in (MentionKind.ORGANISATION, MentionKind.PLACE):
            return self._group(link, mention)
        return self._unlisted_person(link, mention)

    def _unlisted_person(self, link: SpeakerLink, mention: Span) -> SpeakerLink:
        name = link.name or mention.of(self.text)
        known = self.table.known_by_name(name)
        if len(known) == 1 and known[0].id.startswith("person:"):
            return to_known(link, known[0])
        lone = self.identities.known_alone(folded(name))
        if lone is not None:
            return to_known(link, lone)
        if " " not in name.strip() and link.confidence <= NAMED_BY_SHAPE:
            return replace(link, status=LinkStatus.DESCRIBED, step="capital-alone", evidence=None)
        scope = None if " " in name.strip() else self.identities.document.id
        return replace(link, profile=profile_id(ActorKind.PERSON, name, scope))

    def _member_in(self, mention: Span) -> Member | None:
        """The member that the last name in a mention stands for."""
        inside = (self.cast.at(r) for r in self.cast.referents.inside(mention))
        found = next((m for m in reversed([*inside]) if m is not None), None)
        return found or self.cast.named_in(mention)

    def _to_person(
        self, link: SpeakerLink, member: Member, step: str, confidence: float
    ) -> SpeakerLink:
        return to_person(link, member, self.identities.person(member), step, confidence)

    def _group(self, link: SpeakerLink, mention: Span) -> SpeakerLink:
        """A body by its name, by what stands for it, or by what it was called before."""
        body = known_body(mention.of(self.text), self.table)
        if body is not None:
            return to_body(link, body)
        referent = self.cast.referents.meant_by(mention)
        member = self.cast.at(referent) if referent else None
        if member is not None and member.kind is ActorKind.PERSON:
            sure = referent is not None and referent.form is not MentionForm.NOMINAL
            return self._to_person_named(link, member) if sure else link
        if member is not None and member.body is not None and self._is_all_of(member, mention):
            return to_body(link, member.body)
        if link.step != "plural" and not _is_proper(mention.of(self.text)):
            return link
        kind = ActorKind.GROUP if link.step == "plural" else ActorKind.ORGANISATION
        name = without_article(mention.of(self.text))
        return replace(link, profile=profile_id(kind, name))

    def _is_all_of(self, member: Member, mention: Span) -> bool:
        """Whether nothing but its kind follows a name: `the Halden news agency` is Halden's,
        `Halden officials` are not Halden."""
        ends = [name.end for name in member.names if mention.contains(name)]
        rest = self.text[max(ends, default=mention.end) : mention.end].replace("’", "'").split()
        rest = [word for word in rest if word not in ("'s", "'")]
        return not rest or noun(folded(rest[-1])) in (Noun.BODY, Noun.BODIES)

    def _to_person_named(self, link: SpeakerLink, member: Member) -> SpeakerLink:
        named = replace(link, status=LinkStatus.NAMED)
        return self._to_person(named, member, "person-by-reader", link.confidence)

    def _pronoun(self, link: SpeakerLink, mention: Span) -> SpeakerLink:
        word = folded(mention.of(self.text))
        if word in SECOND_PERSON:
            return link
        if word in RELATIVE:
            return self._relative(link, mention)
        chained, sure = self._in_its_chain(link, mention)
        last = self._last_speaker(link, mention)
        if chained is None or last is None:
            return chained or last or link
        if chained.profile == last.profile and chained.name == last.name:
            return replace(chained, confidence=max(chained.confidence, CHAIN_AND_LAST))
        near = self.spoken.in_line(mention.start)
        return chained if sure >= SURE_LINK and not near else last

    def _in_its_chain(self, link: SpeakerLink, mention: Span) -> tuple[SpeakerLink | None, float]:
        """Whom the reader's chain makes of a pronoun, and how sure it is of the antecedent."""
        referent = self.cast.referents.meant_by(mention)
        personal = folded(mention.of(self.text)) in HE | SHE
        if referent is None or referent.link < LEAST[personal]:
            return None, 0.0
        member = self.cast.at(referent)
        sure = calibrated(referent.link, personal)
        if member is None:
            return self._earlier_description(link, referent, sure), referent.link
        if member.body is not None:
            body = replace(to_body(link, member.body), step="chain", confidence=sure)
            return body, referent.link
        named = self._to_person(replace(link, status=LinkStatus.NAMED), member, "chain", sure)
        return named, referent.link

    def _last_speaker(self, link: SpeakerLink, mention: Span) -> SpeakerLink | None:
        """`he` and `she` as whoever spoke last."""
        word = folded(mention.of(self.text))
        ours = word in HE | SHE and not self._nested
        last = self.spoken.before(mention.start) if ours else None
        if last is None:
            return None
        member = self._member_named(last)
        if member and member.gender not in (None, "m" if word in HE else "f"):
            return None
        return replace(last, mention=mention, step="last-speaker", confidence=LAST_SPEAKER)

    def _member_named(self, link: SpeakerLink) -> Member | None:
        if not self._by_profile:
            for member in self.cast.persons():
                self._by_profile.setdefault(self.identities.person(member).profile, member)
        return self._by_profile.get(link.profile or "")

    def _relative(self, link: SpeakerLink, mention: Span) -> SpeakerLink:
        """`who` is whatever stands right before it."""
        referent = self.cast.referents.before(mention.start, self.text)
        if referent is None:
            return link
        found = link_speakers(self.text, (referent.span,), self.names)
        if len(found) != 1 or found[0].status is LinkStatus.PRONOUN_UNRESOLVED:
            return link
        settled = self._resolved(found[0], ())[0]
        return replace(settled, mention=mention, step="relative")

    def _earlier_description(
        self, link: SpeakerLink, referent: Referent, sure: float
    ) -> SpeakerLink | None:
        """A pronoun whose chain has no name: it is whoever the chain describes."""
        personal = folded(referent.head.of(self.text)) in HE | SHE
        fitting = _PERSON_STATUSES if personal else _BODY_STATUSES
        for other in self.cast.referents.described_before(referent, _FEW):
            if len(other.span) > LONGEST_DESCRIPTION or _starts_with_pronoun(other, self.text):
                continue
            found = link_speakers(self.text, (other.span,), self.names)[0]
            if found.status in fitting:
                described = replace(found, mention=link.mention, evidence=other.span)
                settled = self._described(described, other.span)
                return replace(
                    settled, mention=link.mention, step="chain-description", confidence=sure
                )
        return None

    def _described(self, link: SpeakerLink, mention: Span) -> SpeakerLink:
        """A post or another description: whoever of the document, or of that day, it fits."""
        phrase = mention.of(self.text)
        if _is_indefinite(phrase):
            return link
        role = read_role(phrase, self.table)
        found = self._in_chain(link, mention, role) or self.posts.holder(link, role)
        return found or self._same_again(link, mention, role) or link

    def _same_again(
        self, link: SpeakerLink, mention: Span, role: Role | None
    ) -> SpeakerLink | None:
        """`the official` is the State Department official who spoke last, `the Korvanan official`
        the Korvanan minister who did."""
        last = self.spoken.before(mention.start)
        words = mention.of(self.text).split()
        if last is None or last.name is None:
            return None
        again = replace(last, mention=mention, step="same-again", confidence=LAST_SPEAKER)
        if last.status is LinkStatus.DESCRIBED:
            named_so = folded(words[-1]) in folded(last.name).split()
            return again if named_so and len(words) == len(_ARTICLE_AND_NOUN) else None
        member = self._member_named(last)
        if member is None or role is None or not role.generic:
            return None
        person = self.identities.person(member)
        return replace(again, status=link.status) if is_such(person, role) else None

    def _in_chain(self, link: SpeakerLink, mention: Span, role: Role | None) -> SpeakerLink | None:
        """The person whom the reader put into one chain with it, if something else says so too."""
        referent = self.cast.referents.meant_by(mention)
        member = self.cast.at(referent) if referent else None
        if referent is None or member is None:
            return None
        if member.body is not None:
            return None
        person = self.identities.person(member)
        fits = referent.link >= SURE_LINK if role is None else bears(person, role)
        if role is not None and role.generic and not fits:
            fits = person.country in role.places and referent.link >= SURE_LINK
        if not fits:
            return None
        status = LinkStatus.NAMED if role is None else link.status
        sure = calibrated(referent.link, personal=True)
        step = "chain" if role is None else "office-in-chain"
        return self._to_person(replace(link, status=status), member, step, sure)


def _is_indefinite(phrase: str) -> bool:
    first = folded(phrase.split()[0]) if phrase.split() else ""
    return first in titles().determiners and first not in titles().definite


def _is_proper(phrase: str) -> bool:
    """Whether a group has a name: a capital behind the first word, or one capitalised word."""
    first, *rest = phrase.split()
    return any(word[:1].isupper() for word in rest) or (not rest and not first[:1].islower())


def _starts_with_pronoun(referent: Referent, text: str) -> bool:
    return folded(referent.span.of(text).split()[0]) in titles().pronouns
