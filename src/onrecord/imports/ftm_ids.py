"""FollowTheMoney ids that stand for ours: an id there may have letters, digits, dots and hyphens.

`person:irena-valk` is `person.irena-valk` there, `foreign-minister:ru` is
`position.foreign-minister.ru`.
"""

from onrecord.domain.actor import ActorKind

_KINDS = {kind.value.replace("_", "-"): kind for kind in ActorKind}


def decoded_actor(id: str) -> str | None:
    """The actor that an id of an entity stands for; None where the id is somebody else's.

    >>> decoded_actor("public-body.halden-council"), decoded_actor("NK-3Fx9")
    ('public_body:halden-council', None)
    """
    kind, dot, rest = id.partition(".")
    return f"{_KINDS[kind]}:{rest}" if dot and rest and kind in _KINDS else None


def decoded_office(id: str) -> str | None:
    """The office that an id of an entity stands for.

    >>> decoded_office("position.foreign-minister.ru"), decoded_office("NK-3Fx9")
    ('foreign-minister:ru', None)
    """
    head, dot, rest = id.partition(".")
    role, second, body = rest.partition(".")
    return f"{role}:{body}" if dot and second and head == "position" and role and body else None
