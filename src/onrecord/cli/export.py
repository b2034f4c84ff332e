"""`onrecord export`: the record in the forms that others read."""

import sys
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import crossing, wiring
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put_json, say, telling
from onrecord.domain.analysed import AnalysedDocument
from onrecord.exports.csv_file import EXCEL_CELL, write_csv
from onrecord.exports.jsonl import write_jsonl
from onrecord.exports.parquet import write_parquet
from onrecord.exports.target import Target
from onrecord.exports.written import Written

if TYPE_CHECKING:
    from onrecord.record import Record

EPILOG = options.examples(
    "onrecord export > record.jsonl",
    "onrecord export --format csv -o statements.csv",
    "onrecord export --format parquet -o statements.parquet",
    "onrecord export --format page -o record.html --title 'The Halvik talks'",
)


class ExportFormat(StrEnum):
    """What a record can be written as."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    PAGE = "page"


FILES_ONLY = frozenset({ExportFormat.PARQUET, ExportFormat.PAGE})
"""Formats that are no stream: a part of one is worth nothing."""

WRITERS: Mapping[ExportFormat, Callable[[Iterable[AnalysedDocument], Target], Written]] = {
    ExportFormat.JSONL: write_jsonl,
    ExportFormat.CSV: write_csv,
    ExportFormat.PARQUET: write_parquet,
}


@command
def export(
    format: Annotated[
        ExportFormat,
        typer.Option(
            help="jsonl: as `extract` writes; csv, parquet: a statement a row; page: one HTML file."
        ),
    ] = ExportFormat.JSONL,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, not to standard output."),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Title of the page, if not the record's name."),
    ] = None,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Write a record as JSON Lines, CSV, Parquet or a page.

    The page is one HTML file that needs nothing but a browser. A file appears only when it is
    whole. With -o and --json, what was written is told in JSON.
    """
    if output is None and format in FILES_ONLY:
        raise typer.BadParameter(f"{format.value!r} goes to a file: add -o FILE", param_hint="-o")
    with wiring.open_record(record, create=False) as kept:
        written = _write(kept, format, output, title, telling(quiet))
    if output is not None and json:
        put_json(_json(written, format, output))
    elif not quiet:
        say(_sentence(written, output))
    return ExitCode.OK


def _write(
    record: "Record",
    format: ExportFormat,
    output: Path | None,
    title: str | None,
    tell: Callable[[str], None],
) -> Written:
    if format is not ExportFormat.PAGE or output is None:
        return WRITERS[format](wiring.identified(record), output or sys.stdout.buffer)
    held = record.summary()
    crossing.write_page(record, output, title or record.path.stem, tell)
    return Written(held.documents, held.statements)


def _sentence(written: Written, output: Path | None) -> str:
    where = f" to {str(output)!r}" if output else ""
    long_cells = (
        f"; {written.long_cells:,} cells are longer than the {EXCEL_CELL:,} characters Excel shows"
        if written.long_cells
        else ""
    )
    return (
        f"{written.documents:,} documents with {written.statements:,} statements "
        f"written{where}{long_cells}"
    )


def _json(written: Written, format: ExportFormat, output: Path) -> dict[str, object]:
    return {
        "output": str(output),
        "format": format.value,
        "documents": written.documents,
        "statements": written.statements,
        "long_cells": written.long_cells,
    }
