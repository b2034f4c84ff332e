"""Those who take part in what was said, as rows and read back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.occasion import Occasion, Party
from onrecord.domain.span import Span
from onrecord.record.anchor import Anchor
from onrecord.record.bulk import Value
from onrecord.record.chunks import chunks
from onrecord.record.plain_words import plain_words
from onrecord.record.role import PartyRole
from onrecord.record.rows import Rows
from onrecord.record.schema_occasions import parties

Owner = tuple[int, PartyRole, int]
"""A document's key, a role, and the position of the occasion or statement."""


@dataclass(frozen=True, slots=True)
class KeptParty:
    """A party with what was kept to check it by."""

    party: Party
    anchor: Anchor


def party_rows(
    analysed: AnalysedDocument, document_key: int, occasions: Sequence[Occasion]
) -> Rows:
    """The parties of a document's statements and of its occasions."""
    text = analysed.document.text
    return [
        {
            "document_key": document_key,
            "role": role.value,
            "owner": owner,
            "part": part,
            **_party(text, party),
        }
        for role, owner, found in _found(analysed, occasions)
        for part, party in enumerate(found)
    ]


def _found(
    analysed: AnalysedDocument, occasions: Sequence[Occasion]
) -> Iterator[tuple[PartyRole, int, tuple[Party, ...]]]:
    for position, occasion in enumerate(occasions):
        yield PartyRole.COUNTERPART, position, occasion.counterparts
    for position, statement in enumerate(analysed.statements):
        yield PartyRole.ADDRESSEE, position, statement.addressees
        yield PartyRole.VIA, position, statement.reported_via
        yield PartyRole.TARGET, position, statement.act.targets if statement.act else ()


def _party(text: str, party: Party) -> dict[str, Value]:
    exact = party.span.of(text)
    return {
        "start": party.span.start,
        "end": party.span.end,
        "exact": exact,
        "name": party.name,
        "profile": party.profile,
        "words": f"{plain_words(party.name or '')}|{plain_words(exact)}",
    }


def load_parties(
    connection: Connection, document_keys: Sequence[int]
) -> Mapping[Owner, list[KeptParty]]:
    """The parties of every occasion and statement of the documents, in order."""
    found: dict[Owner, list[KeptParty]] = defaultdict(list)
    for part in chunks(document_keys):
        question = select(parties).where(parties.c.document_key.in_(part))
        for row in connection.execute(question.order_by(*parties.primary_key)).all():
            span = Span(row.start, row.end)
            owner = row.document_key, PartyRole(row.role), row.owner
            kept = KeptParty(Party(span, row.name, row.profile), Anchor(span, row.exact))
            found[owner].append(kept)
    return found
