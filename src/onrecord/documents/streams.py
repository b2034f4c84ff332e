"""Files as streams of bytes: counted while they are read, unpacked where they are packed."""

import gzip
import io
from collections.abc import Callable
from typing import BinaryIO, cast

_GZIP = b"\x1f\x8b"
BUFFER_BYTES = 65_536


class CountingStream(io.RawIOBase):
    """Passes on what it reads and reports how many bytes that was."""

    def __init__(self, inner: BinaryIO, on_bytes: Callable[[int], None] | None) -> None:
        super().__init__()
        # A pipe's lines are passed on as they come.
        self._read: Callable[[int], bytes | None] = getattr(inner, "read1", inner.read)
        self._on_bytes = on_bytes
        self.count = 0

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` as far as one read goes."""
        read = self._read(len(buffer)) or b""
        buffer[: len(read)] = read
        self.report(len(read))
        return len(read)

    def report(self, count: int) -> None:
        """Count bytes as done, read or passed over."""
        self.count += count
        if count and self._on_bytes:
            self._on_bytes(count)


def unpacked(stream: CountingStream) -> io.BufferedReader:
    """A buffered reader over the content, gzip taken off where its signature stands."""
    buffered: io.BufferedReader = io.BufferedReader(stream, BUFFER_BYTES)
    if buffered.peek(2)[:2] != _GZIP:
        return buffered
    packed = gzip.GzipFile(fileobj=buffered, mode="rb")
    return io.BufferedReader(cast(io.RawIOBase, packed), BUFFER_BYTES)
