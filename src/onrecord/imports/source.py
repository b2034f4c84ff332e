"""Files of tables as numbered lines: plain or gzip, UTF-8 or with a byte order mark."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import UnreadableFile

Lines = Iterator[tuple[int, str]]
"""A line with its number, from 1; the line ends as it does in the file."""

BROKEN = (EOFError, zlib.error, gzip.BadGzipFile)
"""What a compressed file raises that ends too soon or was damaged."""

_GZIP = b"\x1f\x8b"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_LONGEST_MARK = 3


@contextmanager
def numbered_lines(path: Path) -> Iterator[Lines]:
    """The lines of a file. Bytes that are no text become lone surrogates, for `is_text` to tell.

    Raises UnreadableFile where the file cannot be opened.
    """
    try:
        with path.open("rb") as raw:
            yield enumerate(_text(raw), start=1)
    except OSError as error:
        if isinstance(error, BROKEN):
            raise
        raise UnreadableFile(
            f"the table {str(path)!r} cannot be read ({error.strerror or error}): check the path"
        ) from error


def _text(raw: io.BufferedReader) -> io.TextIOWrapper:
    """The file's text, its lines kept whole whatever ends them."""
    if raw.peek(len(_GZIP)).startswith(_GZIP):
        unpacked = gzip.GzipFile(fileobj=raw, mode="rb")
        return _decoded(unpacked, unpacked.peek(_LONGEST_MARK))
    return _decoded(raw, raw.peek(_LONGEST_MARK))


def _decoded(file: io.BufferedReader | gzip.GzipFile, start: bytes) -> io.TextIOWrapper:
    encoding = next((name for mark, name in _MARKS if start.startswith(mark)), "utf-8")
    return io.TextIOWrapper(file, encoding, errors="surrogateescape", newline="")


def is_text(value: str) -> bool:
    """Whether every byte behind `value` could be decoded.

    >>> is_text("Orélia"), is_text(b"Or\\xe9lia".decode("utf-8", "surrogateescape"))
    (True, False)
    """
    return not any("\ud800" <= character <= "\udfff" for character in value)
