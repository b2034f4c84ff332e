"""Documents, with all that was found in them, read back from their rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Row, Select, Table, select

from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Block, BlockKind, Document
from onrecord.domain.note import Note
from onrecord.domain.occasion import Place
from onrecord.domain.run import Run
from onrecord.domain.span import Span
from onrecord.record.anchor import Anchor
from onrecord.record.appearing import Appearing, load_appearances
from onrecord.record.dating import Dated, load_dates
from onrecord.record.findings import Finding, findings, select_findings
from onrecord.record.role import DocumentRole
from onrecord.record.schema import (
    blocks,
    documents,
    names,
    notes,
    run_versions,
    statements,
)
from onrecord.record.timed import Timed, load_times

_FACTS = (
    "name",
    "raw_sha256",
    "format",
    "text_as_given",
    "encoding",
    "outlet",
    "title",
    "url",
    "author",
)
_PLACE = ("place", "place_start", "place_end", "place_exact")

AnyRow = Row[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document as it was added, and the findings and anchors that it is checked by."""

    analysed: AnalysedDocument
    findings: tuple[Finding, ...]
    appearing: tuple[Appearing, ...]
    anchors: tuple[tuple[DocumentRole, Anchor], ...]

    def lost(self) -> Iterator[tuple[DocumentRole, Anchor]]:
        """The document's own anchors that do not hold: of its dates, times and occasions."""
        text = self.analysed.document.text
        return ((role, anchor) for role, anchor in self.anchors if not anchor.holds(text))

    def checked(self) -> AnalysedDocument:
        """The document, with a note where an anchor does not hold."""
        text = self.analysed.document.text
        lost = [anchor for finding in self.findings for _, anchor in finding.lost(text)]
        lost += [anchor for found in self.appearing for _, anchor in found.lost(text)]
        lost += [anchor for _, anchor in self.lost()]
        found = tuple(Note("orphaned-anchor", anchor.span, anchor.exact) for anchor in lost)
        return replace(self.analysed, notes=self.analysed.notes + found) if found else self.analysed


def load(connection: Connection, keys: Sequence[int]) -> Iterator[Loaded]:
    """The documents of `keys`, in that order. The caller keeps `keys` short."""
    rows = {row.key: row for row in connection.execute(_select_documents(keys))}
    name_keys = [row.name_key for row in rows.values()]
    parts = _Parts(
        _by_parent(connection, blocks, keys),
        _by_parent(connection, notes, keys),
        load_dates(connection, name_keys),
        load_times(connection, keys),
        _findings_by_document(connection, keys),
        {row.run_id: _run(connection, row.run_id) for row in rows.values()},
        load_appearances(connection, keys),
    )
    for key in keys:
        yield _loaded(rows[key], parts)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The rows of several documents, by the key of what they are a part of."""

    blocks: Mapping[int, list[AnyRow]]
    notes: Mapping[int, list[AnyRow]]
    dates: Mapping[int, Dated]
    times: Mapping[int, list[Timed]]
    findings: Mapping[int, list[Finding]]
    runs: Mapping[str, Run]
    appearing: Mapping[int, list[Appearing]]


def _select_documents(keys: Sequence[int]) -> Select[tuple[object, ...]]:
    """Documents with where they were first found."""
    columns = (*documents.c, names.c.key.label("name_key"), *(names.c[f] for f in _FACTS + _PLACE))
    first_name = names.c.position == 0
    joined = select(*columns).join_from(documents, names)
    return joined.where(first_name, documents.c.key.in_(keys))


def _by_parent(
    connection: Connection, table: Table, keys: Sequence[int]
) -> Mapping[int, list[AnyRow]]:
    parent = next(iter(table.primary_key))
    found: dict[int, list[AnyRow]] = defaultdict(list)
    question = select(table).where(parent.in_(keys)).order_by(*table.primary_key)
    for row in connection.execute(question):
        found[row[0]].append(row)
    return found


def _findings_by_document(
    connection: Connection, keys: Sequence[int]
) -> Mapping[int, list[Finding]]:
    question = select_findings().where(statements.c.document_key.in_(keys))
    rows = connection.execute(question.order_by(statements.c.document_key, statements.c.position))
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings(connection, rows.all()):
        found[finding.document_key].append(finding)
    return found


def _run(connection: Connection, run_id: str) -> Run:
    question = select(run_versions.c.component, run_versions.c.version)
    of_run = question.where(run_versions.c.run_id == run_id).order_by(run_versions.c.position)
    return Run(run_id, tuple((row.component, row.version) for row in connection.execute(of_run)))


def _loaded(row: AnyRow, parts: _Parts) -> Loaded:
    found = tuple(parts.findings.get(row.key, ()))
    appearing = tuple(parts.appearing.get(row.key, ()))
    timed = parts.times.get(row.key, ())
    notes_by_scope = _notes(parts.notes.get(row.key, []))
    analysed = AnalysedDocument(
        _document(row, parts, notes_by_scope["document"]),
        tuple(finding.statement for finding in found),
        notes_by_scope["analysis"],
        parts.runs[row.run_id],
        tuple(one.appearance for one in appearing),
        tuple(one.expression for one in timed),
    )
    occurring = dict.fromkeys(one.occurring for one in found if one.occurring)
    anchored = (*timed, *occurring)
    anchors = (
        *_dateline(row),
        *parts.dates[row.name_key].anchors,
        *(anchor for one in anchored for anchor in one.anchors),
    )
    return Loaded(analysed, found, appearing, anchors)


def _document(row: AnyRow, parts: _Parts, found_odd: tuple[Note, ...]) -> Document:
    return Document(
        id=row.id,
        **{fact: getattr(row, fact) for fact in _FACTS},
        text=row.text,
        text_sha256=row.text_sha256,
        dates=parts.dates[row.name_key].candidates,
        blocks=tuple(
            Block(Span(block.start, block.end), BlockKind(block.kind))
            for block in parts.blocks.get(row.key, ())
        ),
        notes=found_odd,
        place=None if row.place is None else Place(Span(row.place_start, row.place_end), row.place),
    )


def _dateline(row: AnyRow) -> Iterator[tuple[DocumentRole, Anchor]]:
    if row.place is not None:
        span = Span(row.place_start, row.place_end)
        yield DocumentRole.DATELINE, Anchor(span, row.place_exact)


def _notes(rows: Sequence[AnyRow]) -> Mapping[str, tuple[Note, ...]]:
    found: dict[str, list[Note]] = {"document": [], "analysis": []}
    for row in rows:
        span = None if row.start is None else Span(row.start, row.end)
        found[row.scope].append(Note(row.reason, span, row.detail))
    return {scope: tuple(notes) for scope, notes in found.items()}
