"""`onrecord actors import`: actors, offices and tenures from other tables."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.actors.wording import count
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.intake import tally
from onrecord.cli.streams import put_json, say
from onrecord.errors import UnreadableFile
from onrecord.imports import ActorFormat, Item, LeftOut

if TYPE_CHECKING:
    from onrecord.record import ImportOutcome

EPILOG = options.examples(
    "onrecord actors import ministers.csv",
    "onrecord actors import officials.ftm.json --format ftm",
    "onrecord actors import wikidata-people.json.gz --record news.sqlite",
)


@command
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            help="CSV, FollowTheMoney JSON lines or Wikidata JSON, plain or gzip.",
            show_default=False,
        ),
    ],
    format: Annotated[
        ActorFormat | None, typer.Option(help="Read all as this, whatever they look like.")
    ] = None,
    record: Annotated[
        Path, typer.Option("--record", metavar="FILE", help="The record; made if there is none.")
    ] = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Take actors, offices and their holders over into a record.

    CSV has the columns id, kind, name, aliases (separated by ;), country, office, from, to, source,
    one row an actor or a tenure; only the name is needed. A row that cannot be used is named with
    its line, and the others are taken over. The same file twice changes nothing; one that gives
    an actor's terms of office replaces those that an earlier one gave.
    """
    table = _Table(files, format, quiet=quiet)
    with wiring.open_record(record) as kept:
        outcome = wiring.import_items(kept, table.items())
    if not table.taken and table.wrong:
        raise UnreadableFile(
            f"nothing could be used in {', '.join(repr(str(file)) for file in files)}; left out: "
            f"{tally(table.left_out)}"
        )
    _report(outcome, table, as_json=json, quiet=quiet)
    return ExitCode.SKIPPED if table.wrong else ExitCode.OK


class _Table:
    """What several files give, counted; what is wrong is named as it is met."""

    def __init__(
        self, files: Sequence[Path], format: ActorFormat | None, *, quiet: bool = False
    ) -> None:
        self.taken = self.wrong = 0
        self.left_out: Counter[str] = Counter()
        self._files = files
        self._format = format
        self._quiet = quiet

    def items(self) -> Iterator[tuple[Item, str]]:
        """What can be used, with the name of its file."""
        for path in self._files:
            for found in wiring.read_actors(path, self._format):
                if not isinstance(found, LeftOut):
                    self.taken += 1
                    yield found, path.name
                else:
                    self._leave_out(found)

    def _leave_out(self, found: LeftOut) -> None:
        self.left_out[found.reason] += 1
        self.wrong += found.wrong
        if found.wrong and not self._quiet:
            say(f"left out {found.place} ({found.reason}): {found.detail}")


def _report(outcome: "ImportOutcome", table: _Table, *, as_json: bool, quiet: bool) -> None:
    parts = {"actors": outcome.actors, "offices": outcome.offices, "tenures": outcome.tenures}
    if as_json:
        counts = {
            name: {"new": part.new, "changed": part.changed, "unchanged": part.unchanged}
            for name, part in parts.items()
        }
        put_json({**counts, "left_out": dict(sorted(table.left_out.items()))})
    elif not quiet:
        said = (
            f"{count(part.new + part.changed + part.unchanged, name[:-1])} "
            f"({part.new:,} new, {part.changed:,} changed)"
            for name, part in parts.items()
        )
        say(", ".join(said))
        if table.left_out:
            say(f"{table.left_out.total():,} left out: {tally(table.left_out)}")
