"""Who is who in a document: speakers for its statements, and its actors."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.actors.cast import Cast, Member
from onrecord.actors.document_names import find_names
from onrecord.actors.identity import Identities
from onrecord.actors.office_table import OfficeTable
from onrecord.actors.referents import Referents
from onrecord.actors.speakers import Speakers
from onrecord.actors.spoken import Spoken
from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.document import Document
from onrecord.domain.reading import Reading
from onrecord.domain.span import Span
from onrecord.domain.statement import SpeakerLink, Statement

_BY_REFERENCE = frozenset(
    ("office-by-date", "relative", "last-speaker", "same-again", "chain", "chain-description")
)
"""Steps of links whose mention refers to an actor without naming it."""


def link_actors(
    document: Document, reading: Reading, statements: Sequence[Statement], table: OfficeTable
) -> tuple[tuple[Statement, ...], tuple[Appearance, ...]]:
    """The statements with their speakers, and the actors of the document."""
    names = find_names(document.text, reading.lines)
    quotations = [(q.start, q.end) for q in reading.quotations.outermost if not q.name_like]
    cast = Cast(document.text, names, Referents(reading.mentions), table, quotations)
    identities = Identities(document, cast, table)
    spoken = Spoken(cast, reading.lines, quotations)
    speakers = Speakers(document, cast, names, identities, table, spoken)
    linked = _linked(statements, speakers)
    return linked, _appearances(cast, identities, linked)


def _linked(statements: Sequence[Statement], speakers: Speakers) -> tuple[Statement, ...]:
    """Outer statements come first, so that "I" inside them can be their speaker, and then those
    whose source stands first, so that "he" can be whoever spoke before."""
    links: dict[str, tuple[SpeakerLink, ...]] = {}
    above = {statement.id: statement.parent for statement in statements}
    for statement in sorted(statements, key=lambda s: (_depth(s, above), _place(s))):
        links[statement.id] = speakers.of(statement, links)
    return tuple(replace(s, speakers=links[s.id]) for s in statements)


def _place(statement: Statement) -> tuple[int, str]:
    first = (*statement.source, *statement.cue, *statement.content)[0]
    return first.start, statement.id


def _depth(statement: Statement, above: Mapping[str, str | None]) -> int:
    depth, parent = 0, statement.parent
    while parent is not None and depth <= len(above):
        depth, parent = depth + 1, above.get(parent)
    return depth


def _appearances(
    cast: Cast, identities: Identities, statements: Iterable[Statement]
) -> tuple[Appearance, ...]:
    found: dict[str, Appearance] = {}
    for member in cast.members.values():
        appearance = _appearance(member, identities)
        _merge(found, appearance)
    for statement in statements:
        for link in statement.speakers:
            if link.profile and link.profile not in found and link.name:
                _merge(found, _of_link(link, identities))
    return tuple(sorted(found.values(), key=lambda a: (a.names or a.mentions)[0]))


def _appearance(member: Member, identities: Identities) -> Appearance:
    mentions = tuple(sorted({referent.span for referent in member.referents}))
    names = tuple(sorted(set(member.names)))
    if member.body is not None:
        body = member.body
        return Appearance(body.profile, body.kind, body.name, names, mentions, body.country)
    person = identities.person(member)
    return Appearance(
        person.profile,
        ActorKind.PERSON,
        person.name,
        names,
        mentions,
        person.country,
        person.offices,
    )


def _of_link(link: SpeakerLink, identities: Identities) -> Appearance:
    """A speaker whom the reader took for no mention: what its source says is all there is."""
    assert link.profile is not None
    assert link.name is not None
    spans = (link.mention,) if link.mention else ()
    named = () if link.step in _BY_REFERENCE else spans
    kind = ActorKind(link.profile.partition(":")[0].partition("~")[0])
    actor = identities.table.actor(link.profile)
    country = actor.country if actor else None
    return Appearance(link.profile, kind, link.name, named, spans, country)


def _merge(found: dict[str, Appearance], new: Appearance) -> None:
    """Two members may turn out to be one known actor."""
    old = found.get(new.profile)
    if old is None:
        found[new.profile] = new
        return
    found[new.profile] = replace(
        old,
        names=_union(old.names, new.names),
        mentions=_union(old.mentions, new.mentions),
        country=old.country or new.country,
        offices=tuple(dict.fromkeys((*old.offices, *new.offices))),
    )


def _union(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(sorted({*one, *other}))
