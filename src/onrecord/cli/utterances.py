"""`onrecord utterances`: which reports are of one and the same act of speech."""

from typing import Annotated

import typer

from onrecord import crossing, wiring
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.days import window
from onrecord.cli.exits import ExitCode
from onrecord.cli.streams import put, put_json, say
from onrecord.cli.utterance_json import utterance_json
from onrecord.cli.utterance_wording import UtteranceText

EPILOG = options.examples(
    'onrecord utterances --by "Mirelda Quost" --about corridor',
    "onrecord utterances --document 2031-03-13_courier_corridor.txt --all",
    "onrecord utterances --since 2033-02 --until 2033-02",
    "onrecord utterances --json | jq '.reports[] | select(.changes != null) | .changes[].kind'",
)


@command
def utterances(
    by: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A name of the speaker, whichever is used; or an id."),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help='Words of a report; "together" in double quotes.'),
    ] = None,
    document: Annotated[
        str | None, typer.Option(metavar="DOC", help="Reported in it: an id, or a name.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Said then or later: 2013, 2013-01 or 2013-01-05."),
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Said then or earlier.")] = None,
    all: Annotated[
        bool, typer.Option("--all", help="Also what only one statement reports.")
    ] = False,
    record: options.RecordFile = options.DEFAULT_RECORD,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Show statements that report one act of speech, together.

    One is shown if any statement that reports it passes all filters; then all of its reports are,
    in order of publication. Each is compared word by word with the fullest quotation: [-words-] are
    missing, {+words+} are new, and "!" says where that may change what was said: a negation, a
    number, a name, a condition. "exact" has the same words, "wire copy" the same sentence around
    them, "cut" left words out, "altered" has nearly the same words but says something else,
    "paraphrased" and "translated" have others. Statements and outlets are counted apart.
    """
    first, last = window(since, until)
    shown = statements = 0
    tell = wiring.silent if quiet else say
    for utterance, reported in crossing.utterances_of(
        record, by=by, about=about, document=document, since=first, until=last, tell=tell
    ):
        if len(utterance.retellings) < 2 and not all:
            continue
        shown, statements = shown + 1, statements + len(utterance.retellings)
        if json:
            put_json(utterance_json(utterance, reported))
        else:
            put("\n".join(UtteranceText(utterance, reported).lines()))
    if not quiet:
        say(f"{shown:,} utterances in {statements:,} statements" if shown else _nothing(all))
    return ExitCode.OK


def _nothing(all: bool) -> str:
    return "no statement passes these filters" if all else "nothing is reported more than once"
