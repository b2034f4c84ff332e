"""Paths, folders and patterns to the files behind them."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import iglob

from onrecord.documents.skipped import Skipped
from onrecord.documents.text import storable

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Place:
    """One regular file: its path, the name to call it by, its size in bytes.

    `asked_for` is false for a file met in a folder, which is read only if its format is known.
    """

    path: str
    name: str
    size: int
    asked_for: bool


def find_places(
    paths: Sequence[str], entered: set[tuple[int, int]] | None = None
) -> Iterator[Place | Skipped]:
    """The files behind `paths`, in the order given and, in folders, sorted by name.

    Hidden files and folders are passed over. Each real folder is entered once, so that links
    cannot lead round in circles; `entered` carries them over from call to call.
    """
    entered = set() if entered is None else entered
    for path in paths:
        if os.path.lexists(path):
            yield from _at(path, entered)
            continue
        matches = _matches(path)
        for match in matches:
            yield from _at(match, entered)
        if not matches:
            yield Skipped(shown(path), "missing", f"{shown(path)!r} does not exist; check the path")


def _matches(pattern: str) -> list[str]:
    """What a pattern stands for; `**` reaches into folders by itself, so only files count there."""
    if not any(character in pattern for character in "*?["):
        return []
    found = sorted(iglob(pattern, recursive=True))
    return [path for path in found if not os.path.isdir(path)] if "**" in pattern else found


def shown(path: str) -> str:
    """A path as it can be printed."""
    return storable(path)


def _at(path: str, entered: set[tuple[int, int]]) -> Iterator[Place | Skipped]:
    if os.path.isdir(path):
        yield from _walk(path, entered)
    else:
        yield _file(path, os.path.basename(path), asked_for=True)


def _walk(root: str, entered: set[tuple[int, int]]) -> Iterator[Place | Skipped]:
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):
            yield _file(path, os.path.relpath(path, root).replace(os.sep, "/"), asked_for=False)
            continue
        names = _enter(path, entered)
        if isinstance(names, Skipped):
            yield names
        else:
            waiting.extend(os.path.join(path, name) for name in sorted(names, reverse=True))


def _enter(path: str, entered: set[tuple[int, int]]) -> list[str] | Skipped:
    """The names in a folder, hidden ones left out."""
    try:
        status = os.stat(path)
        key = (status.st_dev, status.st_ino)
        if key in entered:
            detail = f"{shown(path)!r} leads to a folder that was read already; nothing is lost"
            return Skipped(shown(path), "folder-seen", detail)
        entered.add(key)
        return [name for name in os.listdir(path) if not name.startswith(".")]
    except OSError as error:
        return unreadable(path, error)


def _file(path: str, name: str, *, asked_for: bool) -> Place | Skipped:
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:
        return unreadable(path, error)
    if not stat.S_ISREG(status.st_mode):
        detail = f"{shown(path)!r} is a pipe, socket or device; read it through '-' instead"
        return Skipped(shown(path), "not-a-file", detail)
    return Place(path, storable(name), status.st_size, asked_for)


def unreadable(path: str, error: OSError | ValueError) -> Skipped:
    """The reason that the operating system gives."""
    reason = "missing" if isinstance(error, FileNotFoundError) else "unreadable"
    said = (getattr(error, "strerror", None) or str(error)).lower()
    next_step = "check that it exists and that you may read it"
    return Skipped(shown(path), reason, f"{shown(path)!r} cannot be read ({said}); {next_step}")
