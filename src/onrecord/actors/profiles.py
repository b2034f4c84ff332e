"""Ids of name profiles: the same name has the same id in every document."""

import hashlib

from onrecord.actors.names.folding import fold
from onrecord.domain.actor import ActorKind

_DIGITS = 16


def profile_id(kind: ActorKind, name: str, document_id: str | None = None) -> str:
    """The profile of a name that no table knows.

    A lone last name is nobody in particular beyond its document: give the document's id then.

    >>> profile_id(ActorKind.PERSON, "Ana Belk") == profile_id(ActorKind.PERSON, "ANA  BELK")
    True
    """
    parts = (kind.value, fold(name), document_id)
    digest = hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()
    return f"{kind.value}~{digest[:_DIGITS]}"
