"""`onrecord documents`: what is in the record."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put, put_json
from onrecord.cli.wording import UNDATED, day_of
from onrecord.domain.period import Period

if TYPE_CHECKING:
    from onrecord.record import DocumentSummary

DATE_WIDTH = 19
"""Columns for a day and how it is known; an interval takes more."""

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
    """List the documents of a record, by name.

    Each with the days on which it may have been published, and how they came to be known: stated,
    from its metadata, or inferred from its text; `show` says why.
    """
    with wiring.open_record(record, create=False) as kept:
        for summary in kept.documents(about):
            if json:
                put_json(_json(summary))
            else:
                put(_line(summary))
    return ExitCode.OK


def _line(summary: "DocumentSummary") -> str:
    copies = f"  (also {', '.join(summary.copies)})" if summary.copies else ""
    found = f"{summary.statements:>4} statements  {summary.name}{copies}"
    return f"{summary.id}  {_published(summary):<{DATE_WIDTH}}  {found}"


def _published(summary: "DocumentSummary") -> str:
    """The days, and how they came to be known."""
    if not summary.published_from or not summary.published_to:
        return UNDATED
    days = Period(summary.published_from, summary.published_to)
    return f"{day_of(days)} {summary.published_how.value}"


def _json(summary: "DocumentSummary") -> dict[str, object]:
    days = {"from": summary.published_from, "to": summary.published_to}
    published = {key: day.isoformat() for key, day in days.items() if day}
    return {
        "id": summary.id,
        "name": summary.name,
        "format": summary.format,
        "outlet": summary.outlet,
        "title": summary.title,
        "url": summary.url,
        "published": {**published, "how": summary.published_how.value},
        "statements": summary.statements,
        "notes": summary.notes,
        "copies": list(summary.copies),
        "run": summary.run_id,
    }
