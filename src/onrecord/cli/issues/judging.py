"""`onrecord issues judge`, `undo` and `judgements`: what a person decides on a stance."""

from enum import StrEnum
from typing import Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.actors.options import By, Reason
from onrecord.cli.actors.wording import count
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.issues.arguments import IssueKey
from onrecord.cli.issues.wording import judgement_json, judgement_line, verdict_of
from onrecord.cli.streams import put, put_json, say
from onrecord.domain.issue import Stance, StanceJudgement

JUDGE = options.examples(
    "onrecord issues judge corridor-opening 3f9c01ab against --by ada",
    "onrecord issues judge corridor-opening 77d2 not-about --reason 'about another corridor'",
)
UNDO = options.examples("onrecord issues judgements", "onrecord issues undo 3")
JUDGEMENTS = options.examples(
    "onrecord issues judgements", "onrecord issues judgements corridor-opening --json"
)


class Verdict(StrEnum):
    """What can be decided about a statement on an issue."""

    FOR = "for"
    AGAINST = "against"
    CONDITIONAL = "conditional"
    UNCLEAR = "unclear"
    NOT_ABOUT = "not-about"

    @property
    def stance(self) -> Stance | None:
        """The stance; None where the statement does not bear on the issue."""
        return None if self is Verdict.NOT_ABOUT else Stance(self.value)


@command
def judge(
    id: IssueKey,
    statement: Annotated[
        str,
        typer.Argument(
            metavar="STATEMENT", help="A statement's id, or its beginning.", show_default=False
        ),
    ],
    verdict: Annotated[
        Verdict, typer.Argument(help="The stance that it takes.", show_default=False)
    ],
    by: By = "",
    reason: Reason = "",
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Say which stance a statement takes on an issue, or that it is not about it.

    The statement keeps that verdict through every new extraction, and the rest learn from it: a
    few judgements on an issue move the stances of statements like those judged.
    """
    with wiring.open_record(record, create=False) as kept:
        made = kept.judge_stance(id, statement, verdict.stance, by=by, reason=reason)
    _tell(made, as_json=json, quiet=quiet)
    return ExitCode.OK


@command
def undo(
    number: Annotated[
        int,
        typer.Argument(
            metavar="N", min=1, help="A number of `issues judgements`.", show_default=False
        ),
    ],
    by: By = "",
    reason: Reason = "",
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Take a judgement of a stance back, as if it had never been made.

    Both are kept in `issues judgements`; undoing the undoing makes it hold again.
    """
    with wiring.open_record(record, create=False) as kept:
        made = kept.undo_stance(number, by=by, reason=reason)
    _tell(made, as_json=json, quiet=quiet)
    return ExitCode.OK


@command
def judgements(
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="Only those on this issue.", show_default=False),
    ] = None,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """List every judgement of a stance in the order of making, those taken back included."""
    with wiring.open_record(record, create=False) as kept:
        found = kept.stance_judgements(kept.issue(id).id if id else None)
    gone = {judgement.undoes for judgement in found if judgement.undoes}
    for judgement in found:
        if json:
            put_json({**judgement_json(judgement), "undone": judgement.number in gone})
        else:
            put(judgement_line(judgement) + ("  [taken back]" if judgement.number in gone else ""))
    if not quiet:
        say(count(len(found), "judgement") if found else "nobody has judged a stance yet")
    return ExitCode.OK


def _tell(judgement: StanceJudgement, *, as_json: bool, quiet: bool) -> None:
    if as_json:
        put_json(judgement_json(judgement))
    elif not quiet:
        say(told(judgement))


def told(judgement: StanceJudgement) -> str:
    """What was decided, and how to take it back.

    >>> from onrecord.domain.issue import StatementKey
    >>> key = StatementKey("d", "3f9c01ab77d2")
    >>> told(StanceJudgement(3, "mission", key, Stance.FOR, "2034-04-05T10:00:00Z"))
    'judgement 3: 3f9c01ab is for on mission; `onrecord issues undo 3` takes it back'
    """
    verdict = verdict_of(judgement).replace("-", " ")
    said = f"{judgement.key.statement_id[:8]} is {verdict} on {judgement.issue_id}"
    if judgement.undoes:
        return f"judgement {judgement.number} takes back {judgement.undoes}: that {said}"
    back = f"`onrecord issues undo {judgement.number}` takes it back"
    return f"judgement {judgement.number}: {said}; {back}"
