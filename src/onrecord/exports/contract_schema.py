"""The JSON Schema of the extract contract, generated from its types.

`python -m onrecord.exports.contract_schema > docs/extract.schema.json` writes the published file.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from types import NoneType, UnionType
from typing import Literal, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

from onrecord.exports.contract import ExtractedDocument

Json = str | int | bool | Sequence["Json"] | Mapping[str, "Json"]
Schema = dict[str, Json]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def contract_schema() -> Schema:
    """The schema of one line of `onrecord extract`. Fields of later versions are allowed."""
    found: dict[str, Schema] = {}
    top = _object(ExtractedDocument, found)
    return {
        "$schema": DIALECT,
        "title": "OnRecord extract",
        **top,
        "$defs": dict(sorted(found.items())),
    }


def _object(described: type, found: dict[str, Schema]) -> Schema:
    hints = get_type_hints(described, include_extras=True)
    required = [name for name, hint in hints.items() if get_origin(hint) is not NotRequired]
    return {
        "description": " ".join((described.__doc__ or "").split()),
        "type": "object",
        "properties": {name: _schema(_bare(hint), found) for name, hint in hints.items()},
        "required": required,
    }


def _bare(hint: object) -> object:
    return get_args(hint)[0] if get_origin(hint) is NotRequired else hint


def _schema(hint: object, found: dict[str, Schema]) -> Schema:
    """The schema of one type; objects are described once, in `found`."""
    if isinstance(hint, type) and is_typeddict(hint):
        if hint.__name__ not in found:
            found[hint.__name__] = {}
            found[hint.__name__] = _object(hint, found)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if isinstance(hint, type) and hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    return _composed(hint, found)


def _composed(hint: object, found: dict[str, Schema]) -> Schema:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is list:
        return {"type": "array", "items": _schema(parts[0], found)}
    if origin is tuple:
        items = [{**_schema(part, found), "minimum": 0} for part in parts]
        return {
            "type": "array",
            "prefixItems": items,
            "minItems": len(parts),
            "maxItems": len(parts),
        }
    if origin is UnionType:
        return {"anyOf": [_schema(part, found) for part in parts]}
    raise TypeError(f"the contract has a type without a JSON Schema: {hint!r}; describe it here")


def schema_text() -> str:
    """The published file, byte for byte."""
    return json.dumps(contract_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
