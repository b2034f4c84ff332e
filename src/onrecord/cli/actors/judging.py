"""`onrecord actors merge`, `different`, `unsure`, `split` and `undo`: what a person decides."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.actors.options import By, Key, Left, Reason, Right
from onrecord.cli.actors.wording import SAID, judgement_json
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put_json, say
from onrecord.domain.judgement import Judgement, Verdict

MERGE = options.examples(
    'onrecord actors merge "Mirelda Quost" "Mirelda Kvost"',
    "onrecord actors merge person~1d0c8a52e9f3b7a6 person:jorun-tekk --by ada",
)
DIFFERENT = options.examples('onrecord actors different "Ylsa Marrak" "Tull Marrak"')
UNSURE = options.examples('onrecord actors unsure "J. Tekk" "Jorun Tekk"')
SPLIT = options.examples(
    'onrecord actors split "Ylsa Marrak" --document 2031-03-12_tsn_corridor.txt',
)
UNDO = options.examples("onrecord actors judgements", "onrecord actors undo 3")


@command
def merge(
    left: Left,
    right: Right,
    by: By = "",
    reason: Reason = "",
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Say that two actors are one.

    It holds for every document that is added later, and through every new extraction, until it is
    taken back with `actors undo`. What contradicts an earlier judgement is refused, with status 8.
    """
    return _judge(record, Verdict.SAME, left, right, by, reason, as_json=json, quiet=quiet)


@command
def different(
    left: Left,
    right: Right,
    by: By = "",
    reason: Reason = "",
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Say that two actors are two, whatever their names.

    They are never joined again, and not asked about.
    """
    return _judge(record, Verdict.DIFFERENT, left, right, by, reason, as_json=json, quiet=quiet)


@command
def unsure(
    left: Left,
    right: Right,
    by: By = "",
    reason: Reason = "",
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Say that nobody can tell whether two actors are one.

    They stay as they are, and are not asked about again.
    """
    return _judge(record, Verdict.UNSURE, left, right, by, reason, as_json=json, quiet=quiet)


@command
def split(
    actor: Key,
    document: Annotated[
        str,
        typer.Option(metavar="DOC", help="The document: an id, its beginning, or a name."),
    ],
    by: By = "",
    reason: Reason = "",
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Say that an actor is somebody else in one document.

    For namesakes: the actor's statements in that document are given to an actor of their own, who
    may then be merged with another.
    """
    with wiring.open_record(record, create=False) as kept:
        made = kept.split(actor, document, by=by, reason=reason)
    for judgement in made:
        _tell(judgement, as_json=json, quiet=quiet)
    return ExitCode.OK


@command
def undo(
    number: Annotated[
        int,
        typer.Argument(
            metavar="N", min=1, help="A number of `actors judgements`.", show_default=False
        ),
    ],
    by: By = "",
    reason: Reason = "",
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Take a judgement back, as if it had never been made.

    Both are kept in `actors judgements`; undoing the undoing makes it hold again.
    """
    with wiring.open_record(record, create=False) as kept:
        judgement = kept.undo(number, by=by, reason=reason)
    _tell(judgement, as_json=json, quiet=quiet)
    return ExitCode.OK


def _judge(
    record: Path,
    verdict: Verdict,
    left: str,
    right: str,
    by: str,
    reason: str,
    *,
    as_json: bool,
    quiet: bool,
) -> ExitCode:
    with wiring.open_record(record, create=False) as kept:
        judgement = kept.judge(verdict, left, right, by=by, reason=reason)
    _tell(judgement, as_json=as_json, quiet=quiet)
    return ExitCode.OK


def _tell(judgement: Judgement, *, as_json: bool, quiet: bool) -> None:
    if as_json:
        put_json(judgement_json(judgement))
    elif not quiet:
        say(told(judgement))


def told(judgement: Judgement) -> str:
    """What was decided, and how to take it back.

    >>> told(Judgement(3, Verdict.SAME, "person:a", "person:b", "2031-03-12T10:00:00Z"))
    'judgement 3: person:a and person:b are one actor; `onrecord actors undo 3` takes it back'
    """
    said = f"{judgement.left} and {judgement.right} {SAID[judgement.verdict]}"
    if judgement.undoes:
        return f"judgement {judgement.number} takes back {judgement.undoes}: that {said}"
    back = f"`onrecord actors undo {judgement.number}` takes it back"
    return f"judgement {judgement.number}: {said}; {back}"
