"""The actors of documents, as rows and read back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from onrecord.domain.actor import ActorKind, Appearance
from onrecord.domain.span import Span
from onrecord.record.anchor import Anchor
from onrecord.record.bulk import Value
from onrecord.record.role import AppearanceRole, appearance_spans_by_role
from onrecord.record.rows import Rows
from onrecord.record.schema_actors import (
    appearance_offices,
    appearance_spans,
    appearances,
    profiles,
)

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Appearing:
    """An appearance with what was kept to check it by."""

    key: int
    document_key: int
    appearance: Appearance
    anchors: tuple[tuple[AppearanceRole, Anchor], ...] = field(repr=False)

    def lost(self, text: str) -> Iterator[tuple[AppearanceRole, Anchor]]:
        """The anchors that do not hold in `text`."""
        for role, anchor in self.anchors:
            if not anchor.holds(text):
                yield role, anchor


def appearance_rows(
    found: Sequence[Appearance], document_key: int, first: int, profile_keys: Mapping[str, int]
) -> Rows:
    """The appearances, whose keys count up from `first`."""
    return [
        {
            "key": first + position,
            "document_key": document_key,
            "position": position,
            "profile_key": profile_keys[appearance.profile],
            "kind": appearance.kind.value,
            "name": appearance.name,
            "country": appearance.country,
        }
        for position, appearance in enumerate(found)
    ]


def appearance_span_rows(found: Sequence[Appearance], first: int, text: str) -> Rows:
    """Where the actors are named and meant."""
    rows: Rows = []
    for key, appearance in enumerate(found, first):
        for role, part, span in appearance_spans_by_role(appearance):
            row: dict[str, Value] = {"appearance_key": key, "role": role.value, "part": part}
            rows.append(row | {"start": span.start, "end": span.end, "exact": span.of(text)})
    return rows


def appearance_office_rows(found: Sequence[Appearance], first: int) -> Rows:
    """The offices that a document gives its actors."""
    return [
        {"appearance_key": key, "position": position, "office": office}
        for key, appearance in enumerate(found, first)
        for position, office in enumerate(appearance.offices)
    ]


def load_appearances(
    connection: Connection, document_keys: Sequence[int]
) -> Mapping[int, list[Appearing]]:
    """The appearances of each document, in order."""
    question = (
        select(appearances, profiles.c.id.label("profile"))
        .join_from(appearances, profiles)
        .where(appearances.c.document_key.in_(document_keys))
        .order_by(appearances.c.document_key, appearances.c.position)
    )
    rows = connection.execute(question).all()
    keys = [row.key for row in rows]
    anchors, offices = _anchors(connection, keys), _offices(connection, keys)
    found: dict[int, list[Appearing]] = defaultdict(list)
    for row in rows:
        kept = tuple(anchors.get(row.key, ()))
        appearance = Appearance(
            row.profile,
            ActorKind(row.kind),
            row.name,
            tuple(anchor.span for role, anchor in kept if role is AppearanceRole.NAME),
            tuple(anchor.span for role, anchor in kept if role is AppearanceRole.MENTION),
            row.country,
            tuple(offices.get(row.key, ())),
        )
        found[row.document_key].append(Appearing(row.key, row.document_key, appearance, kept))
    return found


def _anchors(
    connection: Connection, keys: Sequence[int]
) -> Mapping[int, list[tuple[AppearanceRole, Anchor]]]:
    found: dict[int, list[tuple[AppearanceRole, Anchor]]] = defaultdict(list)
    for at in range(0, len(keys), _CHUNK):
        of_chunk = appearance_spans.c.appearance_key.in_(keys[at : at + _CHUNK])
        question = select(appearance_spans).where(of_chunk)
        ordered = question.order_by(*appearance_spans.primary_key)
        for key, role, _, start, end, exact in connection.execute(ordered):
            found[key].append((AppearanceRole(role), Anchor(Span(start, end), exact)))
    return found


def _offices(connection: Connection, keys: Sequence[int]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for at in range(0, len(keys), _CHUNK):
        of_chunk = appearance_offices.c.appearance_key.in_(keys[at : at + _CHUNK])
        question = select(appearance_offices).where(of_chunk)
        for key, _, office in connection.execute(
            question.order_by(*appearance_offices.primary_key)
        ):
            found[key].append(office)
    return found
