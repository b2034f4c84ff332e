"""`onrecord statements`: what did X say about Y."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.actors.options import Match, NameMatching
from onrecord.cli.circumstances import Circumstances, when_of
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put, put_json, say
from onrecord.cli.wording import day_of, one_line, place_of, qualities_of, speakers_of
from onrecord.domain.act import Root
from onrecord.domain.occasion import OccasionKind, Party
from onrecord.domain.statement import Statement, StatementKind
from onrecord.exports.circumstances import extracted_published
from onrecord.exports.contract import extracted_statement

if TYPE_CHECKING:
    from onrecord.record import StoredParty, StoredStatement

WIDTH = 100
"""Columns that content is wrapped to."""

EPILOG = options.examples(
    'onrecord statements --by "Mirelda Quost" --about corridor --since 2033-01',
    "onrecord statements --about '\"opening of the corridor\"' --kind direct",
    "onrecord statements --by 'Йорун Текк' --match transliterated",
    "onrecord statements --outlet TSN --until 2031 --limit 20",
    'onrecord statements --said-in Halvik --occasion talks --to "Jorun Tekk"',
    "onrecord statements --to Tessaria --via TSN --since 2033-02-14 --until 2033-02-20",
    "onrecord statements --act REQUEST --to Ilmarra",
    "onrecord statements --by quost --json | jq .content_words",
)


class Order(StrEnum):
    """By what statements are ordered."""

    SAID = "said"
    PUBLISHED = "published"


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
        typer.Option(metavar="DATE", help="Said then or later: 2013, 2013-01 or 2013-01-05."),
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Said then or earlier.")] = None,
    said_in: Annotated[
        str | None, typer.Option(metavar="PLACE", help="Said in this place, such as Korvana.")
    ] = None,
    occasion: Annotated[
        OccasionKind | None, typer.Option(help="Said at this kind of occasion.")
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Said to them, or aimed at them; a name as for --by."),
    ] = None,
    via: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Passed on by this agency or outlet; as for --by."),
    ] = None,
    act: Annotated[
        Root | None, typer.Option(help="The act: a PLOVER root; none for plain comments.")
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
    order: Annotated[Order, typer.Option(help="What comes first.")] = Order.SAID,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")] = None,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Answer what did X say about Y.

    One that passes all filters is shown, by the day on which it was said, the undated last. Where
    nothing tells when it was said, the day of publication stands for it, also for --since and
    --until, which let through what may have been said then.

    --by, --to and --via find an actor under all of its names; case and diacritics do not matter
    unless --match is exact, and words as written will do as well. --to finds those spoken with
    (the interviewer's outlet, the other side of talks) and those whom the words are aimed at
    ("urged Ostrel to wait").
    """
    query = wiring.statement_query(
        by=by,
        by_match=match.value,
        about=about,
        since=since,
        until=until,
        said_in=said_in,
        occasion=occasion,
        to=to,
        via=via,
        act=act,
        kind=kind,
        outlet=outlet,
        document=document,
        order=order.value,
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
    when = when_of(statement, stored.published)
    yield f"{when}  {speaker}  [{qualities_of(statement)}]{orphaned}"
    yield from _indented(one_line(stored.content_words))
    yield from _indented("; ".join(_circumstances(stored).parts(day=False)))
    outlet = f"{stored.outlet}, " if stored.outlet else ""
    published = day_of(stored.published)
    also = f", published {published}" if stored.published and published != when else ""
    yield f"    — {outlet}{stored.name}:{place_of(statement)}{also}"


def _indented(words: str) -> Iterator[str]:
    yield from textwrap.wrap(words, WIDTH, initial_indent="    ", subsequent_indent="    ")


def _circumstances(stored: "StoredStatement") -> Circumstances:
    return Circumstances(
        stored.statement,
        stored.said_words,
        stored.occasion_words,
        _names(stored.counterparts),
        _names(stored.addressees),
        _names(stored.reported_via),
        stored.act_words,
        _names(stored.targets),
    )


def _names(parties: "Sequence[StoredParty]") -> tuple[str, ...]:
    return tuple(one_line(party.name) for party in parties)


def _as_actors(stored: "StoredStatement", *, named: bool = False) -> Statement:
    """The statement with the record's actors in the place of its document's name profiles.

    Where `named`, they go by the names that the record prefers.
    """
    links = zip(stored.statement.speakers, stored.speakers, strict=True)
    speakers = tuple(
        replace(link, profile=speaker.actor, name=speaker.name if named else link.name)
        for link, speaker in links
    )
    met, act = stored.statement.occasion, stored.statement.act
    return replace(
        stored.statement,
        speakers=speakers,
        occasion=replace(met, counterparts=_parties(met.counterparts, stored.counterparts))
        if met
        else None,
        addressees=_parties(stored.statement.addressees, stored.addressees),
        reported_via=_parties(stored.statement.reported_via, stored.reported_via),
        act=replace(act, targets=_parties(act.targets, stored.targets)) if act else None,
    )


def _parties(found: tuple[Party, ...], actors: "Sequence[StoredParty]") -> tuple[Party, ...]:
    pairs = zip(found, actors, strict=True)
    return tuple(replace(party, profile=actor.actor) for party, actor in pairs)


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
        "said_words": stored.said_words,
        "occasion_words": stored.occasion_words,
        "orphaned": stored.orphaned,
    }
