"""Where an export goes: a stream as it comes, a path all at once."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import UnwritableOutput

Target = Path | BinaryIO
"""A file to make or replace, or an open stream, such as standard output."""


@contextmanager
def opened(target: Target) -> Iterator[BinaryIO]:
    """Something to write to.

    A path shows the whole export or what was there before, never a part: the export is written
    beside it and renamed. Raises UnwritableOutput where that cannot be done.
    """
    if not isinstance(target, Path):
        yield target
        target.flush()
        return
    with _replacing(target) as file:
        yield file


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(beside).chmod(_mode_for(path))
        Path(beside).replace(path)
    except OSError as error:
        Path(beside).unlink(missing_ok=True)
        raise _unwritable(path, error) from error
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _mode_for(path: Path) -> int:
    """The permissions that a plainly written file would have."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(path: Path, error: OSError) -> UnwritableOutput:
    return UnwritableOutput(
        f"the export {str(path)!r} cannot be written ({error.strerror or error}): check that its "
        "folder exists, can be written and has room"
    )
