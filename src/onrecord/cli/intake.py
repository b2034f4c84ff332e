"""Sources on their way to the pipeline: what is skipped is counted, named, and left behind."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from onrecord import wiring
from onrecord.cli.exits import ExitCode
from onrecord.cli.progress import Meter
from onrecord.documents import SourceOptions
from onrecord.domain.document import Document
from onrecord.errors import DocumentError


class Intake:
    """The documents behind `paths`; `read` and `skipped` count while they are iterated.

    A document that `unwanted` says yes to counts as read and goes no further.
    """

    def __init__(self, paths: Sequence[str], options: SourceOptions, meter: Meter) -> None:
        self.read = 0
        self.skipped: Counter[str] = Counter()
        self._paths = paths
        self._options = options
        self._meter = meter

    def documents(self, unwanted: Callable[[Document], bool] | None = None) -> Iterator[Document]:
        """The documents, one at a time."""
        stdin = getattr(sys.stdin, "buffer", None)
        for found in wiring.read_sources(self._paths, self._options, stdin, self._meter.bytes_read):
            if not isinstance(found, Document):
                self.skipped[found.reason] += 1
                self._meter.say(f"skipped {found.name!r} ({found.reason}): {found.detail}")
                continue
            self.read += 1
            if not (unwanted and unwanted(found)):
                yield found

    def exit_code(self) -> ExitCode:
        """How the run ended, as far as the sources go. Raises DocumentError where none was read."""
        if not self.read:
            raise DocumentError(self._nothing())
        return ExitCode.SKIPPED if self.skipped else ExitCode.OK

    def _nothing(self) -> str:
        shown = ", ".join(repr(path) for path in self._paths[:5])
        why = f"; skipped: {tally(self.skipped)}" if self.skipped else ""
        return (
            f"no document could be read in {shown}{why}; name files or folders with "
            ".txt, .html, .jsonl or .csv files"
        )


def tally(counts: Counter[str]) -> str:
    """`3 empty, 1 binary`, the most frequent first."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {name}" for name, count in ordered)
