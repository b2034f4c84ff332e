"""`onrecord actors export`: actors, offices and tenures for other programs."""

import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.actors.wording import count
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put_json, say
from onrecord.exports.actors.csv_file import write_actors_csv
from onrecord.exports.actors.ftm import write_actors_ftm
from onrecord.exports.actors.written import ActorsWritten
from onrecord.exports.target import Target

EPILOG = options.examples(
    "onrecord actors export -o actors.csv",
    "onrecord actors export --format ftm > actors.ftm.json",
    "onrecord actors export --imported -o ministers.csv",
)


class TableFormat(StrEnum):
    """What actors can be written as."""

    CSV = "csv"
    FTM = "ftm"


WRITERS: Mapping[TableFormat, Callable[..., ActorsWritten]] = {
    TableFormat.CSV: write_actors_csv,
    TableFormat.FTM: write_actors_ftm,
}


@command
def export(
    format: Annotated[
        TableFormat, typer.Option(help="csv: a table; ftm: FollowTheMoney JSON lines.")
    ] = TableFormat.CSV,
    imported: Annotated[
        bool, typer.Option("--imported", help="Only what was imported, as it was imported.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, not to standard output."),
    ] = None,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Write a record's actors, with all their names, offices and terms.

    What is written can be read with `actors import`. With -o and --json, what was written is told
    in JSON.
    """
    target: Target = output or sys.stdout.buffer
    with wiring.open_record(record, create=False) as kept:
        items = wiring.imported_items(kept) if imported else wiring.actor_items(kept)
        written = WRITERS[format](items, target)
    if output is not None and json:
        put_json(_json(written, format, output))
    elif not quiet:
        where = f" to {str(output)!r}" if output else ""
        parts = [count(written.actors, "actor"), count(written.offices, "office")]
        say(f"{', '.join(parts)}, {count(written.tenures, 'tenure')} written{where}")
    return ExitCode.OK


def _json(written: ActorsWritten, format: TableFormat, output: Path) -> dict[str, object]:
    return {
        "output": str(output),
        "format": format.value,
        "actors": written.actors,
        "offices": written.offices,
        "tenures": written.tenures,
    }
