"""Statements of one document as the stages across documents see them, without a record."""

from collections.abc import Iterator, Mapping

from onrecord.domain.actor import Appearance
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document
from onrecord.domain.occasion import Party
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedActor, ReportedStatement
from onrecord.domain.span import quoted
from onrecord.domain.statement import LinkStatus, SpeakerLink
from onrecord.lexicon.sentences import passage_of, sentence_starts


def reported_in(analysed: AnalysedDocument) -> Iterator[ReportedStatement]:
    """The statements of one document by itself; an actor's id is that of its name profile."""
    document, appearing = analysed.document, {a.profile: a for a in analysed.appearances}
    starts = sentence_starts(document.text)
    for statement in analysed.statements:
        passage = passage_of(document.text, starts, statement.spans())
        act_targets = statement.act.targets if statement.act else ()
        targets = dict.fromkeys((*statement.addressees, *act_targets))
        yield ReportedStatement(
            statement=statement,
            content=quoted(document.text, statement.content),
            passage=passage.of(document.text),
            start=passage.start,
            document_name=document.name,
            outlet=document.outlet or document.name,
            speakers=tuple(_speaker(document, link, appearing) for link in statement.speakers),
            targets=tuple(_party(document, party, appearing) for party in targets),
            published=_published(document),
            via=tuple(
                party.name or party.span.of(document.text) for party in statement.reported_via
            ),
            title=document.title,
            url=document.url,
        )


def _speaker(
    document: Document, link: SpeakerLink, appearing: Mapping[str, Appearance]
) -> ReportedActor:
    found = appearing.get(link.profile) if link.profile else None
    words = link.mention.of(document.text) if link.mention else ""
    return _actor(found, link.profile, link.name or words, link.status)


def _party(document: Document, party: Party, appearing: Mapping[str, Appearance]) -> ReportedActor:
    found = appearing.get(party.profile) if party.profile else None
    name = party.name or party.span.of(document.text)
    return _actor(found, party.profile, name, LinkStatus.NAMED)


def _actor(
    found: Appearance | None, profile: str | None, name: str, status: LinkStatus
) -> ReportedActor:
    if found is None:
        return ReportedActor(profile, name, status=status)
    return ReportedActor(profile, name, found.kind, status, found.country, found.offices)


def _published(document: Document) -> Period | None:
    found = document.published
    return Period(found.first, found.last) if found else None
