"""`onrecord summary`: the record, counted."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put, put_json

if TYPE_CHECKING:
    from onrecord.record import RecordSummary, Tally

EPILOG = options.examples(
    "onrecord summary",
    "onrecord summary --record news.sqlite",
    "onrecord summary --json | jq .kinds",
)


@command
def summary(
    record: options.RecordFile = options.DEFAULT_RECORD, json: options.AsJson = False
) -> ExitCode:
    """Count what is in a record.

    Documents, statements, their kinds, who speaks most, what was odd, which versions read them.
    """
    with wiring.open_record(record, create=False) as kept:
        found = kept.summary()
    if json:
        put_json(_json(found))
    else:
        put("\n".join(_lines(found)))
    return ExitCode.OK


def _lines(found: "RecordSummary") -> Iterator[str]:
    days = f", {found.published_from} to {found.published_to}" if found.published_from else ""
    copies = f" and {found.copies:,} copies" if found.copies else ""
    yield f"{found.documents:,} documents{copies}{days}"
    yield f"{found.statements:,} statements, {found.resolved:,} by {_speakers(found)}"
    for heading, tallies in (
        ("kinds", found.kinds),
        ("speakers are", found.statuses),
        ("most often, without the unresolved", found.speakers),
        ("unresolved", found.unresolved),
        ("noted", found.notes),
    ):
        yield from _section(heading, tallies)
    for run in found.runs:
        versions = ", ".join(f"{name} {version}" for name, version in run.run.versions)
        yield f"read by run {run.run.id}: {run.documents:,} documents ({versions})"


def _speakers(found: "RecordSummary") -> str:
    nobody = sum(tally.count for tally in found.unresolved)
    return f"a known speaker, {nobody:,} unresolved; {found.actors:,} actors"


def _section(heading: str, tallies: "Sequence[Tally]") -> Iterator[str]:
    if tallies:
        yield f"{heading}:"
    for tally in tallies:
        yield f"  {tally.count:>7,}  {tally.name}"


def _json(found: "RecordSummary") -> dict[str, object]:
    published = {"from": found.published_from, "to": found.published_to}
    return {
        "documents": found.documents,
        "copies": found.copies,
        "statements": found.statements,
        "actors": found.actors,
        "resolved": found.resolved,
        "unresolved": _counts(found.unresolved),
        "published": {key: day.isoformat() for key, day in published.items() if day},
        "kinds": _counts(found.kinds),
        "statuses": _counts(found.statuses),
        "speakers": _counts(found.speakers),
        "notes": _counts(found.notes),
        "runs": [
            {"id": run.run.id, "versions": dict(run.run.versions), "documents": run.documents}
            for run in found.runs
        ],
    }


def _counts(tallies: "Sequence[Tally]") -> dict[str, int]:
    return {tally.name: tally.count for tally in tallies}
