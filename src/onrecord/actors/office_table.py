"""Offices by the phrases that name them, and who held them when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.actors.body_words import BodyWords
from onrecord.actors.known_names import KnownNames
from onrecord.actors.office_phrases import OfficePhrase, PhraseReader
from onrecord.actors.office_wordings import OfficeWordings
from onrecord.domain.office import KnownActor, Office, Tenure
from onrecord.lexicon.offices import known_actors, office_words, offices, tenures
from onrecord.lexicon.roles import Role

_UNITED_NATIONS = "un"
_UNIONS = frozenset({_UNITED_NATIONS, "eu"})
_SPECIAL = ("special", "joint", "personal", "peace", "chief", "mediator")


@dataclass(frozen=True, slots=True)
class OfficeReading:
    """What a phrase says of an office.

    `office` is its id, None while the body is unknown or where the table has no such office;
    `body` is the code of a state or the slug of an organisation. `former` says that the person
    meant holds it no longer, so that no date finds them. `unique` that one person holds it at a
    time.
    """

    role: str
    office: str | None
    body: str | None
    former: bool
    unique: bool


class OfficeTable:
    """Offices, tenures and known actors, indexed once.

    >>> table = OfficeTable.bundled()
    >>> table.read("the Russian top diplomat").office
    'foreign-minister:ru'
    >>> day = date(2013, 9, 9)
    >>> [tenure.holder for tenure in table.holders("foreign-minister:ru", day, day)]
    ['person:sergey-lavrov']
    """

    def __init__(
        self,
        offices: Iterable[Office],
        tenures: Iterable[Tenure],
        actors: Iterable[KnownActor],
    ) -> None:
        known = tuple(actors)
        words = office_words()
        self._offices = {office.id: office for office in offices}
        self._by_office, self._by_holder = _indexes(tenures)
        self._names = KnownNames(known)
        self._wordings = OfficeWordings(words)
        self._roles: Mapping[str, Role] = {role.id: role for role in words.roles}
        self._phrases = PhraseReader(words, BodyWords(known, words.body_words))

    @staticmethod
    def bundled() -> "OfficeTable":
        """The table with what is shipped, built once."""
        return _bundled()

    def office(self, id: str) -> Office | None:
        """The office with that id."""
        return self._offices.get(id)

    def is_unique(self, office: str) -> bool:
        """Whether one person at a time holds the office; deputies and spokespeople often share."""
        name, _, body = office.partition(":")
        role = self._roles.get(name)
        return role.is_unique(body) if role else not name.startswith("deputy-")

    def read(self, phrase: str, country: str | None = None) -> OfficeReading | None:
        """The office that a whole phrase names, or None where it names none.

        `country` is the ISO code of the state that is meant where the phrase names no body.
        """
        given = country.lower() if country else None
        found = self._read(phrase, given)
        if found is None and " and " in phrase:
            readings = (self._read(part, given) for part in _parts(phrase))
            return next((reading for reading in readings if reading), None)
        return found

    def holders(
        self, office: str, first: date | None = None, last: date | None = None
    ) -> tuple[Tenure, ...]:
        """The tenures that share a day with `first..last`, in order; all where both are None."""
        held = self._by_office.get(office, ())
        start, end = first or last, last or first
        if start is None or end is None:
            return held
        return tuple(tenure for tenure in held if tenure.covers(start, end))

    def offices_of(
        self, actor: str, first: date | None = None, last: date | None = None
    ) -> tuple[Tenure, ...]:
        """The tenures of an actor that share a day with `first..last`; all where both are None."""
        held = self._by_holder.get(actor, ())
        start, end = first or last, last or first
        if start is None or end is None:
            return held
        return tuple(tenure for tenure in held if tenure.covers(start, end))

    def actor(self, id: str) -> KnownActor | None:
        """The known actor with that id."""
        return self._names.actor(id)

    def known_by_name(self, name: str) -> tuple[KnownActor, ...]:
        """The known actors that a name is listed for, whatever its case and marks."""
        return self._names.with_name(name)

    def known_by_surname(self, surname: str, on: date | None = None) -> tuple[KnownActor, ...]:
        """The known people so called; those alone who held an office on a day, if it is given."""
        found = self._names.with_surname(surname)
        if on is None:
            return found
        return tuple(actor for actor in found if self.offices_of(actor.id, on, on))

    def _read(self, phrase: str, country: str | None) -> OfficeReading | None:
        parts = self._phrases.read(phrase)
        if parts is None:
            return None
        return (
            self._alone(phrase, parts)
            or self._towards(parts, country)
            or self._of_a_body(parts, country)
        )

    def _alone(self, phrase: str, parts: OfficePhrase) -> OfficeReading | None:
        """Wordings that say whose the office is: "State Department spokesman"."""
        for wording in (*self._spellings(parts.wording), self._phrases.whole(phrase)):
            found = self._wordings.alone(wording)
            if found is None:
                continue
            role, body = found
            if parts.owner in (None, body) or wording == self._phrases.whole(phrase):
                return self._post(role.id, body, parts)
        return None

    def _towards(self, parts: OfficePhrase, country: str | None) -> OfficeReading | None:
        """Envoys and ambassadors: "UN envoy for Halden", "Halden's UN ambassador"."""
        wording = parts.wording
        deputy = "deputy " if wording.startswith("deputy ") else ""
        kind = wording.removeprefix("deputy ").removesuffix(" to")
        posts = self._phrases.posts
        if kind not in posts:
            return None
        owner, target = parts.owner, parts.target
        if owner == _UNITED_NATIONS and target is None:
            return self._of_the_un(kind, country, parts)
        if target is None or (deputy and kind == "ambassador"):
            return None
        if target == _UNITED_NATIONS:
            return self._post("un-ambassador", owner or country, parts)
        envoy = kind.startswith(_SPECIAL) or owner is None or len(owner) > 2 or owner in _UNIONS
        stem = "special-envoy" if envoy and kind != "ambassador" else "ambassador-to"
        prefix = "deputy-" if deputy else ""
        return self._post(f"{prefix}{stem}-{target}", owner or self._only(stem, target), parts)

    def _of_the_un(
        self, kind: str, country: str | None, parts: OfficePhrase
    ) -> OfficeReading | None:
        """ "the UN ambassador" is some state's there; "the UN envoy" the organisation's."""
        if kind in {"ambassador", "permanent representative"}:
            return self._post("un-ambassador", country, parts)
        office = f"special-envoy-{country}:{_UNITED_NATIONS}"
        role = office.partition(":")[0] if office in self._offices else "special-envoy"
        return self._post(role, _UNITED_NATIONS, parts)

    def _only(self, stem: str, target: str) -> str | None:
        """The one body that the table knows to have such a post."""
        bodies = [
            office.body for office in self._offices.values() if office.role == f"{stem}-{target}"
        ]
        return bodies[0] if len(bodies) == 1 else None

    def _of_a_body(self, parts: OfficePhrase, country: str | None) -> OfficeReading | None:
        if parts.target is not None:
            return None
        body = parts.owner or country
        for wording in self._spellings(parts.wording):
            if body is not None:
                role = next(self._wordings.roles_at(wording, body), None)
            else:
                role = next(iter(self._wordings.anywhere(wording)), None)
            if role is not None:
                return self._post(role.id, body, parts)
        return None

    def _spellings(self, wording: str) -> Iterator[str]:
        """The wording, then without the words that say nothing of the post."""
        yield wording
        shorter = " ".join(w for w in wording.split() if w not in self._wordings.words.ignored)
        if shorter != wording:
            yield shorter

    def _post(self, role: str, body: str | None, parts: OfficePhrase) -> OfficeReading:
        id = f"{role}:{body}"
        return OfficeReading(
            role=role,
            office=id if id in self._offices else None,
            body=body,
            former=parts.former,
            unique=role != "special-envoy" and self.is_unique(id),
        )


@cache
def _bundled() -> OfficeTable:
    return OfficeTable(offices(), tenures(), known_actors())


def _parts(phrase: str) -> list[str]:
    return phrase.split(" and ")


Index = Mapping[str, tuple[Tenure, ...]]


def _indexes(tenures: Iterable[Tenure]) -> tuple[Index, Index]:
    """Tenures by office and by holder, in order of time."""
    by_office: dict[str, list[Tenure]] = defaultdict(list)
    by_holder: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in sorted(tenures, key=lambda tenure: (tenure.start or date.min, tenure.office)):
        by_office[tenure.office].append(tenure)
        by_holder[tenure.holder].append(tenure)
    return (
        {office: tuple(held) for office, held in by_office.items()},
        {holder: tuple(held) for holder, held in by_holder.items()},
    )
