"""Paths to documents: files, folders, patterns and standard input, one after the other.

Whatever cannot be read is said, with a reason, and the rest goes on. Memory does not grow with the
number of documents: tables are read row by row, other files one at a time.
"""

import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from io import BufferedReader
from typing import BinaryIO

from onrecord.documents.formats import format_of_content, format_of_name, reader_of
from onrecord.documents.options import SourceOptions
from onrecord.documents.places import STDIN, Place, find_places, shown, unreadable
from onrecord.documents.skipped import Skipped
from onrecord.documents.streams import CountingStream, unpacked
from onrecord.domain.document import Document

__all__ = ["Skipped", "SourceOptions", "count_sources", "read_sources"]

SNIFF_BYTES = 4096

OnBytes = Callable[[int], None]


def read_sources(
    paths: Sequence[str],
    options: SourceOptions | None = None,
    stdin: BinaryIO | None = None,
    on_bytes: OnBytes | None = None,
) -> Iterator[Document | Skipped]:
    """The documents behind `paths`, in order, and what could not be read.

    A path is a file, a folder (read with its subfolders, in order of name, hidden entries passed
    over), a pattern such as `news/**/*.txt`, or `-` for `stdin`. `on_bytes` is told how many bytes
    were dealt with, as they are; over a whole run these add up to `count_sources`. Raises nothing
    for what it finds in the sources.
    """
    options = options or SourceOptions()
    entered: set[tuple[int, int]] = set()
    for path in paths:
        if path == STDIN:
            yield from _read_stdin(stdin, options, on_bytes)
            continue
        for place in find_places([path], entered):
            if isinstance(place, Skipped):
                yield place
            else:
                yield from _read_place(place, options, on_bytes)


def count_sources(paths: Sequence[str], options: SourceOptions | None = None) -> int | None:
    """How many bytes `read_sources` will deal with; None where standard input is among them."""
    del options
    if STDIN in paths:
        return None
    return sum(place.size for place in find_places(paths) if isinstance(place, Place))


def _read_place(
    place: Place, options: SourceOptions, on_bytes: OnBytes | None
) -> Iterator[Document | Skipped]:
    format_ = options.format or format_of_name(place.name)
    done = 0
    if format_ is None and not place.asked_for:
        yield Skipped(place.name, "unknown-format", _unknown(place))
    else:
        try:
            with open(place.path, "rb", buffering=0) as file:
                stream = CountingStream(file, on_bytes)
                yield from _read_stream(stream, place.name, format_, options)
                done = stream.count
        except OSError as error:
            yield unreadable(place.path, error)
    if on_bytes and done < place.size:
        on_bytes(place.size - done)


def _unknown(place: Place) -> str:
    ending = os.path.splitext(place.name)[1] or "no ending"
    return (
        f"{shown(place.path)!r} ({ending}) is of no known format; name the file itself to read it"
    )


def _read_stdin(
    stdin: BinaryIO | None, options: SourceOptions, on_bytes: OnBytes | None
) -> Iterator[Document | Skipped]:
    if stdin is None:
        yield Skipped("stdin", "missing", "there is no standard input here; name a file instead")
        return
    yield from _read_stream(CountingStream(stdin, on_bytes), "stdin", options.format, options)


def _read_stream(
    stream: CountingStream, name: str, format_: str | None, options: SourceOptions
) -> Iterator[Document | Skipped]:
    try:
        content = unpacked(stream)
        yield from _read_content(content, name, format_, options)
    except (EOFError, zlib.error, OSError) as error:
        detail = f"{name!r} breaks off or is damaged ({error}); fetch it again"
        yield Skipped(name, "damaged", detail)


def _read_content(
    content: BufferedReader, name: str, format_: str | None, options: SourceOptions
) -> Iterator[Document | Skipped]:
    chosen = format_ or format_of_content(content.peek(SNIFF_BYTES)[:SNIFF_BYTES])
    yield from reader_of(chosen)(content, name, options)
