"""What a caller may say about the sources."""

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.documents.encodings import check_encoding
from onrecord.errors import UnsupportedFormat

Format = Literal["txt", "html", "jsonl", "json", "csv"]

MAX_BYTES = 64 * 1024 * 1024
"""The largest report and the largest row of a table that is read: some ten thousand pages."""


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """How sources are read. A field name that is None stands for the usual names, in any case.

    `format` and `encoding` replace what the file's name and content say. Raises UnsupportedFormat
    where either is not known.
    """

    text: str | None = None
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    author: str | None = None
    format: str | None = None
    encoding: str | None = None
    max_bytes: int = MAX_BYTES

    def __post_init__(self) -> None:
        if self.format is not None and self.format not in get_args(Format):
            known = ", ".join(get_args(Format))
            raise UnsupportedFormat(f"{self.format!r} is no format read here; use one of {known}")
        if self.encoding is not None:
            check_encoding(self.encoding)
