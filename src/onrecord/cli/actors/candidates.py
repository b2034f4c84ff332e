"""`onrecord actors candidates`: pairs that a person is to judge."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.actors.asking import Inquiry
from onrecord.cli.actors.options import By
from onrecord.cli.actors.wording import actor_json, count
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put, put_json, say
from onrecord.cli.wording import one_line

if TYPE_CHECKING:
    from onrecord.record import CandidatePair, Record, StoredActor

DEFAULT_LIMIT = 20
"""Pairs to a screen or two; the likeliest come first."""

EPILOG = options.examples(
    "onrecord actors candidates",
    "onrecord actors candidates --judge --by ada",
    "onrecord actors candidates --json --limit 1000 | jq .score",
)


@command
def candidates(
    judge: Annotated[
        bool,
        typer.Option(
            "--judge", help="Ask about one pair after the other: yes, no, unsure, skip or quit."
        ),
    ] = False,
    by: By = "",
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="At most so many pairs.")
    ] = DEFAULT_LIMIT,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """List pairs of actors that may be one, the likeliest first.

    Their names are too much alike to be kept apart without a question and too little to be joined
    by the machine. With --judge, each answer is kept at once and asked for only once.
    """
    if judge and not at_terminal():
        raise typer.BadParameter(
            "there is no terminal to answer at: use actors merge, different or unsure",
            param_hint="--judge",
        )
    with wiring.open_record(record, create=False) as kept:
        if judge:
            _ask(kept, by, limit)
            return ExitCode.OK
        shown = 0
        for shown, pair in enumerate(kept.candidates(limit), start=1):
            if json:
                put_json(_json(pair))
            else:
                put("\n".join(pair_lines(pair, shown)))
    if not quiet:
        say(count(shown, "pair") if shown else "there is no pair to judge")
    return ExitCode.OK


def at_terminal() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty()


def _ask(record: "Record", by: str, limit: int) -> None:
    """Show pairs and keep the answers; whatever ends it, the answers so far are kept."""
    inquiry = Inquiry(record, by)
    try:
        for number, pair in enumerate(inquiry.pairs(limit), start=1):
            put("\n".join(pair_lines(pair, number)))
            if not inquiry.answer(pair):
                break
    finally:
        say(f"{count(inquiry.kept, 'answer')} kept")


def pair_lines(pair: "CandidatePair", number: int) -> Iterator[str]:
    """A pair with what speaks for and against it."""
    yield f"[{number}]  {pair.left.kind.value}, score {pair.score:.2f}"
    yield f"    A  {_side(pair.left)}"
    yield f"    B  {_side(pair.right)}"
    for noun, both in (
        ("country", pair.countries),
        ("office", pair.offices),
        ("document", pair.documents),
    ):
        if both:
            yield f"    both have the {noun} {', '.join(map(one_line, both))}"


def _side(actor: "StoredActor") -> str:
    also = ", ".join(one_line(name) for name in actor.names if name != actor.name)
    heard = f"{count(actor.documents, 'document')}, {count(actor.statements, 'statement')}"
    facts = [one_line(actor.name), *([f"also {also}"] if also else []), heard]
    facts += [fact for fact in ((actor.country or "").upper(), ", ".join(actor.offices)) if fact]
    return f"{actor.id}  {'; '.join(facts)}"


def _json(pair: "CandidatePair") -> dict[str, object]:
    return {
        "score": pair.score,
        "left": actor_json(pair.left),
        "right": actor_json(pair.right),
        "left_profile": pair.left_profile,
        "right_profile": pair.right_profile,
        "countries": list(pair.countries),
        "offices": list(pair.offices),
        "documents": list(pair.documents),
    }
