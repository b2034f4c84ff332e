"""The `onrecord` command."""

from typing import Annotated

import typer

import onrecord
from onrecord.cli import (
    act,
    actors,
    add,
    check,
    compare,
    documents,
    export,
    extract,
    issues,
    line,
    show,
    statements,
    summary,
    times,
    utterances,
    verify,
)
from onrecord.cli.streams import force_utf8, put

app = typer.Typer(
    name="onrecord",
    help="A source-anchored record of what public actors said, out of news coverage.",
    epilog="Data goes to standard output, talk to standard error; see docs/cli.md for exit codes.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command(epilog=add.EPILOG)(add.add)
app.command(epilog=extract.EPILOG)(extract.extract)
app.command(epilog=statements.EPILOG)(statements.statements)
app.command(epilog=show.EPILOG)(show.show)
app.add_typer(issues.app)
app.command(epilog=line.EPILOG)(line.line)
app.command(epilog=compare.EPILOG)(compare.compare)
app.command(epilog=utterances.EPILOG)(utterances.utterances)
app.add_typer(actors.app)
app.command(epilog=documents.EPILOG)(documents.documents)
app.command(epilog=summary.EPILOG)(summary.summary)
app.command(epilog=times.EPILOG)(times.times)
app.command(epilog=act.EPILOG)(act.act)
app.command(epilog=check.EPILOG)(check.check)
app.command(epilog=export.EPILOG)(export.export)
app.command(epilog=verify.EPILOG)(verify.verify)


def _print_version(wanted: bool) -> None:
    if wanted:
        put(f"onrecord {onrecord.__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Write the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """A source-anchored record of what public actors said, out of news coverage."""
    del version


def run() -> None:
    """The entry point: `onrecord` on the command line."""
    force_utf8()
    app()
