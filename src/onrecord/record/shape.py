"""The shape of a record: which migration it stands at, and how it gets to the newest."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

HEAD = "0004"
"""The newest migration; a test compares it with the migrations in the package."""

KNOWN = frozenset({"0001", "0002", "0003", HEAD})
"""Every migration that this version can start from."""

APPLICATION_ID = 0x4F6E5265
"""`OnRe`: SQLite's place in the file header for "whose file is this"."""

_MIGRATIONS = Path(__file__).parent / "migrations"


def application_id(connection: Connection) -> int:
    """Whose file this is; 0 where nobody signed it."""
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever put into the file."""
    return not inspect(connection).get_table_names() and application_id(connection) == 0


def shape_of(connection: Connection) -> str | None:
    """The migration that the record stands at."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if version is None else str(version)


def bring_to_head(connection: Connection) -> None:
    """Make the tables, or change them to the newest shape, inside the caller's transaction."""
    from alembic import command  # here: it loads for half a second and most runs never need it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
