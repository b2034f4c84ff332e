"""`onrecord show`: one document in the terminal, source, cue and content marked."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.intake import Intake
from onrecord.cli.progress import metering
from onrecord.cli.sheet import sheet
from onrecord.cli.streams import put_bytes
from onrecord.documents import SourceOptions
from onrecord.domain.analysed import AnalysedDocument
from onrecord.errors import RecordError
from onrecord.exports.jsonl import jsonl_line

EPILOG = options.examples(
    "onrecord show 2031-03-12_tsn_corridor.txt",
    "onrecord show 1e42f0 --record news.sqlite",
    "onrecord show ./article.html",
    "onrecord show article.txt --json | jq '.statements[].speakers'",
)


@command
def show(
    document: Annotated[
        str,
        typer.Argument(
            metavar="DOC",
            help="An id (or its beginning) or a name in the record; or a file, read on the fly.",
            show_default=False,
        ),
    ],
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Show a document with its statements marked.

    Source, cue and content are in colour, statements numbered and listed, with when, where and to
    whom each was said and the words that tell it. Where the day of publication was inferred, its
    reasons are named, and what was set aside. The record is asked first; what it does not hold may
    be a file, which is then read without being kept.
    """
    kept = _from_record(document, record)
    if kept:
        _show(kept, as_json=json)
        return ExitCode.OK
    with metering(None, quiet=quiet, bar=False) as meter:
        intake = Intake([document], SourceOptions(), meter)
        for analysed in wiring.default_pipeline(1).analyse(intake.documents()):
            _show(analysed, as_json=json)
    return intake.exit_code()


def _from_record(document: str, record: Path) -> AnalysedDocument | None:
    """The document in the record; None where it must be the file of that name."""
    try:
        with wiring.open_record(record, create=False) as kept:
            return kept.document(document)
    except RecordError:
        if Path(document).is_file():
            return None
        raise


def _show(analysed: AnalysedDocument, *, as_json: bool) -> None:
    if as_json:
        put_bytes(jsonl_line(analysed))
        return
    on_terminal = sys.stdout.isatty()
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=not on_terminal)
    console.print(sheet(analysed, console.width if on_terminal else None))
