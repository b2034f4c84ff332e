"""Parquet, with one statement a row, for DuckDB, pandas, R and whoever reads columns.

pyarrow is an extra, and large: it is imported when something is written, and only here.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from datetime import date
from importlib import import_module
from itertools import islice
from types import ModuleType, UnionType
from typing import BinaryIO, get_args, get_type_hints

from onrecord.domain.analysed import AnalysedDocument
from onrecord.errors import MissingExtra
from onrecord.exports.rows import StatementRow, rows_of
from onrecord.exports.target import Target, opened
from onrecord.exports.unicode_text import encodable
from onrecord.exports.written import Written

ROWS_AT_ONCE = 10_000
"""Rows of a group: some 10 MB in memory, and large enough for columns to compress."""

Value = str | float | date | None


def write_parquet(analysed: Iterable[AnalysedDocument], target: Target) -> Written:
    """Write a row a statement; columns are those of `StatementRow`, days are dates.

    Lone surrogates become U+FFFD. Raises MissingExtra where pyarrow is not installed.
    """
    arrow, parquet = _import("pyarrow"), _import("pyarrow.parquet")
    with opened(target) as file, tempfile.TemporaryFile() as spool:
        written = _write(arrow, parquet, analysed, spool)
        spool.seek(0)
        shutil.copyfileobj(spool, file)
    return written


def _import(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtra(
            "Parquet needs pyarrow, which is not installed: pip install 'onrecord[parquet]'"
        ) from error


def _write(
    arrow: ModuleType, parquet: ModuleType, analysed: Iterable[AnalysedDocument], file: BinaryIO
) -> Written:
    schema = _schema(arrow)
    counted = _Counted(analysed)
    rows = (_values(row) for found in counted for row in rows_of(found))
    statements = 0
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while group := list(islice(rows, ROWS_AT_ONCE)):
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))
            statements += len(group)
    return Written(counted.documents, statements)


class _Counted:
    """Documents, counted as they go by."""

    def __init__(self, analysed: Iterable[AnalysedDocument]) -> None:
        self._analysed = analysed
        self.documents = 0

    def __iter__(self) -> Iterator[AnalysedDocument]:
        for found in self._analysed:
            self.documents += 1
            yield found


def _schema(arrow: ModuleType) -> object:
    types = {
        str: arrow.string(),
        float: arrow.float64(),
        int: arrow.int8(),
        date: arrow.date32(),
    }
    hints = get_type_hints(StatementRow)
    return arrow.schema(
        [
            arrow.field(
                field.name, types[_plain(hints[field.name])], _may_be_none(hints[field.name])
            )
            for field in fields(StatementRow)
        ]
    )


def _plain(hint: type | UnionType) -> type:
    """The type that a column holds where it holds something."""
    found: type = get_args(hint)[0] if isinstance(hint, UnionType) else hint
    return found


def _may_be_none(hint: type | UnionType) -> bool:
    return isinstance(hint, UnionType)


def _values(row: StatementRow) -> dict[str, Value]:
    return {
        name: encodable(value) if isinstance(value, str) else value
        for name, value in asdict(row).items()
    }
