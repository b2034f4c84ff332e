"""`onrecord documents`: what is in the record."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put, put_json
from onrecord.cli.wording import UNDATED

if TYPE_CHECKING:
    from onrecord.record import DocumentSummary

EPILOG = options.examples(
    "onrecord documents",
    'onrecord documents --about "ceasefire line"',
    "onrecord documents --json | jq -r .name",
)


@command
def documents(
    about: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only documents that mention these words.")
    ] = None,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
) -> ExitCode:
    """List the documents of a record, by name."""
    with wiring.open_record(record, create=False) as kept:
        for summary in kept.documents(about):
            if json:
                put_json(_json(summary))
            else:
                put(_line(summary))
    return ExitCode.OK


def _line(summary: "DocumentSummary") -> str:
    copies = f"  (also {', '.join(summary.copies)})" if summary.copies else ""
    day = summary.published_from.isoformat() if summary.published_from else UNDATED
    return f"{summary.id}  {day:<10}  {summary.statements:>4} statements  {summary.name}{copies}"


def _json(summary: "DocumentSummary") -> dict[str, object]:
    published = {"from": summary.published_from, "to": summary.published_to}
    return {
        "id": summary.id,
        "name": summary.name,
        "format": summary.format,
        "outlet": summary.outlet,
        "title": summary.title,
        "url": summary.url,
        "published": {key: day.isoformat() for key, day in published.items() if day},
        "statements": summary.statements,
        "notes": summary.notes,
        "copies": list(summary.copies),
        "run": summary.run_id,
    }
