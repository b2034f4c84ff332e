"""Tables with a header line, separated by comma, semicolon, tab or bar, read row by row."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Protocol, cast

from onrecord.documents.encodings import byte_order_mark, decode
from onrecord.documents.options import SourceOptions
from onrecord.documents.rows import has_text_field, row_document
from onrecord.documents.skipped import Skipped
from onrecord.documents.text import storable
from onrecord.domain.document import Document
from onrecord.errors import UnsupportedFormat


class _Rows(Protocol):
    """What `csv.reader` gives."""

    line_num: int

    def __next__(self) -> list[str]: ...

    def __iter__(self) -> Iterator[list[str]]: ...


_DELIMITERS = ",;\t|"
SAMPLE_BYTES = 65_536
LARGEST_FIELD = 2**31 - 1
"""The csv module's own limit, 131,072 characters, rejects a long report."""


def read_csv(
    stream: io.BufferedReader, name: str, options: SourceOptions
) -> Iterator[Document | Skipped]:
    """The documents of `stream`; a row that cannot be read is skipped and the rest goes on."""
    sample = stream.peek(SAMPLE_BYTES)[:SAMPLE_BYTES]
    try:
        encoding = options.encoding or _encoding(sample)
    except UnsupportedFormat as error:
        yield Skipped(name, "binary", str(error))
        return
    errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    csv.field_size_limit(min(LARGEST_FIELD, max(options.max_bytes, 1)))
    lines = io.TextIOWrapper(cast(BinaryIO, stream), encoding, errors, newline="")
    head = sample.decode(encoding, "replace").splitlines()
    rows = csv.reader(lines, delimiter=_delimiter(head[0] if head else ""))
    try:
        yield from _read_rows(rows, name, options)
    finally:
        lines.detach()


def _read_rows(rows: "_Rows", name: str, options: SourceOptions) -> Iterator[Document | Skipped]:
    header: list[str] = []
    found = False
    while True:
        line = rows.line_num
        try:
            values = next(rows, None)
        except (csv.Error, UnicodeError) as error:
            found = True
            yield Skipped(f"{name}#{rows.line_num}", "bad-csv", _bad_row(error))
            if rows.line_num == line or isinstance(error, UnicodeError):
                return
            continue
        if values is None:
            break
        if not header:
            header = [value.strip().removeprefix("\ufeff") for value in values]
            if not has_text_field(header, options):
                yield Skipped(name, "no-text-column", _no_column(header, options))
                return
        elif any(values):
            found = True
            place = f"{name}#{rows.line_num}"
            yield _row_document(dict(zip(header, values, strict=False)), place, options)
    if not found:
        yield Skipped(name, "empty", "the table holds no row; there is nothing to read in it")


def _row_document(row: Mapping[str, str], place: str, options: SourceOptions) -> Document | Skipped:
    raw = "\x1f".join(row.values()).encode("utf-8", "surrogatepass")
    return row_document(row, place, "csv", raw, options)


def _bad_row(error: Exception) -> str:
    return f"the row is no CSV ({error}); look for an unclosed quotation mark before it"


def _no_column(header: list[str], options: SourceOptions) -> str:
    names = storable(", ".join(header[:20]))
    wanted = f"no column {options.text!r}" if options.text else "no column for the text"
    return f"{wanted} among: {names[:300]}; name it with --text-field"


def _encoding(sample: bytes) -> str:
    """What the first part of the table is written in; a mark at its start is read over."""
    marked = byte_order_mark(sample)
    if marked:
        return {"utf-8": "utf-8-sig"}.get(marked[1], marked[1][:-3])
    # The sample may end inside a character, its lines do not.
    whole = sample.rpartition(b"\n")[0] if b"\n" in sample else sample
    return decode(whole).encoding


def _delimiter(header: str) -> str:
    """The separator that stands most often in the header line, outside quotation marks."""
    outside = "".join(header.split('"')[::2])
    return max(_DELIMITERS, key=outside.count) if outside else ","
