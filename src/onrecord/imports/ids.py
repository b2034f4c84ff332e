"""Ids for what others number in their own way.

An actor's id is its kind and a slug: `person:irena-valk`. An id that has this shape is kept; any
other id is taken over in small letters, so that Wikidata's Q42 is `person:q42`; without an id, the
slug is made of the name. Letters outside a-z that a slug cannot show leave a digest in it.
"""

import hashlib
import re
import unicodedata

from onrecord.domain.actor import ActorKind

WIKIDATA_ID = re.compile(r"Q[1-9]\d*")

_DIGEST = 8
"""Hexadecimal digits that set apart what looks the same as a slug."""

_OURS = re.compile(rf"({'|'.join(ActorKind)}):[^\s@]+")
_OFFICE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*:[^\s@]+")
_EXTERNAL = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")


def actor_id(kind: ActorKind, external: str) -> str:
    """The id of what another table calls `external`.

    >>> actor_id(ActorKind.PERSON, "Q42"), actor_id(ActorKind.PERSON, "person:irena-valk")
    ('person:q42', 'person:irena-valk')
    """
    if kind_of(external):
        return external
    lower = external.lower()
    rest = lower if _EXTERNAL.fullmatch(lower) else f"{slug(external)}-{_digest(external)}"
    return f"{kind}:{rest.lstrip('-')}"


def kind_of(id: str) -> ActorKind | None:
    """The kind in an id of ours; None where it is somebody else's.

    >>> kind_of("public_body:halden-council").value, kind_of("Q42")
    ('public_body', None)
    """
    found = _OURS.fullmatch(id)
    return ActorKind(found[1]) if found else None


def is_office_id(text: str) -> bool:
    """Whether `text` is a role and a body, such as `foreign-minister:ru`."""
    return bool(_OFFICE.fullmatch(text)) and kind_of(text) is None


def slug(name: str) -> str:
    """Small letters, digits and hyphens for a name.

    >>> slug("Žofia  Orlåk-Brandt"), slug("Minister of Foreign Affairs")
    ('zofia-orlak-brandt', 'minister-of-foreign-affairs')
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    shown = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    lost = any(c.isalnum() and not c.isascii() for c in bare) or not shown
    return f"{shown}-{_digest(bare)}".lstrip("-") if lost else shown


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
