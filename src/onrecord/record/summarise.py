"""What is in a record, counted."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, distinct, func, select

from onrecord.domain.document import DateSource
from onrecord.domain.run import Run
from onrecord.domain.statement import LinkStatus
from onrecord.record.actors import preferred_names
from onrecord.record.schema import (
    documents,
    names,
    notes,
    run_versions,
    speaker_links,
    statements,
)
from onrecord.record.search import mentions
from onrecord.record.speaking import select_appearing, select_speaking
from onrecord.record.stored import DocumentSummary, RecordSummary, RunTally, Tally

TOP_SPEAKERS = 20
"""A summary is read on one screen."""

_CHUNK = 200
_WITH_A_NAME = (LinkStatus.NAMED.value, LinkStatus.GROUP.value)
"""A description or an office is no one speaker across documents."""


def summarise(connection: Connection) -> RecordSummary:
    """Count what is in the record."""
    first, last = connection.execute(
        select(func.min(documents.c.published_first), func.max(documents.c.published_last))
    ).one()
    unresolved = _unresolved(connection)
    count = _count(connection, statements)
    return RecordSummary(
        documents=_count(connection, documents),
        copies=_count(connection, names, names.c.position > 0),
        statements=count,
        kinds=_tallies(connection, statements.c.kind),
        statuses=_tallies(connection, speaker_links.c.status),
        speakers=_speakers(connection),
        notes=_tallies(connection, notes.c.reason),
        runs=tuple(_runs(connection)),
        published_from=first,
        published_to=last,
        actors=_actors(connection),
        resolved=count - sum(tally.count for tally in unresolved),
        unresolved=unresolved,
    )


def _identified() -> ColumnElement[bool]:
    """Links to an actor, or in records that knew none, to somebody with a name."""
    with_a_name = speaker_links.c.status.in_(_WITH_A_NAME) & speaker_links.c.name.is_not(None)
    return speaker_links.c.profile.is_not(None) | with_a_name


def _unresolved(connection: Connection) -> tuple[Tally, ...]:
    first = and_(speaker_links.c.statement_key == statements.c.key, speaker_links.c.position == 0)
    status = func.coalesce(speaker_links.c.status, LinkStatus.NONE.value)
    counted = func.count().label("count")
    resolved = select(speaker_links.c.statement_key).where(_identified())
    question = (
        select(status, counted)
        .select_from(statements.outerjoin(speaker_links, first))
        .where(statements.c.key.not_in(resolved))
        .group_by(status)
        .order_by(counted.desc(), status)
    )
    return tuple(Tally(name, number) for name, number in connection.execute(question))


def _speakers(connection: Connection) -> tuple[Tally, ...]:
    """Who made most statements; actors by what they are called, the others by their name."""
    spoken = select_speaking().subquery()
    counted = func.count(distinct(spoken.c.statement_key)).label("count")
    question = select(spoken.c.actor, counted).group_by(spoken.c.actor)
    ranked = question.order_by(counted.desc(), spoken.c.actor).limit(TOP_SPEAKERS)
    numbers: dict[str, int] = {row[0]: row[1] for row in connection.execute(ranked)}
    called = preferred_names(connection, numbers)
    nobodies = speaker_links.c.profile.is_(None), speaker_links.c.name.is_not(None)
    others = _tallies(
        connection,
        speaker_links.c.name,
        (*nobodies, speaker_links.c.status.in_(_WITH_A_NAME)),
        TOP_SPEAKERS,
    )
    actors = [Tally(called[actor], number) for actor, number in numbers.items()]
    ordered = sorted((*actors, *others), key=lambda tally: (-tally.count, tally.name))
    return tuple(ordered[:TOP_SPEAKERS])


def _actors(connection: Connection) -> int:
    found = select_appearing().subquery()
    question = select(func.count(distinct(found.c.actor)))
    return int(connection.execute(question).scalar_one())


def list_documents(connection: Connection, about: str | None) -> Iterator[DocumentSummary]:
    """One line a document, by name; only those that mention `about`, where it is given."""
    question = (
        select(
            documents.c.key,
            documents.c.id,
            documents.c.run_id,
            documents.c.published_first,
            documents.c.published_last,
            documents.c.published_how,
            *(names.c[fact] for fact in ("name", "format", "outlet", "title", "url")),
            _of_document(statements).label("statements"),
            _of_document(notes).label("notes"),
        )
        .join_from(documents, names)
        .where(names.c.position == 0)
        .order_by(names.c.name, documents.c.id)
    )
    if about and about.strip():
        question = question.where(mentions(documents, about))
    rows = connection.execute(question, execution_options={"yield_per": _CHUNK})
    for chunk in rows.partitions():
        copies = _copies(connection, [row.key for row in chunk])
        for row in chunk:
            yield DocumentSummary(
                id=row.id,
                name=row.name,
                format=row.format,
                outlet=row.outlet,
                title=row.title,
                url=row.url,
                published_from=row.published_first,
                published_to=row.published_last,
                published_how=DateSource(row.published_how or DateSource.UNKNOWN),
                statements=row.statements,
                notes=row.notes,
                copies=tuple(copies.get(row.key, ())),
                run_id=row.run_id,
            )


def _of_document(table: Table) -> ColumnElement[int]:
    counted = select(func.count()).select_from(table)
    return counted.where(table.c.document_key == documents.c.key).scalar_subquery()


def _copies(connection: Connection, keys: Sequence[int]) -> dict[int, list[str]]:
    question = select(names.c.document_key, names.c.name).where(
        names.c.document_key.in_(keys), names.c.position > 0
    )
    found: dict[int, list[str]] = {}
    for row in connection.execute(question.order_by(names.c.document_key, names.c.position)):
        found.setdefault(row.document_key, []).append(row.name)
    return found


def _count(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    question = select(func.count()).select_from(table).where(*conditions)
    return int(connection.execute(question).scalar_one())


def _tallies(
    connection: Connection,
    column: Column[str],
    conditions: tuple[ColumnElement[bool], ...] = (),
    limit: int | None = None,
) -> tuple[Tally, ...]:
    counted = func.count().label("count")
    question = select(column, counted).where(*conditions).group_by(column)
    rows = connection.execute(question.order_by(counted.desc(), column).limit(limit))
    return tuple(Tally(name, count) for name, count in rows)


def _runs(connection: Connection) -> Iterator[RunTally]:
    counted = select(documents.c.run_id, func.count()).group_by(documents.c.run_id)
    for run_id, count in connection.execute(counted.order_by(documents.c.run_id)).all():
        question = select(run_versions.c.component, run_versions.c.version)
        versions = connection.execute(
            question.where(run_versions.c.run_id == run_id).order_by(run_versions.c.position)
        )
        yield RunTally(Run(run_id, tuple((row.component, row.version) for row in versions)), count)
