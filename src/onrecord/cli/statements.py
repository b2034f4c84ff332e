"""`onrecord statements`: what did X say about Y."""

import textwrap
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.actors.options import Match, NameMatching
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put, put_json, say
from onrecord.cli.wording import day_of, one_line, place_of, qualities_of, speakers_of
from onrecord.domain.statement import Statement, StatementKind
from onrecord.exports.contract import extracted_published, extracted_statement

if TYPE_CHECKING:
    from onrecord.record import StoredStatement

WIDTH = 100
"""Columns that content is wrapped to."""

EPILOG = options.examples(
    'onrecord statements --by "Mirelda Quost" --about corridor --since 2033-01',
    "onrecord statements --about '\"opening of the corridor\"' --kind direct",
    "onrecord statements --by 'Йорун Текк' --match transliterated",
    "onrecord statements --outlet TSN --until 2031 --limit 20",
    "onrecord statements --by quost --json | jq .content_words",
)


@command
def statements(
    by: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A name of the speaker, whichever is used; or an id."),
    ] = None,
    match: Match = NameMatching.FOLDED,
    about: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help='Words of the content; "together" in double quotes.'),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Published then or later: 2013, 2013-01 or 2013-01-05."),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Published then or earlier.")
    ] = None,
    kind: Annotated[
        StatementKind | None, typer.Option(help="How much stands between quotation marks.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Published by this outlet.")
    ] = None,
    document: Annotated[
        str | None, typer.Option(metavar="DOC", help="In this document: an id, or a name.")
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")] = None,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Answer what did X say about Y.

    Statements come by date of publication, the undated last. One that passes all filters is
    shown. --by finds an actor under all of its names; case and diacritics do not matter unless
    --match is exact, and words of the source as written will do as well.
    """
    query = wiring.statement_query(
        by=by,
        by_match=match.value,
        about=about,
        since=since,
        until=until,
        kind=kind,
        outlet=outlet,
        document=document,
        limit=limit,
    )
    found = 0
    with wiring.open_record(record, create=False) as kept:
        for stored in kept.statements(query):
            found += 1
            if json:
                put_json(_json(stored))
            else:
                put("\n".join(_lines(stored)))
    if not quiet:
        say(f"{found:,} statements" if found else "no statement passes these filters")
    return ExitCode.OK


def _lines(stored: "StoredStatement") -> Iterator[str]:
    statement = stored.statement
    speaker = speakers_of(_as_actors(stored, named=True).speakers, stored.source_words)
    orphaned = "  ORPHANED: its anchors do not hold" if stored.orphaned else ""
    yield f"{day_of(stored.published)}  {speaker}  [{qualities_of(statement)}]{orphaned}"
    yield from textwrap.wrap(
        one_line(stored.content_words), WIDTH, initial_indent="    ", subsequent_indent="    "
    )
    outlet = f"{stored.outlet}, " if stored.outlet else ""
    yield f"    — {outlet}{stored.name}:{place_of(statement)}"


def _as_actors(stored: "StoredStatement", *, named: bool = False) -> Statement:
    """The statement with the record's actors in the place of its document's name profiles.

    Where `named`, they go by the names that the record prefers.
    """
    links = zip(stored.statement.speakers, stored.speakers, strict=True)
    speakers = tuple(
        replace(link, profile=speaker.actor, name=speaker.name if named else link.name)
        for link, speaker in links
    )
    return replace(stored.statement, speakers=speakers)


def _json(stored: "StoredStatement") -> dict[str, object]:
    """The contract's statement, its words, and the facts of its document."""
    facts = {"outlet": stored.outlet, "title": stored.title, "url": stored.url}
    return {
        "document": stored.document_id,
        "name": stored.name,
        **{key: value for key, value in facts.items() if value is not None},
        "published": extracted_published(stored.published),
        **extracted_statement(_as_actors(stored)),
        "source_words": stored.source_words,
        "cue_words": stored.cue_words,
        "content_words": stored.content_words,
        "orphaned": stored.orphaned,
    }
