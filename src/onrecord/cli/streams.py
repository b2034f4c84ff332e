"""Standard output carries data, standard error carries talk; both are UTF-8 whatever the locale."""

import io
import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress

from onrecord import wiring


def force_utf8() -> None:
    """Write UTF-8 with bare line feeds; a lone surrogate becomes the escape that JSON knows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def put(text: str) -> None:
    """Write a line of data."""
    sys.stdout.write(f"{text}\n")


def put_json(value: Mapping[str, object]) -> None:
    """Write one JSON object as one line of data, at once."""
    put(json.dumps(value, ensure_ascii=False))
    sys.stdout.flush()


def put_bytes(line: bytes) -> None:
    """Write a line of data that is encoded already, at once."""
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """Write a line of talk."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def telling(quiet: bool) -> Callable[[str], None]:
    """What writes lines of talk, or holds its tongue."""
    return wiring.silent if quiet else say


def abandon_output() -> None:
    """Nobody reads standard output any more: let the interpreter flush it into the void."""
    void = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(void, sys.stdout.fileno())
    os.close(void)
