"""`onrecord extract`: sources to JSON Lines, without a record."""

import sys

from onrecord import wiring
from onrecord.cli import options
from onrecord.cli.command import command
from onrecord.cli.exits import ExitCode
from onrecord.cli.intake import Intake, tally
from onrecord.cli.progress import metering
from onrecord.cli.streams import put_bytes, say
from onrecord.documents import SourceOptions
from onrecord.documents.options import MAX_BYTES
from onrecord.exports.jsonl import jsonl_line

EPILOG = options.examples(
    "onrecord extract article.txt",
    "onrecord extract articles/ > statements.jsonl",
    "cat article.txt | onrecord extract - | head -n 1",
    "onrecord extract dump.jsonl --text-field body --quiet",
)


@command
def extract(
    paths: options.Paths,
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
    json: options.AsJson = True,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Write what is said in documents as JSON Lines.

    One object a document, as soon as it is read; nothing is kept. Offsets count code points of the
    text: of the file as given for .txt, of the "text" in the object for every other format. Output
    is JSON with or without --json.
    """
    del json
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
    with metering(total, quiet=quiet, bar=not sys.stdout.isatty()) as meter:
        intake = Intake(paths, source_options, meter)
        for analysed in pipeline.analyse(intake.documents()):
            put_bytes(jsonl_line(analysed))
            meter.done(analysed.document)
    if intake.skipped and not quiet:
        say(f"{intake.skipped.total():,} skipped: {tally(intake.skipped)}")
    return intake.exit_code()
