"""`onrecord verify`: does every kept quotation stand where the record says?"""

from typing import TYPE_CHECKING

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put, put_json, say

if TYPE_CHECKING:
    from onrecord.record import Orphan

EPILOG = options.examples("onrecord verify", "onrecord verify --record news.sqlite --json")


@command
def verify(
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Check every anchor of a record.

    Lists the kept quotations that are not what stands at their offsets. None is ever moved to a
    look-alike. The exit status is 5 if there is one.
    """
    orphans = 0
    with wiring.open_record(record, create=False) as kept:
        for orphan in kept.verify():
            orphans += 1
            if json:
                put_json(_json(orphan))
            else:
                put(_line(orphan))
    if not quiet:
        say(f"{orphans:,} anchors do not hold" if orphans else "every anchor holds")
    return ExitCode.ORPHANED if orphans else ExitCode.OK


def _line(orphan: "Orphan") -> str:
    place = f"{orphan.name}:{orphan.span.start}-{orphan.span.end}"
    return f"{place} {orphan.role}: kept {orphan.exact!r}, found {orphan.found!r}"


def _json(orphan: "Orphan") -> dict[str, object]:
    statement = {"statement": orphan.statement_id} if orphan.statement_id else {}
    return {
        "document": orphan.document_id,
        "name": orphan.name,
        **statement,
        "role": orphan.role,
        "span": [orphan.span.start, orphan.span.end],
        "exact": orphan.exact,
        "found": orphan.found,
    }
