"""A record as lines of text that two records with the same content share, byte for byte.

Keys and the order of adding leave no trace in it; no time of day is kept anywhere.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict

from sqlalchemy import Connection, select

from onrecord.record.load import Loaded, load, load_date_candidates
from onrecord.record.schema import names

DumpedValue = object


def dump_document(connection: Connection, key: int) -> Iterator[str]:
    """The document, each name it was found under, and each anchor, as JSON lines in order."""
    for loaded in load(connection, [key]):
        yield _line("document", asdict(loaded.analysed))
        yield from _name_lines(connection, key)
        yield from _anchor_lines(loaded)


def _name_lines(connection: Connection, key: int) -> Iterator[str]:
    of_document = select(names).where(names.c.document_key == key).order_by(names.c.position)
    for row in connection.execute(of_document).all():
        facts = {name: value for name, value in row._mapping.items() if not name.endswith("key")}
        candidates = load_date_candidates(connection, row.key)
        yield _line("name", {**facts, "dates": [asdict(found) for found in candidates]})


def _anchor_lines(loaded: Loaded) -> Iterator[str]:
    for finding in loaded.findings:
        for role, anchors in sorted(finding.anchors.items()):
            for part, anchor in enumerate(anchors):
                row = {
                    "statement": finding.statement.id,
                    "role": role,
                    "part": part,
                    "span": [anchor.span.start, anchor.span.end],
                    "quote": [anchor.prefix, anchor.exact, anchor.suffix],
                }
                yield _line("anchor", row)


def _line(sort: str, row: dict[str, DumpedValue]) -> str:
    return json.dumps({"sort": sort, **row}, sort_keys=True, default=str)
