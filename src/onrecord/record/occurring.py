"""The occasions of documents, as rows and read back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, select

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.occasion import Occasion, OccasionKind, Place
from onrecord.domain.span import Span
from onrecord.record.anchor import Anchor
from onrecord.record.bulk import Value
from onrecord.record.chunks import chunks
from onrecord.record.parties import KeptParty, Owner
from onrecord.record.plain_words import plain_words
from onrecord.record.role import DocumentRole, PartyRole
from onrecord.record.rows import Rows
from onrecord.record.schema_occasions import occasion_spans, occasions

_ROLES = {role.value: role for role in DocumentRole}
_Spans = Mapping[tuple[int, int], list[tuple[DocumentRole, Anchor]]]


@dataclass(frozen=True, slots=True)
class Occurring:
    """An occasion with what was kept to check it by."""

    occasion: Occasion
    anchors: tuple[tuple[DocumentRole, Anchor], ...] = field(repr=False)

    def words(self) -> tuple[str, ...]:
        """The kept words that show the kind."""
        return tuple(found.exact for role, found in self.anchors if role is DocumentRole.OCCASION)

    def lost(self, text: str) -> Iterator[tuple[DocumentRole, Anchor]]:
        """The anchors that do not hold in `text`."""
        return ((role, anchor) for role, anchor in self.anchors if not anchor.holds(text))


def occasions_of(analysed: AnalysedDocument) -> tuple[Occasion, ...]:
    """The occasions of a document, each once, in the order of its statements."""
    found = (statement.occasion for statement in analysed.statements)
    return tuple(dict.fromkeys(occasion for occasion in found if occasion))


def occasion_rows(found: Sequence[Occasion], document_key: int) -> Rows:
    """The occasions."""
    return [
        {
            "document_key": document_key,
            "position": position,
            "id": occasion.id,
            "kind": occasion.kind.value,
            "place": occasion.place.name if occasion.place else None,
            "place_words": plain_words(occasion.place.name) if occasion.place else None,
        }
        for position, occasion in enumerate(found)
    ]


def occasion_span_rows(found: Sequence[Occasion], document_key: int, text: str) -> Rows:
    """What shows the kind of each occasion, and where its place is named."""
    rows: Rows = []
    for position, occasion in enumerate(found):
        owner: dict[str, Value] = {"document_key": document_key, "position": position}
        places = (occasion.place.span,) if occasion.place else ()
        for role, spans in (
            (DocumentRole.OCCASION, occasion.evidence),
            (DocumentRole.PLACE, places),
        ):
            for part, span in enumerate(spans):
                rows.append(
                    owner
                    | {"role": role.value, "part": part}
                    | {"start": span.start, "end": span.end, "exact": span.of(text)}
                )
    return rows


def load_occasions(
    connection: Connection,
    document_keys: Sequence[int],
    parties: Mapping[Owner, list[KeptParty]],
) -> Mapping[int, list[Occurring]]:
    """The occasions of each document, in order of their position."""
    found: dict[int, list[Occurring]] = defaultdict(list)
    for part in chunks(document_keys):
        spans = _spans(connection, part)
        question = select(occasions).where(occasions.c.document_key.in_(part))
        for row in connection.execute(question.order_by(*occasions.primary_key)).all():
            owner = row.document_key, PartyRole.COUNTERPART, row.position
            place = row.document_key, row.position
            occurring = _occurring(row, spans.get(place, []), parties.get(owner, []))
            found[row.document_key].append(occurring)
    return found


def _spans(connection: Connection, document_keys: Sequence[int]) -> _Spans:
    found: dict[tuple[int, int], list[tuple[DocumentRole, Anchor]]] = defaultdict(list)
    question = select(occasion_spans).where(occasion_spans.c.document_key.in_(document_keys))
    for row in connection.execute(question.order_by(*occasion_spans.primary_key)).all():
        anchor = Anchor(Span(row.start, row.end), row.exact)
        found[row.document_key, row.position].append((_ROLES[row.role], anchor))
    return found


def _occurring(
    row: Row[tuple[object, ...]],
    spans: Sequence[tuple[DocumentRole, Anchor]],
    counterparts: Sequence[KeptParty],
) -> Occurring:
    def at(wanted: DocumentRole) -> tuple[Span, ...]:
        return tuple(anchor.span for role, anchor in spans if role is wanted)

    occasion = Occasion(
        row.id,
        OccasionKind(row.kind),
        at(DocumentRole.OCCASION),
        next((Place(span, row.place) for span in at(DocumentRole.PLACE)), None),
        tuple(kept.party for kept in counterparts),
    )
    met = ((DocumentRole.COUNTERPART, kept.anchor) for kept in counterparts)
    return Occurring(occasion, (*spans, *met))
