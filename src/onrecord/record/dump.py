"""A record as lines of text that two records with the same content share, byte for byte.

Keys and the order of adding leave no trace in it, nor does the time of day of a judgement.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import groupby

from sqlalchemy import Connection, select

from onrecord.record.anchor import Anchor
from onrecord.record.dating import load_dates
from onrecord.record.importing import load_known_actors, load_offices, load_tenures
from onrecord.record.judged import load_judgements
from onrecord.record.load import Loaded, load
from onrecord.record.schema import names
from onrecord.record.schema_actors import actor_of, edges

_READ_AHEAD = 500

DumpedValue = object


def dump_document(connection: Connection, key: int) -> Iterator[str]:
    """The document, each name it was found under, and each anchor, as JSON lines in order."""
    for loaded in load(connection, [key]):
        yield _line("document", asdict(loaded.analysed))
        yield from _name_lines(connection, key)
        yield from _anchor_lines(loaded)


def dump_identity(connection: Connection) -> Iterator[str]:
    """Actors with their nodes, edges, judgements but for their time, and imports, as JSON lines."""
    members = select(actor_of.c.actor, actor_of.c.node).order_by(actor_of.c.actor, actor_of.c.node)
    rows = connection.execute(members, execution_options={"yield_per": _READ_AHEAD})
    for actor, nodes in groupby(rows, key=lambda row: str(row.actor)):
        yield _line("actor", {"id": actor, "nodes": [row.node for row in nodes]})
    found = select(edges).order_by(*edges.primary_key)
    for row in connection.execute(found, execution_options={"yield_per": _READ_AHEAD}):
        yield _line("edge", dict(row._mapping))
    for judgement in load_judgements(connection):
        facts = {name: value for name, value in asdict(judgement).items() if name != "made_at"}
        yield _line("judgement", facts)
    for sort, loaded in (
        ("known", load_known_actors(connection)),
        ("office", load_offices(connection)),
        ("tenure", load_tenures(connection)),
    ):
        for value in loaded:
            yield _line(sort, asdict(value))


def _name_lines(connection: Connection, key: int) -> Iterator[str]:
    of_document = select(names).where(names.c.document_key == key).order_by(names.c.position)
    rows = connection.execute(of_document).all()
    dates = load_dates(connection, [row.key for row in rows])
    for row in rows:
        facts = {name: value for name, value in row._mapping.items() if not name.endswith("key")}
        found = [asdict(candidate) for candidate in dates[row.key].candidates]
        yield _line("name", {**facts, "dates": found})


def _anchor_lines(loaded: Loaded) -> Iterator[str]:
    for finding in loaded.findings:
        for role, anchors in sorted(finding.anchors.items()):
            for part, anchor in anchors.items():
                row = {
                    "statement": finding.statement.id,
                    "role": role.value,
                    "part": part,
                    "span": [anchor.span.start, anchor.span.end],
                    "quote": [anchor.prefix, anchor.exact, anchor.suffix],
                }
                yield _line("anchor", row)
    for number, appearing in enumerate(loaded.appearing):
        for part, (kind, anchor) in enumerate(appearing.anchors):
            place = {"appearance": number, "part": part, "role": kind.value}
            yield _line("anchor", {**place, **_quote(anchor)})
    for number, (role_of_document, anchor) in enumerate(loaded.anchors):
        place = {"number": number, "role": role_of_document.value}
        yield _line("anchor", {**place, **_quote(anchor)})


def _quote(anchor: Anchor) -> dict[str, DumpedValue]:
    return {"span": [anchor.span.start, anchor.span.end], "quote": anchor.exact}


def _line(sort: str, row: Mapping[str, DumpedValue]) -> str:
    return json.dumps({"sort": sort, **row}, sort_keys=True, default=str)
