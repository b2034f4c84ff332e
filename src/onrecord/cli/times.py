"""`onrecord times`: the expressions of time of a document, with their TIMEX3 values."""

import json as json_
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.intake import Intake
from onrecord.cli.progress import metering
from onrecord.cli.streams import put
from onrecord.cli.wording import day_of, one_line
from onrecord.documents import SourceOptions
from onrecord.domain.document import DateCandidate, DateSource, Document
from onrecord.domain.time import TimeExpression
from onrecord.errors import InvalidQuery
from onrecord.lexicon.partial_dates import first_day, last_day

EPILOG = options.examples(
    "onrecord times article.txt --published 2013-05-08",
    "onrecord times article.txt --published 2013-05 --json | jq -r '.[].value'",
    "cat article.txt | onrecord times - --published 2013-05-08",
)


@command
def times(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A document, or - for standard input.", show_default=False
        ),
    ],
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="When it was published: 2013-05-08, or no more than 2013-05 or 2013. "
            "If absent, what the document says or allows.",
        ),
    ] = None,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Find the expressions of time of a document.

    Each with its place, type and value as TIMEX3 has them, and the days that it covers. What is
    counted from the day of publication has an X where that is not known. With --json, one array a
    document; offsets are code points of its text.
    """
    stated = _stated(published)
    pipeline = wiring.default_pipeline(1)
    with metering(None, quiet=quiet, bar=False) as meter:
        intake = Intake([file], SourceOptions(), meter)
        for document in intake.documents():
            analysed = pipeline.analyse_one(_dated(document, stated))
            _write(document.text, analysed.times, as_json=json)
    return intake.exit_code()


def _stated(published: str | None) -> DateCandidate | None:
    """The day, month or year of --published. Raises InvalidQuery where it is none."""
    if published is None:
        return None
    try:
        first, last = first_day(published), last_day(published)
    except ValueError as error:
        raise InvalidQuery(
            f"--published is no date: {published!r}; write 2013, 2013-01 or 2013-01-05"
        ) from error
    if first is None or last is None:
        raise InvalidQuery("--published is empty: write 2013, 2013-01 or 2013-01-05, or leave it")
    return DateCandidate(first, last, DateSource.STATED, "--published", published)


def _dated(document: Document, stated: DateCandidate | None) -> Document:
    return replace(document, dates=(stated, *document.dates)) if stated else document


def _write(text: str, found: Sequence[TimeExpression], *, as_json: bool) -> None:
    if as_json:
        put(json_.dumps([_json(text, one) for one in found], ensure_ascii=False))
    else:
        for line in _lines(text, found):
            put(line)


def _json(text: str, found: TimeExpression) -> dict[str, object]:
    row: dict[str, object] = {
        "span": [found.span.start, found.span.end],
        "text": found.span.of(text),
        "type": found.type.value,
        "value": found.value,
        "step": found.step.value,
    }
    if found.mod:
        row["mod"] = found.mod
    if found.period:
        row |= {"from": found.period.first.isoformat(), "to": found.period.last.isoformat()}
    if found.anchor:
        row["anchor"] = [found.anchor.start, found.anchor.end]
    return row


def _lines(text: str, found: Sequence[TimeExpression]) -> Iterator[str]:
    """Columns: place, type, value, days, words."""
    width = max((len(one.value) for one in found), default=0)
    for one in found:
        days = day_of(one.period) if one.period else ""
        place = f"{one.span.start}-{one.span.end}"
        words = one_line(one.span.of(text))
        yield f"{place:>13}  {one.type.value:<8}  {one.value:<{width}}  {days:<23}  {words}"
