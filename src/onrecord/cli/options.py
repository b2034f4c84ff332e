"""Options that several commands take, each described once."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_RECORD = Path("onrecord.sqlite")

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders, patterns such as 'news/**/*.txt', or - for standard input.",
        show_default=False,
    ),
]
RecordFile = Annotated[Path, typer.Option("--record", metavar="FILE", help="The record.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, one object a line.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Threads = Annotated[
    int | None,
    typer.Option(
        metavar="N", min=1, help="Threads of the reader; as many as there are processors if absent."
    ),
]
FormatOfSources = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="Read all as txt, html, jsonl or csv, whatever the name says.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Read all in this encoding, such as windows-1252."),
]
MaxBytes = Annotated[
    int, typer.Option(metavar="N", min=1, help="Skip a document or row of more bytes.")
]
TextField = Annotated[
    str | None, typer.Option(metavar="NAME", help="Field of jsonl and csv that holds the text.")
]
IdField = Annotated[str | None, typer.Option(metavar="NAME", help="… the id of the document.")]
TitleField = Annotated[str | None, typer.Option(metavar="NAME", help="… the title.")]
OutletField = Annotated[str | None, typer.Option(metavar="NAME", help="… the outlet.")]
UrlField = Annotated[str | None, typer.Option(metavar="NAME", help="… the address.")]
PublishedField = Annotated[
    str | None, typer.Option(metavar="NAME", help="… the day of publication.")
]
AuthorField = Annotated[str | None, typer.Option(metavar="NAME", help="… the author.")]


def examples(*lines: str) -> str:
    """The end of a command's help: examples, one a line.

    >>> examples("onrecord summary")
    '\\x08\\nExamples:\\n  onrecord summary'
    """
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
