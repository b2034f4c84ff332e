"""Which document somebody means."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, func, or_, select

from onrecord.errors import NotInRecord
from onrecord.record.schema import documents, names

_SHOWN = 5
"""Candidates named in a message; more would hide the next step."""


def find_document(connection: Connection, key: str) -> int:
    """The row of the document that `key` means.

    An id or a name in full comes first, then the beginning of an id, the last parts of a path, the
    end of a name. Raises NotInRecord where none or several documents are meant.
    """
    for condition in _readings_of(key):
        question = (
            select(documents.c.key, documents.c.id, func.min(names.c.name).label("name"))
            .join_from(documents, names)
            .where(condition)
            .group_by(documents.c.key, documents.c.id)
            .order_by("name", documents.c.id)
            .limit(_SHOWN + 1)
        )
        found = connection.execute(question).all()
        if len(found) == 1:
            return int(found[0].key)
        if found:
            candidates = [f"{row.id} ({row.name})" for row in found]
            raise NotInRecord(_ambiguous(key, candidates))
    raise NotInRecord(f"no document {key!r} is in the record: `onrecord documents` lists them")


def _readings_of(key: str) -> Iterator[ColumnElement[bool]]:
    if not key.strip():
        return
    yield documents.c.id == key
    yield or_(names.c.name == key, names.c.given_id == key)
    yield func.substr(documents.c.id, 1, len(key)) == key
    for ending in (f"/{key}", key):
        yield func.substr(names.c.name, -len(ending)) == ending


def _ambiguous(key: str, candidates: list[str]) -> str:
    shown = ", ".join(candidates[:_SHOWN]) + (", …" if len(candidates) > _SHOWN else "")
    return f"{key!r} may mean several documents: {shown}; write more of the id or the name"
