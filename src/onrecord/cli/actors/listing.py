"""`onrecord actors`: everybody in the record."""

from typing import Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.actors.options import Match, NameMatching
from onrecord.cli.actors.wording import actor_json, actor_line, count
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.groups import refuse_options_before
from onrecord.cli.streams import put, put_json, say
from onrecord.domain.actor import ActorKind

EPILOG = options.examples(
    "onrecord actors",
    "onrecord actors --kind person --country RU --limit 20",
    'onrecord actors --name "Йорун Текк" --match transliterated',
    "onrecord actors --json | jq -r .name",
)


@command
def actors(
    context: typer.Context,
    kind: Annotated[ActorKind | None, typer.Option(help="Only actors of this kind.")] = None,
    country: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Only actors of this country, as RU (ISO 3166-1)."),
    ] = None,
    name: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only actors with these words in a name.")
    ] = None,
    match: Match = NameMatching.FOLDED,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")] = None,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """List the actors of a record, and judge who is who.

    One line an actor: id, kind, country, in how many documents, how many statements, name. Without
    a command it lists; the commands look closer, judge, import and export.
    """
    if context.invoked_subcommand is not None:
        refuse_options_before(context)
        return ExitCode.OK
    query = wiring.actor_query(
        name=name, match=match.value, kind=kind, country=country, limit=limit
    )
    found = 0
    with wiring.open_record(record, create=False) as kept:
        for actor in kept.actors(query):
            found += 1
            if json:
                put_json(actor_json(actor))
            else:
                put(actor_line(actor))
    if not quiet:
        say(count(found, "actor") if found else "no actor passes these filters")
    return ExitCode.OK
