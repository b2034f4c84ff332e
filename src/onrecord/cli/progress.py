"""How far along: a bar where standard error is a terminal, else a line every so often."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from onrecord.cli.streams import say
from onrecord.domain.document import Document

SECONDS_BETWEEN_LINES = 10.0
"""Often enough to see life in a log, seldom enough to leave the log readable."""


class Meter(Protocol):
    """Is told what was read and done, and says so."""

    def bytes_read(self, count: int) -> None:
        """More bytes of the sources were dealt with."""

    def done(self, document: Document) -> None:
        """One more document has been analysed."""

    def say(self, text: str) -> None:
        """Write a line of talk without spoiling what is shown."""


class Pace:
    """Documents and words so far, and how many of each a second."""

    def __init__(self) -> None:
        self.documents = 0
        self.words = 0
        self._start = time.monotonic()

    def count(self, document: Document) -> None:
        """One more document."""
        self.documents += 1
        self.words += len(document.text.split())

    def __str__(self) -> str:
        seconds = max(time.monotonic() - self._start, 1e-3)
        return (
            f"{self.documents:,} documents, {self.documents / seconds:,.1f} documents/s, "
            f"{self.words / seconds:,.0f} words/s"
        )


class Bar:
    """Drawn on a terminal, with the time that remains."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task
        self._pace = Pace()

    def bytes_read(self, count: int) -> None:
        """See Meter."""
        self._progress.advance(self._task, count)

    def done(self, document: Document) -> None:
        """See Meter."""
        self._pace.count(document)
        self._progress.update(self._task, pace=str(self._pace))

    def say(self, text: str) -> None:
        """See Meter."""
        self._progress.console.print(text, markup=False, highlight=False, soft_wrap=True)


class Lines:
    """For logs."""

    def __init__(self, total_bytes: int | None) -> None:
        self._total = total_bytes
        self._read = 0
        self._pace = Pace()
        self._start = self._last = time.monotonic()

    def bytes_read(self, count: int) -> None:
        """See Meter."""
        self._read += count

    def done(self, document: Document) -> None:
        """See Meter."""
        self._pace.count(document)
        now = time.monotonic()
        if now - self._last >= SECONDS_BETWEEN_LINES:
            self._last = now
            say(f"{self._pace}{self._remaining(now)}")

    def say(self, text: str) -> None:
        """See Meter."""
        say(text)

    def _remaining(self, now: float) -> str:
        if not self._total or not self._read:
            return ""
        seconds = (now - self._start) * max(self._total - self._read, 0) / self._read
        return f", about {seconds:,.0f} s left"


class Silence:
    """For `--quiet`."""

    def bytes_read(self, count: int) -> None:
        """Say nothing."""

    def done(self, document: Document) -> None:
        """Say nothing."""

    def say(self, text: str) -> None:
        """Say nothing."""


@contextmanager
def metering(total_bytes: int | None, *, quiet: bool, bar: bool = True) -> Iterator[Meter]:
    """A meter for as long as the context lasts; `bar` false forbids drawing on the terminal."""
    if quiet:
        yield Silence()
    elif bar and sys.stderr.isatty():
        columns = BarColumn(), TextColumn("{task.fields[pace]}"), TimeRemainingColumn()
        console = Console(stderr=True)
        with Progress(*columns, console=console, redirect_stdout=False, transient=True) as progress:
            yield Bar(progress, progress.add_task("", total=total_bytes, pace=""))
    else:
        yield Lines(total_bytes)
