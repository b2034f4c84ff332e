"""`onrecord check`: quotations held against official transcripts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from onrecord import crossing, wiring
from onrecord.cli import options
from onrecord.cli.check_json import checked_json
from onrecord.cli.check_wording import lines_of
from onrecord.cli.command import command
from onrecord.cli.days import window
from onrecord.cli.exits import ExitCode
from onrecord.cli.intake import Intake, tally
from onrecord.cli.progress import Meter, metering
from onrecord.cli.streams import put, put_json
from onrecord.documents import SourceOptions
from onrecord.documents.options import MAX_BYTES
from onrecord.domain.period import Period
from onrecord.domain.reported import ReportedStatement
from onrecord.domain.transcript import Checked, Transcript
from onrecord.errors import InvalidQuery

EPILOG = options.examples(
    "onrecord check article.txt --against transcripts/",
    'onrecord check news.jsonl --against kremlin/ --by "Mirelda Quost" --since 2033-02',
    "onrecord check --record onrecord.sqlite --against 0214.html --json | jq .verdict",
    "onrecord check article.html --against a.html --against b.html --all",
)

EVERY = 500
"""Quotations after which standard error hears how far it is."""


@command
def check(
    quotes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUOTES...",
            help="Reports with the quotations: what `onrecord extract` takes.",
            show_default=False,
        ),
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TRANSCRIPT",
            help="An official transcript, or a folder of them; may be given several times.",
            show_default=False,
        ),
    ] = None,
    record: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Take the quotations from this record instead."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only quotations of this speaker.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Said then or later: 2013, 2013-01 or 2013-01-05."),
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Said then or earlier.")] = None,
    all: Annotated[
        bool, typer.Option("--all", help="Also check what is not between quotation marks.")
    ] = False,
    text_field: options.TextField = None,
    id_field: options.IdField = None,
    title_field: options.TitleField = None,
    outlet_field: options.OutletField = None,
    url_field: options.UrlField = None,
    published_field: options.PublishedField = None,
    author_field: options.AuthorField = None,
    format: options.FormatOfSources = None,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = MAX_BYTES,
    threads: options.Threads = None,
    json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Check quotations against the primary record.

    Each is exact (whole sentences, word for word), cut (words left out), altered (reworded,
    another translation, or another content: a negation, number, name or condition) or not found,
    with the passage on record and the difference: [-on record only-] {+in the quotation only+}.

    Only turns of the quotation's speaker count as his words, and only those spoken before the
    report. Not found says whether a transcript of that speaker and day was searched at all.
    The options on fields and format hold for the reports, not for the transcripts.
    """
    first, last = window(since, until)
    _check_sources(quotes, against, record)
    with metering(None, quiet=quiet, bar=False) as meter:
        primary = Intake(against or (), SourceOptions(max_bytes=max_bytes), meter)
        ready = crossing.transcripts_ready(_transcripts(primary, meter))
        source_options = SourceOptions(
            text=text_field,
            id=id_field,
            title=title_field,
            outlet=outlet_field,
            url=url_field,
            published=published_field,
            author=author_field,
            format=format,
            encoding=encoding,
            max_bytes=max_bytes,
        )
        intake = None if record else Intake(quotes or (), source_options, meter)
        reported = _reported(record, by) if intake is None else _analysed(intake, threads, meter)
        wanted = crossing.said_by(reported, by) if by else reported
        within = (one for one in wanted if _within(one.said, first, last))
        counts = _write(crossing.check_quotations(within, ready, indirect=all), json, meter)
        meter.say(_summary(counts))
    ends = [sources.exit_code() for sources in (primary, intake) if sources is not None]
    return max(ends)


def _check_sources(
    quotes: Sequence[str] | None, against: Sequence[str] | None, record: Path | None
) -> None:
    if not against:
        raise InvalidQuery("nothing to check against: name transcripts with --against")
    if bool(quotes) == bool(record):
        raise InvalidQuery("name the reports with the quotations, or a record with --record")


def _transcripts(intake: Intake, meter: Meter) -> Iterator[Transcript]:
    """The transcripts that can be read. Raises DocumentError where there is none."""
    spoken = 0
    for document in intake.documents():
        transcript = crossing.read_transcript(document)
        spoken += bool(transcript.speakers)
        yield transcript
    intake.exit_code()
    meter.say(f"{intake.read:,} transcripts, {spoken:,} of them with turns of named speakers")
    if not spoken:
        meter.say(
            "no transcript has turns (“Name: words” at the beginning of a line), so that no words "
            "in them can be tied to a speaker"
        )


def _reported(record: Path | None, by: str | None) -> Iterator[ReportedStatement]:
    return crossing.reported(record, by=by) if record else iter(())


def _analysed(intake: Intake, threads: int | None, meter: Meter) -> Iterator[ReportedStatement]:
    for analysed in wiring.default_pipeline(threads).analyse(intake.documents()):
        yield from crossing.reported_in(analysed)
        meter.done(analysed.document)


def _within(said: Period | None, first: date | None, last: date | None) -> bool:
    """Whether it may have been said then; what has no day was said on none that is asked for."""
    if said is None:
        return first is None and last is None
    return (first is None or said.last >= first) and (last is None or said.first <= last)


def _write(found: Iterable[Checked], as_json: bool, meter: Meter) -> Counter[str]:
    counts: Counter[str] = Counter()
    for checked in found:
        counts[checked.verdict.value.replace("_", " ")] += 1
        if as_json:
            put_json(checked_json(checked))
        else:
            put("\n".join(lines_of(checked)) + "\n")
        if counts.total() % EVERY == 0:
            meter.say(f"{counts.total():,} quotations checked")
    return counts


def _summary(counts: Counter[str]) -> str:
    if not counts:
        return "no quotation passes these filters"
    return f"{counts.total():,} quotations: {tally(counts)}"
