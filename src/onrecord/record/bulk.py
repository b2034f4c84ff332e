"""Many rows into one table.

SQLAlchemy's own way prepares each row anew, which costs several times what SQLite takes to keep
it; a report has some 250 rows. Here the statement and the columns' conversions are looked up once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import cast

from sqlalchemy import Connection, Dialect, Table, insert
from sqlalchemy.types import TypeEngine

from onrecord.record.any_text import AnyText, bound

Value = str | int | float | date | None
"""What a column holds."""

Row = Mapping[str, Value]
Bound = Value | bytes


@dataclass(frozen=True, slots=True)
class _Plan:
    """The statement; the columns in its order; what turns a value into what the driver takes."""

    statement: str
    columns: tuple[str, ...]
    conversions: tuple[Callable[[Value], Bound] | None, ...]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert `rows`, each of which has every column of `table`."""
    if not rows:
        return
    plan = _plan(table, connection.dialect)
    by_column = [
        [convert(row[column]) for row in rows] if convert else [row[column] for row in rows]
        for column, convert in zip(plan.columns, plan.conversions, strict=True)
    ]
    in_order = list(zip(*by_column, strict=True))
    if connection.dialect.positional:
        connection.exec_driver_sql(plan.statement, in_order)
    else:
        named = [dict(zip(plan.columns, values, strict=True)) for values in in_order]
        connection.exec_driver_sql(plan.statement, named)


@lru_cache(maxsize=64)
def _plan(table: Table, dialect: Dialect) -> _Plan:
    columns = tuple(column.name for column in table.columns)
    return _Plan(
        str(insert(table).compile(dialect=dialect)),
        columns,
        tuple(_conversion(column.type, dialect) for column in table.columns),
    )


def _conversion(kind: TypeEngine[Value], dialect: Dialect) -> Callable[[Value], Bound] | None:
    if isinstance(kind, AnyText):
        return cast(Callable[[Value], Bound], bound)
    return kind.dialect_impl(dialect).bind_processor(dialect)
