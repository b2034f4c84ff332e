"""JSON Lines, one document a line, read line by line."""

import codecs
from collections.abc import Iterator
from io import BufferedReader

from onrecord.documents.encodings import byte_order_mark, decode
from onrecord.documents.options import SourceOptions
from onrecord.documents.rows import parse_row, row_document
from onrecord.documents.skipped import Skipped
from onrecord.domain.document import Document
from onrecord.domain.note import Note
from onrecord.errors import UnsupportedFormat

_DECODING = ("undecodable-bytes", "guessed-encoding")


def read_jsonl(
    stream: BufferedReader, name: str, options: SourceOptions
) -> Iterator[Document | Skipped]:
    """The documents of `stream`; a line that cannot be read is skipped and the rest goes on."""
    empty = True
    for number, line in enumerate(_lines(stream, options), start=1):
        place = f"{name}#{number}"
        if line is None:
            empty = False
            yield _too_large(place, options)
        elif line.strip():
            empty = False
            yield _read_line(line, place, options)
    if empty:
        yield Skipped(name, "empty", "the file holds no line; there is nothing to read in it")


def _read_line(line: bytes, place: str, options: SourceOptions) -> Document | Skipped:
    try:
        text, notes = _line_text(line, options)
        row = parse_row(text)
    except UnsupportedFormat as error:
        return Skipped(place, "binary", str(error))
    except ValueError as error:
        reason = f"the line is no JSON object ({error}); correct it or leave it out"
        return Skipped(place, "bad-json", reason)
    return row_document(row, place, "jsonl", line, options, notes)


def _line_text(line: bytes, options: SourceOptions) -> tuple[str, tuple[Note, ...]]:
    """The line's text; offsets of decoding notes would count the JSON, so they are left out."""
    decoded = decode(line, override=options.encoding)
    notes = [Note(note.reason, None, note.detail) for note in decoded.notes]
    return decoded.text, tuple(note for note in notes if note.reason in _DECODING)


def _lines(stream: BufferedReader, options: SourceOptions) -> Iterator[bytes | None]:
    """The lines as bytes without the byte order mark; None for a line over the limit."""
    marked = byte_order_mark(stream.peek(4)[:4])
    if marked:
        stream.read(marked[0])
    if marked and marked[1] != "utf-8":
        yield from _wide_lines(stream, marked[1], options.max_bytes)
        return
    rest = stream.readline(options.max_bytes + 1)
    while rest:
        yield _within(stream, rest, options.max_bytes)
        rest = stream.readline(options.max_bytes + 1)


def _within(stream: BufferedReader, line: bytes, limit: int) -> bytes | None:
    """The line, or None after reading past the end of one that is too long."""
    if len(line) <= limit:
        return line
    while line and not line.endswith(b"\n"):
        line = stream.readline(limit)
    return None


def _wide_lines(stream: BufferedReader, encoding: str, limit: int) -> Iterator[bytes | None]:
    """Lines of UTF-16 or UTF-32, as UTF-8, without their mark."""
    reader = codecs.getreader(encoding)(stream, "replace")
    held = ""
    while chunk := reader.read(65_536):
        lines = (held + chunk).split("\n")
        held = lines.pop()
        for line in lines:
            yield line.encode("utf-8", "surrogatepass") if len(line) <= limit else None
    if held:
        yield held.encode("utf-8", "surrogatepass") if len(held) <= limit else None


def _too_large(place: str, options: SourceOptions) -> Skipped:
    detail = f"the line is longer than {options.max_bytes} bytes; raise --max-bytes to read it"
    return Skipped(place, "too-large", detail)
