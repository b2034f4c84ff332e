"""`onrecord issues find` and `suggest`: statements on an issue, and issues among statements."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import crossing, wiring
from onrecord.cli import options
from onrecord.cli.actors.wording import count
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.issues.arguments import Limit
from onrecord.cli.issues.wording import (
    hit_json,
    hit_lines,
    statement_json,
    suggestion_json,
    suggestion_lines,
)
from onrecord.cli.streams import put, put_json, say, telling
from onrecord.domain.issue import Issue
from onrecord.errors import InvalidQuery

if TYPE_CHECKING:
    from onrecord.record import Record

FIND = options.examples(
    "onrecord issues find corridor-opening",
    "onrecord issues find --file draft.toml --limit 10",
    "onrecord issues find corridor-opening --json | jq .reasons",
)
SUGGEST = options.examples(
    "onrecord issues suggest", "onrecord issues suggest --limit 5 --json | jq -r .proposition"
)

SUGGESTED = 10
"""How many issues are suggested unless told."""


@command
def find(
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="An issue's id, or its beginning.", show_default=False),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Issues of a TOML file, which are not kept."),
    ] = None,
    limit: Limit = None,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Find the statements that bear on an issue, the surest first, each with the reason for it.

    With --file an issue can be tried out before it is kept.
    """
    if (id is None) == (file is None):
        raise InvalidQuery("give either the id of an issue, or --file FILE")
    found = 0
    with wiring.open_record(record, create=False) as kept:
        for issue in _asked(kept, id, file):
            for statement, hit in tuple(crossing.find_in_record(kept, issue, telling(quiet)))[
                :limit
            ]:
                found += 1
                if json:
                    put_json({"issue": issue.id, **statement_json(statement), **hit_json(hit)})
                else:
                    put("\n".join(hit_lines(statement, hit)))
    if not quiet:
        say(count(found, "statement") if found else "no statement bears on it")
    return ExitCode.OK


def _asked(record: "Record", id: str | None, file: Path | None) -> tuple[Issue, ...]:
    if id is not None:
        return (record.issue(id),)
    return crossing.read_issues(file) if file is not None else ()


@command
def suggest(
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many.")] = SUGGESTED,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Suggest issues: what several speakers, or one on several days, say nearly the same about.

    The proposition is taken from the most typical statement's own words; rewrite it before you
    add it, so that one can be for or against it.
    """
    with wiring.open_record(record, create=False) as kept:
        found = tuple(crossing.suggest_issues(kept, limit, telling(quiet)))
    for suggested in found:
        if json:
            put_json(suggestion_json(suggested))
        else:
            put("\n".join(suggestion_lines(suggested)))
    if not quiet:
        say(count(len(found), "issue") if found else "nothing is said often enough to suggest one")
    return ExitCode.OK
