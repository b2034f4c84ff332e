"""`onrecord issues add`, `list` and `remove`."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord import crossing, wiring
from onrecord.cli import options
from onrecord.cli.actors.wording import count
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.groups import refuse_options_before
from onrecord.cli.issues.arguments import IssueKey
from onrecord.cli.issues.wording import issue_json, issue_line
from onrecord.cli.streams import put, put_json, say

ADD = options.examples("onrecord issues add issues.toml")
LIST = options.examples("onrecord issues list", "onrecord issues list --json | jq -r .id")
REMOVE = options.examples("onrecord issues remove corridor-opening")


@command
def add(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A TOML file with [[issue]]s.", show_default=False),
    ],
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Keep the issues of a TOML file in the record.

    An issue whose id is there already is replaced; what people judged on it stays. Statements on
    it are found, and their stance is told, when they are first asked for.
    """
    with wiring.open_record(record, create=False) as kept:
        added = tuple(crossing.add_issues(kept, file))
    for issue in added:
        if json:
            put_json(issue_json(issue))
        elif not quiet:
            put(issue_line(issue))
    if not quiet:
        say(f"{count(len(added), 'issue')} kept")
    return ExitCode.OK


@command
def issues(
    context: typer.Context,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """List the issues of a record, and find, follow and judge what is said on them.

    An issue is a proposition that someone can be for or against. Without a command it lists them.
    """
    if context.invoked_subcommand is not None:
        refuse_options_before(context)
        return ExitCode.OK
    return _list(record, json=json, quiet=quiet)


@command
def list_(
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """List the issues of the record."""
    return _list(record, json=json, quiet=quiet)


def _list(record: Path, *, json: bool, quiet: bool) -> ExitCode:
    with wiring.open_record(record, create=False) as kept:
        found = tuple(kept.issues())
    for issue in found:
        if json:
            put_json(issue_json(issue))
        else:
            put(issue_line(issue))
    if not quiet:
        say(
            count(len(found), "issue") if found else "no issue yet; `onrecord issues add` adds some"
        )
    return ExitCode.OK


@command
def remove(
    id: IssueKey,
    record: options.RecordFile = options.DEFAULT_RECORD,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Take an issue out of the record; what people judged on it stays, for when it comes back."""
    with wiring.open_record(record, create=False) as kept:
        issue = kept.remove_issue(id)
    if not quiet:
        say(f"{issue.id!r} removed")
    return ExitCode.OK
