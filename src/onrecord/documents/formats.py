"""Which reader reads what."""

import re
from collections.abc import Callable, Iterator
from io import BufferedReader

from onrecord.documents.dates import name_date
from onrecord.documents.encodings import decode
from onrecord.documents.html import read_html
from onrecord.documents.identity import bytes_digest
from onrecord.documents.json_file import read_json
from onrecord.documents.jsonl import read_jsonl
from onrecord.documents.options import SourceOptions
from onrecord.documents.skipped import Skipped
from onrecord.documents.tables import read_csv
from onrecord.documents.text import Facts, build_document
from onrecord.domain.document import Document
from onrecord.errors import UnsupportedFormat

Reader = Callable[[BufferedReader, str, SourceOptions], Iterator[Document | Skipped]]

_HTML = re.compile(
    rb"^\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|\?xml)\b",
    re.IGNORECASE | re.DOTALL,
)
_ROW = re.compile(rb'^(?:\xef\xbb\xbf)?\s*\{\s*"')


def read_text_file(
    stream: BufferedReader, name: str, options: SourceOptions
) -> Iterator[Document | Skipped]:
    """A text file is one document, its text exactly the decoded file."""
    yield _whole(stream, name, options, _read_txt)


def read_html_file(
    stream: BufferedReader, name: str, options: SourceOptions
) -> Iterator[Document | Skipped]:
    """A page is one document."""
    yield _whole(stream, name, options, read_html)


READERS: tuple[tuple[str, tuple[str, ...], Reader], ...] = (
    ("txt", (".txt", ".text", ".md"), read_text_file),
    ("html", (".html", ".htm", ".xhtml", ".shtml"), read_html_file),
    ("jsonl", (".jsonl", ".ndjson", ".jl"), read_jsonl),
    ("json", (".json",), read_json),
    ("csv", (".csv", ".tsv"), read_csv),
)
"""Each format's name, the endings of its files, its reader."""


def format_of_name(name: str) -> str | None:
    """The format that a file's ending stands for, `.gz` aside."""
    ending = name.lower().removesuffix(".gz")
    return next((known for known, endings, _ in READERS if ending.endswith(endings)), None)


def format_of_content(start: bytes) -> str:
    """The format that the first bytes look like; anything else is text."""
    if _ROW.match(start):
        return "jsonl"
    return "html" if _HTML.match(start) else "txt"


def reader_of(format_: str) -> Reader:
    """The reader of a format that READERS names."""
    return next(reader for known, _, reader in READERS if known == format_)


def _read_txt(raw: bytes, name: str, options: SourceOptions) -> Document | Skipped:
    decoded = decode(raw, override=options.encoding)
    if not decoded.text.strip():
        return _empty(name)
    found = name_date(name)
    facts = Facts(dates=(found,) if found else ())
    return build_document(decoded, name, "txt", bytes_digest(raw), facts=facts)


def _whole(
    stream: BufferedReader,
    name: str,
    options: SourceOptions,
    read: Callable[[bytes, str, SourceOptions], Document | Skipped],
) -> Document | Skipped:
    raw = stream.read(options.max_bytes + 1)
    if len(raw) > options.max_bytes:
        detail = f"it is larger than {options.max_bytes} bytes; raise --max-bytes to read it"
        return Skipped(name, "too-large", detail)
    if not raw.strip():
        return _empty(name)
    try:
        return read(raw, name, options)
    except UnsupportedFormat as error:
        return Skipped(name, "binary", str(error))


def _empty(name: str) -> Skipped:
    return Skipped(name, "empty", "it holds no text; there is nothing to read in it")
