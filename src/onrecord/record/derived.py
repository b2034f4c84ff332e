"""What was derived from which state of the record."""

from sqlalchemy import Connection, delete, select

from onrecord.record.bulk import insert_rows
from onrecord.record.schema_positions import derived

FINDINGS = "findings"


def state_of(connection: Connection) -> int:
    """A number that changes whenever a statement or an actor does."""
    return int(mark_of(connection, FINDINGS) or 0)


def touch(connection: Connection) -> None:
    """Something changed that others derive from."""
    keep_mark(connection, FINDINGS, str(state_of(connection) + 1))


def mark_of(connection: Connection, what: str) -> str | None:
    """The mark that was kept with it, if it was derived at all."""
    found = select(derived.c.mark).where(derived.c.what == what)
    return connection.execute(found).scalar_one_or_none()


def keep_mark(connection: Connection, what: str, mark: str) -> None:
    """Keep what it was derived from."""
    forget_mark(connection, what)
    insert_rows(connection, derived, [{"what": what, "mark": mark}])


def forget_mark(connection: Connection, what: str) -> None:
    """It is to be derived anew."""
    connection.execute(delete(derived).where(derived.c.what == what))
