"""`onrecord add`: sources into a record."""

from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.intake import Intake, tally
from onrecord.cli.progress import Meter, metering
from onrecord.cli.streams import put_json, say
from onrecord.documents import SourceOptions
from onrecord.documents.options import MAX_BYTES
from onrecord.domain.analysed import AnalysedDocument
from onrecord.domain.document import Document

if TYPE_CHECKING:
    from onrecord.pipeline import Pipeline
    from onrecord.record import Record

NEW = ("added", "replaced")
"""Outcomes that bring statements; a copy's are in the record already."""

ONE_AT_A_TIME = 1
"""Documents in a transaction: whatever stops the process, no finished document is lost."""

EPILOG = options.examples(
    "onrecord add articles/ page.html corpus.jsonl",
    "onrecord add 'news/**/*.txt' --record news.sqlite",
    "onrecord add dump.csv --text-field body --published-field day",
    "zcat corpus.jsonl.gz | onrecord add - --format jsonl",
)


@command
def add(
    paths: options.Paths,
    record: Annotated[
        Path, typer.Option("--record", metavar="FILE", help="The record; made if there is none.")
    ] = options.DEFAULT_RECORD,
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
    """Read documents into a record.

    A document that the same version has read before is passed over, so the same command can be
    run again at any time: after an interruption it carries on. What cannot be read is named, with
    the reason, and the rest goes on.
    """
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
    pipeline = wiring.default_pipeline(threads)
    total = None if quiet else wiring.count_sources(paths, source_options)
    with (
        wiring.open_record(record) as kept,
        _told_when_interrupted(kept),
        metering(total, quiet=quiet) as meter,
    ):
        addition = _Addition(kept, Intake(paths, source_options, meter), meter)
        addition.run(wiring.knowing(pipeline, kept))
    addition.report(as_json=json, quiet=quiet)
    return addition.intake.exit_code()


class _Addition:
    """Documents on their way into a record, counted."""

    def __init__(self, record: "Record", intake: Intake, meter: Meter) -> None:
        self.intake = intake
        self._record = record
        self._meter = meter
        self._outcomes: Counter[str] = Counter()
        self._statements = 0
        self._on_the_way: deque[int] = deque()

    def run(self, pipeline: "Pipeline") -> None:
        """Add what is new; what this run has read before does not reach the encoder."""

        def known(document: Document) -> bool:
            found = self._record.knows(document.text_sha256, document.name, pipeline.run.id)
            self._outcomes["unchanged"] += found
            return found

        analysed = pipeline.analyse(self.intake.documents(known))
        for outcome in self._record.add_many(self._passed_on(analysed), ONE_AT_A_TIME):
            self._outcomes[outcome.value] += 1
            statements = self._on_the_way.popleft()
            if outcome.value in NEW:
                self._statements += statements

    def _passed_on(self, analysed: Iterator[AnalysedDocument]) -> Iterator[AnalysedDocument]:
        """The same documents; outcomes come later, in the same order."""
        for found in analysed:
            self._on_the_way.append(len(found.statements))
            self._meter.done(found.document)
            yield found

    def report(self, *, as_json: bool, quiet: bool) -> None:
        """Say what was done."""
        counts = {
            "read": self.intake.read,
            "added": self._outcomes["added"],
            "unchanged": self._outcomes["unchanged"],
            "copies": self._outcomes["copy"],
            "replaced": self._outcomes["replaced"],
        }
        if as_json:
            skipped = dict(sorted(self.intake.skipped.items()))
            put_json(
                {
                    "record": str(self._record.path),
                    **counts,
                    "skipped": skipped,
                    "statements": self._statements,
                }
            )
        elif not quiet:
            read = counts.pop("read")
            done = ", ".join(f"{count:,} {name}" for name, count in counts.items())
            say(f"{read:,} documents read: {done}; {self._statements:,} statements added")
            if self.intake.skipped:
                say(f"{self.intake.skipped.total():,} skipped: {tally(self.intake.skipped)}")


@contextmanager
def _told_when_interrupted(record: "Record") -> Iterator[None]:
    """After Ctrl-C, say what the record holds; whole documents only, and the file is sound."""
    try:
        yield
    except KeyboardInterrupt:
        held = record.summary()
        say(
            f"kept: {str(record.path)!r} holds {held.documents:,} documents with "
            f"{held.statements:,} statements; run the same command again to carry on"
        )
        raise
