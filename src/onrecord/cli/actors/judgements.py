"""`onrecord actors judgements`: what people decided."""

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.actors.wording import count, judgement_json, judgement_line, taken_back
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put, put_json, say

EPILOG = options.examples("onrecord actors judgements", "onrecord actors judgements --json")


@command
def judgements(
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """List every judgement in the order of making, those taken back included."""
    with wiring.open_record(record, create=False) as kept:
        found = list(kept.judgements())
    gone = taken_back(found)
    for judgement in found:
        if json:
            put_json({**judgement_json(judgement), "undone": judgement.number in gone})
        else:
            put(judgement_line(judgement) + ("  [taken back]" if judgement.number in gone else ""))
    if not quiet:
        say(count(len(found), "judgement") if found else "nobody has judged anything yet")
    return ExitCode.OK
