"""The file that a record lives in: recognised, made, opened, never overwritten."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from onrecord.errors import NotARecord, RecordError
from onrecord.record.shape import (
    APPLICATION_ID,
    HEAD,
    KNOWN,
    application_id,
    bring_to_head,
    is_empty,
    shape_of,
)

BUSY_SECONDS = 60.0
"""How long one process waits for another that writes."""

_MAGIC = b"SQLite format 3\x00"
_ANOTHER = "name another file, or move this one away"


def open_engine(path: Path, *, create: bool) -> Engine:
    """An engine on the record at `path`, made or brought to the newest shape first.

    Raises NotARecord where the file is something else or newer, RecordError where there is none
    and `create` is false, or where it cannot be used.
    """
    fresh = _check_file(path, create=create)
    engine = _engine(path, "rwc" if fresh else "rw")
    try:
        with errors_named(path):
            _check_shape(engine, path, create=create)
            _use_wal(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def errors_named(path: Path) -> Iterator[None]:
    """Turn the database's errors into ours, with the file's name and the next step."""
    try:
        yield
    except (ProgrammingError, IntegrityError):
        raise
    except (DatabaseError, sqlite3.DatabaseError) as error:
        reason = str(error.orig if isinstance(error, DatabaseError) else error)
        if "not a database" in reason or "malformed" in reason:
            message = f"{str(path)!r} is damaged or no record ({reason}): restore it from a copy"
            raise NotARecord(message) from error
        raise RecordError(
            f"the record {str(path)!r} cannot be used ({reason}): check that the file and its "
            "folder can be written, that the disk has room, and that no other program holds it"
        ) from error


def _check_file(path: Path, *, create: bool) -> bool:
    """Whether the file is still to be made."""
    try:
        if path.is_dir():
            raise NotARecord(f"{str(path)!r} is a folder, not a record: name a file in it")
        head = _first_bytes(path)
    except OSError as error:
        raise RecordError(f"the record {str(path)!r} cannot be opened: {error.strerror}") from error
    if head and head != _MAGIC:
        raise NotARecord(f"{str(path)!r} exists and is not a record: {_ANOTHER}")
    if not head and not create:
        raise RecordError(f"there is no record at {str(path)!r}: `onrecord add` makes one")
    return not head


def _first_bytes(path: Path) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(len(_MAGIC))


def _engine(path: Path, mode: str) -> Engine:
    uri = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the record as it is now, whatever is added meanwhile."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that no other writes beside; all it writes is kept, or nothing."""
    with (
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        yield connection


def _check_shape(engine: Engine, path: Path, *, create: bool) -> None:
    with reading(engine) as connection:
        if application_id(connection) == APPLICATION_ID and shape_of(connection) == HEAD:
            return
        if not is_empty(connection):
            _refuse_strangers(connection, path)
        elif not create:
            raise NotARecord(f"{str(path)!r} is an empty database, not a record: {_ANOTHER}")
    with writing(engine) as connection:
        if shape_of(connection) != HEAD:
            bring_to_head(connection)


def _refuse_strangers(connection: Connection, path: Path) -> None:
    if application_id(connection) != APPLICATION_ID:
        raise NotARecord(f"{str(path)!r} is a database of another program: {_ANOTHER}")
    shape = shape_of(connection)
    if shape not in KNOWN:
        raise NotARecord(
            f"{str(path)!r} was written by a newer version of onrecord (shape {shape!r}, this "
            f"version knows up to {HEAD!r}): `pip install --upgrade onrecord`"
        )


def _use_wal(engine: Engine) -> None:
    """Readers and a writer side by side. SQLite does not wait for this lock, so we do."""
    deadline = time.monotonic() + BUSY_SECONDS
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        if driver is None:
            return
        while driver.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            try:
                driver.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
