"""A JSON file that holds one document or a list of them."""

import json
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import cast

from onrecord.documents.encodings import decode
from onrecord.documents.jsonl import read_jsonl
from onrecord.documents.options import SourceOptions
from onrecord.documents.rows import Row, row_document
from onrecord.documents.skipped import Skipped
from onrecord.domain.document import Document
from onrecord.errors import UnsupportedFormat

LIST_NAMES = ("articles", "documents", "items", "results", "data", "rows", "entries")
"""Where an answer of a news API keeps its list."""


def read_json(
    stream: BufferedReader, name: str, options: SourceOptions
) -> Iterator[Document | Skipped]:
    """The documents of `stream`, read whole; what is no single JSON value is read line by line."""
    raw = stream.read(options.max_bytes + 1)
    if len(raw) > options.max_bytes:
        detail = f"it is larger than {options.max_bytes} bytes; save it as JSON Lines to stream it"
        yield Skipped(name, "too-large", detail)
        return
    try:
        value = json.loads(decode(raw, override=options.encoding).text)
    except UnsupportedFormat as error:
        yield Skipped(name, "binary", str(error))
    except (ValueError, RecursionError):
        yield from read_jsonl(BufferedReader(BytesIO(raw)), name, options)
    else:
        yield from _read_value(value, name, options)


def _read_value(value: object, name: str, options: SourceOptions) -> Iterator[Document | Skipped]:
    rows = _rows(value)
    if not rows:
        yield Skipped(name, "no-text", "it holds no list of documents; save it as JSON Lines")
    for number, row in enumerate(rows, start=1):
        place = f"{name}#{number}"
        if isinstance(row, dict):
            raw = json.dumps(row, sort_keys=True).encode("utf-8")
            yield row_document(cast(Row, row), place, "jsonl", raw, options)
        else:
            detail = f"entry {number} is a JSON {type(row).__name__}, not an object; leave it out"
            yield Skipped(place, "bad-json", detail)


def _rows(value: object) -> list[object]:
    """The list itself, the list inside an object, or the one object."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    lists = (value.get(name) for name in LIST_NAMES)
    return next((found for found in lists if found and isinstance(found, list)), [value])
