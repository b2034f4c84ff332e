"""`onrecord line`: has an actor's position changed?"""

import shutil
import sys
from typing import Annotated

import typer

from onrecord import crossing
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.days import window
from onrecord.cli.exits import ExitCode
from onrecord.cli.line_json import line_json
from onrecord.cli.line_wording import LineText
from onrecord.cli.streams import put, put_json, telling

EPILOG = options.examples(
    'onrecord line "Mirelda Quost" corridor-opening',
    "onrecord line state:ru assad-departure --roll-up --since 2013",
    "onrecord line 'Hadrun Oss' monitoring-mission --json | jq '.shifts[].kind'",
)


@command
def line(
    actor: Annotated[
        str,
        typer.Argument(
            metavar="ACTOR", help="An actor's id, or its full name.", show_default=False
        ),
    ],
    issue: Annotated[
        str, typer.Argument(metavar="ISSUE", help="An issue's id.", show_default=False)
    ],
    roll_up: Annotated[
        bool,
        typer.Option(
            "--roll-up", help="Count what a state's offices, ministries and spokespersons say too."
        ),
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Show what was said then or later: 2033 or 2033-02."),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Show what was said then or earlier.")
    ] = None,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Show an actor's positions on an issue over time, and where they shift.

    One entry is one utterance, however many outlets report it: + for, - against, ~ with a
    condition, ? unclear. A shift shows the statement before and the one after, the chance that it
    is one, and, after "!", what else may be behind the change: other outlets, paraphrase on one
    side, a gap in coverage, fewer than three utterances on a side. A single doubtful point between
    equals is marked and makes no shift. --since and --until choose what is shown: shifts are found
    in the whole line.
    """
    first, last = window(since, until)
    found, statements = crossing.line_of(
        record,
        actor,
        issue,
        rolled_up=roll_up,
        since=first,
        until=last,
        tell=telling(quiet),
    )
    if json:
        put_json(line_json(found, statements))
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        put("\n".join(LineText(found, statements, width).lines()))
    return ExitCode.OK
