"""`onrecord issues show`: an issue, and who says what on it."""

from typing import Annotated

import typer

from onrecord import crossing, wiring
from onrecord.cli import options
from onrecord.cli.actors.wording import count
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.issues.arguments import IssueKey, Limit
from onrecord.cli.issues.wording import (
    counts_line,
    issue_lines,
    position_json,
    position_lines,
)
from onrecord.cli.streams import put, put_json, say, telling
from onrecord.domain.issue import Position, Stance
from onrecord.domain.reported import ReportedStatement

EPILOG = options.examples(
    "onrecord issues show corridor-opening",
    "onrecord issues show corridor-opening --stance conditional",
    "onrecord issues show corridor-opening --json | jq .stance",
)


@command
def show(
    id: IssueKey,
    stance: Annotated[Stance | None, typer.Option(help="Only those that take this stance.")] = None,
    limit: Limit = None,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Show an issue and every statement on it, with the stance it takes and the words that say so.

    By the day of saying, the undated last. `judged` is what a person decided; `model` what the
    network told, `learned` where judgements on this issue changed that; `denied`, `question`,
    `hypothetical`, `quoted-opponent`, `declined` and `negated` are rules of form.
    """
    with wiring.open_record(record, create=False) as kept:
        issue = kept.issue(id)
        found = sorted(crossing.positions_of(kept, issue.id, telling(quiet)), key=by_day)
    chosen = [each for each in found if stance is None or each[1].stance is stance][:limit]
    if not json:
        put("\n".join(issue_lines(issue)))
        put("")
    for statement, position in chosen:
        if json:
            put_json(position_json(statement, position))
        else:
            put("\n".join(position_lines(statement, position)))
    if not quiet:
        say(f"{count(len(found), 'statement')}: {counts_line(each for _, each in found)}")
    return ExitCode.OK


def by_day(found: tuple[ReportedStatement, Position]) -> tuple[bool, str, str, str]:
    """What positions are ordered by: the day of saying, then the statement."""
    statement, _ = found
    said = statement.said
    day = said.first.isoformat() if said else ""
    return (said is None, day, statement.key.document_id, statement.key.statement_id)
