"""What a command's exit status means, and which error leads to which: one table each."""

from collections.abc import Mapping
from enum import IntEnum

from onrecord.errors import (
    Contradiction,
    DocumentError,
    InvalidActor,
    InvalidIssue,
    InvalidQuery,
    MissingExtra,
    NotARecord,
    NotInRecord,
    OnRecordError,
    RecordError,
    UnreadableFile,
    UnsupportedFormat,
    UnwritableOutput,
    WeightsError,
)


class ExitCode(IntEnum):
    """The statuses are stable: scripts may rely on them."""

    OK = 0
    SKIPPED = 1
    USAGE = 2
    RECORD = 3
    NOTHING_READ = 4
    ORPHANED = 5
    INSTALLATION = 6
    OUTPUT = 7
    CONTRADICTION = 8
    BUG = 70
    INTERRUPTED = 130
    PIPE_CLOSED = 141


MEANINGS: Mapping[ExitCode, str] = {
    ExitCode.OK: "Everything was done.",
    ExitCode.SKIPPED: (
        "Done, but some documents or rows were skipped; each is named on standard error."
    ),
    ExitCode.USAGE: "The command line or a filter cannot be understood; nothing was done.",
    ExitCode.RECORD: "The record cannot be used, or does not hold what was asked for.",
    ExitCode.NOTHING_READ: "Not one document, or no row of a table, could be read.",
    ExitCode.ORPHANED: "`verify` found anchors that do not hold.",
    ExitCode.INSTALLATION: "A model file or an optional dependency is missing.",
    ExitCode.OUTPUT: "The output cannot be written.",
    ExitCode.CONTRADICTION: "A judgement contradicts an earlier one; nothing was changed.",
    ExitCode.BUG: "An error in OnRecord; please report it with the text on standard error.",
    ExitCode.INTERRUPTED: "Interrupted (Ctrl-C); `add` has kept what was read until then.",
    ExitCode.PIPE_CLOSED: "The program that read the output closed it, as `head` does.",
}

CODES: Mapping[type[OnRecordError], ExitCode] = {
    UnreadableFile: ExitCode.NOTHING_READ,
    UnsupportedFormat: ExitCode.USAGE,
    DocumentError: ExitCode.NOTHING_READ,
    NotARecord: ExitCode.RECORD,
    NotInRecord: ExitCode.RECORD,
    RecordError: ExitCode.RECORD,
    Contradiction: ExitCode.CONTRADICTION,
    InvalidActor: ExitCode.USAGE,
    InvalidIssue: ExitCode.USAGE,
    InvalidQuery: ExitCode.USAGE,
    UnwritableOutput: ExitCode.OUTPUT,
    WeightsError: ExitCode.INSTALLATION,
    MissingExtra: ExitCode.INSTALLATION,
    OnRecordError: ExitCode.BUG,
}


def exit_code_of(error: OnRecordError) -> ExitCode:
    """The status that the nearest class of `error` in the table stands for.

    >>> exit_code_of(NotInRecord("…")).name
    'RECORD'
    """
    return next(CODES[kind] for kind in type(error).__mro__ if kind in CODES)
